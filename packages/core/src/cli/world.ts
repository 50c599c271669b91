import type { Readable } from 'node:stream';
import type { Environment } from '../config/interpolate.js';

/** Where text goes. */
export interface Output {
  write(text: string): unknown;
  readonly isTTY?: boolean | undefined;
  readonly columns?: number | undefined;
}

/** What the command line has of the process it runs in; tests give their own. */
export interface World {
  readonly directory: string;
  readonly environment: Environment;
  readonly platform: NodeJS.Platform;
  readonly input: Readable & { readonly isTTY?: boolean | undefined };
  readonly output: Output;
  readonly errors: Output;
  readonly now: () => Date;
  /** Told when a question begins and ends to stand: nothing is under way meanwhile. */
  readonly onQuestion?: (stands: boolean) => void;
}

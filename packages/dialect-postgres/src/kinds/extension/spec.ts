import type { SchemaObject } from '@sync/core';

/** An extension. What it brings along is its own. */
export interface ExtensionSpec {
  readonly schema: string;
  /** With `--with extensions`. */
  readonly version?: string;
}

/** What building on an extension needs but what does not make two of them differ. */
export interface ExtensionLayout {
  readonly relocatable: boolean;
  readonly updates: readonly string[];
  /** The names of what it brings along. */
  readonly members: readonly string[];
  /** For each of them, what differs where an update made it anew. */
  readonly shapes: readonly string[];
}

/** What is known of an extension beside what it is; nothing where no server was asked. */
export function layoutOf({ layout }: SchemaObject<ExtensionSpec>): Partial<ExtensionLayout> {
  return (layout ?? {}) as unknown as Partial<ExtensionLayout>;
}

import type { StatementProgress } from '../contract/connection.js';
import type { ProgressEvent } from '../contract/progress.js';
import type { Statement } from '../contract/statement.js';
import type { HazardClass } from '../contract/step.js';
import type { Inspection } from '../inspect/inspect.js';
import type { Hash } from '../model/hash.js';

/** Something that happened on the way to a result, or while running; for progress displays. */
export type RunEvent =
  | ProgressEvent
  | { readonly type: 'lock'; readonly waitedMs: number }
  | { readonly type: 'start'; readonly run: string; readonly steps: number; readonly statements: number }
  | { readonly type: 'step'; readonly number: number; readonly steps: number; readonly summary: string }
  | { readonly type: 'statement'; readonly done: number; readonly statements: number }
  /** How far a statement is that takes long, or how many rows it wrote so far. */
  | ({ readonly type: 'within' } & StatementProgress)
  /** A lock of the server's was not granted, or a transaction of others has not ended that is waited for; nothing held, and it is tried again after a pause. */
  | {
      readonly type: 'retry';
      readonly attempts: number;
      readonly retries: number;
      readonly pauseMs: number;
      readonly holder?: string;
      /** Whose end is waited for, where it is no lock. */
      readonly waitsFor?: string;
    }
  | { readonly type: 'batch'; readonly number: number; readonly batches: number; readonly elapsedMs: number }
  | { readonly type: 'verify' }
  | { readonly type: 'warning'; readonly message: string }
  | { readonly type: 'finish'; readonly outcome: RunOutcome };

/** How a run, or a step of one, ended. The tenant's next run finds what was left `running` by a process that died, and notes it as `died`. */
export type RunOutcome = 'done' | 'failed' | 'cancelled' | 'died' | 'running';

/** What a database told of itself after the last statement of a run, and before it was read: of all of it, or of a part that is a tenant. */
export type Seen =
  | { readonly fingerprint: string; readonly partFingerprint?: never }
  | { readonly fingerprint?: never; readonly partFingerprint: string };

/** How a plan is to be run. */
export interface RunOptions {
  readonly direction: 'up' | 'down';
  /** The hazard classes that the user allows beyond the harmless ones. */
  readonly allow: ReadonlySet<HazardClass>;
  /** Default: as long as the connection waits for everything. */
  readonly lockWaitMs?: number;
  readonly signal?: AbortSignal;
  readonly onEvent?: (event: RunEvent) => void;
  /** Told how the database was read once all had run, and what it told of itself before that, where it does. */
  readonly onVerified?: (inspection: Inspection, seen: Seen) => void;
  /** On the way down: the run that is taken back, where the journal knows it. */
  readonly takesBack?: string;
  /** What somebody notes of the run: commits with its last batch where that is atomic, and else once the database was read and is as planned. */
  readonly alongside?: readonly Statement[];
}

/** What a run did. */
export interface RunReport {
  readonly run: string;
  readonly tenant: string;
  readonly plan: Hash;
  readonly direction: 'up' | 'down';
  readonly outcome: RunOutcome;
  /** Nothing was run, since the plan had been: `run` is the run that did it. */
  readonly repeated?: true;
  /** The runs that came after that one and stand, the newest first, where the database is as they left it and not as the plan does. */
  readonly laterRuns?: readonly string[];
  readonly steps: { readonly done: number; readonly total: number };
  readonly statements: { readonly done: number; readonly total: number };
  readonly startedAt: string;
  readonly elapsedMs: number;
  /** The root hash after the run, as re-inspected. */
  readonly root: Hash;
}

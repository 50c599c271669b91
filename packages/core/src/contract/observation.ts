import type { Hazard } from './step.js';

/** A statement of a file that somebody wrote to be run, not to be built. */
export interface WrittenStatement {
  readonly text: string;
  /** The leading bare words in upper case: `['ALTER', 'TABLE', 'USERS']`. */
  readonly words: readonly string[];
}

/** A lock that a statement held when it was done, on something that was there before it. */
export interface HeldLock {
  readonly on: string;
  /** By the server's own name. */
  readonly lock: string;
}

/** A statement that was not run, and why. */
export interface Unobserved {
  readonly skipped: string;
  /** Set for what begins or ends a transaction: each statement is looked at by itself. */
  readonly transaction?: 'begins' | 'ends';
}

/** What running a statement showed. */
export interface Observation {
  readonly hazards: readonly Hazard[];
  /** Empty where the statement does not run in a transaction, and lets go of its locks before anybody can look. */
  readonly locks: readonly HeldLock[];
  /** False for what the server takes only outside of a transaction. */
  readonly atomic: boolean;
}

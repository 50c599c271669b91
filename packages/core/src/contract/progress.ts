/** What an operation is at: building a desired state, reading a database, comparing and planning, trying a plan in scratch, asking the rows, waiting for the lock. */
export type Phase = 'compile' | 'inspect' | 'plan' | 'prove' | 'check-data' | 'lock';

/** How far an operation is before anything is run; for progress displays. */
export type ProgressEvent =
  | { readonly type: 'phase'; readonly phase: Phase }
  /** How much of the phase is done: objects that were read, or statements. The total is not known where a database is read. */
  | { readonly type: 'progress'; readonly done: number; readonly total?: number };

/** Whoever wants to know how far an operation is. */
export interface Observed {
  readonly onEvent?: (event: ProgressEvent) => void;
}

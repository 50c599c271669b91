/** What the command line answers with, per group of error codes. */
export const exitCodes = {
  ok: 0,
  user: 1,
  system: 2,
  integrity: 3,
  partial: 4,
  cancelled: 130,
  terminated: 143,
} as const;

const codes = {
  // The user can mend these.
  USAGE: 1,
  CONFIG_INVALID: 1,
  SECRET_UNAVAILABLE: 1,
  DRIVER_NOT_INSTALLED: 1,
  DRIVER_REFUSED: 1,
  DRIVER_INVALID: 1,
  CAPABILITY_MISSING: 1,
  SOURCE_NOT_FOUND: 1,
  SOURCE_INVALID: 1,
  TENANT_INVALID: 1,
  RENAME_INVALID: 1,
  UNSUPPORTED: 1,
  PLAN_IMPOSSIBLE: 1,
  PLAN_CYCLE: 1,
  GATE_CLOSED: 1,
  CONFIRMATION_NEEDED: 1,
  NOT_FOUND: 1,
  ALREADY_TAKEN_BACK: 1,
  // The world did not play along.
  CONNECTION_FAILED: 2,
  CONNECTION_LOST: 2,
  PERMISSION_DENIED: 2,
  RECOVERY_NEEDED: 2,
  LOCK_TIMEOUT: 2,
  LOCK_LOST: 2,
  TIMED_OUT: 2,
  SCRATCH_UNAVAILABLE: 2,
  STATEMENT_FAILED: 2,
  IO: 2,
  INTERNAL: 2,
  // What is there is not what was promised.
  OUT_OF_SYNC: 3,
  BASE_MISMATCH: 3,
  PLAN_CORRUPT: 3,
  SNAPSHOT_CORRUPT: 3,
  PROOF_FAILED: 3,
  CHECK_FAILED: 3,
  VERIFY_FAILED: 3,
  JOURNAL_CORRUPT: 3,
  // Some of it held.
  PARTIAL: 4,
  CANCELLED: 130,
  TERMINATED: 143,
} as const;

/** Every way in which an operation can fail. The list is closed. */
export type ErrorCode = keyof typeof codes;

/** What an error knows about itself. */
export interface ErrorFacts {
  readonly code: ErrorCode;
  /** The operation that failed: `apply`, `snapshot.read`. */
  readonly op: string;
  readonly message: string;
  /** What the reader can do about it. */
  readonly hint?: string;
  readonly tenant?: string;
  /** The step of a plan that failed. */
  readonly step?: string;
  readonly cause?: unknown;
  /** Facts for programs: JSON only, never a secret. */
  readonly details?: Readonly<Record<string, unknown>>;
}

const mark = Symbol.for('@sync/core/SyncError');

/** The one error that schema-sync throws: a closed code, a cause, and a hint that the reader can act on. */
export class SyncError extends Error {
  override readonly name = 'SyncError';
  readonly code: ErrorCode;
  readonly op: string;
  readonly hint: string | undefined;
  readonly tenant: string | undefined;
  readonly step: string | undefined;
  readonly details: Readonly<Record<string, unknown>> | undefined;
  readonly [mark] = true;

  constructor(facts: ErrorFacts) {
    super(facts.message, facts.cause === undefined ? undefined : { cause: facts.cause });
    this.code = facts.code;
    this.op = facts.op;
    this.hint = facts.hint;
    this.tenant = facts.tenant;
    this.step = facts.step;
    this.details = facts.details;
  }

  /** The process's exit code for this error. */
  get exitCode(): number {
    return codes[this.code];
  }

  /** The same error with the tenant or the step filled in where they were not known yet. */
  with(context: Pick<ErrorFacts, 'tenant' | 'step'>): SyncError {
    return changed(this, {
      ...pick('tenant', this.tenant ?? context.tenant),
      ...pick('step', this.step ?? context.step),
    });
  }

  /** What a program reads: the facts without the stack. */
  toJSON(): Record<string, unknown> {
    return {
      code: this.code,
      op: this.op,
      message: this.message,
      ...pick('hint', this.hint),
      ...pick('tenant', this.tenant),
      ...pick('step', this.step),
      ...pick('details', this.details),
      ...pick('cause', this.cause instanceof Error ? this.cause.message : undefined),
    };
  }
}

/** The same error, led by the place that it is about. */
export function errorAt(error: SyncError, at: string): SyncError {
  return changed(error, { message: `${at}: ${error.message}` });
}

/** The same error with something else that the reader can do. */
export function errorWithHint(error: SyncError, hint: string): SyncError {
  return changed(error, { hint });
}

function changed(error: SyncError, facts: Partial<ErrorFacts>): SyncError {
  const copy = new SyncError({
    code: error.code,
    op: error.op,
    message: error.message,
    cause: error.cause,
    ...pick('hint', error.hint),
    ...pick('tenant', error.tenant),
    ...pick('step', error.step),
    ...pick('details', error.details),
    ...facts,
  });
  if (error.stack !== undefined) copy.stack = error.stack;
  return copy;
}

/** Recognises a SyncError of any copy of this package, which `instanceof` would not. */
export function isSyncError(value: unknown): value is SyncError {
  return typeof value === 'object' && value !== null && (value as { [mark]?: boolean })[mark] === true;
}

/** Wraps what is not a SyncError yet as an internal error of the operation. */
export function asSyncError(value: unknown, op: string): SyncError {
  if (isSyncError(value)) return value;
  // Closing what broke often breaks too; the first error is the one that tells why.
  if (isSuppressed(value)) return asSyncError(value.suppressed, op);
  if (value instanceof Error && value.name === 'AbortError') {
    return isSyncError(value.cause)
      ? value.cause
      : new SyncError({ code: 'CANCELLED', op, message: 'cancelled', cause: value });
  }
  const message = value instanceof Error ? value.message : String(value);
  return new SyncError({ code: 'INTERNAL', op, message, cause: value });
}

function isSuppressed(value: unknown): value is { readonly suppressed: unknown } {
  return value instanceof Error && value.name === 'SuppressedError' && 'suppressed' in value;
}

/** Throws when the signal is aborted: CANCELLED, or TERMINATED where the reason says so. */
export function throwIfAborted(signal: AbortSignal | undefined, op: string): void {
  if (!signal?.aborted) return;
  if (isSyncError(signal.reason)) throw signal.reason;
  throw new SyncError({ code: 'CANCELLED', op, message: 'cancelled', cause: signal.reason });
}

function pick<K extends string, V>(key: K, value: V | undefined): Partial<Record<K, V>> {
  return value === undefined ? {} : ({ [key]: value } as Record<K, V>);
}

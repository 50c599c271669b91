import { isSyncError, SyncError } from '../errors.js';

const op = 'source.compile';

/** How many failures a message tells, and how many a program is told. */
const shownAtMost = 20;
const listedAtMost = 200;

/** The error for a source that is there and cannot be read as a schema. */
export function sourceInvalid(
  at: string,
  message: string,
  more: { readonly hint?: string; readonly cause?: unknown; readonly details?: Readonly<Record<string, unknown>> } = {},
): SyncError {
  return new SyncError({
    code: 'SOURCE_INVALID',
    op,
    message: `${at}: ${message}`,
    ...more,
    details: { at, ...more.details },
  });
}

/** The error for a source that is not there. */
export function sourceNotFound(message: string, hint: string, cause?: unknown): SyncError {
  return new SyncError({ code: 'SOURCE_NOT_FOUND', op, message, hint, ...(cause !== undefined && { cause }) });
}

/** Several failures of one source that have nothing to do with each other, as one error. `all` is what programs are told, where that is more. */
export function together(
  failures: readonly [SyncError, ...SyncError[]],
  all: readonly SyncError[] = failures,
): SyncError {
  const [first, ...others] = failures;
  if (all.length === 1) return first;
  const lines = failures.slice(0, shownAtMost).map(({ message }) => message);
  const left = failures.length - lines.length;
  const hints = new Set(failures.map(({ hint }) => hint));
  return new SyncError({
    code: 'SOURCE_INVALID',
    op,
    message: [...lines, ...(left > 0 ? [`and ${left} more`] : [])].join('\n  '),
    ...(first.hint !== undefined && {
      hint: others.length === 0 || hints.size === 1 ? first.hint : `Of the first: ${first.hint}`,
    }),
    cause: first.cause,
    details: {
      ...first.details,
      failures: all.slice(0, listedAtMost).map(({ message, details }) => ({ ...details, message })),
    },
  });
}

/** Collects what is wrong with the parts of a source, so that one wrong part does not hide the next. */
export class Problems {
  private readonly found: SyncError[] = [];

  /** Does a piece of work and keeps what it finds to be wrong with the source. */
  attempt<T>(work: () => T): T | undefined {
    try {
      return work();
    } catch (error) {
      if (!isSyncError(error) || error.code !== 'SOURCE_INVALID') throw error;
      this.found.push(error);
      return undefined;
    }
  }

  /** Throws what was found. */
  settle(): void {
    const [first, ...others] = this.found;
    if (first) throw together([first, ...others]);
  }
}

import { type ErrorCode, isSyncError, SyncError } from '@sync/core';
import { hintForUnreadable, withoutInterim } from '@sync/dialect-sqlite';

/** Where a native error came from. */
export interface ErrorOrigin {
  readonly op: string;
  readonly path: string;
  /** The statement, without its values. */
  readonly statement?: string;
  /** Its place in a list that runs as one. */
  readonly index?: number;
  /** Where in the statement it was found. */
  readonly offset?: number;
}

interface Meaning {
  readonly code: ErrorCode;
  readonly message: (path: string) => string;
  readonly hint: string;
}

/** What SQLite's result codes mean to a user, by their beginning; the longest that fits counts. https://sqlite.org/rescode.html */
const meanings: Readonly<Record<string, Meaning>> = {
  SQLITE_BUSY: {
    code: 'LOCK_TIMEOUT',
    message: (path) => `${path} is locked by another process`,
    hint: 'Wait for it to finish, or wait longer: --lock-wait SECONDS, lockWaitMs in the config, or ?lockWaitMs= in the URL. `fuser` or `lsof` on the file shows who has it open.',
  },
  SQLITE_LOCKED: {
    code: 'LOCK_TIMEOUT',
    message: (path) => `a table in ${path} is locked by another statement`,
    hint: 'Wait for it to finish and run again.',
  },
  SQLITE_NOTADB: {
    code: 'CONNECTION_FAILED',
    message: (path) => `${path} is not a SQLite database, or it is encrypted`,
    hint: 'Check the path. An encrypted file (SQLCipher, SEE) cannot be told from garbage: decrypt it first.',
  },
  SQLITE_CORRUPT: {
    code: 'CONNECTION_FAILED',
    message: (path) => `${path} is damaged`,
    hint: 'Restore it from a backup, or save what is left with `sqlite3 damaged.db .recover`.',
  },
  SQLITE_CANTOPEN: {
    code: 'CONNECTION_FAILED',
    message: (path) => `${path} cannot be opened`,
    hint: 'Check that the folder is there and that this user may read the file, and write to its folder. A database in WAL mode needs its -shm and -wal files beside it.',
  },
  SQLITE_READONLY: {
    code: 'PERMISSION_DENIED',
    message: (path) => `${path} cannot be written`,
    hint: 'The file or its folder is read-only for this user.',
  },
  SQLITE_PERM: {
    code: 'PERMISSION_DENIED',
    message: (path) => `access to ${path} was denied`,
    hint: 'Check the permissions of the file and of its folder.',
  },
  SQLITE_AUTH: {
    code: 'PERMISSION_DENIED',
    message: (path) => `access to ${path} was denied`,
    hint: 'Check the permissions of the file and of its folder.',
  },
  SQLITE_FULL: {
    code: 'IO',
    message: (path) => `there is no room left for ${path}`,
    hint: 'Free space on the disk, or raise max_page_count. Rebuilding a table needs room for a second copy of it. Nothing was changed.',
  },
  SQLITE_IOERR: {
    code: 'IO',
    message: (path) => `reading or writing ${path} failed`,
    hint: 'Check the disk and, on a network file system, whether it supports locking.',
  },
  SQLITE_NOMEM: { code: 'IO', message: () => 'SQLite ran out of memory', hint: 'Close other programs and run again.' },
};

/** Turns whatever better-sqlite3 threw into the one error of schema-sync. Values of parameters are never part of it. */
export function toSyncError(error: unknown, origin: ErrorOrigin): SyncError {
  if (isSyncError(error)) return error;
  const native = nativeCode(error);
  const text = error instanceof Error ? error.message : String(error);
  const said = withoutInterim(text);
  const meaning = meaningOf(native);
  const details = {
    ...(native !== undefined && { native }),
    ...(origin.offset !== undefined && { offset: origin.offset }),
    ...(origin.index !== undefined && { index: origin.index }),
    ...(origin.statement !== undefined && { statement: origin.statement }),
  };
  const common = { op: origin.op, cause: said === text ? error : retold(error), details };
  if (meaning)
    return new SyncError({
      ...common,
      code: meaning.code,
      message: `${meaning.message(origin.path)}: ${said}`,
      hint: meaning.hint,
    });
  if (origin.statement === undefined) {
    return new SyncError({
      ...common,
      code: 'CONNECTION_FAILED',
      message: `${origin.path}: ${said}`,
      hint: 'Check the path and the settings of the connection.',
    });
  }
  const code = native?.startsWith('SQLITE_CONSTRAINT') ? 'CHECK_FAILED' : 'STATEMENT_FAILED';
  return new SyncError({ ...common, code, message: said, ...hintFor(native, said) });
}

/** What caused an error, as a reader knows it. */
function retold(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  const copy = Object.assign(new Error(withoutInterim(error.message), { cause: error.cause }), {
    code: nativeCode(error),
  });
  copy.name = error.name;
  copy.stack = withoutInterim(error.stack ?? '');
  return copy;
}

function hintFor(native: string | undefined, said: string): { readonly hint?: string } {
  const hint = hintForUnreadable(said);
  if (hint !== undefined) return { hint };
  if (!native?.startsWith('SQLITE_CONSTRAINT')) return {};
  return {
    hint: 'Rows that are there do not satisfy the new schema: mend them first. Nothing of this batch was changed.',
  };
}

/** Whether somebody else holds what is wanted. */
export function isBusy(error: unknown): boolean {
  const native = nativeCode(isSyncError(error) ? error.cause : error);
  return native?.startsWith('SQLITE_BUSY') ?? false;
}

/** The result code by its name: `SQLITE_BUSY`. */
export function nativeCode(error: unknown): string | undefined {
  const code = (error as { readonly code?: unknown } | null | undefined)?.code;
  return typeof code === 'string' && code.startsWith('SQLITE_') ? code : undefined;
}

function meaningOf(native: string | undefined): Meaning | undefined {
  if (native === undefined) return undefined;
  const parts = native.split('_');
  for (let length = parts.length; length > 1; length--) {
    const meaning = meanings[parts.slice(0, length).join('_')];
    if (meaning) return meaning;
  }
  return undefined;
}

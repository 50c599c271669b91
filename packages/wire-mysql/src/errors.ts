import { isSyncError, SyncError } from '@sync/core';
import { quoteName } from '@sync/dialect-mysql';
import { byCode, byNumber, byReason, gone, hungUp, type Meaning, tlsCodes, tlsWords, untrusted } from './meanings.js';

/** Where a native error came from. */
export interface ErrorOrigin {
  readonly op: string;
  /** The target, without a secret. */
  readonly label: string;
  /** The statement, without its values. */
  readonly statement?: string;
  /** The database that the session is in, which the server names before each table. */
  readonly database?: string;
}

interface NativeError {
  readonly code?: unknown;
  readonly errno?: unknown;
  readonly message?: unknown;
}

/** Turns whatever the client library threw into the one error of schema-sync. Values of parameters are never part of it. */
export function toSyncError(error: unknown, { op, label, statement, database }: ErrorOrigin): SyncError {
  if (isSyncError(error)) return error;
  const native = (error instanceof AggregateError ? error.errors[0] : error) as NativeError;
  const words = plainly(String(native?.message ?? error));
  const said = asKnown(words, database);
  const connecting = op === 'connect';
  const known = meaningOf(native, said);
  const meaning = connecting && known === gone ? hungUp : known;
  const offset = statement === undefined ? undefined : offsetIn(words, statement);
  return new SyncError({
    op,
    code: meaning?.code ?? (connecting ? 'CONNECTION_FAILED' : 'STATEMENT_FAILED'),
    message: connecting ? `${label}: ${said}` : said,
    hint: meaning?.hint ?? (connecting ? 'Check the URL and the settings of the connection.' : undefined),
    cause: error,
    details: {
      ...(native?.code !== undefined && { native: native.code }),
      ...(typeof native?.errno === 'number' && { number: native.errno }),
      ...(meaning?.reason !== undefined && { reason: meaning.reason }),
      ...(connecting && meaning?.passes && { passes: true }),
      ...(statement !== undefined && { statement }),
      ...(offset !== undefined && { offset }),
    },
  } as ConstructorParameters<typeof SyncError>[0]);
}

/** What the client library says of a session that is gone, in the words of whoever asked. */
function plainly(message: string): string {
  return /connection is in closed state/i.test(message)
    ? 'Connection lost: the session was closed meanwhile.'
    : message;
}

/** The name of its own database says nothing, and in scratch what nobody knows; that of a copy which is being made of a table is the server's own. */
function asKnown(message: string, database: string | undefined): string {
  if (database === undefined) return withoutCopies(message);
  const ofRoutines = ['FUNCTION', 'PROCEDURE'].map((kind) => [`${kind} ${database}.`, `${kind} `] as const);
  const named = [[`${quoteName(database)}.`, ''], [`'${database}.`, "'"], ...ofRoutines] as const;
  return withoutCopies(named.reduce((text, [name, plain]) => text.replaceAll(name, plain), message));
}

function withoutCopies(message: string): string {
  return message.replace(/`#sql-[^`]*`/g, 'the copy of the table');
}

function meaningOf({ code, errno }: NativeError, message: string): Meaning | undefined {
  const numbered = typeof errno === 'number' ? byNumber.get(errno) : undefined;
  if (numbered) return numbered;
  const reason = typeof errno === 'number' ? byReason.get(errno) : undefined;
  if (reason?.[0].test(message)) return reason[1];
  if (typeof code === 'string') {
    const told = code === 'HANDSHAKE_SSL_ERROR' ? tlsWords.find(([words]) => words.test(message))?.[1] : undefined;
    const known = told ?? (Object.hasOwn(byCode, code) ? byCode[code] : undefined);
    if (known) return known;
    if (tlsCodes.test(code)) return untrusted;
  }
  return /closed state|connection is in closed|Connection lost/i.test(message) ? gone : undefined;
}

/** A syntax error quotes what stands where the server stopped: `… near 'x y' at line 3`. */
function offsetIn(message: string, statement: string): number | undefined {
  const near = /near '(.*)' at line (\d+)$/s.exec(message);
  if (!near) return undefined;
  const lines = statement.split('\n');
  const start = lines.slice(0, Number(near[2]) - 1).reduce((sum, line) => sum + line.length + 1, 0);
  const at = statement.indexOf(near[1] ?? '', start);
  return at >= 0 ? at : start;
}

/** The error of a connection that has ended. */
export function closed(label: string, op: string, cause?: unknown): SyncError {
  return new SyncError({
    code: 'CONNECTION_LOST',
    op,
    message: `the connection to ${label} is closed`,
    hint: 'Open another one.',
    ...(cause !== undefined && { cause }),
  });
}

/** The error of a statement whose answer cannot come any more. */
export function silenced(label: string, reason: string): SyncError {
  return new SyncError({
    code: 'CONNECTION_LOST',
    op: 'session',
    message: `${label}: ${reason}`,
    hint: 'Look into the network between, and run again: the next plan starts from what is there. The server may still be at what it was asked for.',
  });
}

/** The error of a lock that is asked for where nothing is to be written. */
export function onlyReads(): SyncError {
  return new SyncError({
    code: 'PERMISSION_DENIED',
    op: 'lock',
    message: 'a connection that only reads takes no lock',
    hint: 'Connect with access to write.',
  });
}

/** Whether there is no database of that name. */
export function isMissing(error: unknown): error is SyncError {
  return isSyncError(error) && error.details?.number === 1049;
}

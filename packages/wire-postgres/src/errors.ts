import { isSyncError, SyncError } from '@sync/core';
import type { Engine } from './engine.js';
import {
  byNetwork,
  byNetworkKind,
  byRoutine,
  byRoutineOfStatement,
  byState,
  byWords,
  gone,
  hungUp,
  type Meaning,
  noRoomForLocks,
  refusedByRules,
  shutOut,
} from './meanings.js';

/** Where a native error came from. */
export interface ErrorOrigin {
  readonly op: string;
  /** The target, without a secret. */
  readonly label: string;
  /** The statement, without its values. */
  readonly statement?: string;
  /** Its place in a list that runs as one. */
  readonly index?: number;
  /** Who kept it waiting. */
  readonly holder?: string;
  /** What errors mean that are the engine's own. */
  readonly engine?: Pick<Engine, 'meaning'>;
  /** Whether TLS was spoken with whom refused the connection. */
  readonly isEncrypted?: boolean;
}

const silences: ReadonlySet<string> = new Set(['ETIMEDOUT', 'EHOSTUNREACH', 'ENETUNREACH', 'ENETDOWN', 'EAI_AGAIN']);

/** Turns whatever pg threw into the one error of schema-sync. Values of parameters are never part of it. */
export function toSyncError(error: unknown, origin: ErrorOrigin): SyncError {
  if (isSyncError(error)) return error;
  const native = firstOf(error);
  const facts = factsOf(native);
  const { code, message, detail, position, constraint, table } = facts;
  const connecting = origin.op === 'connect';
  const told = connecting
    ? refusalOf(facts, origin.isEncrypted ?? false)
    : (origin.engine?.meaning?.(facts) ?? lackOf(facts));
  const known = told ?? meaningOf(code, message);
  const meaning = connecting && known === gone ? hungUp : known;
  return new SyncError({
    op: origin.op,
    code: meaning?.code ?? (connecting ? 'CONNECTION_FAILED' : 'STATEMENT_FAILED'),
    message: connecting ? `${origin.label}: ${message}` : message,
    hint: meaning?.hint ?? (connecting ? 'Check the URL and the settings of the connection.' : undefined),
    cause: native,
    details: {
      ...(code !== undefined && { native: code }),
      ...(meaning?.reason !== undefined && { reason: meaning.reason }),
      ...(connecting && meaning?.passes && { passes: true }),
      ...(origin.index !== undefined && { index: origin.index }),
      ...(origin.holder !== undefined && { holder: origin.holder }),
      ...(origin.statement !== undefined && { statement: origin.statement }),
      ...(position !== undefined && { position, ...placeIn(origin.statement, position) }),
      ...(detail !== undefined && { detail }),
      ...(table !== undefined && { table }),
      ...(constraint !== undefined && { constraint }),
    },
  } as ConstructorParameters<typeof SyncError>[0]);
}

/** The server counts characters from 1, also such as take two units of a text here. */
function placeIn(statement: string | undefined, position: string): { readonly offset?: number } {
  if (statement === undefined) return {};
  return { offset: [...statement].slice(0, Number(position) - 1).join('').length };
}

/** A host with several addresses fails with one error for each. */
function firstOf(error: unknown): unknown {
  return error instanceof AggregateError ? (error.errors[0] ?? error) : error;
}

interface NativeFacts {
  readonly code: string | undefined;
  readonly message: string;
  readonly detail: string | undefined;
  readonly position: string | undefined;
  readonly constraint: string | undefined;
  readonly table: string | undefined;
  readonly routine: string | undefined;
}

function factsOf(error: unknown): NativeFacts {
  const facts = (error ?? {}) as Readonly<Record<string, unknown>>;
  const text = (name: string) => (typeof facts[name] === 'string' ? facts[name] : undefined);
  return {
    code: text('code'),
    message: text('message') ?? String(error),
    detail: text('detail'),
    position: text('position'),
    constraint: text('constraint'),
    table: text('table'),
    routine: text('routine'),
  };
}

/** The codes of being let in are few, and the server's words may be in any language. */
function refusalOf({ code, routine }: NativeFacts, isEncrypted: boolean): Meaning | undefined {
  if (code === '42501') return shutOut;
  if (code !== '28000' || routine === undefined) return undefined;
  return routine === 'ClientAuthentication' ? refusedByRules(isEncrypted) : byRoutine[routine];
}

function lackOf({ code, routine }: NativeFacts): Meaning | undefined {
  // The code is that of memory of any sort.
  if (code === '53200' && routine === 'LockAcquireExtended') return noRoomForLocks;
  return routine !== undefined && Object.hasOwn(byRoutineOfStatement, routine)
    ? byRoutineOfStatement[routine]
    : undefined;
}

/** Whether the same place may let somebody in who comes with TLS rather than without, or the other way round. */
export function mayGoOtherWay({ cause }: SyncError): boolean {
  const { code, message, routine } = factsOf(cause);
  const isTls = code !== undefined && (code === 'EPROTO' || byNetworkKind.some(([pattern]) => pattern.test(code)));
  return isTls || routine === 'ClientAuthentication' || /does not support SSL/.test(message);
}

/** Whether nobody answered at all, as if there were no network. */
export function isSilence(error: unknown): boolean {
  const { code, message } = factsOf(isSyncError(error) ? error.cause : firstOf(error));
  return code === undefined ? /timeout expired/.test(message) : silences.has(code);
}

/** Whether nobody was asked, since there are as many connections as there may be. */
export function isFull(error: unknown): boolean {
  return isSyncError(error) && error.details?.full === true;
}

/** Whether other places of the same cluster would answer alike: who is not let in at one is not at the others. */
export function isFinal({ code, details }: SyncError): boolean {
  return code === 'CONFIG_INVALID' || details?.missing === 'password' || /^(28|3D)/.test(String(details?.native));
}

function meaningOf(code: string | undefined, message: string): Meaning | undefined {
  if (code !== undefined) {
    if (Object.hasOwn(byNetwork, code)) return byNetwork[code];
    for (let length = code.length; length >= 2; length--) {
      const meaning = byState[code.slice(0, length)];
      if (meaning) return meaning;
    }
    if (code === 'ECONNRESET' || code === 'EPIPE') return gone;
    const kind = byNetworkKind.find(([pattern]) => pattern.test(code));
    if (kind) return kind[1];
  }
  return byWords.find(([pattern]) => pattern.test(message))?.[1];
}

/** The error of a connection that nothing comes through any more. */
export function unheard(label: string, why: string): SyncError {
  return new SyncError({
    code: 'CONNECTION_LOST',
    op: 'session',
    message: `the connection to ${label} is lost: ${why}`,
    hint: 'Look into the network between. The server takes back what did not commit, and lets go of the locks, when it notices; then run again: the next plan starts from what is there.',
    details: { native: 'silence' },
  });
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

/** The error of a lock that is asked for where nothing is to be written. */
export function onlyReads(): SyncError {
  return new SyncError({
    code: 'PERMISSION_DENIED',
    op: 'lock',
    message: 'a connection that only reads takes no lock',
    hint: 'Connect with access to write.',
  });
}

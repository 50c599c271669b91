import { isSyncError, type Observation, type Statement, type Unobserved, type WrittenStatement } from '@sync/core';
import {
  alteredQuery,
  effectsOf,
  type FactRow,
  type Landscape,
  type LockRow,
  landscape,
  landscapeQuery,
  locksQuery,
  lossesQuery,
  readSince,
  type ScansRow,
  scansQuery,
  withAltered,
} from '@sync/dialect-postgres';
import { reachingCall } from './reaching.js';
import type { PostgresSession } from './session.js';

const op = 'observe';

/** What begins or ends a transaction, by its first word. */
const transactions: Readonly<Record<string, Unobserved['transaction']>> = {
  BEGIN: 'begins',
  START: 'begins',
  COMMIT: 'ends',
  END: 'ends',
  ROLLBACK: 'ends',
  ABORT: 'ends',
};
const savepoints: ReadonlySet<string> = new Set(['SAVEPOINT', 'RELEASE']);

/** What reaches beyond a scratch database, by its first word, or by what it makes, alters or drops. */
const reaching: ReadonlySet<string> = new Set(['COPY', 'LOAD', 'CHECKPOINT', 'NOTIFY']);
const serverWide: ReadonlySet<string> = new Set([
  'DATABASE',
  'ROLE',
  'USER',
  'GROUP',
  'TABLESPACE',
  'SUBSCRIPTION',
  'SYSTEM',
]);
const defining: ReadonlySet<string> = new Set(['CREATE', 'ALTER', 'DROP', 'REASSIGN']);

/** What the last statement of a session left, which the next one finds: nobody else is in a scratch database. */
const left = new WeakMap<PostgresSession, Landscape>();

/** Runs a statement by itself, in a transaction where the server takes it there, and tells what it did to what was there before. */
export async function observeStatement(
  session: PostgresSession,
  { text, words }: WrittenStatement,
  signal?: AbortSignal,
): Promise<Observation | Unobserved> {
  const skipped = whySkipped(words) ?? whyNotCalled(text);
  if (skipped) return skipped;
  const send = <R>(statement: Statement) => session.send<R>(statement, { op, signal });
  const look = async (was?: Landscape) => landscape(await send<FactRow>(landscapeQuery), was);
  const known = left.get(session);
  left.delete(session);
  const find = async () => (known ? readSince(known, await send<ScansRow>(scansQuery)) : look());
  const losses = async () => (await send<{ readonly losses: number | null }>(lossesQuery))[0]?.losses ?? undefined;
  await send({ text: 'BEGIN' });
  try {
    const before = await find();
    const lost = await losses();
    await send({ text });
    const held = await send<LockRow>(locksQuery);
    // An extension takes in what was there before it, and leaves no trace with that.
    const isWritten = lost !== undefined && !words.includes('EXTENSION') && (await losses()) === lost;
    const after = isWritten ? withAltered(before, await send<FactRow>(alteredQuery)) : await look(before);
    await send({ text: 'COMMIT' });
    left.set(session, after);
    return { ...effectsOf(before, after, held), atomic: true };
  } catch (error) {
    if (!session.gone.aborted) await session.send({ text: 'ROLLBACK' }, { op });
    if (!runsAlone(error)) throw error;
  }
  const before = await find();
  await send({ text });
  const after = await look(before);
  left.set(session, after);
  return { ...effectsOf(before, after, []), atomic: false };
}

function whyNotCalled(text: string): Unobserved | undefined {
  const call = reachingCall(text);
  return call === undefined ? undefined : { skipped: `${call} reaches beyond a scratch database` };
}

function whySkipped([first = '', second = '', third = '']: readonly string[]): Unobserved | undefined {
  // ROLLBACK TO goes back to a savepoint.
  const transaction = second === 'TO' ? undefined : transactions[first];
  if (transaction || transactions[first] || savepoints.has(first)) {
    return { skipped: 'each statement is looked at by itself', ...(transaction && { transaction }) };
  }
  const isOfServer = defining.has(first) && serverWide.has(second) && third !== 'MAPPING';
  return reaching.has(first) || isOfServer ? { skipped: 'it reaches beyond a scratch database' } : undefined;
}

/** `active_sql_transaction`: the server refuses the statement in a transaction. */
function runsAlone(error: unknown): boolean {
  return isSyncError(error) && error.details?.native === '25001';
}

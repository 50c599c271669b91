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
  reachingCall,
  readSince,
  type ScansRow,
  scansQuery,
  withAltered,
} from '@sync/dialect-postgres';
import { type Runner, withhold } from './fence.js';
import { hasServerWideCode, isServerWide } from './reaching.js';
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

/** What reaches beyond a scratch database, by its first word. */
const reaching: ReadonlySet<string> = new Set(['COPY', 'LOAD', 'CHECKPOINT', 'NOTIFY']);

/** What defines code without running it. */
const definesCode = /^CREATE (OR REPLACE )?(FUNCTION|PROCEDURE|VIEW|RECURSIVE VIEW)\b/;

/** What the last statement of a session left, which the next one finds: nobody else is in a scratch database. */
const left = new WeakMap<PostgresSession, Landscape>();

/** Runs a statement by itself, in a transaction where the server takes it there, and tells what it did to what was there before. */
export async function observeStatement(
  runner: Runner,
  statement: WrittenStatement,
  signal?: AbortSignal,
): Promise<Observation | Unobserved> {
  const skipped = whySkipped(statement) ?? (runner.ownsMore ? whyNotShared(statement) : undefined);
  if (skipped) return skipped;
  const { session, maker } = runner;
  if (!maker) return observeIn(session, statement, signal);
  if (isOfExtension(statement)) {
    left.delete(session);
    return observeAsMaker({ session, maker }, statement, signal);
  }
  try {
    return await observeIn(session, statement, signal);
  } catch (error) {
    if (!isSyncError(error) || error.details?.native !== '42501') throw error;
    return {
      skipped: `it needs rights beyond a scratch database, which the role that ran it was not given: ${error.message}`,
    };
  }
}

/** What an extension does stands on the server: a file can only name it. */
function isOfExtension({ words: [first, second, third] }: WrittenStatement): boolean {
  return second === 'EXTENSION' || (first === 'COMMENT' && third === 'EXTENSION');
}

async function observeAsMaker(
  { session, maker }: Required<Pick<Runner, 'session' | 'maker'>>,
  statement: WrittenStatement,
  signal: AbortSignal | undefined,
): Promise<Observation> {
  left.delete(maker);
  const path = { text: "SELECT pg_catalog.current_setting('search_path') AS path, current_user::text AS role" };
  const [there] = await session.send<{ readonly path: string; readonly role: string }>(path, { op, signal });
  if (!there) throw new TypeError('one row was asked for');
  const follow = { text: "SELECT pg_catalog.set_config('search_path', $1, false)", params: [there.path] };
  await maker.send(follow, { op, signal });
  const found = await observeIn(maker, statement, signal);
  await withhold(maker, there.role);
  return found;
}

async function observeIn(
  session: PostgresSession,
  { text, words }: WrittenStatement,
  signal: AbortSignal | undefined,
): Promise<Observation> {
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
    const isWithoutLoss = lost !== undefined && !words.includes('EXTENSION') && (await losses()) === lost;
    const after = isWithoutLoss ? withAltered(before, await send<FactRow>(alteredQuery)) : await look(before);
    await send({ text: 'COMMIT' });
    left.set(session, after);
    return { ...effectsOf(before, after, held, text), atomic: true };
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

function whySkipped({ text, words }: WrittenStatement): Unobserved | undefined {
  const [first = '', second] = words;
  // ROLLBACK TO goes back to a savepoint.
  const transaction = second === 'TO' ? undefined : transactions[first];
  if (transaction || transactions[first] || savepoints.has(first)) {
    return { skipped: 'each statement is looked at by itself', ...(transaction && { transaction }) };
  }
  if (reaching.has(first) || isServerWide(words)) return { skipped: 'it reaches beyond a scratch database' };
  const call = definesCode.test(words.join(' ')) ? undefined : reachingCall(text);
  return call === undefined ? undefined : { skipped: `${call} reaches beyond a scratch database` };
}

/** Of a role that cannot be kept to scratch, code is only run that leaves alone what else it may own. */
function whyNotShared({ text, words: [first] }: WrittenStatement): Unobserved | undefined {
  const isCode = first === 'DO' || first === 'CREATE' || first === 'SELECT';
  return isCode && hasServerWideCode(text)
    ? { skipped: 'code in it is about databases or roles, which reaches beyond a scratch database' }
    : undefined;
}

/** `active_sql_transaction`: the server refuses the statement in a transaction. */
function runsAlone(error: unknown): boolean {
  return isSyncError(error) && error.details?.native === '25001';
}

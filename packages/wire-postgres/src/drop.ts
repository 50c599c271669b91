import { type Connection, type DropRequest, type Lock, SyncError } from '@sync/core';
import { quoteName } from '@sync/dialect-postgres';
import { PostgresConnection } from './connection.js';
import { lockName } from './lock.js';
import { startBeside } from './making.js';
import { labelOf, type PostgresOptions } from './options.js';
import { PooledConnection } from './pooled-connection.js';
import { setOn } from './run-settings.js';
import type { PostgresSession } from './session.js';
import { standingElsewhere } from './standing-elsewhere.js';
import { startSession } from './start-session.js';
import { inTransaction } from './transaction.js';
import { usualWaitMs } from './wait-for-lock.js';

/** Drops the database of a target, from another one on its server, which refuses while anybody is connected to it: whoever holds the lock is. */
export async function dropDatabase(options: PostgresOptions, { signal, lock }: DropRequest = {}): Promise<void> {
  if (lock) {
    await using _ = await holding(options, lock, signal);
  }
  const { session } = await startBeside(options, 'write', cannotReach(options), signal);
  try {
    await session.send({ text: `DROP DATABASE ${quoteName(options.database)}` }, { op: 'drop', signal });
  } finally {
    await session.close();
  }
}

/** Drops the schema that options are kept to with all that is in it. What others have made of that is not dropped along. */
export async function dropSchema(options: PostgresOptions, { signal, lock }: DropRequest = {}): Promise<void> {
  const { schema = '', ...whole } = options;
  await using held = lock && (await holding(whole, { ...lock, name: lockName(lock.name, [schema]) }, signal));
  const stop = [signal, held?.lost].flatMap((each) => each ?? []);
  const { session } = await startSession(whole, 'write', signal);
  try {
    await inTransaction(session, 'BEGIN', async () => {
      const sending = { op: 'drop', signal: AbortSignal.any(stop) };
      await setOn(session, 'lock_timeout', String(Math.max(lock?.waitMs ?? usualWaitMs, 1)), true);
      await closeTables(session, schema, sending);
      await requireAlone(session, schema, options);
      await session.send({ text: `DROP SCHEMA ${quoteName(schema)} CASCADE` }, sending);
    });
  } finally {
    await session.close();
  }
}

/** Holds a lock of whoever changes what is dropped, by a connection of its own. */
async function holding(
  options: PostgresOptions,
  { name, waitMs }: NonNullable<DropRequest['lock']>,
  signal: AbortSignal | undefined,
): Promise<Lock> {
  const started = await startSession(options, 'write', signal);
  const connection: Connection = started.pooled
    ? new PooledConnection(started, 'write')
    : new PostgresConnection(started, 'write');
  try {
    const request = { ...(waitMs !== undefined && { waitMs }), ...(signal && { signal }) };
    const lock = await connection.lock(name, request);
    return { lost: lock.lost, [Symbol.asyncDispose]: () => connection[Symbol.asyncDispose]() };
  } catch (error) {
    await connection[Symbol.asyncDispose]();
    throw error;
  }
}

type Sending = Parameters<PostgresSession['send']>[1];

/** Nobody makes anything of the tables any more between the question whether somebody did and their end. */
async function closeTables(session: PostgresSession, schema: string, sending: Sending): Promise<void> {
  const text = `
SELECT c.relname::text AS name
FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
WHERE n.nspname = $1 AND c.relkind IN ('r', 'p', 'v') AND NOT c.relispartition
ORDER BY 1`.trim();
  const found = await session.send<{ readonly name: string }>({ text, params: [schema] }, sending);
  if (found.length === 0) return;
  const names = found.map(({ name }) => `${quoteName(schema)}.${quoteName(name)}`);
  await session.send({ text: `LOCK TABLE ${names.join(', ')} IN ACCESS EXCLUSIVE MODE` }, sending);
}

/** Whether anything that is not of this schema would go with it. */
async function requireAlone(session: PostgresSession, schema: string, options: PostgresOptions): Promise<void> {
  const found = await session.send<{ readonly what: string }>(standingElsewhere(schema), { op: 'drop' });
  if (found.length === 0) return;
  throw new SyncError({
    code: 'PLAN_IMPOSSIBLE',
    op: 'drop',
    message: `${labelOf(options)} is needed by what lies elsewhere: ${found.map(({ what }) => what).join(', ')}`,
    hint: 'Nothing was touched. Take these away first, if they may go.',
  });
}

function cannotReach(options: PostgresOptions): SyncError {
  return new SyncError({
    code: 'CONNECTION_FAILED',
    op: 'drop',
    message: `${labelOf(options)} can only be dropped from another database of its server, and this role may connect to none`,
    hint: 'Let the role connect to the database postgres, or have somebody drop it who may.',
  });
}

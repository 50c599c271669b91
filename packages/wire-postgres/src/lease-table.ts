import { isSyncError, type Statement } from '@sync/core';
import type { PostgresSession } from './session.js';
import { keyOf } from './wait-for-lock.js';

const op = 'lock';
const table = 'public._schema_sync_leases';

/** A lease as it is asked for. */
export interface Lease {
  readonly name: string;
  /** Who has it, for people. */
  readonly holder: string;
  /** What only this holder knows. */
  readonly token: string;
  readonly lengthMs: number;
}

/** Takes a lease where nobody has one that lasts, and nobody the lock of a session; within a transaction. */
export async function tryLease(session: PostgresSession, { name, holder, token, lengthMs }: Lease): Promise<boolean> {
  const text = 'SELECT pg_catalog.pg_try_advisory_xact_lock($1) AS granted';
  const [lock] = await send<{ readonly granted: boolean }>(session, { text, params: [keyOf(name)] });
  if (!lock?.granted) return false;
  // Asked first: whoever may use the table need not be allowed to make one.
  if (!(await isTableThere(session))) await send(session, { text: making });
  const [row] = await send<{ readonly taken: boolean }>(session, {
    text: taking,
    params: [name, holder, token, lengthMs],
  });
  return row?.taken ?? false;
}

const making = `
CREATE TABLE IF NOT EXISTS ${table} (
  name text COLLATE "C" PRIMARY KEY, holder text NOT NULL, token text NOT NULL, expires timestamp with time zone NOT NULL
)`.trim();

const until = (length: string) => `pg_catalog.clock_timestamp() + ${length}::float8 * interval '1 millisecond'`;

/** A row that is locked is that of somebody whose batch is at work, however long that takes. */
const expired = `
SELECT l.name FROM ${table} l WHERE l.name = $1 AND l.expires <= pg_catalog.clock_timestamp() FOR UPDATE SKIP LOCKED`.trim();

const taking = `
WITH expired AS (
  ${expired}
), over AS (
  UPDATE ${table} l SET holder = $2, token = $3, expires = ${until('$4')}
  FROM expired WHERE l.name = expired.name
  RETURNING true AS taken
), new AS (
  INSERT INTO ${table} (name, holder, token, expires)
  SELECT $1, $2, $3, ${until('$4')}
  WHERE NOT EXISTS (SELECT FROM ${table} l WHERE l.name = $1)
  ON CONFLICT DO NOTHING
  RETURNING true AS taken
)
SELECT EXISTS (SELECT FROM over) OR EXISTS (SELECT FROM new) AS taken`.trim();

/** Prolongs a lease, and holds its row until the transaction ends; false where it is another's by now. That it has expired does not matter until somebody takes it. */
export async function prolong(session: PostgresSession, { name, token, lengthMs }: Lease): Promise<boolean> {
  const text = `UPDATE ${table} SET expires = ${until('$3')} WHERE name = $1 AND token = $2 RETURNING true AS own`;
  return (await send(session, { text, params: [name, token, lengthMs] })).length > 0;
}

/** Gives a lease back. */
export async function giveBack(session: PostgresSession, { name, token }: Lease): Promise<void> {
  await send(session, { text: `DELETE FROM ${table} WHERE name = $1 AND token = $2`, params: [name, token] });
}

/** Whether nobody has a lease of this name, now that none can come: one that has expired goes, and its holder writes nothing more. */
export async function freeOfLeases(session: PostgresSession, name: string): Promise<boolean> {
  if (!(await isTableThere(session))) return true;
  await send(session, { text: `DELETE FROM ${table} WHERE name IN (${expired})`, params: [name] });
  const rows = await send(session, { text: `SELECT true AS found FROM ${table} WHERE name = $1`, params: [name] });
  return rows.length === 0;
}

/** Whether somebody has a lease of this name that has not expired. */
export async function isLeased(session: PostgresSession, name: string): Promise<boolean> {
  if (!(await isTableThere(session))) return false;
  const text = `SELECT true AS found FROM ${table} WHERE name = $1 AND expires > pg_catalog.clock_timestamp()`;
  return (await send(session, { text, params: [name] })).length > 0;
}

/** Who has the lease of a name. */
export async function leaseHolder(session: PostgresSession, name: string): Promise<string | undefined> {
  if (!(await isTableThere(session))) return undefined;
  const text = `
SELECT pg_catalog.format(
  '%s, who has a lease until %s',
  holder, pg_catalog.to_char(expires AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')
) AS holder
FROM ${table} WHERE name = $1`.trim();
  const [row] = await send<{ readonly holder: string }>(session, { text, params: [name] });
  return row?.holder;
}

/** Two that take leases of different names may both be the first to make the table. */
export function isSecondMaker(error: unknown): boolean {
  return isSyncError(error) && ['23505', '42P07'].includes(String(error.details?.native));
}

async function isTableThere(session: PostgresSession): Promise<boolean> {
  const text = `
SELECT true AS found
FROM pg_catalog.pg_class c
JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
WHERE n.nspname = 'public' AND c.relname = '_schema_sync_leases'`.trim();
  return (await send(session, { text })).length > 0;
}

function send<R>(session: PostgresSession, statement: Statement): Promise<readonly R[]> {
  return session.send<R>(statement, { op });
}

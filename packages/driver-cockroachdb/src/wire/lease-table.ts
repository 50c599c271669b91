import type { PostgresSession } from '@sync/wire-postgres';

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

const making = `
CREATE TABLE IF NOT EXISTS ${table} (
  name STRING PRIMARY KEY, holder STRING NOT NULL, token STRING NOT NULL, expires TIMESTAMPTZ NOT NULL
)`.trim();

const until = (length: string) => `clock_timestamp() + ${length}::INT8 * INTERVAL '1 millisecond'`;

/** One statement, which is a transaction by itself: of two that come at once the server lets one be first, and transactions are serializable. */
const taking = `
INSERT INTO ${table} AS l (name, holder, token, expires)
VALUES ($1, $2, $3, ${until('$4')})
ON CONFLICT (name) DO UPDATE
SET holder = excluded.holder, token = excluded.token, expires = excluded.expires
WHERE l.expires <= clock_timestamp()
RETURNING true AS taken`.trim();

/** Takes a lease where nobody has one that lasts. */
export async function tryLease(session: PostgresSession, { name, holder, token, lengthMs }: Lease): Promise<boolean> {
  // Asked first: whoever may use the table need not be allowed to make one.
  if (!(await isTableThere(session))) await session.send({ text: making }, { op });
  const rows = await session.send({ text: taking, params: [name, holder, token, lengthMs] }, { op });
  return rows.length > 0;
}

/** Prolongs a lease; false where it is another's by now. That it has expired does not matter until somebody takes it. */
export async function prolong(session: PostgresSession, { name, token, lengthMs }: Lease): Promise<boolean> {
  const text = `UPDATE ${table} SET expires = ${until('$3')} WHERE name = $1 AND token = $2 RETURNING true AS own`;
  return (await session.send({ text, params: [name, token, lengthMs] }, { op })).length > 0;
}

/** Gives a lease back. */
export async function giveBack(session: PostgresSession, { name, token }: Lease): Promise<void> {
  await session.send({ text: `DELETE FROM ${table} WHERE name = $1 AND token = $2`, params: [name, token] }, { op });
}

/** Who has the lease of a name. */
export async function leaseHolder(session: PostgresSession, name: string): Promise<string | undefined> {
  if (!(await isTableThere(session))) return undefined;
  const [row] = await session.send<{ readonly holder: string; readonly expires: string }>(
    { text: `SELECT holder, expires::STRING AS expires FROM ${table} WHERE name = $1`, params: [name] },
    { op },
  );
  return row && `${row.holder}, who has a lease until ${row.expires}`;
}

async function isTableThere(session: PostgresSession): Promise<boolean> {
  const text = `
SELECT true AS found
FROM pg_catalog.pg_class c
JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
WHERE n.nspname = 'public' AND c.relname = '_schema_sync_leases'`.trim();
  return (await session.send({ text }, { op })).length > 0;
}

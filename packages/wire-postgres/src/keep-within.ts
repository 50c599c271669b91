import { globTest, type Statement, SyncError } from '@sync/core';
import type { PostgresOptions } from './options.js';
import type { PostgresSession } from './session.js';
import { startSession } from './start-session.js';
import { writtenFunctions } from './written-functions.js';

interface Touched {
  readonly schema: string;
  readonly name: string;
  readonly mode: string;
}

/** Relations of other schemas that this session's transaction holds locks on. */
const touched = (schema: string): Statement => ({
  text: `
SELECT n.nspname::text AS schema, c.relname::text AS name, l.mode
FROM pg_catalog.pg_locks l
JOIN pg_catalog.pg_class c ON c.oid = l.relation
JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
WHERE l.locktype = 'relation' AND l.pid = pg_catalog.pg_backend_pid()
  AND l.database = (SELECT d.oid FROM pg_catalog.pg_database d WHERE d.datname = pg_catalog.current_database())
  AND n.nspname <> $1 AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
ORDER BY 1, 2, 3`.trim(),
  params: [schema],
});

/** What this session's transaction has locked and does not see any more: what it dropped, and what it made for as long as a statement took. */
const vanished: Statement = {
  text: `
SELECT l.classid::pg_catalog.regclass::text AS catalogue, coalesce(l.relation, l.objid)::text AS oid
FROM pg_catalog.pg_locks l
WHERE l.pid = pg_catalog.pg_backend_pid()
  AND l.database = (SELECT d.oid FROM pg_catalog.pg_database d WHERE d.datname = pg_catalog.current_database())
  AND CASE
    WHEN l.locktype = 'relation' THEN NOT EXISTS (SELECT FROM pg_catalog.pg_class c WHERE c.oid = l.relation)
    WHEN l.locktype <> 'object' THEN false
    WHEN l.classid = 'pg_catalog.pg_proc'::pg_catalog.regclass
      THEN NOT EXISTS (SELECT FROM pg_catalog.pg_proc p WHERE p.oid = l.objid)
    WHEN l.classid = 'pg_catalog.pg_type'::pg_catalog.regclass
      THEN NOT EXISTS (SELECT FROM pg_catalog.pg_type t WHERE t.oid = l.objid)
  END`.trim(),
};

/** What of relations, routines and types lies in other schemas to whoever does not see this transaction. */
const standing = `
SELECT n.nspname::text AS schema, gone.name, 'dropped' AS mode
FROM (
  SELECT c.relname::text AS name, c.relnamespace AS place FROM pg_catalog.pg_class c WHERE c.oid = ANY ($2::pg_catalog.oid[])
  UNION ALL
  SELECT p.proname::text, p.pronamespace FROM pg_catalog.pg_proc p WHERE p.oid = ANY ($3::pg_catalog.oid[])
  UNION ALL
  SELECT t.typname::text, t.typnamespace FROM pg_catalog.pg_type t WHERE t.oid = ANY ($4::pg_catalog.oid[])
) gone
JOIN pg_catalog.pg_namespace n ON n.oid = gone.place
WHERE n.nspname <> $1 AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
ORDER BY 1, 2`.trim();

/** What a transaction has dropped outside of a schema. It does not see that itself: another session does. */
async function droppedBeside(
  session: PostgresSession,
  { schema = '', ...whole }: PostgresOptions,
): Promise<readonly Touched[]> {
  const gone = await session.send<{ readonly catalogue: string | null; readonly oid: string }>(vanished, {
    op: 'execute',
  });
  if (gone.length === 0) return [];
  const oidsOf = (which: string | null) =>
    `{${gone.flatMap(({ catalogue, oid }) => (catalogue === which ? [oid] : [])).join(',')}}`;
  const params = [schema, oidsOf(null), oidsOf('pg_proc'), oidsOf('pg_type')];
  const { session: other } = await startSession(whole, 'read');
  try {
    return await other.send<Touched>({ text: standing, params }, { op: 'execute' });
  } finally {
    await other.close();
  }
}

/** What referring to a table takes, and reading it; a foreign key to it has it looked at by triggers. */
const referring: ReadonlySet<string> = new Set(['AccessShareLock', 'RowShareLock', 'ShareRowExclusiveLock']);

/**
 * Whether a transaction kept to the schema that its session is kept to, as the server's own locks tell: asked before it commits. What tenants share may be referred to;
 * what is another tenant's is not even looked at.
 */
export async function requireKept(session: PostgresSession, options: PostgresOptions): Promise<void> {
  const { schema, beside } = options;
  if (schema === undefined) return;
  const isTenant = globTest(beside ?? schema);
  const seen = await session.send<Touched>(touched(schema), { op: 'execute' });
  const written = await session.send<Touched>(writtenFunctions(schema), { op: 'execute' });
  const found = [...seen, ...written, ...(await droppedBeside(session, options))];
  const strayed = found.find((each) => isTenant(each.schema) || !referring.has(each.mode));
  if (!strayed) return;
  throw new SyncError({
    code: 'TENANT_INVALID',
    op: 'execute',
    message: `a statement reaches beyond schema ${schema}, to which this tenant is kept: to ${strayed.schema}.${strayed.name} (${strayed.mode})`,
    hint: `It was rolled back. ${isTenant(strayed.schema) ? 'That is another tenant’s.' : 'Change what tenants share by itself, with the URL of the database.'}`,
    details: { schema: strayed.schema },
  });
}

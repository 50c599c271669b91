import { type ConnectRequest, SyncError } from '@sync/core';
import { quoteName } from '@sync/dialect-postgres';
import { labelOf, type PostgresOptions } from './options.js';
import type { PostgresSession } from './session.js';
import { type Started, startSession } from './start-session.js';
import { inTransaction } from './transaction.js';

/** Sees to the schema that a session is kept to, where it is not there: it is made, refused, or found to be missing. */
export async function withSchema(
  { session, options }: Started,
  missing: NonNullable<ConnectRequest['missing']>,
): Promise<true | undefined> {
  const { schema } = options;
  if (schema === undefined) return undefined;
  try {
    const text = 'SELECT FROM pg_catalog.pg_namespace WHERE nspname = $1';
    const found = await session.send({ text, params: [schema] }, { op: 'connect' });
    if (found.length > 0) return undefined;
    if (missing === 'stand-in') return true;
    if (missing === 'refuse') throw isNotThere(options);
    await session.send({ text: `CREATE SCHEMA IF NOT EXISTS ${quoteName(schema)}` }, { op: 'connect' });
    return undefined;
  } catch (error) {
    await session.close();
    throw error;
  }
}

/** Drops the schema that options are kept to with all that is in it. What others have made of that is not dropped along. */
export async function dropSchema(options: PostgresOptions, signal?: AbortSignal): Promise<void> {
  const { schema = '', ...whole } = options;
  const { session } = await startSession(whole, 'write', signal);
  try {
    await inTransaction(session, 'BEGIN', async () => {
      await requireAlone(session, schema, options);
      await session.send({ text: `DROP SCHEMA ${quoteName(schema)} CASCADE` }, { op: 'drop', signal });
    });
  } finally {
    await session.close();
  }
}

/** Whether anything of another schema stands on what is in this one. */
async function requireAlone(session: PostgresSession, schema: string, options: PostgresOptions): Promise<void> {
  const found = await session.send<{ readonly what: string }>({ text: standing, params: [schema] }, { op: 'drop' });
  if (found.length === 0) return;
  throw new SyncError({
    code: 'PLAN_IMPOSSIBLE',
    op: 'drop',
    message: `${labelOf(options)} is needed by what lies elsewhere: ${found.map(({ what }) => what).join(', ')}`,
    hint: 'Nothing was touched. Take these away first, if they may go.',
  });
}

const standing = `
WITH own AS MATERIALIZED (
  SELECT 'pg_catalog.pg_class'::pg_catalog.regclass::oid AS catalogue, c.oid
  FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname = $1
  UNION ALL
  SELECT 'pg_catalog.pg_type'::pg_catalog.regclass, t.oid
  FROM pg_catalog.pg_type t JOIN pg_catalog.pg_namespace n ON n.oid = t.typnamespace WHERE n.nspname = $1
  UNION ALL
  SELECT 'pg_catalog.pg_proc'::pg_catalog.regclass, p.oid
  FROM pg_catalog.pg_proc p JOIN pg_catalog.pg_namespace n ON n.oid = p.pronamespace WHERE n.nspname = $1
  UNION ALL
  SELECT 'pg_catalog.pg_namespace'::pg_catalog.regclass, n.oid FROM pg_catalog.pg_namespace n WHERE n.nspname = $1
)
SELECT DISTINCT pg_catalog.pg_describe_object(d.classid, d.objid, d.objsubid) AS what
FROM own
JOIN pg_catalog.pg_depend d ON d.refclassid = own.catalogue AND d.refobjid = own.oid AND d.deptype IN ('n', 'a', 'e')
LEFT JOIN pg_catalog.pg_rewrite w ON d.classid = 'pg_catalog.pg_rewrite'::pg_catalog.regclass AND w.oid = d.objid
LEFT JOIN pg_catalog.pg_constraint k ON d.classid = 'pg_catalog.pg_constraint'::pg_catalog.regclass AND k.oid = d.objid
LEFT JOIN pg_catalog.pg_attrdef f ON d.classid = 'pg_catalog.pg_attrdef'::pg_catalog.regclass AND f.oid = d.objid
LEFT JOIN pg_catalog.pg_trigger g ON d.classid = 'pg_catalog.pg_trigger'::pg_catalog.regclass AND g.oid = d.objid
LEFT JOIN pg_catalog.pg_policy l ON d.classid = 'pg_catalog.pg_policy'::pg_catalog.regclass AND l.oid = d.objid
LEFT JOIN pg_catalog.pg_class r ON r.oid = coalesce(
  w.ev_class, nullif(k.conrelid, 0), f.adrelid, g.tgrelid, l.polrelid,
  CASE WHEN d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass THEN d.objid END
)
LEFT JOIN pg_catalog.pg_proc p ON d.classid = 'pg_catalog.pg_proc'::pg_catalog.regclass AND p.oid = d.objid
LEFT JOIN pg_catalog.pg_type t ON t.oid = CASE WHEN d.classid = 'pg_catalog.pg_type'::pg_catalog.regclass THEN d.objid ELSE k.contypid END
JOIN pg_catalog.pg_namespace n ON n.oid = coalesce(r.relnamespace, p.pronamespace, t.typnamespace)
WHERE n.nspname <> $1 AND n.nspname !~ '^pg_'
ORDER BY 1
LIMIT 20`.trim();

function isNotThere(options: PostgresOptions): SyncError {
  return new SyncError({
    code: 'CONNECTION_FAILED',
    op: 'connect',
    message: `${labelOf(options)}: there is no such schema in the database`,
    hint: 'Check its name, or have it made: schema-sync tenants add.',
    details: { missing: 'schema' },
  });
}

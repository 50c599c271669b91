import { globTest, type Statement, SyncError } from '@sync/core';
import type { PostgresOptions } from './options.js';
import type { PostgresSession } from './session.js';

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

/** What referring to a table takes, and reading it; a foreign key to it has it looked at by triggers. */
const referring: ReadonlySet<string> = new Set(['AccessShareLock', 'RowShareLock', 'ShareRowExclusiveLock']);

/**
 * Whether a transaction kept to the schema that its session is kept to, as the server's own locks tell: asked before it commits. What tenants share may be referred to;
 * what is another tenant's is not even looked at.
 */
export async function requireKept(
  session: PostgresSession,
  { schema, beside }: Pick<PostgresOptions, 'schema' | 'beside'>,
): Promise<void> {
  if (schema === undefined) return;
  const isTenant = globTest(beside ?? schema);
  const found = await session.send<Touched>(touched(schema), { op: 'execute' });
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

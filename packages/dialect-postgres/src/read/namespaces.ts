import type { Statement } from '@sync/core';
import { arrayText, notOfExtension, notOurs } from './part.js';

/** A schema of the database. */
export interface NamespaceRow {
  readonly oid: number;
  readonly name: string;
}

/** The schemas of a database that are not the server's own, or those of these names. PostgreSQL keeps the names that begin with pg_ for itself. */
export function namespaces(schemas: readonly string[] | undefined): Statement {
  return {
    text: `
SELECT n.oid, n.nspname::text AS name
FROM pg_namespace n
WHERE n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
  AND ${notOurs('n.nspname')} AND ${notOfExtension('pg_namespace', 'n.oid')}
  ${schemas ? 'AND n.nspname = ANY ($1::text[])' : ''}
ORDER BY n.nspname`.trim(),
    ...(schemas && { params: [arrayText(schemas)] }),
  };
}

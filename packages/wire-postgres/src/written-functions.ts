import type { Statement } from '@sync/core';

/**
 * The functions of other schemas that a session's transaction made, replaced, altered or granted: no lock tells of these. Rows that are seen though the transaction that wrote
 * them is under way are its own, or of its subtransactions. Who wrote no function looks at none of them.
 * https://www.postgresql.org/docs/current/functions-info.html#FUNCTIONS-PG-SNAPSHOT
 */
export function writtenFunctions(schema: string): Statement {
  return { text: written, params: [schema] };
}

const written = `
WITH own AS MATERIALIZED (
  SELECT
    pg_catalog.pg_current_xact_id_if_assigned()::text::bigint AS id,
    pg_catalog.current_setting('track_counts') = 'off'
      OR pg_catalog.pg_stat_get_xact_tuples_inserted(c.oid) + pg_catalog.pg_stat_get_xact_tuples_updated(c.oid) > 0 AS wrote
  FROM (SELECT 'pg_catalog.pg_proc'::pg_catalog.regclass::oid AS oid) c
)
SELECT n.nspname::text AS schema, p.proname::text AS name, 'written' AS mode
FROM pg_catalog.pg_proc p JOIN pg_catalog.pg_namespace n ON n.oid = p.pronamespace
WHERE (SELECT own.wrote AND own.id IS NOT NULL FROM own)
  AND n.nspname <> $1 AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
  AND CASE
    WHEN p.xmin::text::bigint >= (SELECT own.id % 4294967296 FROM own)
    THEN pg_catalog.pg_xact_status(
      ((SELECT own.id - own.id % 4294967296 FROM own) + p.xmin::text::bigint)::text::pg_catalog.xid8
    ) = 'in progress'
    ELSE false
  END
ORDER BY 1, 2`.trim();

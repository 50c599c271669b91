import type { Statement } from '@sync/core';

/**
 * What would go with a schema and is none of its own, by what the server keeps of what stands on what. What lies in no schema is its own where it is a part of something
 * in it, as a trigger is of its table, or a cast of a type.
 */
export function standingElsewhere(schema: string): Statement {
  return { text: elsewhere, params: [schema] };
}

const elsewhere = `
WITH RECURSIVE going AS (
  SELECT 'pg_catalog.pg_namespace'::pg_catalog.regclass::oid AS classid, n.oid AS objid
  FROM pg_catalog.pg_namespace n WHERE n.nspname = $1
  UNION
  SELECT d.classid, d.objid
  FROM going g JOIN pg_catalog.pg_depend d ON d.refclassid = g.classid AND d.refobjid = g.objid
  WHERE d.deptype IN ('n', 'a', 'i', 'e', 'P', 'S')
), placed AS MATERIALIZED (
  SELECT g.classid, g.objid, (pg_catalog.pg_identify_object(g.classid, g.objid, 0)).schema AS schema FROM going g
)
SELECT DISTINCT pg_catalog.pg_describe_object(p.classid, p.objid, 0) AS what
FROM placed p
WHERE p.classid <> 'pg_catalog.pg_namespace'::pg_catalog.regclass
  AND p.schema IS DISTINCT FROM pg_catalog.quote_ident($1) AND coalesce(p.schema, '') !~ '^pg_'
  AND (p.schema IS NOT NULL OR NOT EXISTS (
    SELECT
    FROM pg_catalog.pg_depend d
    CROSS JOIN LATERAL pg_catalog.pg_identify_object(d.refclassid, d.refobjid, 0) o
    WHERE d.classid = p.classid AND d.objid = p.objid
      AND pg_catalog.quote_ident($1) IN (o.schema, CASE WHEN o.type = 'schema' THEN o.identity END)
      AND (d.deptype IN ('a', 'i') OR d.classid = 'pg_catalog.pg_cast'::pg_catalog.regclass)
  ))
ORDER BY 1
LIMIT 20`.trim();

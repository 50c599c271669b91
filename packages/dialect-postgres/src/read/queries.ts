import type { Statement } from '@sync/core';

/** Members of extensions are the extension's; PostgreSQL keeps the names that begin with pg_ for itself. */
const notOfExtension = (catalogue: string, oid: string) =>
  `NOT EXISTS (
    SELECT FROM pg_depend e
    WHERE e.classid = '${catalogue}'::regclass AND e.objid = ${oid} AND e.deptype = 'e'
  )`;

const notOurs = (name: string) => `${name} !~ '^_schema_sync(_|$)'`;

/** The schemas of a database that are not the server's own, or one of them. */
export function namespaces(schemas: readonly string[] | undefined): Statement {
  return {
    text: `
SELECT n.oid, n.nspname::text AS name
FROM pg_namespace n
WHERE n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
  AND ${notOfExtension('pg_namespace', 'n.oid')}
  ${schemas ? 'AND n.nspname = ANY ($1::text[])' : ''}
ORDER BY n.nspname`.trim(),
    ...(schemas && { params: [arrayText(schemas)] }),
  };
}

/** The queries that read what these schemas hold: as many for one as for a thousand. */
export function catalogueQueries(
  oids: readonly number[],
  features: ReadonlySet<string>,
): Readonly<
  Record<
    'relations' | 'columns' | 'constraints' | 'indexes' | 'sequences' | 'enums' | 'dependencies' | 'uncovered',
    Statement
  >
> {
  const params = [arrayText(oids.map(String))];
  return {
    relations: { text: relations, params },
    columns: { text: columns(features), params },
    constraints: { text: constraints, params },
    indexes: { text: indexes, params },
    sequences: { text: sequences, params },
    enums: { text: enums, params },
    dependencies: { text: dependencies, params },
    uncovered: { text: uncovered, params },
  };
}

function arrayText(items: readonly string[]): string {
  return `{${items.map((item) => `"${item.replace(/["\\]/g, '\\$&')}"`).join(',')}}`;
}

const relations = `
SELECT
  c.oid, c.relnamespace AS namespace, c.relname::text AS name, c.relkind::text AS kind, c.reltype AS "rowType",
  c.relpersistence = 'u' AS unlogged,
  c.reloptions::text[] AS options,
  CASE WHEN c.relkind = 'v' THEN pg_get_viewdef(c.oid) END AS definition,
  CASE
    WHEN c.relkind = 'p' THEN 'partitioned tables are not covered yet'
    WHEN c.relispartition THEN 'partitions are not covered yet'
    WHEN c.reloftype <> 0 THEN 'tables of a composite type are not covered yet'
    WHEN EXISTS (SELECT FROM pg_inherits i WHERE i.inhrelid = c.oid) THEN 'inheritance is not covered yet'
  END AS obstacle
FROM pg_class c
WHERE c.relnamespace = ANY ($1::oid[])
  AND c.relkind IN ('r', 'p', 'v', 'S')
  AND c.relpersistence <> 't'
  AND ${notOurs('c.relname')}
  AND ${notOfExtension('pg_class', 'c.oid')}
ORDER BY c.oid`.trim();

const columns = (features: ReadonlySet<string>) =>
  `
SELECT
  a.attrelid AS relation, a.attnum AS number, a.attname::text AS name,
  format_type(a.atttypid, a.atttypmod) AS type, a.atttypid AS "typeOid",
  a.attnotnull AS "notNull",
  pg_get_expr(d.adbin, d.adrelid) AS expression,
  a.attgenerated::text AS generated, a.attidentity::text AS identity,
  CASE WHEN a.attcollation <> t.typcollation THEN quote_ident(cn.nspname) || '.' || quote_ident(co.collname) END AS collation,
  CASE WHEN a.attstorage <> t.typstorage THEN
    CASE a.attstorage WHEN 'p' THEN 'PLAIN' WHEN 'e' THEN 'EXTERNAL' WHEN 'm' THEN 'MAIN' WHEN 'x' THEN 'EXTENDED' END
  END AS storage,
  ${features.has('column-compression') ? 'a.attcompression::text' : "''"} AS compression
FROM pg_attribute a
JOIN pg_class c ON c.oid = a.attrelid
JOIN pg_type t ON t.oid = a.atttypid
LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
LEFT JOIN pg_collation co ON co.oid = a.attcollation
LEFT JOIN pg_namespace cn ON cn.oid = co.collnamespace
WHERE c.relnamespace = ANY ($1::oid[])
  AND c.relkind IN ('r', 'v')
  AND a.attnum > 0
  AND NOT a.attisdropped
ORDER BY a.attrelid, a.attnum`.trim();

const columnNames = (relation: string, numbers: string) =>
  `ARRAY(
    SELECT a.attname::text
    FROM unnest(${numbers}) WITH ORDINALITY AS p (number, position)
    JOIN pg_attribute a ON a.attrelid = ${relation} AND a.attnum = p.number
    ORDER BY p.position
  )`;

const constraints = `
SELECT
  k.oid, k.conrelid AS relation, k.conname::text AS name, k.contype::text AS type,
  pg_get_constraintdef(k.oid) AS definition,
  k.convalidated AS valid,
  ${columnNames('k.conrelid', 'k.conkey')} AS columns,
  k.conindid AS index, k.confrelid AS references,
  ${columnNames('k.confrelid', 'k.confkey')} AS referenced
FROM pg_constraint k
JOIN pg_class c ON c.oid = k.conrelid
WHERE c.relnamespace = ANY ($1::oid[])
  AND c.relkind = 'r'
  AND k.contype IN ('p', 'u', 'c', 'f', 'x')
  AND k.conislocal
ORDER BY k.oid`.trim();

const indexes = `
SELECT
  c.oid, i.indrelid AS relation, c.relnamespace AS namespace, c.relname::text AS name,
  -- A name may hold anything, so the head is measured and not looked for.
  substr(
    pg_get_indexdef(c.oid),
    length(format(
      'CREATE %sINDEX %I ON %I.%I ', CASE WHEN i.indisunique THEN 'UNIQUE ' ELSE '' END, c.relname, n.nspname, r.relname
    )) + 1
  ) AS definition,
  i.indisunique AS unique,
  i.indisvalid AND i.indisready AS valid,
  ARRAY(SELECT pg_get_indexdef(c.oid, n, true) FROM generate_series(1, i.indnkeyatts) AS n ORDER BY n) AS columns,
  coalesce((
    SELECT k.oid FROM pg_constraint k WHERE k.conindid = c.oid AND k.contype IN ('p', 'u', 'x') LIMIT 1
  ), 0) AS constraint
FROM pg_index i
JOIN pg_class c ON c.oid = i.indexrelid
JOIN pg_class r ON r.oid = i.indrelid
JOIN pg_namespace n ON n.oid = r.relnamespace
WHERE c.relnamespace = ANY ($1::oid[]) AND c.relkind = 'i'
ORDER BY c.oid`.trim();

const sequences = `
SELECT
  s.seqrelid AS oid, format_type(s.seqtypid, NULL) AS type,
  s.seqstart::text AS start, s.seqincrement::text AS increment, s.seqmin::text AS minimum, s.seqmax::text AS maximum,
  s.seqcache::text AS cache, s.seqcycle AS cycle,
  coalesce(d.refobjid, 0) AS owner, coalesce(d.refobjsubid, 0) AS column, coalesce(d.deptype = 'i', false) AS internal
FROM pg_sequence s
JOIN pg_class c ON c.oid = s.seqrelid
LEFT JOIN pg_depend d ON d.classid = 'pg_class'::regclass AND d.objid = s.seqrelid
  AND d.refclassid = 'pg_class'::regclass AND d.deptype IN ('a', 'i')
WHERE c.relnamespace = ANY ($1::oid[])
ORDER BY s.seqrelid`.trim();

const enums = `
SELECT
  t.oid, t.typarray AS array, t.typnamespace AS namespace, t.typname::text AS name,
  ARRAY(SELECT e.enumlabel::text FROM pg_enum e WHERE e.enumtypid = t.oid ORDER BY e.enumsortorder) AS labels
FROM pg_type t
WHERE t.typnamespace = ANY ($1::oid[]) AND t.typtype = 'e' AND ${notOfExtension('pg_type', 't.oid')}
ORDER BY t.oid`.trim();

const dependencies = `
SELECT DISTINCT
  CASE WHEN d.classid = 'pg_constraint'::regclass THEN 'constraint' ELSE 'relation' END AS catalogue,
  coalesce(r.ev_class, f.adrelid, d.objid) AS oid,
  CASE d.refclassid
    WHEN 'pg_class'::regclass THEN 'relation'
    WHEN 'pg_type'::regclass THEN 'type'
    ELSE 'constraint'
  END AS on,
  d.refobjid AS "onOid",
  d.refobjsubid AS column
FROM pg_depend d
LEFT JOIN pg_rewrite r ON d.classid = 'pg_rewrite'::regclass AND r.oid = d.objid
LEFT JOIN pg_attrdef f ON d.classid = 'pg_attrdef'::regclass AND f.oid = d.objid
LEFT JOIN pg_constraint k ON d.classid = 'pg_constraint'::regclass AND k.oid = d.objid
JOIN pg_class c ON c.oid = coalesce(r.ev_class, f.adrelid, k.conrelid, d.objid)
WHERE c.relnamespace = ANY ($1::oid[])
  AND d.classid IN ('pg_class'::regclass, 'pg_rewrite'::regclass, 'pg_attrdef'::regclass, 'pg_constraint'::regclass)
  AND d.refclassid IN ('pg_class'::regclass, 'pg_type'::regclass, 'pg_constraint'::regclass)
  AND d.refobjid >= 16384
  AND d.deptype = 'n'
ORDER BY 1, 2, 3, 4, 5`.trim();

/** What is there and has no kind yet: seen and said, so that nobody takes silence for absence. */
const uncovered = `
SELECT p.pronamespace AS namespace,
  CASE p.prokind WHEN 'p' THEN 'procedure' WHEN 'a' THEN 'aggregate' ELSE 'function' END AS kind,
  p.proname || '(' || pg_get_function_identity_arguments(p.oid) || ')' AS name
FROM pg_proc p
WHERE p.pronamespace = ANY ($1::oid[]) AND ${notOfExtension('pg_proc', 'p.oid')}
UNION ALL
SELECT t.typnamespace,
  CASE t.typtype WHEN 'd' THEN 'domain' WHEN 'r' THEN 'range type' ELSE 'composite type' END,
  t.typname::text
FROM pg_type t
LEFT JOIN pg_class c ON c.oid = t.typrelid
WHERE t.typnamespace = ANY ($1::oid[])
  AND (t.typtype IN ('d', 'r') OR (t.typtype = 'c' AND c.relkind = 'c'))
  AND ${notOfExtension('pg_type', 't.oid')}
UNION ALL
SELECT c.relnamespace, CASE c.relkind WHEN 'm' THEN 'materialized view' ELSE 'foreign table' END, c.relname::text
FROM pg_class c
WHERE c.relnamespace = ANY ($1::oid[]) AND c.relkind IN ('m', 'f') AND ${notOfExtension('pg_class', 'c.oid')}
UNION ALL
SELECT c.relnamespace, 'trigger', c.relname || '.' || t.tgname
FROM pg_trigger t
JOIN pg_class c ON c.oid = t.tgrelid
WHERE c.relnamespace = ANY ($1::oid[]) AND NOT t.tgisinternal
UNION ALL
SELECT c.relnamespace, 'policy', c.relname || '.' || p.polname
FROM pg_policy p
JOIN pg_class c ON c.oid = p.polrelid
WHERE c.relnamespace = ANY ($1::oid[])
UNION ALL
SELECT c.relnamespace, 'rule', c.relname || '.' || r.rulename
FROM pg_rewrite r
JOIN pg_class c ON c.oid = r.ev_class
WHERE c.relnamespace = ANY ($1::oid[]) AND r.rulename <> '_RETURN'
UNION ALL
SELECT s.stxnamespace, 'extended statistics', s.stxname::text
FROM pg_statistic_ext s
WHERE s.stxnamespace = ANY ($1::oid[])
ORDER BY 1, 2, 3`.trim();

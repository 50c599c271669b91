import type { Statement } from '@sync/core';

const shown = (schema: string, ...names: readonly string[]) =>
  `pg_catalog.array_remove(ARRAY[nullif(${schema}, 'public'), ${names.join(', ')}]::text[], NULL)`;
const ours = (schema: string) => `${schema} <> 'information_schema' AND ${schema} !~ '^pg_'`;

/** Of a column, whatever search_path the statements have set: with the schema, but for `public` and the server's own. */
const typeName = `CASE WHEN n.nspname = 'pg_catalog' THEN pg_catalog.format_type(a.atttypid, a.atttypmod)
    ELSE coalesce(pg_catalog.quote_ident(nullif(n.nspname, 'public')) || '.', '') || pg_catalog.quote_ident(coalesce(e.typname, t.typname))
      || coalesce(pg_catalog.substring(pg_catalog.format_type(a.atttypid, a.atttypmod), '(?:[(][^()]*[)])?(?:[[][]])?$'), '') END`;

/** Reads the whole landscape by one query. `scans` counts how often the transaction has read a table from end to end. */
export const landscapeQuery: Statement = { text: facts(() => 'true') };

/** The same of what this transaction has made or altered, and of what it has read. */
export const alteredQuery: Statement = { text: facts((row) => `pg_catalog.age(${row}.xmin) <= 0`) };

/**
 * Counts what may differ beyond the rows that a transaction has written: what it has deleted, and what it has called otherwise that others are told by.
 * Null where the server does not count.
 */
export const lossesQuery: Statement = {
  text: `
SELECT CASE WHEN pg_catalog.current_setting('track_counts') = 'on' THEN (
  SELECT sum(pg_catalog.pg_stat_get_xact_tuples_deleted(c.oid)
    + CASE WHEN c.relname IN ('pg_namespace', 'pg_type') THEN pg_catalog.pg_stat_get_xact_tuples_updated(c.oid) ELSE 0 END)::integer
  FROM pg_catalog.pg_class c
  WHERE c.relnamespace = 'pg_catalog'::regnamespace AND c.relname IN (${catalogues()})
) END AS losses`.trim(),
};

/** Reads which relations the server counts reads of: all that the landscape holds and that may differ when nobody has changed anything. */
export const scansQuery: Statement = {
  text: `
SELECT c.oid::text AS id, pg_catalog.pg_stat_get_xact_numscans(c.oid)::integer AS scans
FROM pg_catalog.pg_class c
WHERE c.relkind IN ('r', 'm', 'i') AND c.oid >= 16384 AND pg_catalog.pg_stat_get_xact_numscans(c.oid) > 0`.trim(),
};

/** Reads the locks on relations that this session's transaction holds. */
export const locksQuery: Statement = {
  text: `
SELECT l.relation::text AS relation, l.mode
FROM pg_catalog.pg_locks l
JOIN pg_catalog.pg_database d ON d.oid = l.database AND d.datname = pg_catalog.current_database()
WHERE l.locktype = 'relation' AND l.granted AND l.pid = pg_catalog.pg_backend_pid()`.trim(),
};

/** Where the facts are, and what they are told by. A dropped column stays there: it has no state. */
function catalogues(): string {
  const names = [
    'class',
    'attribute',
    'constraint',
    'index',
    'inherits',
    'trigger',
    'rewrite',
    'policy',
    'proc',
    'type',
    'enum',
    'extension',
    'namespace',
  ];
  return names.map((name) => `'pg_${name}'`).join(', ');
}

function facts(of: (row: string) => string): string {
  return `
WITH relations AS (
  SELECT c.*, ${shown('n.nspname', 'c.relname')} AS shown, ${of('c')} AS is_new
  FROM pg_catalog.pg_class c
  JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
  WHERE ${ours('n.nspname')} AND c.relpersistence <> 't'
)
SELECT of, id, relation, path::text AS path, state::text AS state
FROM (
SELECT 'relation' AS of, oid::text AS id, oid::text AS relation, pg_catalog.to_json(shown) AS path, pg_catalog.json_build_object(
    'kind', relkind, 'file', pg_catalog.pg_relation_filenode(oid), 'space', reltablespace::text, 'owner', relowner::regrole::text,
    'privileges', relacl::text, 'security', relrowsecurity, 'forced', relforcerowsecurity, 'filled', relispopulated,
    'above', CASE WHEN relkind IN ('r', 'p', 'f') THEN (
      SELECT pg_catalog.json_agg(i.inhparent::text) FROM pg_catalog.pg_inherits i WHERE i.inhrelid = relations.oid
    ) END,
    'scans', CASE WHEN relkind IN ('r', 'm', 'i') THEN pg_catalog.pg_stat_get_xact_numscans(oid) END
  ) AS state
FROM relations
WHERE is_new OR pg_catalog.pg_stat_get_xact_numscans(oid) > 0
  OR EXISTS (SELECT FROM pg_catalog.pg_inherits i WHERE i.inhrelid = relations.oid AND ${of('i')})
UNION ALL
SELECT 'column', a.attrelid || '.' || a.attnum, a.attrelid::text, pg_catalog.to_json(r.shown || a.attname::text), CASE WHEN NOT a.attisdropped THEN pg_catalog.json_build_object(
    'name', a.attname, 'type', ${typeName}, 'notNull', a.attnotnull,
    'generated', a.attgenerated <> '', 'privileges', a.attacl::text
  ) END
FROM pg_catalog.pg_attribute a
JOIN relations r ON r.oid = a.attrelid AND r.relkind IN ('r', 'p', 'm', 'v', 'f', 'c')
LEFT JOIN pg_catalog.pg_type t ON t.oid = a.atttypid
LEFT JOIN pg_catalog.pg_type e ON e.oid = t.typelem AND t.typcategory = 'A'
LEFT JOIN pg_catalog.pg_namespace n ON n.oid = coalesce(e.typnamespace, t.typnamespace)
WHERE a.attnum > 0 AND (r.is_new OR ${of('a')})
UNION ALL
SELECT 'constraint', c.oid::text, c.conrelid::text, pg_catalog.json_build_array(c.conname), pg_catalog.json_build_object(
    'type', c.contype, 'validated', c.convalidated, 'domain', c.contypid::text, 'references', c.confrelid::text
  )
FROM pg_catalog.pg_constraint c
JOIN pg_catalog.pg_namespace n ON n.oid = c.connamespace
WHERE ${ours('n.nspname')} AND c.conparentid = 0 AND ${of('c')}
UNION ALL
SELECT 'index', i.indexrelid::text, i.indrelid::text, pg_catalog.to_json(r.shown),
  pg_catalog.json_build_object('unique', i.indisunique, 'excludes', i.indisexclusion, 'file', pg_catalog.pg_relation_filenode(r.oid))
FROM pg_catalog.pg_index i
JOIN relations r ON r.oid = i.indexrelid
WHERE r.is_new OR ${of('i')}
UNION ALL
SELECT 'trigger', t.oid::text, t.tgrelid::text, pg_catalog.json_build_array(t.tgname), pg_catalog.json_build_object('enabled', t.tgenabled)
FROM pg_catalog.pg_trigger t
JOIN relations r ON r.oid = t.tgrelid
WHERE NOT t.tgisinternal AND ${of('t')}
UNION ALL
SELECT 'rule', w.oid::text, w.ev_class::text, pg_catalog.json_build_array(w.rulename), pg_catalog.json_build_object('enabled', w.ev_enabled)
FROM pg_catalog.pg_rewrite w
JOIN relations r ON r.oid = w.ev_class
WHERE w.rulename <> '_RETURN' AND ${of('w')}
UNION ALL
SELECT 'policy', p.oid::text, p.polrelid::text, pg_catalog.json_build_array(p.polname), pg_catalog.json_build_object(
    'command', p.polcmd, 'permissive', p.polpermissive, 'roles', p.polroles::text, 'using', p.polqual::text, 'check', p.polwithcheck::text
  )
FROM pg_catalog.pg_policy p
JOIN relations r ON r.oid = p.polrelid
WHERE ${of('p')}
UNION ALL
SELECT 'routine', p.oid::text, '0', pg_catalog.to_json(${shown('n.nspname', 'p.proname')}), pg_catalog.json_build_object(
    'kind', p.prokind, 'owner', p.proowner::regrole::text, 'privileges', p.proacl::text
  )
FROM pg_catalog.pg_proc p
JOIN pg_catalog.pg_namespace n ON n.oid = p.pronamespace
WHERE ${ours('n.nspname')} AND ${of('p')}
  AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend d WHERE d.classid = 'pg_catalog.pg_proc'::regclass AND d.objid = p.oid AND d.deptype IN ('e', 'i'))
UNION ALL
SELECT 'type', t.oid::text, '0', pg_catalog.to_json(${shown('n.nspname', 't.typname')}), pg_catalog.json_build_object(
    'kind', t.typtype, 'owner', t.typowner::regrole::text, 'privileges', t.typacl::text, 'notNull', t.typnotnull
  )
FROM pg_catalog.pg_type t
JOIN pg_catalog.pg_namespace n ON n.oid = t.typnamespace
WHERE ${ours('n.nspname')} AND t.typtype IN ('d', 'e', 'r', 'm', 'c') AND ${of('t')}
  AND (t.typrelid = 0 OR EXISTS (SELECT FROM relations r WHERE r.oid = t.typrelid AND r.relkind = 'c'))
UNION ALL
SELECT 'label', e.oid::text, '0', pg_catalog.json_build_array(e.enumlabel), '{}'::json
FROM pg_catalog.pg_enum e
WHERE ${of('e')}
UNION ALL
SELECT 'extension', x.oid::text, '0', pg_catalog.json_build_array(x.extname), pg_catalog.json_build_object('version', x.extversion, 'schema', n.nspname)
FROM pg_catalog.pg_extension x
JOIN pg_catalog.pg_namespace n ON n.oid = x.extnamespace
WHERE ${of('x')}
) AS facts`.trim();
}

import type { Json, Statement } from '@sync/core';

/** What stands in a database, as far as a statement can harm it. */
export type FactOf =
  | 'relation'
  | 'column'
  | 'constraint'
  | 'index'
  | 'trigger'
  | 'rule'
  | 'policy'
  | 'routine'
  | 'type'
  | 'label'
  | 'extension';

/** One thing that stands in a database. The server's own numbers tell it from another of its name. */
export interface Fact {
  readonly of: FactOf;
  readonly id: string;
  /** The number of the relation that it is, or is of; '0' for none. */
  readonly relation: string;
  /** As people write it: without the schema where that goes without saying. */
  readonly path: readonly string[];
  readonly name: string;
  readonly state: Readonly<Record<string, Json>>;
}

/** All of them, by what they are and their numbers. */
export type Landscape = ReadonlyMap<string, Fact>;

/** A fact as the query gives it, with its path and its state as JSON. */
export interface FactRow extends Pick<Fact, 'of' | 'id' | 'relation'> {
  readonly path: string;
  readonly state: string;
}

const written = new WeakMap<Fact, FactRow>();

/** The facts that the query gave, to be looked up. Those that are as they are known to have been are not read again. */
export function landscape(rows: readonly FactRow[], known?: Landscape): Landscape {
  return new Map(
    rows.map((row) => {
      const key = factKey(row.of, row.id);
      const was = known?.get(key);
      return [key, was && isWrittenAs(was, row) ? was : factOf(row)];
    }),
  );
}

function isWrittenAs(fact: Fact, { relation, path, state }: FactRow): boolean {
  const row = written.get(fact);
  return row?.relation === relation && row.path === path && row.state === state;
}

function factOf(row: FactRow): Fact {
  const path = JSON.parse(row.path) as readonly string[];
  const fact = { ...row, path, name: path.join('.'), state: JSON.parse(row.state) as Fact['state'] };
  written.set(fact, row);
  return fact;
}

/** How often a relation was read, as the server counts it until it adds that up somewhere else. */
export interface ScansRow {
  readonly id: string;
  readonly scans: number;
}

/** Reads which relations the server counts reads of: all that the landscape holds and that may differ when nobody has changed anything. */
export const scansQuery: Statement = {
  text: `
SELECT c.oid::text AS id, pg_catalog.pg_stat_get_xact_numscans(c.oid)::integer AS scans
FROM pg_catalog.pg_class c
WHERE c.relkind IN ('r', 'm', 'i') AND c.oid >= 16384 AND pg_catalog.pg_stat_get_xact_numscans(c.oid) > 0`.trim(),
};

/** What a statement left, as the next one finds it. */
export function readSince(facts: Landscape, rows: readonly ScansRow[]): Landscape {
  const scans = new Map(rows.map(({ id, scans: count }) => [factKey('relation', id), count]));
  return new Map(
    [...facts].map(([key, fact]) => {
      const count = scans.get(key) ?? 0;
      const isCounted = Number(fact.state.scans ?? 0) !== count;
      return [key, isCounted ? { ...fact, state: { ...fact.state, scans: count } } : fact];
    }),
  );
}

/** Where a fact is found. */
export function factKey(of: FactOf, id: string): string {
  return `${of}:${id}`;
}

const shown = (schema: string, ...names: readonly string[]) =>
  `pg_catalog.array_remove(ARRAY[nullif(${schema}, 'public'), ${names.join(', ')}]::text[], NULL)`;
const ours = (schema: string) => `${schema} <> 'information_schema' AND ${schema} !~ '^pg_'`;

/** Reads the whole landscape by one query. `scans` counts how often the transaction has read a table from end to end. */
export const landscapeQuery: Statement = {
  text: `
WITH relations AS (
  SELECT c.*, ${shown('n.nspname', 'c.relname')} AS shown
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
UNION ALL
SELECT 'column', a.attrelid || '.' || a.attnum, a.attrelid::text, pg_catalog.to_json(r.shown || a.attname::text), pg_catalog.json_build_object(
    'name', a.attname, 'type', pg_catalog.format_type(a.atttypid, a.atttypmod), 'notNull', a.attnotnull,
    'generated', a.attgenerated <> '', 'privileges', a.attacl::text
  )
FROM pg_catalog.pg_attribute a
JOIN relations r ON r.oid = a.attrelid AND r.relkind IN ('r', 'p', 'm', 'v', 'f', 'c')
WHERE a.attnum > 0 AND NOT a.attisdropped
UNION ALL
SELECT 'constraint', c.oid::text, c.conrelid::text, pg_catalog.json_build_array(c.conname), pg_catalog.json_build_object(
    'type', c.contype, 'validated', c.convalidated, 'domain', c.contypid::text, 'references', c.confrelid::text
  )
FROM pg_catalog.pg_constraint c
JOIN pg_catalog.pg_namespace n ON n.oid = c.connamespace
WHERE ${ours('n.nspname')} AND c.conparentid = 0
UNION ALL
SELECT 'index', i.indexrelid::text, i.indrelid::text, pg_catalog.to_json(r.shown),
  pg_catalog.json_build_object('unique', i.indisunique, 'excludes', i.indisexclusion, 'file', pg_catalog.pg_relation_filenode(r.oid))
FROM pg_catalog.pg_index i
JOIN relations r ON r.oid = i.indexrelid
UNION ALL
SELECT 'trigger', t.oid::text, t.tgrelid::text, pg_catalog.json_build_array(t.tgname), pg_catalog.json_build_object('enabled', t.tgenabled)
FROM pg_catalog.pg_trigger t
JOIN relations r ON r.oid = t.tgrelid
WHERE NOT t.tgisinternal
UNION ALL
SELECT 'rule', w.oid::text, w.ev_class::text, pg_catalog.json_build_array(w.rulename), pg_catalog.json_build_object('enabled', w.ev_enabled)
FROM pg_catalog.pg_rewrite w
JOIN relations r ON r.oid = w.ev_class
WHERE w.rulename <> '_RETURN'
UNION ALL
SELECT 'policy', p.oid::text, p.polrelid::text, pg_catalog.json_build_array(p.polname), pg_catalog.json_build_object(
    'command', p.polcmd, 'permissive', p.polpermissive, 'roles', p.polroles::text, 'using', p.polqual::text, 'check', p.polwithcheck::text
  )
FROM pg_catalog.pg_policy p
JOIN relations r ON r.oid = p.polrelid
UNION ALL
SELECT 'routine', p.oid::text, '0', pg_catalog.to_json(${shown('n.nspname', 'p.proname')}), pg_catalog.json_build_object(
    'kind', p.prokind, 'owner', p.proowner::regrole::text, 'privileges', p.proacl::text
  )
FROM pg_catalog.pg_proc p
JOIN pg_catalog.pg_namespace n ON n.oid = p.pronamespace
WHERE ${ours('n.nspname')}
  AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend d WHERE d.classid = 'pg_catalog.pg_proc'::regclass AND d.objid = p.oid AND d.deptype = 'e')
UNION ALL
SELECT 'type', t.oid::text, '0', pg_catalog.to_json(${shown('n.nspname', 't.typname')}), pg_catalog.json_build_object(
    'kind', t.typtype, 'owner', t.typowner::regrole::text, 'privileges', t.typacl::text, 'notNull', t.typnotnull
  )
FROM pg_catalog.pg_type t
JOIN pg_catalog.pg_namespace n ON n.oid = t.typnamespace
WHERE ${ours('n.nspname')} AND t.typtype IN ('d', 'e', 'r', 'm', 'c')
  AND (t.typrelid = 0 OR EXISTS (SELECT FROM relations r WHERE r.oid = t.typrelid AND r.relkind = 'c'))
UNION ALL
SELECT 'label', e.oid::text, '0', pg_catalog.json_build_array(e.enumlabel), '{}'::json
FROM pg_catalog.pg_enum e
UNION ALL
SELECT 'extension', x.oid::text, '0', pg_catalog.json_build_array(x.extname), pg_catalog.json_build_object('version', x.extversion, 'schema', n.nspname)
FROM pg_catalog.pg_extension x
JOIN pg_catalog.pg_namespace n ON n.oid = x.extnamespace
) AS facts`.trim(),
};

/** The tables that a table has become a partition or an heir of; those that it has left, with before and after exchanged. */
export function joinedBy({ id, state }: Fact, before: Landscape, after: Landscape): readonly Fact[] {
  const were = tablesAbove(before.get(factKey('relation', id))?.state);
  return tablesAbove(state).flatMap((above) => {
    const table = were.includes(above) ? undefined : after.get(factKey('relation', above));
    return table ? [table] : [];
  });
}

function tablesAbove(state: Fact['state'] | undefined): readonly string[] {
  return (state?.above ?? []) as readonly string[];
}

/** What this session holds a lock on, as the query gives it: by the number of the relation. */
export interface LockRow {
  readonly relation: string;
  /** `AccessExclusiveLock`. */
  readonly mode: string;
}

/** Reads the locks on relations that this session's transaction holds. */
export const locksQuery: Statement = {
  text: `
SELECT l.relation::text AS relation, l.mode
FROM pg_catalog.pg_locks l
JOIN pg_catalog.pg_database d ON d.oid = l.database AND d.datname = pg_catalog.current_database()
WHERE l.locktype = 'relation' AND l.granted AND l.pid = pg_catalog.pg_backend_pid()`.trim(),
};

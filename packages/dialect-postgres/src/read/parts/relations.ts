import { type Address, address, append } from '@sync/core';
import { plainOptions } from '../options.js';
import { type Identity, inSchemas, type Known, notOfExtension, notOurs, type Part } from '../part.js';
import { sequences } from './sequences.js';

/** A table, view, materialized view or sequence. */
export interface RelationRow {
  readonly oid: number;
  readonly namespace: number;
  readonly name: string;
  /** `r` table, `p` partitioned table, `v` view, `m` materialized view, `f` foreign table, `S` sequence; others are not covered. */
  readonly kind: string;
  readonly rowType: number;
  readonly rowArray: number;
  readonly unlogged: boolean;
  /** Storage parameters, those of the table beside it for long values too. */
  readonly options: readonly string[] | null;
  readonly rowSecurity: boolean;
  readonly forcedRowSecurity: boolean;
  /** `d` by the primary key, `f` by all columns, `n` by nothing, `i` by an index. */
  readonly replicaIdentity: string;
  /** The tables that it is a partition of or inherits from, in their order. */
  readonly parents: readonly number[];
  /** `RANGE (created_at)`, of a partitioned table. */
  readonly partitionKey: string | null;
  /** `FOR VALUES FROM …` or `DEFAULT`, of a partition. */
  readonly bound: string | null;
  /** Whether it was begun to be detached, and that was stopped. */
  readonly detaching: boolean;
  /** Of a view or materialized view. */
  readonly definition: string | null;
  /** Of a materialized view: how it is stored, and whether it holds what its query gave once. */
  readonly method: string | null;
  readonly filled: boolean;
  /** The composite type that a table is of, as SQL. */
  readonly ofType: string | null;
  /** Why a table is left alone. */
  readonly obstacle: string | null;
}

const kindOf: Readonly<Record<string, string>> = {
  r: 'table',
  p: 'table',
  v: 'view',
  m: 'postgres/materialized-view',
  f: 'postgres/foreign-table',
  S: 'sequence',
};

/** Tables, views, materialized views and sequences. */
export const relations: Part<RelationRow> = {
  name: 'relations',
  sql: ['partitionKey', 'bound', 'definition', 'ofType'],
  of: ['pg_class r', 'pg_class p', 'pg_class v', 'pg_class m', 'pg_class f', 'pg_class S'],
  query: (features) =>
    `
SELECT
  c.oid, c.relnamespace AS namespace, c.relname::text AS name, c.relkind::text AS kind,
  c.reltype AS "rowType", coalesce(t.typarray, 0) AS "rowArray",
  c.relpersistence = 'u' AS unlogged,
  -- The parameters of the table beside it that holds long values are set, and reset, through this one.
  nullif(${plainOptions('c.reloptions')} || ARRAY(
    SELECT 'toast.' || o.option
    FROM pg_class l, unnest(${plainOptions('l.reloptions')}) AS o (option)
    WHERE l.oid = c.reltoastrelid
  ), '{}') AS options,
  c.relrowsecurity AS "rowSecurity", c.relforcerowsecurity AS "forcedRowSecurity",
  -- By an index that is gone is by nothing. https://www.postgresql.org/docs/18/catalog-pg-class.html
  CASE
    WHEN c.relreplident <> 'i' THEN c.relreplident
    WHEN EXISTS (SELECT FROM pg_index r WHERE r.indrelid = c.oid AND r.indisreplident) THEN 'i'
    ELSE 'n'
  END::text AS "replicaIdentity",
  ARRAY(SELECT i.inhparent FROM pg_inherits i WHERE i.inhrelid = c.oid ORDER BY i.inhseqno) AS parents,
  CASE WHEN c.relkind = 'p' THEN pg_get_partkeydef(c.oid) END AS "partitionKey",
  pg_get_expr(c.relpartbound, c.oid) AS bound,
  ${
    features.has('pending-detachment')
      ? 'EXISTS (SELECT FROM pg_inherits i WHERE i.inhrelid = c.oid AND i.inhdetachpending)'
      : 'false'
  } AS detaching,
  CASE WHEN c.relkind IN ('v', 'm') THEN pg_get_viewdef(c.oid) END AS definition,
  (SELECT m.amname::text FROM pg_am m WHERE m.oid = c.relam) AS method,
  c.relispopulated AS filled,
  CASE WHEN c.reloftype <> 0 THEN format_type(c.reloftype, NULL) END AS "ofType",
  CASE
    WHEN c.relkind = 'f' AND EXISTS (SELECT FROM pg_inherits i WHERE i.inhrelid = c.oid) THEN
      'foreign tables that are partitions or inherit are not covered yet'
  END AS obstacle
FROM pg_class c
LEFT JOIN pg_type t ON t.oid = c.reltype
WHERE ${inSchemas('c.relnamespace', 'c.oid')}
  AND c.relkind IN ('r', 'p', 'v', 'm', 'f', 'S')
  AND c.relpersistence <> 't'
  AND ${notOurs('c.relname')}
  AND ${notOfExtension('pg_class', 'c.oid')}
ORDER BY c.oid`.trim(),
  identify: identifyRelation,
  dependents: `
SELECT 'pg_class'::regclass, c.oid, 'pg_class'::regclass, c.oid
FROM pg_class c
WHERE ${inSchemas('c.relnamespace', 'c.oid')} AND c.relkind <> 'c'
UNION ALL
SELECT 'pg_rewrite'::regclass, r.oid, 'pg_class'::regclass, r.ev_class
FROM pg_rewrite r
JOIN pg_class c ON c.oid = r.ev_class
WHERE ${inSchemas('c.relnamespace', 'c.oid')} AND r.rulename = '_RETURN'
UNION ALL
SELECT 'pg_attrdef'::regclass, f.oid, 'pg_class'::regclass, f.adrelid
FROM pg_attrdef f
JOIN pg_class c ON c.oid = f.adrelid
WHERE ${inSchemas('c.relnamespace', 'c.oid')}
UNION ALL
SELECT 'pg_attrdef'::regclass, f.oid, 'pg_attrdef'::regclass, f.oid
FROM pg_attrdef f
JOIN pg_class c ON c.oid = f.adrelid
WHERE ${inSchemas('c.relnamespace', 'c.oid')}`.trim(),
};

/** The relations of one sort that are managed. */
export function relationsOf(known: Known, kind: string): readonly RelationRow[] {
  return known.where(relations, 'kind', kind).filter(({ obstacle }) => obstacle === null);
}

/** The tables that a table is a partition of or inherits from, directly or through each other. */
export function ancestorsOf(known: Known, oid: number): readonly Address[] {
  const found = new Set<number>();
  const climb = (at: number) => {
    for (const parent of known.where(relations, 'oid', at).flatMap(({ parents }) => parents)) {
      if (found.has(parent)) continue;
      found.add(parent);
      climb(parent);
    }
  };
  climb(oid);
  return [...found].flatMap((each) => known.addressOf('pg_class', each) ?? []);
}

/** Where the columns of what these rows are about may come from. */
export function columnsFrom(
  rows: readonly { readonly catalogue: string; readonly oid: number }[],
  known: Known,
): readonly Address[] {
  const own = rows.find(({ catalogue }) => catalogue === 'pg_class');
  return own ? ancestorsOf(known, own.oid) : [];
}

const offspring = new WeakMap<Known, ReadonlyMap<number, readonly RelationRow[]>>();

/** What is a partition of a table or inherits from it, directly. */
export function heirsOf(known: Known, oid: number): readonly RelationRow[] {
  let below = offspring.get(known);
  if (!below) {
    const lists = new Map<number, RelationRow[]>();
    for (const row of known.rows(relations)) for (const parent of row.parents) append(lists, parent, row);
    below = lists;
    offspring.set(known, below);
  }
  return below.get(oid) ?? [];
}

/** The partitions of a table, and theirs. */
export function partitionsOf(known: Known, oid: number): readonly Address[] {
  const found = new Set<number>();
  const descend = (at: number) => {
    for (const { oid: own, bound } of heirsOf(known, at)) {
      if (bound === null || found.has(own)) continue;
      found.add(own);
      descend(own);
    }
  };
  descend(oid);
  return [...found].flatMap((each) => known.addressOf('pg_class', each) ?? []);
}

/** A relation is a type, too. What is inside of an identity column is the column's. */
function identifyRelation(row: RelationRow, known: Known): readonly Identity[] {
  const kind = kindOf[row.kind];
  const isInside = row.kind === 'S' && known.where(sequences, 'oid', row.oid).some(({ internal }) => internal);
  if (kind === undefined || row.obstacle !== null || isInside) return [];
  const at = address(kind, ...known.placeOf(row.namespace).prefix, row.name);
  return [
    { catalogue: 'pg_class', oid: row.oid, address: at },
    ...[row.rowType, row.rowArray]
      .filter((oid) => oid !== 0)
      .map((oid): Identity => ({ catalogue: 'pg_type', oid, address: at })),
  ];
}

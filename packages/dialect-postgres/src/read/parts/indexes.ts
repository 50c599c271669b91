import { type Address, address, byCodeUnit } from '@sync/core';
import { plainOptions } from '../options.js';
import { inSchemas, type Known, notOfExtension, type Part } from '../part.js';

/** An index, those of constraints included. */
export interface IndexRow {
  readonly oid: number;
  readonly relation: number;
  readonly namespace: number;
  readonly name: string;
  /** From USING on; nothing for one of a constraint, whose own definition says it all. */
  readonly definition: string;
  readonly unique: boolean;
  readonly valid: boolean;
  /** Of an invalid one: whether somebody may be at work at it; and whether it is nothing but what a failed attempt left, and may be dropped. */
  readonly building: boolean;
  readonly leftover: boolean;
  /** Whether it is one of a partitioned table. */
  readonly partitioned: boolean;
  /** Whether it is a part of an index of the partitioned table, and of which, or 0. */
  readonly attached: boolean;
  readonly partOf: number;
  /** Storage parameters. */
  readonly options: readonly string[] | null;
  /** Of its columns, how closely ANALYZE looks where that is not as everywhere: `2=100`. */
  readonly statistics: readonly string[];
  /** Whether CLUSTER goes by it, and whether replicas tell rows apart by it. */
  readonly clustered: boolean;
  readonly replicaIdentity: boolean;
  /** The constraint that it belongs to, or 0. */
  readonly constraint: number;
}

/**
 * Whether somebody builds an index of a table right now, as SQL. REINDEX makes all of them before it builds the first, and shows one at a time, that of what is stored
 * beside the table included. Of what other roles do the server shows no more than that it is in this database.
 */
export function isBuiltOn(table: string): string {
  return `EXISTS (
  SELECT FROM pg_catalog.pg_stat_progress_create_index p
  WHERE p.datname = pg_catalog.current_database() AND (
    p.relid IS NULL OR p.relid = ${table}
    OR p.relid = (SELECT t.reltoastrelid FROM pg_catalog.pg_class t WHERE t.oid = ${table})
  )
)`;
}

/** Indexes. One that a constraint stands on is called as the constraint is, which is read after it. */
export const indexes: Part<IndexRow> = {
  name: 'indexes',
  sql: ['definition'],
  of: ['pg_class i', 'pg_class I'],
  query: () =>
    `
SELECT
  c.oid, i.indrelid AS relation, c.relnamespace AS namespace, c.relname::text AS name,
  -- A name may hold anything, so the head is measured and not looked for.
  CASE WHEN k.oid IS NULL THEN substr(
    pg_get_indexdef(c.oid),
    length(format(
      'CREATE %sINDEX %I ON %s%I.%I ', CASE WHEN i.indisunique THEN 'UNIQUE ' ELSE '' END, c.relname,
      CASE WHEN c.relkind = 'I' THEN 'ONLY ' ELSE '' END, n.nspname, r.relname
    )) + 1
  ) ELSE '' END AS definition,
  i.indisunique AS unique,
  c.relkind = 'I' AS partitioned,
  c.relispartition AS attached,
  coalesce((SELECT h.inhparent FROM pg_inherits h WHERE h.inhrelid = c.oid), 0) AS "partOf",
  ${plainOptions('c.reloptions')} AS options,
  ARRAY(
    SELECT a.attnum || '=' || a.attstattarget
    FROM pg_attribute a
    WHERE a.attrelid = c.oid AND a.attstattarget >= 0
    ORDER BY a.attnum
  ) AS statistics,
  i.indisclustered AS clustered, i.indisreplident AS "replicaIdentity",
  i.indisvalid AND i.indisready AS valid,
  NOT i.indisvalid AND (${isBuiltOn('i.indrelid')}) AS building,
  NOT i.indisvalid AND c.relkind = 'i' AND NOT c.relispartition AND k.oid IS NULL
    AND pg_has_role(c.relowner, 'USAGE') AND ${notOfExtension('pg_class', 'c.oid')} AS leftover,
  coalesce(k.oid, 0) AS constraint
FROM pg_index i
JOIN pg_class c ON c.oid = i.indexrelid
JOIN pg_class r ON r.oid = i.indrelid
JOIN pg_namespace n ON n.oid = r.relnamespace
-- There is an index by the tables of constraints, and none by what they stand on.
LEFT JOIN pg_constraint k ON k.conrelid = i.indrelid AND k.conindid = c.oid AND k.contype IN ('p', 'u', 'x')
WHERE ${inSchemas('c.relnamespace', 'c.oid')} AND c.relkind IN ('i', 'I')
ORDER BY c.oid`.trim(),
  identify(row, known) {
    if (row.attached && !isOfLoose(row, known)) return [];
    const { prefix } = known.placeOf(row.namespace);
    return [{ catalogue: 'pg_class', oid: row.oid, address: address('index', ...prefix, row.name) }];
  },
};

/** What the parts of a partitioned table's index are called, by the tables that they are of. */
export function namesOfParts({ oid }: IndexRow, known: Known): Readonly<Record<Address, string>> {
  const found = new Map<Address, string>();
  const waiting = [...known.where(indexes, 'partOf', oid)];
  for (let row = waiting.pop(); row; row = waiting.pop()) {
    const table = known.addressOf('pg_class', row.relation);
    if (table !== undefined) found.set(table, row.name);
    waiting.push(...known.where(indexes, 'partOf', row.oid));
  }
  return Object.fromEntries([...found].sort(([a], [b]) => byCodeUnit(a, b)));
}

/** Whether an index of a partitioned table is not one of all partitions: made for the table alone, it waits for its parts. */
export function isLoose({ partitioned, valid, constraint }: IndexRow): boolean {
  return partitioned && !valid && constraint === 0;
}

/** Whether an index is a part of such a one. The parts of a whole one are that one's. */
export function isOfLoose({ partOf }: IndexRow, known: Known): boolean {
  return partOf !== 0 && known.where(indexes, 'oid', partOf).some(isLoose);
}

import { plainOptions } from '../options.js';
import type { Part } from '../part.js';

/** A column of a table or view. */
export interface ColumnRow {
  readonly relation: number;
  readonly number: number;
  readonly name: string;
  readonly type: string;
  readonly typeOid: number;
  readonly notNull: boolean;
  /** The constraint that forbids nulls, where the server has one (from 18 on) and it is not a domain's. */
  readonly notNullName: string | null;
  readonly notNullUnvalidated: boolean | null;
  readonly notNullNoInherit: boolean | null;
  /** The default, or 0. */
  readonly defaultOid: number;
  /** Whether it is there because a table that this one is a partition of, or inherits from, has it. */
  readonly inherited: boolean;
  /** Whether its table defines it, and forbids nulls in it (from 18 on), itself as well. */
  readonly defined: boolean;
  readonly forbidden: boolean | null;
  /** The default's expression, or a generated column's. */
  readonly expression: string | null;
  /** Empty, `s` stored or `v` virtual. */
  readonly generated: string;
  /** Empty, `a` always or `d` by default. */
  readonly identity: string;
  /** Where it is not the type's own; as SQL. */
  readonly collation: string | null;
  /** The collation, whether it is the type's own or not; 0 where values are not sorted as texts. */
  readonly collationOid: number;
  /** Where it is not the type's own. */
  readonly storage: string | null;
  readonly compression: string;
  /** Where the type stores values in its own way. */
  readonly usualStorage: string;
  /** How closely ANALYZE looks; absent where it looks as everywhere. */
  readonly statistics: number | null;
  /** `n_distinct=100` */
  readonly options: readonly string[] | null;
}

const storageName = (letter: string) =>
  `CASE ${letter} WHEN 'p' THEN 'PLAIN' WHEN 'e' THEN 'EXTERNAL' WHEN 'm' THEN 'MAIN' WHEN 'x' THEN 'EXTENDED' END`;

/** The columns of tables and views, in their order. */
export const columns: Part<ColumnRow> = {
  name: 'columns',
  of: ['pg_class r', 'pg_class p', 'pg_class v', 'pg_class m', 'pg_class f', 'pg_class c'],
  query: (features) =>
    `
SELECT
  a.attrelid AS relation, a.attnum AS number, a.attname::text AS name,
  format_type(a.atttypid, a.atttypmod) AS type, a.atttypid AS "typeOid",
  -- A column is marked before its rows were looked at. https://www.postgresql.org/docs/18/catalog-pg-attribute.html
  ${
    features.has('not-null-constraints')
      ? `a.attnotnull AND coalesce(k.convalidated, true) AS "notNull",
  k.conname::text AS "notNullName", NOT k.convalidated AS "notNullUnvalidated", k.connoinherit AS "notNullNoInherit",
  k.conislocal AS forbidden,`
      : `a.attnotnull AS "notNull", NULL::text AS "notNullName", false AS "notNullUnvalidated", false AS "notNullNoInherit",
  false AS forbidden,`
  }
  a.attinhcount > 0 AS inherited, a.attislocal AS defined,
  coalesce(d.oid, 0) AS "defaultOid", pg_get_expr(d.adbin, d.adrelid) AS expression,
  a.attgenerated::text AS generated, a.attidentity::text AS identity,
  CASE WHEN a.attcollation <> t.typcollation THEN (
    SELECT quote_ident(n.nspname) || '.' || quote_ident(o.collname)
    FROM pg_collation o
    JOIN pg_namespace n ON n.oid = o.collnamespace
    WHERE o.oid = a.attcollation
  ) END AS collation, a.attcollation AS "collationOid",
  CASE WHEN a.attstorage <> t.typstorage THEN ${storageName('a.attstorage')} END AS storage,
  ${storageName('t.typstorage')} AS "usualStorage",
  nullif(a.attstattarget, -1)::integer AS statistics, ${plainOptions('a.attoptions')} AS options,
  ${features.has('column-compression') ? 'a.attcompression::text' : "''"} AS compression
FROM pg_attribute a
JOIN pg_class c ON c.oid = a.attrelid
JOIN pg_type t ON t.oid = a.atttypid
${
  features.has('not-null-constraints')
    ? "LEFT JOIN pg_constraint k ON k.conrelid = a.attrelid AND k.conkey[1] = a.attnum AND k.contype = 'n'"
    : ''
}
LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
WHERE c.relnamespace = ANY ($1::oid[])
  AND c.relkind IN ('r', 'p', 'v', 'm', 'f', 'c')
  AND a.attnum > 0
  AND NOT a.attisdropped
ORDER BY a.attrelid, a.attnum`.trim(),
};

import type { Part } from '../part.js';

/** A column of a table or view. */
export interface ColumnRow {
  readonly relation: number;
  readonly number: number;
  readonly name: string;
  readonly type: string;
  readonly typeOid: number;
  readonly notNull: boolean;
  /** The default, or 0. */
  readonly defaultOid: number;
  /** Whether it is there because a table that this one is a partition of, or inherits from, has it. */
  readonly inherited: boolean;
  /** The default's expression, or a generated column's. */
  readonly expression: string | null;
  /** Empty, `s` stored or `v` virtual. */
  readonly generated: string;
  /** Empty, `a` always or `d` by default. */
  readonly identity: string;
  /** Where it is not the type's own; as SQL. */
  readonly collation: string | null;
  /** Where it is not the type's own. */
  readonly storage: string | null;
  readonly compression: string;
}

/** A column is marked before its rows were looked at. https://www.postgresql.org/docs/18/catalog-pg-attribute.html */
const unvalidated = `EXISTS (
    SELECT FROM pg_constraint v
    WHERE v.conrelid = a.attrelid AND v.contype = 'n' AND NOT v.convalidated AND v.conkey = ARRAY[a.attnum]
  )`;

/** The columns of tables and views, in their order. */
export const columns: Part<ColumnRow> = {
  name: 'columns',
  query: (features) =>
    `
SELECT
  a.attrelid AS relation, a.attnum AS number, a.attname::text AS name,
  format_type(a.atttypid, a.atttypmod) AS type, a.atttypid AS "typeOid",
  a.attnotnull${features.has('not-null-constraints') ? ` AND NOT ${unvalidated}` : ''} AS "notNull",
  a.attinhcount > 0 AS inherited,
  coalesce(d.oid, 0) AS "defaultOid", pg_get_expr(d.adbin, d.adrelid) AS expression,
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
  AND c.relkind IN ('r', 'p', 'v', 'm', 'c')
  AND a.attnum > 0
  AND NOT a.attisdropped
ORDER BY a.attrelid, a.attnum`.trim(),
};

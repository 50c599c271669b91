import { columnOptions, plainOptions } from '../options.js';
import { inSchemas, type Part } from '../part.js';
import { firstNumber } from '../presence.js';

/** A column of a table or view. Of most columns most things are as usual, and then the row says nothing of them: there are more of these rows than of all others. */
export interface ColumnRow {
  readonly relation: number;
  readonly number: number;
  readonly name: string;
  readonly type: string;
  /** The type, where it is not one of the server's own. */
  readonly typeOid: number | null;
  readonly notNull: boolean;
  /** The constraint that forbids nulls, where the server has one (from 18 on) and it is not a domain's. */
  readonly notNullName: string | null;
  readonly notNullUnvalidated: true | null;
  readonly notNullNoInherit: true | null;
  readonly defaultOid: number | null;
  /** Whether it is there because a table that this one is a partition of, or inherits from, has it. */
  readonly inherited: true | null;
  /** Of one that is inherited: whether its table defines it, and forbids nulls in it (from 18 on), itself as well. */
  readonly defined: boolean | null;
  readonly forbidden: boolean | null;
  /** The default's expression, or a generated column's. */
  readonly expression: string | null;
  /** `s` stored or `v` virtual. */
  readonly generated: string | null;
  /** `a` always or `d` by default. */
  readonly identity: string | null;
  /** Where it is not the type's own; as SQL. */
  readonly collation: string | null;
  /** The collation, whether it is the type's own or not, where it is not one of the server's own. */
  readonly collationOid: number | null;
  /** Where it is not the type's own. */
  readonly storage: string | null;
  readonly compression: string | null;
  /** How the type stores values, where that is not as most do and the column says otherwise, or may have it from above. */
  readonly usualStorage: string | null;
  /** How closely ANALYZE looks; absent where it looks as everywhere. */
  readonly statistics: number | null;
  /** `n_distinct=100` */
  readonly options: readonly string[] | null;
}

const storageName = (letter: string) =>
  `CASE ${letter} WHEN 'p' THEN 'PLAIN' WHEN 'e' THEN 'EXTERNAL' WHEN 'm' THEN 'MAIN' WHEN 'x' THEN 'EXTENDED' END`;

/** A number of something, where it is not one of the server's own. */
const ofUsers = (oid: string) => `CASE WHEN ${oid}::bigint >= ${firstNumber} THEN ${oid} END`;

/** The columns of tables and views, in their order. */
export const columns: Part<ColumnRow> = {
  name: 'columns',
  sql: ['type', 'expression', 'collation'],
  of: ['pg_class r', 'pg_class p', 'pg_class v', 'pg_class m', 'pg_class f', 'pg_class c'],
  query: (features) =>
    `
SELECT
  a.attrelid AS relation, a.attnum AS number, a.attname::text AS name,
  format_type(a.atttypid, a.atttypmod) AS type, ${ofUsers('a.atttypid')} AS "typeOid",
  -- A column is marked before its rows were looked at. https://www.postgresql.org/docs/18/catalog-pg-attribute.html
  ${
    features.has('not-null-constraints')
      ? `a.attnotnull AND coalesce(k.convalidated, true) AS "notNull",
  k.conname::text AS "notNullName", nullif(NOT k.convalidated, false) AS "notNullUnvalidated",
  nullif(k.connoinherit, false) AS "notNullNoInherit", CASE WHEN a.attinhcount > 0 THEN k.conislocal END AS forbidden,`
      : `a.attnotnull AS "notNull", NULL::text AS "notNullName", NULL::boolean AS "notNullUnvalidated",
  NULL::boolean AS "notNullNoInherit", NULL::boolean AS forbidden,`
  }
  nullif(a.attinhcount > 0, false) AS inherited, CASE WHEN a.attinhcount > 0 THEN a.attislocal END AS defined,
  d.oid AS "defaultOid",
  -- Only what is computed names columns; for a relation, the server looks all of them up each time.
  pg_get_expr(d.adbin, CASE WHEN a.attgenerated = '' THEN 0 ELSE d.adrelid END) AS expression,
  nullif(a.attgenerated::text, '') AS generated, nullif(a.attidentity::text, '') AS identity,
  CASE WHEN a.attcollation <> t.typcollation THEN (
    SELECT quote_ident(n.nspname) || '.' || quote_ident(o.collname)
    FROM pg_collation o
    JOIN pg_namespace n ON n.oid = o.collnamespace
    WHERE o.oid = a.attcollation
  ) END AS collation, ${ofUsers('a.attcollation')} AS "collationOid",
  CASE WHEN a.attstorage <> t.typstorage THEN ${storageName('a.attstorage')} END AS storage,
  CASE WHEN t.typstorage <> 'x' AND (a.attstorage <> t.typstorage OR a.attinhcount > 0) THEN
    ${storageName('t.typstorage')}
  END AS "usualStorage",
  nullif(a.attstattarget, -1)::integer AS statistics, ${plainOptions(columnOptions('a.attoptions'))} AS options,
  ${features.has('column-compression') ? "nullif(a.attcompression::text, '')" : 'NULL::text'} AS compression
FROM pg_attribute a
JOIN pg_class c ON c.oid = a.attrelid
JOIN pg_type t ON t.oid = a.atttypid
${
  features.has('not-null-constraints')
    ? "LEFT JOIN pg_constraint k ON k.conrelid = a.attrelid AND k.conkey[1] = a.attnum AND k.contype = 'n'"
    : ''
}
LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
WHERE ${inSchemas('c.relnamespace', 'c.oid')}
  AND c.relkind IN ('r', 'p', 'v', 'm', 'f', 'c')
  AND a.attnum > 0
  AND NOT a.attisdropped
ORDER BY a.attrelid, a.attnum`.trim(),
};

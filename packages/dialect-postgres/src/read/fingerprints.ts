import {
  everywhere,
  lately,
  mixed,
  ofAnything,
  ofDatabases,
  placed,
  said,
  within,
  wordsQuery,
  written,
} from './fingerprint-rows.js';
import { pinned } from './read-catalogue.js';

/** What the catalogue holds of one schema, as a sum over its rows; of `0` for what lies in none. */
export interface FingerprintRow {
  readonly namespace: number;
  /** Null for what lies in none. */
  readonly name: string | null;
  /** The same as long as no row of the catalogue came, went or was written anew. */
  readonly sum: string;
  /** Schemas in which something lies that something here depends on, and those in which something depends on what lies here. */
  readonly others: readonly number[];
  /** Whether something is there that the server changes in place, so that its rows do not tell when. */
  readonly restless: boolean;
}

/** How a session is set that asks for fingerprints, until its transaction ends: the catalogue of thousands of schemas is sorted and joined as a whole. */
export const fingerprintSettings = `${pinned}, pg_catalog.set_config('work_mem', '64MB', true)`;

/**
 * One row for each schema, and one of no schema for what all share, in one pass over the catalogue, whatever the number of schemas. Tables that hold long values are
 * in schemas of the server's own; of theirs nothing but their parameters is read, which count as the table's.
 */
export function fingerprintQuery(features: ReadonlySet<string>): string {
  let seed = 0;
  const next = () => ++seed;
  const things = [
    ...Object.entries(placed).map(
      ([catalogue, column]) => `
  SELECT '${catalogue}'::regclass::oid, t.oid, t.${column}, ${mixed(next(), 't.oid::bigint', written('t'))}
  FROM ${catalogue} t`,
    ),
    ...Object.entries(within).map(
      ([catalogue, column]) => `
  SELECT '${catalogue}'::regclass::oid, t.oid, c.relnamespace, ${mixed(next(), 't.oid::bigint', written('t'))}
  FROM ${catalogue} t JOIN pg_class c ON c.oid = t.${column}`,
    ),
    // What looks after a foreign key lies on both tables, and is the key's: one to what all share is nothing that all share.
    `
  SELECT 'pg_trigger'::regclass::oid, t.oid, coalesce(k.connamespace, c.relnamespace), ${mixed(next(), 't.oid::bigint', written('t'))}
  FROM pg_trigger t
  JOIN pg_class c ON c.oid = t.tgrelid
  LEFT JOIN pg_constraint k ON t.tgisinternal AND k.oid = t.tgconstraint`,
  ];
  const late = lately(features);
  const parts = [
    'SELECT t.namespace, t.hash, false FROM things t',
    `
  SELECT c.relnamespace, ${mixed(next(), 'l.oid::bigint', written('l'))}, false
  FROM pg_class l JOIN pg_class c ON c.reltoastrelid = l.oid`,
    ...[...said, ...late.said].map(
      ([catalogue, of, column, ...others]) => `
  SELECT o.${placed[of as keyof typeof placed]}, ${mixed(next(), ...[column, ...others].map((name) => `s.${name}::bigint`), written('s'))},
    ${catalogue === 'pg_index' ? 'NOT (s.indisvalid AND s.indisready AND s.indislive)' : 'false'}
  FROM ${catalogue} s JOIN ${of} o ON o.oid = s.${column}`,
    ),
    ...Object.entries(ofAnything).map(
      ([catalogue, others]) => `
  SELECT coalesce(t.namespace, 0), ${mixed(next(), 's.classoid::bigint', 's.objoid::bigint', ...others.map((name) => (name.includes('(') ? name : `s.${name}::bigint`)), written('s'))}, false
  FROM ${catalogue} s LEFT JOIN things t ON t.catalogue = s.classoid AND t.oid = s.objoid`,
    ),
    ...[...everywhere, ...late.everywhere].map(
      ([catalogue, ...columns]) => `
  SELECT 0::oid, ${mixed(next(), ...columns.map((name) => `s.${name}::bigint`), written('s'))}, false
  FROM ${catalogue} s`,
    ),
    ...ofDatabases.map(
      ([catalogue, database, ...columns]) => `
  SELECT 0::oid, ${mixed(next(), ...columns.map((name) => `s.${name}::bigint`), written('s'))}, false
  FROM ${catalogue} s JOIN pg_database b ON b.oid = s.${database}
  WHERE b.datname = current_database()`,
    ),
    `
  SELECT 0::oid, hashtextextended(w.said, ${next()}), false
  FROM (
    ${wordsQuery}
  ) AS w (said)`,
  ];
  return `
WITH things (catalogue, oid, namespace, hash) AS MATERIALIZED (
${things.join('\n  UNION ALL').trimEnd()}
), dependencies AS MATERIALIZED (
  SELECT o.namespace AS own, r.namespace AS other, count(*) AS count, sum(${mixed(
    next(),
    ...['classid', 'objid', 'objsubid', 'refclassid', 'refobjid', 'refobjsubid'].map((name) => `d.${name}::bigint`),
    'ascii(d.deptype::text)::bigint',
  )}) AS sum
  FROM pg_depend d
  LEFT JOIN things o ON o.catalogue = d.classid AND o.oid = d.objid
  LEFT JOIN things r ON r.catalogue = d.refclassid AND r.oid = d.refobjid
  GROUP BY o.namespace, r.namespace
), parts (namespace, hash, restless) AS (
${parts.join('\n  UNION ALL').trimEnd()}
), sums AS (
  SELECT p.namespace, count(*) AS count, sum(p.hash) AS sum, bool_or(p.restless) AS restless
  FROM parts p
  GROUP BY p.namespace
), depending AS (
  SELECT coalesce(d.own, d.other, 0) AS namespace, sum(d.count) AS count, sum(d.sum) AS sum
  FROM dependencies d
  GROUP BY 1
), beside AS (
  SELECT b.own AS namespace, array_agg(DISTINCT b.other) AS others
  FROM (
    SELECT d.own, d.other FROM dependencies d WHERE d.own <> d.other
    UNION ALL
    SELECT d.other, d.own FROM dependencies d WHERE d.own <> d.other
  ) b
  GROUP BY 1
)
SELECT
  s.namespace, n.nspname::text AS name,
  concat_ws(' ', s.count, s.sum, d.count, d.sum) AS sum,
  coalesce(b.others, '{}') AS others, s.restless
FROM sums s
LEFT JOIN depending d ON d.namespace = s.namespace
LEFT JOIN beside b ON b.namespace = s.namespace
LEFT JOIN pg_namespace n ON n.oid = s.namespace
ORDER BY s.namespace`.trim();
}

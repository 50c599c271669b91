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
  return `
WITH ${sumsOf(features, everyRow)}, beside AS (
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

/** How a session is set that asks for one schema: among thousands, whatever does not look rows up by their numbers goes through those of all. */
export const schemaFingerprintSettings = `${pinned}, ${['mergejoin', 'seqscan']
  .map((way) => `pg_catalog.set_config('enable_${way}', 'off', true)`)
  .join(', ')}`;

/**
 * The number and the sum of one schema (`$1`), as they are among all of them. The catalogue has no index of what lies in a schema, but one of what depends on it, and on that
 * in turn; what is found so is looked up by its numbers.
 */
export function schemaFingerprintQuery(features: ReadonlySet<string>): string {
  return `
WITH RECURSIVE members (catalogue, oid) AS (
  SELECT 'pg_namespace'::regclass::oid, n.oid FROM pg_namespace n WHERE n.nspname = $1
  UNION
  SELECT d.classid, d.objid FROM members m JOIN pg_depend d ON d.refclassid = m.catalogue AND d.refobjid = m.oid
), ${sumsOf(features, rowsFound)}
SELECT s.namespace, n.nspname::text AS name, concat_ws(' ', s.count, s.sum, d.count, d.sum) AS sum
FROM pg_namespace n
JOIN sums s ON s.namespace = n.oid
LEFT JOIN depending d ON d.namespace = s.namespace
WHERE n.nspname = $1`.trim();
}

/** What stands behind FROM, to have rows of a catalogue by the name of `t` or `s`. */
interface Rows {
  things(catalogue: string): string;
  /** Rows `s` that say something of the rows `o` of a catalogue. */
  said(catalogue: string, of: string, column: string): string;
  /** Rows `s` that say something of any thing `t`. */
  ofAnything(catalogue: string): string;
  /** Tables `l` that hold the long values of tables `c`. */
  readonly long: string;
  /** Dependencies with the schemas of both ends; a query by itself. */
  readonly dependencies: string;
  /** Whether what lies in no schema counts as well. */
  readonly isWhole: boolean;
}

const everyRow: Rows = {
  things: (catalogue) => `${catalogue} t`,
  said: (catalogue, of, column) => `${catalogue} s JOIN ${of} o ON o.oid = s.${column}`,
  ofAnything: (catalogue) => `${catalogue} s LEFT JOIN things t ON t.catalogue = s.classoid AND t.oid = s.objoid`,
  long: 'pg_class l JOIN pg_class c ON c.reltoastrelid = l.oid',
  dependencies: `
  SELECT o.namespace AS own, r.namespace AS other, d.*
  FROM pg_depend d
  LEFT JOIN things o ON o.catalogue = d.classid AND o.oid = d.objid
  LEFT JOIN things r ON r.catalogue = d.refclassid AND r.oid = d.refobjid`,
  isWhole: true,
};

const rowsFound: Rows = {
  things: (catalogue) => `members m JOIN ${catalogue} t ON m.catalogue = '${catalogue}'::regclass AND t.oid = m.oid`,
  said: (catalogue, of, column) =>
    `things t JOIN ${of} o ON t.catalogue = '${of}'::regclass AND o.oid = t.oid JOIN ${catalogue} s ON s.${column} = o.oid`,
  ofAnything: (catalogue) => `things t JOIN ${catalogue} s ON s.objoid = t.oid AND s.classoid = t.catalogue`,
  long: "things t JOIN pg_class c ON t.catalogue = 'pg_class'::regclass AND c.oid = t.oid JOIN pg_class l ON l.oid = c.reltoastrelid",
  // What lies in a schema has its dependencies counted there; what lies in none, where that lies which it depends on.
  dependencies: `
  SELECT t.namespace AS own, NULL::oid AS other, d.*
  FROM things t
  JOIN pg_depend d ON d.classid = t.catalogue AND d.objid = t.oid
  UNION ALL
  SELECT NULL, t.namespace, d.*
  FROM things t
  JOIN pg_depend d ON d.refclassid = t.catalogue AND d.refobjid = t.oid
  WHERE d.classid <> ALL ('{${[...Object.keys(placed), ...Object.keys(within), 'pg_trigger'].join(',')}}'::regclass[])`,
  isWhole: false,
};

/** Sums over what lies in schemas; the same rows have the same ones, wherever they were taken from. */
function sumsOf(features: ReadonlySet<string>, rows: Rows): string {
  let seed = 0;
  const next = () => ++seed;
  const thing = (catalogue: string, namespace: string, joined = '') => `
  SELECT '${catalogue}'::regclass::oid, t.oid, ${namespace}, ${mixed(next(), 't.oid::bigint', written('t'))}
  FROM ${rows.things(catalogue)}${joined}`;
  const things = [
    ...Object.entries(placed).map(([catalogue, column]) => thing(catalogue, `t.${column}`)),
    ...Object.entries(within).map(([catalogue, column]) =>
      thing(catalogue, 'c.relnamespace', ` JOIN pg_class c ON c.oid = t.${column}`),
    ),
    // What looks after a foreign key lies on both tables, and is the key's: one to what all share is nothing that all share.
    thing(
      'pg_trigger',
      'coalesce(k.connamespace, c.relnamespace)',
      `
  JOIN pg_class c ON c.oid = t.tgrelid
  LEFT JOIN pg_constraint k ON t.tgisinternal AND k.oid = t.tgconstraint`,
    ),
  ];
  const parts = saidInSchemas(features, rows, next);
  // The seeds go on behind those of what lies in no schema, whether or not that is asked for.
  const apart = saidElsewhere(features, next);
  return `things (catalogue, oid, namespace, hash) AS MATERIALIZED (
${things.join('\n  UNION ALL').trimEnd()}
), dependencies AS MATERIALIZED (
  SELECT d.own, d.other, count(*) AS count, sum(${mixed(
    next(),
    ...['classid', 'objid', 'objsubid', 'refclassid', 'refobjid', 'refobjsubid'].map((name) => `d.${name}::bigint`),
    'ascii(d.deptype::text)::bigint',
  )}) AS sum
  FROM (${rows.dependencies}
  ) d
  GROUP BY d.own, d.other
), parts (namespace, hash, restless) AS (
${[...parts, ...(rows.isWhole ? apart : [])].join('\n  UNION ALL').trimEnd()}
), sums AS (
  SELECT p.namespace, count(*) AS count, sum(p.hash) AS sum, bool_or(p.restless) AS restless
  FROM parts p
  GROUP BY p.namespace
), depending AS (
  SELECT coalesce(d.own, d.other, 0) AS namespace, sum(d.count) AS count, sum(d.sum) AS sum
  FROM dependencies d
  GROUP BY 1
)`;
}

function saidInSchemas(features: ReadonlySet<string>, rows: Rows, next: () => number): readonly string[] {
  return [
    'SELECT t.namespace, t.hash, false FROM things t',
    `
  SELECT c.relnamespace, ${mixed(next(), 'l.oid::bigint', written('l'))}, false
  FROM ${rows.long}`,
    ...[...said, ...lately(features).said].map(
      ([catalogue, of, column, ...others]) => `
  SELECT o.${placed[of as keyof typeof placed]}, ${mixed(next(), ...[column, ...others].map((name) => `s.${name}::bigint`), written('s'))},
    ${catalogue === 'pg_index' ? 'NOT (s.indisvalid AND s.indisready AND s.indislive)' : 'false'}
  FROM ${rows.said(catalogue, of, column)}`,
    ),
    ...Object.entries(ofAnything).map(
      ([catalogue, others]) => `
  SELECT coalesce(t.namespace, 0), ${mixed(next(), 's.classoid::bigint', 's.objoid::bigint', ...others.map((name) => (name.includes('(') ? name : `s.${name}::bigint`)), written('s'))}, false
  FROM ${rows.ofAnything(catalogue)}`,
    ),
  ];
}

/** What lies in no schema. */
function saidElsewhere(features: ReadonlySet<string>, next: () => number): readonly string[] {
  return [
    ...[...everywhere, ...lately(features).everywhere].map(
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
}

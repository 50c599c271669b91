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

/** What the catalogue holds of a database, as a sum over its rows. */
export interface DatabaseFingerprintRow {
  /** The same as long as no row of the catalogue came, went or was written anew. */
  readonly sum: string;
  /** Whether something is there that the server changes in place, so that its rows do not tell when. */
  readonly restless: boolean;
}

/** What tells a dependency from the others. */
const ofDependencies = ['classid', 'objid', 'objsubid', 'refclassid', 'refobjid', 'refobjsubid'] as const;

/**
 * The same rows as of the schemas of a database, of all of it at once: nothing has to be known of where each of them lies, so that no catalogue is joined with another one. Of
 * temporary tables the rows are counted with the rest.
 */
export function databaseFingerprintQuery(features: ReadonlySet<string>): string {
  const late = lately(features);
  const columnOf = (name: string) => (name.includes('(') ? name : `s.${name}::bigint`);
  const catalogues: readonly (readonly [string, ...string[]])[] = [
    ...[...Object.keys(placed), ...Object.keys(within), 'pg_trigger'].map((catalogue) => [catalogue, 'oid'] as const),
    ...[...said, ...late.said].map(([catalogue, _, ...columns]) => [catalogue, ...columns] as const),
    ...Object.entries(ofAnything).map(([catalogue, others]) => [catalogue, 'classoid', 'objoid', ...others] as const),
    ...[...everywhere, ...late.everywhere],
    ['pg_depend', ...ofDependencies],
  ];
  const sums = [
    ...catalogues.map(
      ([catalogue, ...columns], i) => `
  SELECT '${catalogue}', count(*), sum(${mixed(i, ...columns.map(columnOf), written('s'))}) FROM ${catalogue} s`,
    ),
    ...ofDatabases.map(
      ([catalogue, database, ...columns], i) => `
  SELECT '${catalogue}', count(*), sum(${mixed(i, ...columns.map(columnOf), written('s'))})
  FROM ${catalogue} s JOIN pg_database b ON b.oid = s.${database}
  WHERE b.datname = current_database()`,
    ),
    `
  SELECT 'words', count(*), sum(hashtextextended(w.said, 0))
  FROM (
    ${wordsQuery}
  ) AS w (said)`,
  ];
  return `
SELECT
  string_agg(concat_ws(' ', p.part, p.count, p.sum), ', ' ORDER BY p.part) AS sum,
  EXISTS (SELECT FROM pg_index i WHERE NOT (i.indisvalid AND i.indisready AND i.indislive)) AS restless
FROM (${sums.join('\n  UNION ALL')}
) AS p (part, count, sum)`.trim();
}

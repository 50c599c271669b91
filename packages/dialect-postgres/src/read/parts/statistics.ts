import { address } from '@sync/core';
import { inSchemas, notOfExtension, notOurs, type Part } from '../part.js';

/** Extended statistics of a table. */
export interface StatisticsRow {
  readonly oid: number;
  readonly relation: number;
  readonly namespace: number;
  readonly name: string;
  /** `(ndistinct)`, or nothing. */
  readonly kinds: string;
  /** Sorted: the server lists them as they lie in the table, which is no part of what they are. */
  readonly columns: readonly string[];
  /** As the server prints them, or nothing. */
  readonly expressions: string;
  /** Where it is not the server's default. */
  readonly target: number | null;
}

/** Extended statistics. */
export const statistics: Part<StatisticsRow> = {
  name: 'statistics',
  sql: ['expressions'],
  of: ['pg_statistic_ext'],
  query: () =>
    `
SELECT
  s.oid, s.stxrelid AS relation, s.stxnamespace AS namespace, s.stxname::text AS name,
  -- The head is of the server's own words, so that the first ON is the one behind it; expressions come behind the columns.
  rtrim(substr(whole.text, 1, position('ON ' IN whole.text) - 1)) AS kinds,
  own.columns,
  ltrim(substr(whole.text, position('ON ' IN whole.text) + 3 + length(own.listed)), ', ') AS expressions,
  nullif(s.stxstattarget::int, -1) AS target
FROM pg_statistic_ext s
JOIN pg_namespace n ON n.oid = s.stxnamespace
JOIN pg_class c ON c.oid = s.stxrelid
JOIN pg_namespace cn ON cn.oid = c.relnamespace
-- A name may hold anything, so the head and the tail are measured and not looked for.
CROSS JOIN LATERAL (
  SELECT substr(
    pg_get_statisticsobjdef(s.oid),
    length(format('CREATE STATISTICS %I.%I ', n.nspname, s.stxname)) + 1,
    length(pg_get_statisticsobjdef(s.oid)) - length(format('CREATE STATISTICS %I.%I ', n.nspname, s.stxname))
      - length(format(' FROM %I.%I', cn.nspname, c.relname))
  ) AS text
) AS whole
CROSS JOIN LATERAL (
  SELECT
    coalesce(string_agg(quote_ident(a.attname), ', ' ORDER BY k.position), '') AS listed,
    coalesce(array_agg(a.attname::text ORDER BY a.attname COLLATE "C"), '{}') AS columns
  FROM unnest(s.stxkeys::int2[]) WITH ORDINALITY AS k (number, position)
  JOIN pg_attribute a ON a.attrelid = s.stxrelid AND a.attnum = k.number
) AS own
WHERE ${inSchemas('s.stxnamespace', 's.oid')}
  AND ${notOurs('c.relname')}
  AND ${notOfExtension('pg_class', 'c.oid')}
ORDER BY s.oid`.trim(),
  identify({ oid, namespace, name }, { placeOf }) {
    return [
      {
        catalogue: 'pg_statistic_ext',
        oid,
        address: address('postgres/statistics', ...placeOf(namespace).prefix, name),
      },
    ];
  },
  // What they are about they have as their own; only functions and types in expressions are needed.
  dependents: `
SELECT 'pg_statistic_ext'::regclass, s.oid, 'pg_statistic_ext'::regclass, s.oid
FROM pg_statistic_ext s
WHERE ${inSchemas('s.stxnamespace', 's.oid')}`.trim(),
};

import { type Address, partsOf, type Session, type Trace } from '@sync/core';
import { schemaIn } from '../text/home-schema.js';
import { arrayText } from './part.js';

/** What stands in `pg_class`, by the kind in its address. */
const relations: ReadonlySet<string> = new Set([
  'table',
  'view',
  'index',
  'sequence',
  'postgres/materialized-view',
  'postgres/foreign-table',
]);

/** Who owns these relations, and when they were last changed where the server keeps the times of commits (`track_commit_timestamp`). */
export async function tracesOf(session: Session, addresses: readonly Address[]): Promise<ReadonlyMap<Address, Trace>> {
  const known = addresses.filter((address) => relations.has(partsOf(address).kind));
  if (known.length === 0) return new Map();
  const paths = known.map((address) => partsOf(address).parts);
  const rows = await session.query<{ readonly address: Address; readonly owner: string; readonly at: string | null }>({
    text,
    params: [
      arrayText(known),
      arrayText(paths.map((path) => (path.length > 1 ? (path[0] ?? '') : 'public'))),
      arrayText(paths.map((path) => path.at(-1) ?? '')),
    ],
  });
  return new Map(
    rows.map(({ address, owner, at }) => [address, { by: owner, how: 'owned by', ...(at !== null && { at }) }]),
  );
}

/** A column that comes, goes or changes is written to `pg_attribute`, and what else is said of a relation to `pg_class`. Of a transaction so old that it is frozen no time is kept. */
const text = `
SELECT
  w.address,
  pg_catalog.pg_get_userbyid(c.relowner) AS owner,
  pg_catalog.to_char(
    (
      CASE WHEN pg_catalog.current_setting('track_commit_timestamp') = 'on' THEN greatest(
        pg_catalog.pg_xact_commit_timestamp(c.xmin),
        (
          SELECT max(pg_catalog.pg_xact_commit_timestamp(a.xmin))
          FROM pg_catalog.pg_attribute a
          WHERE a.attrelid = c.oid
        )
      ) END
    ) AT TIME ZONE 'UTC',
    'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'
  ) AS at
FROM unnest($1::text[], $2::text[], $3::text[]) AS w (address, schema, name)
JOIN pg_catalog.pg_namespace n ON n.nspname = ${schemaIn('w.schema')}
JOIN pg_catalog.pg_class c ON c.relnamespace = n.oid AND c.relname = w.name`.trim();

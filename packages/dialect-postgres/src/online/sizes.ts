import { type Address, partsOf, type Session } from '@sync/core';
import { arrayText } from '../read/part.js';
import { schemaIn } from '../text/home-schema.js';

/** What can hold rows, by the kind in its address. */
const holders: ReadonlySet<string> = new Set(['table', 'postgres/materialized-view']);

/** About how many rows the tables at these addresses hold: as the server last counted them, for as much as they have grown since. */
export async function sizesOf(session: Session, addresses: readonly Address[]): Promise<ReadonlyMap<Address, number>> {
  const tables = addresses.filter((address) => holders.has(partsOf(address).kind));
  if (tables.length === 0) return new Map();
  const paths = tables.map((address) => partsOf(address).parts);
  const rows = await session.query<{ readonly address: Address; readonly rows: number | bigint }>({
    text,
    params: [
      arrayText(tables),
      arrayText(paths.map((path) => (path.length > 1 ? (path[0] ?? '') : 'public'))),
      arrayText(paths.map((path) => path.at(-1) ?? '')),
    ],
  });
  return new Map(rows.map(({ address, rows: count }) => [address, Number(count)]));
}

/** Only the bare name of unnest takes several lists. What was never counted is taken to have rows as wide as their columns are, and 32 bytes for what has no width of its own, as the server's planner does. A table has what its partitions, its chunks, or those that inherit from it have: what is changed of it is changed of them. */
const text = `
SELECT
  w.address,
  coalesce(sum(
    CASE
      WHEN p.reltuples > 0 AND p.relpages > 0 THEN p.reltuples / p.relpages
      ELSE (pg_catalog.current_setting('block_size')::int - 24) / (28 + coalesce((
        SELECT sum(CASE WHEN a.attlen > 0 THEN a.attlen ELSE 32 END)
        FROM pg_catalog.pg_attribute a
        WHERE a.attrelid = p.oid AND a.attnum > 0 AND NOT a.attisdropped
      ), 0))
    END * (pg_catalog.pg_relation_size(p.oid) / pg_catalog.current_setting('block_size')::int)
  ), 0)::bigint AS rows
FROM unnest($1::text[], $2::text[], $3::text[]) AS w (address, schema, name)
JOIN pg_catalog.pg_namespace n ON n.nspname = ${schemaIn('w.schema')}
JOIN pg_catalog.pg_class c ON c.relnamespace = n.oid AND c.relname = w.name
CROSS JOIN LATERAL (
  WITH RECURSIVE held (oid) AS (
    SELECT c.oid
    UNION
    SELECT i.inhrelid FROM held JOIN pg_catalog.pg_inherits i ON i.inhparent = held.oid
  )
  SELECT held.oid FROM held
) AS l (oid)
JOIN pg_catalog.pg_class p ON p.oid = l.oid
GROUP BY w.address`.trim();

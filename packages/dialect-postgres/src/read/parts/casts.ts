import { address } from '@sync/core';
import { notOfExtension, ofDatabase, type Part } from '../part.js';
import { firstNumber } from '../presence.js';

/** A cast that somebody made. */
export interface CastRow {
  readonly oid: number;
  /** The schema of what it is about, or 0 where all of it is the server's own or of others. */
  readonly namespace: number;
  readonly name: string;
  readonly source: string;
  readonly target: string;
  /** The function that it calls, with its arguments, as SQL. */
  readonly function: string | null;
  /** `f` by a function, `i` by way of texts, `b` as the same bytes. */
  readonly method: string;
  /** `e` only where it is written, `a` where a value is assigned, too, `i` everywhere. */
  readonly context: string;
}

/** Casts. */
export const casts: Part<CastRow> = {
  name: 'casts',
  sql: ['name', 'source', 'target', 'function'],
  of: ['pg_cast'],
  query: () =>
    `
SELECT
  c.oid, coalesce(n.oid, 0) AS namespace,
  format('%s as %s', format_type(c.castsource, NULL), format_type(c.casttarget, NULL)) AS name,
  format_type(c.castsource, NULL) AS source, format_type(c.casttarget, NULL) AS target,
  CASE WHEN c.castfunc <> 0 THEN c.castfunc::regprocedure::text END AS function,
  c.castmethod::text AS method, c.castcontext::text AS context
FROM pg_cast c
JOIN pg_type s ON s.oid = c.castsource
JOIN pg_type t ON t.oid = c.casttarget
LEFT JOIN pg_proc p ON p.oid = c.castfunc
LEFT JOIN LATERAL (
  SELECT u.oid FROM unnest(ARRAY[t.typnamespace, s.typnamespace, p.pronamespace]) WITH ORDINALITY AS u (oid, place)
  WHERE u.oid = ANY ($1::oid[])
  ORDER BY u.place
  LIMIT 1
) AS n ON true
WHERE c.oid >= ${firstNumber} AND ${ofDatabase} AND ${notOfExtension('pg_cast', 'c.oid')} AND NOT EXISTS (
  -- A range type brings one to its multirange type.
  SELECT FROM pg_depend i
  WHERE i.classid = 'pg_cast'::regclass AND i.objid = c.oid AND i.deptype = 'i'
)
ORDER BY c.oid`.trim(),
  identify: ({ oid, namespace, name }) =>
    namespace === 0 ? [] : [{ catalogue: 'pg_cast', oid, address: address('postgres/cast', name) }],
  dependents: `
SELECT 'pg_cast'::regclass, c.oid, 'pg_cast'::regclass, c.oid
FROM pg_cast c
WHERE c.oid >= ${firstNumber}`.trim(),
};

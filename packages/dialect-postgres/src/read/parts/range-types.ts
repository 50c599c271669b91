import { address } from '@sync/core';
import { inSchemas, notOfExtension, type Part } from '../part.js';

/** A range type, and the multirange type that comes with it from version 14 on. */
export interface RangeTypeRow {
  readonly namespace: number;
  readonly name: string;
  readonly types: readonly number[];
  /** The functions that make its values. */
  readonly constructors: readonly number[];
  readonly multirange: string | null;
  readonly multirangeOid: number | null;
  /** As CREATE TYPE takes them: `SUBTYPE = integer`. */
  readonly options: readonly string[];
}

/** Range types. */
export const rangeTypes: Part<RangeTypeRow> = {
  name: 'range types',
  sql: ['options'],
  of: ['pg_type r'],
  query: (features) => {
    const multirange = features.has('multirange-types');
    return `
SELECT
  t.typnamespace AS namespace, t.typname::text AS name,
  array_remove(ARRAY[t.oid, t.typarray, ${multirange ? 'm.oid, m.typarray' : 'NULL'}], NULL)::int8[]::text[] AS types,
  ARRAY(
    SELECT d.objid::text FROM pg_depend d
    WHERE d.classid = 'pg_proc'::regclass AND d.refclassid = 'pg_type'::regclass AND d.deptype = 'i'
      AND d.refobjid IN (t.oid${multirange ? ', m.oid' : ''})
    ORDER BY d.objid
  ) AS constructors,
  ${multirange ? 'm.typname::text' : 'NULL::text'} AS multirange, ${multirange ? 'm.oid' : 'NULL::oid'} AS "multirangeOid",
  array_remove(ARRAY[
    'SUBTYPE = ' || format_type(r.rngsubtype, NULL),
    CASE WHEN NOT o.opcdefault THEN 'SUBTYPE_OPCLASS = ' || quote_ident(n.nspname) || '.' || quote_ident(o.opcname) END,
    CASE WHEN r.rngcollation <> s.typcollation THEN 'COLLATION = ' || quote_ident(cn.nspname) || '.' || quote_ident(c.collname) END,
    CASE WHEN r.rngcanonical <> 0 THEN 'CANONICAL = ' || r.rngcanonical::text END,
    CASE WHEN r.rngsubdiff <> 0 THEN 'SUBTYPE_DIFF = ' || r.rngsubdiff::text END
  ], NULL) AS options
FROM pg_range r
JOIN pg_type t ON t.oid = r.rngtypid
JOIN pg_type s ON s.oid = r.rngsubtype
JOIN pg_opclass o ON o.oid = r.rngsubopc
JOIN pg_namespace n ON n.oid = o.opcnamespace
LEFT JOIN pg_collation c ON c.oid = r.rngcollation
LEFT JOIN pg_namespace cn ON cn.oid = c.collnamespace
${multirange ? 'LEFT JOIN pg_type m ON m.oid = r.rngmultitypid' : ''}
WHERE ${inSchemas('t.typnamespace', 't.oid')} AND ${notOfExtension('pg_type', 't.oid')}
ORDER BY t.oid`.trim();
  },
  identify({ namespace, name, types, constructors }, { placeOf }) {
    const at = address('postgres/range-type', ...placeOf(namespace).prefix, name);
    return [
      ...types.map((oid) => ({ catalogue: 'pg_type', oid: Number(oid), address: at })),
      ...constructors.map((oid) => ({ catalogue: 'pg_proc', oid: Number(oid), address: at })),
    ];
  },
  dependents: `
SELECT 'pg_type'::regclass, t.oid, 'pg_type'::regclass, t.oid
FROM pg_type t
WHERE ${inSchemas('t.typnamespace', 't.oid')} AND t.typtype = 'r'`.trim(),
};

import { address } from '@sync/core';
import { inSchemas, notOfExtension, type Part } from '../part.js';

/** A composite type that is no table's. Its attributes are columns of its relation. */
export interface CompositeTypeRow {
  readonly oid: number;
  readonly array: number;
  readonly relation: number;
  readonly namespace: number;
  readonly name: string;
}

/** Composite types. */
export const compositeTypes: Part<CompositeTypeRow> = {
  name: 'composite types',
  of: ['pg_class c'],
  query: () =>
    `
SELECT t.oid, t.typarray AS array, t.typrelid AS relation, t.typnamespace AS namespace, t.typname::text AS name
FROM pg_type t
JOIN pg_class c ON c.oid = t.typrelid
WHERE ${inSchemas('t.typnamespace', 't.oid')} AND c.relkind = 'c' AND ${notOfExtension('pg_type', 't.oid')}
ORDER BY t.oid`.trim(),
  identify({ oid, array, relation, namespace, name }, { placeOf }) {
    const at = address('postgres/composite-type', ...placeOf(namespace).prefix, name);
    return [
      { catalogue: 'pg_class', oid: relation, address: at },
      ...[oid, array].filter((each) => each !== 0).map((each) => ({ catalogue: 'pg_type', oid: each, address: at })),
    ];
  },
  // The server has what attributes need written down with the relation.
  dependents: `
SELECT 'pg_class'::regclass, c.oid, 'pg_class'::regclass, c.oid
FROM pg_class c
WHERE ${inSchemas('c.relnamespace', 'c.oid')} AND c.relkind = 'c'`.trim(),
};

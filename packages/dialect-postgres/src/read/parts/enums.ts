import { address } from '@sync/core';
import { inSchemas, notOfExtension, type Part } from '../part.js';

/** An enumerated type. */
export interface EnumRow {
  readonly oid: number;
  readonly array: number;
  readonly namespace: number;
  readonly name: string;
  readonly labels: readonly string[];
}

/** Enumerated types with their values in order. */
export const enums: Part<EnumRow> = {
  name: 'enums',
  of: ['pg_type e'],
  query: () =>
    `
SELECT
  t.oid, t.typarray AS array, t.typnamespace AS namespace, t.typname::text AS name,
  ARRAY(SELECT e.enumlabel::text FROM pg_enum e WHERE e.enumtypid = t.oid ORDER BY e.enumsortorder) AS labels
FROM pg_type t
WHERE ${inSchemas('t.typnamespace', 't.oid')} AND t.typtype = 'e' AND ${notOfExtension('pg_type', 't.oid')}
ORDER BY t.oid`.trim(),
  identify({ oid, array, namespace, name }, { placeOf }) {
    const at = address('postgres/enum', ...placeOf(namespace).prefix, name);
    return [oid, array].map((each) => ({ catalogue: 'pg_type', oid: each, address: at }));
  },
};

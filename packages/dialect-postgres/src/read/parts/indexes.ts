import { address } from '@sync/core';
import type { Part } from '../part.js';

/** An index, those of constraints included. */
export interface IndexRow {
  readonly oid: number;
  readonly relation: number;
  readonly namespace: number;
  readonly name: string;
  /** From USING on; nothing for one of a constraint, whose own definition says it all. */
  readonly definition: string;
  readonly unique: boolean;
  readonly valid: boolean;
  /** Whether it is a part of an index of the partitioned table. */
  readonly attached: boolean;
  /** The constraint that it belongs to, or 0. */
  readonly constraint: number;
}

/** Indexes. One that a constraint stands on is called as the constraint is, which is read after it. */
export const indexes: Part<IndexRow> = {
  name: 'indexes',
  query: () =>
    `
SELECT
  c.oid, i.indrelid AS relation, c.relnamespace AS namespace, c.relname::text AS name,
  -- A name may hold anything, so the head is measured and not looked for.
  CASE WHEN k.oid IS NULL THEN substr(
    pg_get_indexdef(c.oid),
    length(format(
      'CREATE %sINDEX %I ON %s%I.%I ', CASE WHEN i.indisunique THEN 'UNIQUE ' ELSE '' END, c.relname,
      CASE WHEN c.relkind = 'I' THEN 'ONLY ' ELSE '' END, n.nspname, r.relname
    )) + 1
  ) ELSE '' END AS definition,
  i.indisunique AS unique,
  c.relispartition AS attached,
  i.indisvalid AND i.indisready AS valid,
  coalesce(k.oid, 0) AS constraint
FROM pg_index i
JOIN pg_class c ON c.oid = i.indexrelid
JOIN pg_class r ON r.oid = i.indrelid
JOIN pg_namespace n ON n.oid = r.relnamespace
LEFT JOIN pg_constraint k ON k.conindid = c.oid AND k.contype IN ('p', 'u', 'x')
WHERE c.relnamespace = ANY ($1::oid[]) AND c.relkind IN ('i', 'I')
ORDER BY c.oid`.trim(),
  identify({ oid, namespace, name, attached }, { placeOf }) {
    if (attached) return [];
    return [{ catalogue: 'pg_class', oid, address: address('index', ...placeOf(namespace).prefix, name) }];
  },
};

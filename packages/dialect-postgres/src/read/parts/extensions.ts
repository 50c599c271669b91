import { address } from '@sync/core';
import type { Part } from '../part.js';

/** An extension, of the whole database. */
export interface ExtensionRow {
  readonly oid: number;
  readonly name: string;
  readonly version: string;
  readonly schema: string;
  readonly namespace: number;
  readonly relocatable: boolean;
  /** The versions that the one which is there can be updated to. */
  readonly updates: readonly string[];
}

/** Extensions, but for those that every database has from the start. Their members are theirs. */
export const extensions: Part<ExtensionRow> = {
  name: 'extensions',
  query: () =>
    `
SELECT
  e.oid, e.extname::text AS name, e.extversion AS version, n.nspname::text AS schema, e.extnamespace AS namespace,
  e.extrelocatable AS relocatable,
  ARRAY(
    SELECT p.target FROM pg_extension_update_paths(e.extname) p
    WHERE p.source = e.extversion AND p.path IS NOT NULL
    ORDER BY p.target
  ) AS updates
FROM pg_extension e
JOIN pg_namespace n ON n.oid = e.extnamespace
WHERE e.oid >= 16384 AND $1::oid[] IS NOT NULL
ORDER BY e.oid`.trim(),
  identify: ({ oid, name }) => [{ catalogue: 'pg_extension', oid, address: address('postgres/extension', name) }],
};

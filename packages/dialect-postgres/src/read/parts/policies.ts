import { address } from '@sync/core';
import { inSchemas, notOfExtension, notOurs, type Part } from '../part.js';
import { relations } from './relations.js';

/** A policy of a table. */
export interface PolicyRow {
  readonly oid: number;
  readonly relation: number;
  readonly namespace: number;
  readonly table: string;
  readonly name: string;
  /** `ALL`, `SELECT`, `INSERT`, `UPDATE` or `DELETE`. */
  readonly command: string;
  readonly permissive: boolean;
  /** Sorted; none for everybody. */
  readonly roles: readonly string[];
  readonly using: string | null;
  readonly check: string | null;
}

/** Policies of row-level security. */
export const policies: Part<PolicyRow> = {
  name: 'policies',
  sql: ['using', 'check'],
  of: ['pg_policy'],
  query: () =>
    `
SELECT
  p.oid, p.polrelid AS relation, c.relnamespace AS namespace, c.relname::text AS table, p.polname::text AS name,
  CASE p.polcmd WHEN 'r' THEN 'SELECT' WHEN 'a' THEN 'INSERT' WHEN 'w' THEN 'UPDATE' WHEN 'd' THEN 'DELETE' ELSE 'ALL' END AS command,
  p.polpermissive AS permissive,
  ARRAY(
    SELECT r.rolname::text FROM pg_roles r WHERE r.oid = ANY (p.polroles) ORDER BY r.rolname COLLATE "C"
  ) AS roles,
  pg_get_expr(p.polqual, p.polrelid) AS using,
  pg_get_expr(p.polwithcheck, p.polrelid) AS check
FROM pg_policy p
JOIN pg_class c ON c.oid = p.polrelid
WHERE ${inSchemas('c.relnamespace', 'c.oid')}
  AND ${notOurs('c.relname')}
  AND ${notOfExtension('pg_class', 'c.oid')}
ORDER BY p.oid`.trim(),
  identify(row, known) {
    if (known.where(relations, 'oid', row.relation).length === 0) return [];
    const at = address('postgres/policy', ...known.placeOf(row.namespace).prefix, row.table, row.name);
    return [{ catalogue: 'pg_policy', oid: row.oid, address: at }];
  },
  dependents: `
SELECT 'pg_policy'::regclass, p.oid, 'pg_policy'::regclass, p.oid
FROM pg_policy p
JOIN pg_class c ON c.oid = p.polrelid
WHERE ${inSchemas('c.relnamespace', 'c.oid')}`.trim(),
};

import { address } from '@sync/core';
import { inSchemas, notOfExtension, notOurs, type Part } from '../part.js';
import { relations } from './relations.js';

/** A rule of a table or view, other than the one that makes it a view. */
export interface RuleRow {
  readonly oid: number;
  readonly relation: number;
  readonly namespace: number;
  readonly table: string;
  readonly name: string;
  /** `INSERT`, `UPDATE` or `DELETE`. */
  readonly event: string;
  /** What stands behind the name of the table. */
  readonly action: string;
  /** `O` enabled, `D` disabled, `R` on a replica, `A` always. */
  readonly enabled: string;
}

/** Rewrite rules. */
export const rules: Part<RuleRow> = {
  name: 'rules',
  sql: ['action'],
  of: ['pg_rewrite rule'],
  query: () =>
    `
SELECT
  f.oid, f.relation, f.namespace, f.table, f.name, f.event,
  -- A name may hold anything, so the head is measured and not looked for.
  substr(
    pg_get_ruledef(f.oid),
    length(format(E'CREATE RULE %I AS\\n    ON %s TO %I.%I', f.name, f.event, f.schema, f.table)) + 1
  ) AS action,
  f.enabled
FROM (
  SELECT
    r.oid, r.ev_class AS relation, c.relnamespace AS namespace, n.nspname::text AS schema, c.relname::text AS table,
    r.rulename::text AS name, CASE r.ev_type WHEN '2' THEN 'UPDATE' WHEN '3' THEN 'INSERT' ELSE 'DELETE' END AS event,
    r.ev_enabled::text AS enabled
  FROM pg_rewrite r
  JOIN pg_class c ON c.oid = r.ev_class
  JOIN pg_namespace n ON n.oid = c.relnamespace
  WHERE ${inSchemas('c.relnamespace', 'c.oid')}
    AND r.rulename <> '_RETURN'
    AND ${notOurs('c.relname')}
    AND ${notOfExtension('pg_class', 'c.oid')}
) f
ORDER BY f.oid`.trim(),
  identify(row, known) {
    if (known.where(relations, 'oid', row.relation).length === 0) return [];
    const at = address('postgres/rule', ...known.placeOf(row.namespace).prefix, row.table, row.name);
    return [{ catalogue: 'pg_rewrite', oid: row.oid, address: at }];
  },
  dependents: `
SELECT 'pg_rewrite'::regclass, r.oid, 'pg_rewrite'::regclass, r.oid
FROM pg_rewrite r
JOIN pg_class c ON c.oid = r.ev_class
WHERE ${inSchemas('c.relnamespace', 'c.oid')} AND r.rulename <> '_RETURN'`.trim(),
};

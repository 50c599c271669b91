import { address } from '@sync/core';
import { inSchemas, type Known, notOfExtension, type Part } from '../part.js';

/** A domain. */
export interface DomainRow {
  readonly oid: number;
  readonly array: number;
  readonly namespace: number;
  readonly name: string;
  readonly base: string;
  /** Where it is not the base type's own; as SQL. */
  readonly collation: string | null;
  readonly default: string | null;
  readonly notNull: boolean;
  /** The constraint that forbids nulls, where the server has one: from 17 on. */
  readonly notNullName: string | null;
}

/** Domains. */
export const domains: Part<DomainRow> = {
  name: 'domains',
  sql: ['base', 'collation', 'default'],
  of: ['pg_type d'],
  query: () =>
    `
SELECT
  t.oid, t.typarray AS array, t.typnamespace AS namespace, t.typname::text AS name,
  format_type(t.typbasetype, t.typtypmod) AS base,
  CASE WHEN t.typcollation <> b.typcollation THEN quote_ident(n.nspname) || '.' || quote_ident(c.collname) END AS collation,
  pg_get_expr(t.typdefaultbin, 'pg_type'::regclass) AS default, t.typnotnull AS "notNull",
  k.conname::text AS "notNullName"
FROM pg_type t
JOIN pg_type b ON b.oid = t.typbasetype
LEFT JOIN pg_collation c ON c.oid = t.typcollation
LEFT JOIN pg_namespace n ON n.oid = c.collnamespace
LEFT JOIN pg_constraint k ON k.contypid = t.oid AND k.contype = 'n'
WHERE ${inSchemas('t.typnamespace', 't.oid')} AND t.typtype = 'd' AND ${notOfExtension('pg_type', 't.oid')}
ORDER BY t.oid`.trim(),
  identify({ oid, array, namespace, name }, { placeOf }) {
    const at = address('postgres/domain', ...placeOf(namespace).prefix, name);
    return [oid, array].filter((each) => each !== 0).map((each) => ({ catalogue: 'pg_type', oid: each, address: at }));
  },
  dependents: `
SELECT 'pg_type'::regclass, t.oid, 'pg_type'::regclass, t.oid
FROM pg_type t
WHERE ${inSchemas('t.typnamespace', 't.oid')} AND t.typtype = 'd'`.trim(),
};

/** A check of a domain. */
export interface DomainConstraintRow {
  readonly oid: number;
  readonly domain: number;
  readonly name: string;
  readonly definition: string;
  readonly valid: boolean;
}

/** Checks of domains. */
export const domainConstraints: Part<DomainConstraintRow> = {
  name: 'domain constraints',
  sql: ['definition'],
  of: ['pg_constraint d'],
  query: () =>
    `
SELECT
  k.oid, k.contypid AS domain, k.conname::text AS name, pg_get_constraintdef(k.oid) AS definition, k.convalidated AS valid
FROM pg_constraint k
JOIN pg_type t ON t.oid = k.contypid
WHERE ${inSchemas('t.typnamespace', 't.oid')} AND k.contype = 'c' AND ${notOfExtension('pg_type', 't.oid')}
ORDER BY k.oid`.trim(),
  identify(row, known) {
    const at = domainConstraintAddress(row, known);
    return at === undefined ? [] : [{ catalogue: 'pg_constraint', oid: row.oid, address: at }];
  },
  dependents: `
SELECT 'pg_constraint'::regclass, k.oid, 'pg_constraint'::regclass, k.oid
FROM pg_constraint k
JOIN pg_type t ON t.oid = k.contypid
WHERE ${inSchemas('t.typnamespace', 't.oid')}`.trim(),
};

function domainConstraintAddress({ domain, name }: DomainConstraintRow, known: Known) {
  const [row] = known.where(domains, 'oid', domain);
  return row && address('postgres/domain-constraint', ...known.placeOf(row.namespace).prefix, row.name, name);
}

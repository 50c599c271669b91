import { address } from '@sync/core';
import { plainOptions } from '../options.js';
import { type Identity, inSchemas, type Known, type Part } from '../part.js';
import { relations } from './relations.js';

/** A constraint of a table. */
export interface ConstraintRow {
  readonly oid: number;
  readonly relation: number;
  readonly name: string;
  /** `p` primary key, `u` unique, `c` check, `f` foreign key, `x` exclusion. */
  readonly type: string;
  readonly definition: string;
  readonly valid: boolean;
  /** Whether a table that this one is a partition of, or inherits from, brings it along. */
  readonly inherited: boolean;
  /** Whether its table defines it itself as well. */
  readonly defined: boolean;
  /** The constraint of the partitioned table that it is a part of, or 0. */
  readonly partOf: number;
  /** Storage parameters of the index that it stands on. */
  readonly options: readonly string[] | null;
  /** The index that a key stands on; for a foreign key the one that it refers to. */
  readonly index: number;
  readonly references: number;
}

/** Constraints of tables, other than NOT NULL. */
export const constraints: Part<ConstraintRow> = {
  name: 'constraints',
  sql: ['definition'],
  of: ['pg_constraint p', 'pg_constraint u', 'pg_constraint c', 'pg_constraint f', 'pg_constraint x'],
  query: () =>
    `
SELECT
  k.oid, k.conrelid AS relation, k.conname::text AS name, k.contype::text AS type,
  pg_get_constraintdef(k.oid) AS definition,
  k.convalidated AS valid,
  k.coninhcount > 0 AS inherited, k.conislocal AS defined, k.conparentid AS "partOf",
  CASE WHEN k.contype IN ('p', 'u', 'x') THEN (
    SELECT ${plainOptions('i.reloptions')} FROM pg_class i WHERE i.oid = k.conindid
  ) END AS options,
  k.conindid AS index, k.confrelid AS references
FROM pg_constraint k
JOIN pg_class c ON c.oid = k.conrelid
WHERE ${inSchemas('c.relnamespace', 'c.oid')}
  AND c.relkind IN ('r', 'p', 'f')
  AND k.contype IN ('p', 'u', 'c', 'f', 'x')
ORDER BY k.oid`.trim(),
  identify: identifyConstraint,
  dependents: `
SELECT 'pg_constraint'::regclass, k.oid, 'pg_constraint'::regclass, k.oid
FROM pg_constraint k
JOIN pg_class c ON c.oid = k.conrelid
WHERE ${inSchemas('c.relnamespace', 'c.oid')}`.trim(),
};

/** What a partition has from its table is the table's. */
function whole(row: ConstraintRow, known: Known): ConstraintRow {
  const [above] = row.partOf === 0 ? [] : known.where(constraints, 'oid', row.partOf);
  return above ? whole(above, known) : row;
}

/** A key's index is the key's: who needs the one needs the other. */
function identifyConstraint(row: ConstraintRow, known: Known): readonly Identity[] {
  const { relation: on, name } = whole(row, known);
  const [relation] = known.where(relations, 'oid', on);
  if (!relation) return [];
  const at = address('postgres/constraint', ...known.placeOf(relation.namespace).prefix, relation.name, name);
  const own: Identity = { catalogue: 'pg_constraint', oid: row.oid, address: at };
  const isKey = row.type !== 'f' && row.index !== 0;
  return isKey ? [own, { catalogue: 'pg_class', oid: row.index, address: at }] : [own];
}

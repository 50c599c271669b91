import type { Address, Catalogue } from '@sync/core';
import type { ConstraintSpec } from './spec.js';

/** The tables whose foreign keys refer to a table in a state; that table itself among them where it refers to itself. */
export function referringTo(table: Address, state: Catalogue): readonly Address[] {
  return state.dependents(table).flatMap(({ kind, parent, spec }) => {
    return kind === 'postgres/constraint' && (spec as ConstraintSpec).references === table ? (parent ?? []) : [];
  });
}

/** The tables that the foreign keys of a table refer to in a state; that table itself among them where it refers to itself. */
export function referredFrom(table: Address, state: Catalogue): readonly Address[] {
  return state.children(table).flatMap(({ kind, spec }) => {
    return kind === 'postgres/constraint' ? ((spec as ConstraintSpec).references ?? []) : [];
  });
}

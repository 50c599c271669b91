import { canonicalJson } from '@sync/core';
import type { InlineConstraint } from './spec.js';
import type { TableView } from './view-of-table.js';

/** Whether a constraint that is written on a column is this one. */
export function isSame(constraint: InlineConstraint, other: Omit<InlineConstraint, 'column'>): boolean {
  const { column: _, ...own } = constraint;
  return canonicalJson(own) === canonicalJson(other);
}

const known = new WeakMap<TableView, ReadonlyMap<string, string>>();

/** The column that a constraint is written on. */
export function ownerOf(constraint: Omit<InlineConstraint, 'column'>, table: TableView): string | undefined {
  let owners = known.get(table);
  if (!owners) {
    owners = new Map(table.inline.map(({ column, ...own }) => [canonicalJson(own), column]));
    known.set(table, owners);
  }
  return owners.get(canonicalJson(constraint));
}

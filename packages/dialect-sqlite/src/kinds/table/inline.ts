import { canonicalJson } from '@sync/core';
import type { InlineConstraint } from './spec.js';
import type { TableView } from './view-of-table.js';

/** Whether a constraint that is written on a column is this one. */
export function isSame(constraint: InlineConstraint, other: Omit<InlineConstraint, 'column'>): boolean {
  const { column: _, ...own } = constraint;
  return canonicalJson(own) === canonicalJson(other);
}

/** The column that a constraint is written on. */
export function ownerOf(constraint: Omit<InlineConstraint, 'column'>, table: TableView): string | undefined {
  return table.inline.find((each) => isSame(each, constraint))?.column;
}

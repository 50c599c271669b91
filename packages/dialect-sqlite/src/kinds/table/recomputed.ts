import { isLossy, writesOtherwise } from './affinity.js';
import type { ColumnChange, TableDifference } from './difference.js';
import { mentioned } from './removals.js';

const known = new WeakMap<TableDifference, ReadonlySet<string>>();

/** The columns whose rows may hold something else afterwards: converted, filled or computed in another way, and what is computed from these. Folded. */
export function changedValues(difference: TableDifference): ReadonlySet<string> {
  const seen = known.get(difference);
  if (seen) return seen;
  const { changed, from, to } = difference;
  const converted = to.order.filter((column) => isConverted(column, difference));
  const columns = new Set([...converted, ...changed.filter(holdsOtherwise).map(({ column }) => column)]);
  const uses = Array.from(to.columns).flatMap(([folded, { generated }]) =>
    generated && from.columns.has(folded) ? [[folded, mentioned(generated.as, to.scope)] as const] : [],
  );
  for (let size = -1; size < columns.size; ) {
    size = columns.size;
    for (const [folded, used] of uses) if ([...used].some((column) => columns.has(column))) columns.add(folded);
  }
  known.set(difference, columns);
  return columns;
}

/** The columns of which a text index reads something else afterwards: 1.0 becomes 1, too, which is the same value. Folded. */
export function changedWords(difference: TableDifference): ReadonlySet<string> {
  const { changed, from, to } = difference;
  const respelled = changed.filter(
    (change) =>
      change.facets.includes('type') &&
      writesOtherwise({ type: change.from.type, strict: from.strict }, { type: change.to.type, strict: to.strict }),
  );
  return new Set([...changedValues(difference), ...respelled.map(({ column }) => column)]);
}

/** Those among them that are computed. */
export function recomputed(difference: TableDifference): ReadonlySet<string> {
  const { to } = difference;
  return new Set([...changedValues(difference)].filter((column) => to.columns.get(column)?.generated));
}

function isConverted(column: string, { from, to }: TableDifference): boolean {
  const [before, after] = [from.columns.get(column), to.columns.get(column)];
  if (!before || !after) return false;
  return isLossy({ type: before.type, strict: from.strict }, { type: after.type, strict: to.strict });
}

function holdsOtherwise(change: ColumnChange): boolean {
  return change.facets.includes('generated') || isFilled(change);
}

/** Whether a column gets its default where it is NULL. */
export function isFilled({ from, to }: ColumnChange): boolean {
  return to.notNull !== undefined && from.notNull === undefined && to.default !== undefined;
}

import { foldMember, quoteName } from '../../text/names.js';
import type { Pair, TableDifference } from './difference.js';
import type { ChangeOfColumn } from './in-turn.js';
import { movedColumns } from './moved-columns.js';
import { type ColumnSpec, orderOf } from './spec.js';

/** What is done to a column: it goes, comes, or is changed, renamed or moved. */
export interface ColumnChange extends ChangeOfColumn {
  readonly pair?: Pair<ColumnSpec> | undefined;
  /** What it is called before, where that changes. */
  readonly old?: string | undefined;
  readonly isMoved?: boolean;
}

/** The columns that stay where they are. */
export function settledNames({ columns, order, from, to }: TableDifference): Set<string> {
  const added = new Set(columns.added.map(({ name }) => name));
  const moved = movedIn({ order, from, to });
  return new Set(orderOf(to).filter((name) => !added.has(name) && !moved.has(name)));
}

function movedIn({ order, from, to }: Pick<TableDifference, 'order' | 'from' | 'to'>): ReadonlySet<string> {
  return order ? movedColumns(orderOf(from), orderOf(to)) : new Set();
}

/** What goes, then what comes and changes; where columns move, in the order in which they stand then, so that each finds the one before it where that is to be. */
export function columnChanges(difference: TableDifference): readonly ColumnChange[] {
  const { columns, renames, from, to } = difference;
  const changed = new Map(columns.changed.map((pair) => [pair.to.name, pair]));
  const renamed = new Map(renames.map((rename) => [rename.to, rename.from]));
  const moved = movedIn(difference);
  const added = new Set(columns.added.map(({ name }) => name));
  const [before, after] = [from, to].map(
    ({ spec }) => new Map(spec.columns.map((each) => [foldMember(each.name), each])),
  );
  const changes = orderOf(to).flatMap((name): readonly ColumnChange[] => {
    const column = after?.get(foldMember(name));
    if (!column) return [];
    if (added.has(name)) return [{ to: column }];
    if (!changed.has(name) && !renamed.has(name) && !moved.has(name)) return [];
    const was = before?.get(foldMember(name)) ?? column;
    return [{ from: was, to: column, pair: changed.get(name), old: renamed.get(name), isMoved: moved.has(name) }];
  });
  const isNew = (change: ColumnChange) => change.from === undefined;
  const placed = difference.order ? changes : [...changes.filter((change) => !isNew(change)), ...changes.filter(isNew)];
  return [...columns.dropped.map((column) => ({ from: column })), ...placed];
}

/** Behind the nearest column before it that stands where it is to be. */
export function placeOf(name: string, order: readonly string[], settled: ReadonlySet<string>): string {
  const before = order.slice(0, order.indexOf(name)).findLast((each) => settled.has(each));
  return before === undefined ? 'FIRST' : `AFTER ${quoteName(before)}`;
}

import { equalJson, type SchemaObject } from '@sync/core';
import { foldName } from '../../text/names.js';
import { renameColumns } from './rename-columns.js';
import { type Sides, sidesOf } from './sorted.js';
import {
  type CheckSpec,
  type ColumnSpec,
  columnOrder,
  type ForeignKeySpec,
  type TableSpec,
  type UniqueSpec,
} from './spec.js';
import { TableView } from './view-of-table.js';

/** What of a column can change. */
export type Facet = 'type' | 'not-null' | 'default' | 'collation' | 'generated';

/** A column that stays and is not the same. */
export interface ColumnChange {
  readonly column: string;
  readonly from: ColumnSpec;
  readonly to: ColumnSpec;
  readonly facets: readonly Facet[];
}

/** All that stands between two states of a table; column names are folded. */
export interface TableDifference {
  /** As they are spelled before and after. */
  readonly renames: readonly { readonly from: string; readonly to: string }[];
  /** The first state as it is. */
  readonly original: TableView;
  /** The first state, with the renames made. */
  readonly from: TableView;
  readonly to: TableView;
  readonly added: readonly string[];
  readonly dropped: readonly string[];
  readonly changed: readonly ColumnChange[];
  readonly primaryKey: boolean;
  readonly uniques: Sides<UniqueSpec>;
  readonly checks: Sides<CheckSpec>;
  readonly foreignKeys: Sides<ForeignKeySpec>;
  readonly strict: boolean;
  readonly withoutRowid: boolean;
  readonly order: boolean;
  /** A foreign key that names no columns would mean others than it is to. */
  readonly spellsOut: boolean;
}

/** Compares two states of a table. `renamed` leads from new to old column names, folded. */
export function tableDifference(
  before: SchemaObject<TableSpec>,
  after: SchemaObject<TableSpec>,
  renamed: ReadonlyMap<string, string>,
): TableDifference {
  const to = new TableView(after);
  const old = new TableView(before);
  const names = renamesBetween(old, to, renamed);
  const from = new TableView(renameColumns(before, names));
  const added = to.order.filter((column) => !from.columns.has(column));
  const dropped = from.order.filter((column) => !to.columns.has(column));
  return {
    renames: Array.from(names, ([folded, name]) => ({ from: old.nameOf(folded), to: name })),
    original: old,
    from,
    to,
    added,
    dropped,
    changed: changedColumns(from, to),
    primaryKey: !equalJson(from.spec.primaryKey, to.spec.primaryKey),
    uniques: sidesOf(from.spec.uniques, to.spec.uniques),
    checks: sidesOf(from.spec.checks, to.spec.checks),
    foreignKeys: sidesOf(from.spec.foreignKeys, to.spec.foreignKeys),
    strict: from.strict !== to.strict,
    withoutRowid: from.withoutRowid !== to.withoutRowid,
    order: orderDiffers(from, to, added, dropped),
    spellsOut: false,
  };
}

/** From old folded names to new spelled ones: the renames that were found to hold, and changes of case. */
function renamesBetween(
  old: TableView,
  to: TableView,
  renamed: ReadonlyMap<string, string>,
): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  const leaving = new Set(renamed.values());
  for (const [next, previous] of renamed) {
    const isThere = old.columns.has(previous) && to.columns.has(next);
    // A name is free when what had it is renamed too: `a` to `b` while `b` becomes `c`.
    const isFree = !old.columns.has(next) || leaving.has(next);
    const isGone = !to.columns.has(previous) || renamed.has(previous);
    if (isThere && isFree && isGone) names.set(previous, to.nameOf(next));
  }
  for (const [folded, column] of old.columns) {
    const same = to.columns.get(folded);
    if (same && same.name !== column.name && !names.has(folded)) names.set(folded, same.name);
  }
  return names;
}

function changedColumns(from: TableView, to: TableView): readonly ColumnChange[] {
  return to.order.flatMap((column) => {
    const before = from.columns.get(column);
    const after = to.columns.get(column);
    if (!before || !after) return [];
    const facets = changedFacets(before, after);
    return facets.length > 0 ? [{ column, from: before, to: after, facets }] : [];
  });
}

function changedFacets(before: ColumnSpec, after: ColumnSpec): readonly Facet[] {
  const differs: readonly (readonly [Facet, boolean])[] = [
    ['type', before.type !== after.type],
    ['not-null', !equalJson(before.notNull, after.notNull)],
    ['default', before.default !== after.default],
    ['collation', foldName(before.collation ?? '') !== foldName(after.collation ?? '')],
    ['generated', !equalJson(before.generated, after.generated)],
  ];
  return differs.flatMap(([facet, changed]) => (changed ? [facet] : []));
}

/** Columns that are added come last, which makes no difference; only the order of the others has to be brought about. */
function orderDiffers(from: TableView, to: TableView, added: readonly string[], dropped: readonly string[]): boolean {
  const wanted = columnOrder.of(to.object);
  if (!wanted || equalJson(columnOrder.of(from.object), wanted)) return false;
  const gone = new Set(dropped);
  return !equalJson([...from.order.filter((column) => !gone.has(column)), ...added], to.order);
}

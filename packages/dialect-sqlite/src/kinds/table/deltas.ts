import type { Delta, Json } from '@sync/core';
import { foldName } from '../../text/names.js';
import type { ColumnChange, Facet, TableDifference } from './difference.js';
import { describeColumn, soleColumn } from './print.js';
import { printCheck, printForeignKey, printNotNull, printPrimaryKey, printUnique } from './print-constraint.js';
import type { Sides } from './sorted.js';
import type { CheckSpec, ColumnSpec } from './spec.js';
import type { TableView } from './view-of-table.js';

/** The differences as core shows them: definitions as a person would write them. */
export function deltasOf(difference: TableDifference): readonly Delta[] {
  const { from, to } = difference;
  return [
    ...difference.renames.map(
      (rename): Delta => ({ type: 'rename-column', path: ['columns', rename.to], from: rename.from, to: rename.to }),
    ),
    ...difference.dropped.map(
      (column): Delta => ({
        type: 'drop-column',
        path: ['columns', from.nameOf(column)],
        from: describeColumn(from, column),
      }),
    ),
    ...difference.added.map(
      (column): Delta => ({ type: 'add-column', path: ['columns', to.nameOf(column)], to: describeColumn(to, column) }),
    ),
    ...difference.changed.flatMap(columnDeltas),
    ...keyDeltas(difference),
    ...sideDeltas('unique', difference.uniques, difference, (unique) => printUnique(unique, nameIn(from, to))),
    ...sideDeltas('check', ownChecks(difference), difference, printCheck),
    ...sideDeltas('foreign-key', ownForeignKeys(difference), difference, (key, side) =>
      printForeignKey(key, nameIn(from, to), side),
    ),
    ...optionDeltas(difference),
  ];
}

/** New folded names and the old ones, from deltas that say so. */
export function renamedIn(deltas: readonly Delta[]): ReadonlyMap<string, string> {
  const renames = deltas.filter((delta) => delta.type === 'rename-column');
  return new Map(renames.map((delta) => [foldName(String(delta.to)), foldName(String(delta.from))]));
}

function nameIn(from: TableView, to: TableView): (column: string) => string {
  return (column) => to.columns.get(column)?.name ?? from.nameOf(column);
}

/** What is shown as part of a column's definition is not shown again. */
function ownChecks({ checks, from, to, added, dropped }: TableDifference): Sides<CheckSpec> {
  const shown = (table: TableView, columns: readonly string[]) => (check: CheckSpec) =>
    columns.includes(soleColumn(check, table.scope) ?? '');
  const not = (test: (check: CheckSpec) => boolean) => (check: CheckSpec) => !test(check);
  return {
    added: checks.added.filter(not(shown(to, added))),
    dropped: checks.dropped.filter(not(shown(from, dropped))),
  };
}

function ownForeignKeys({ foreignKeys, added, dropped }: TableDifference): TableDifference['foreignKeys'] {
  const shown = (columns: readonly string[]) => (key: { readonly columns: readonly string[] }) =>
    !(key.columns.length === 1 && columns.includes(key.columns[0] ?? ''));
  return { added: foreignKeys.added.filter(shown(added)), dropped: foreignKeys.dropped.filter(shown(dropped)) };
}

function columnDeltas({ from, to, facets }: ColumnChange): readonly Delta[] {
  return facets.map((facet) => ({
    type: `change-${facet}`,
    path: ['columns', to.name, facet],
    from: facetText(from, facet),
    to: facetText(to, facet),
  }));
}

function facetText(column: ColumnSpec, facet: Facet): Json {
  switch (facet) {
    case 'type':
      return column.type;
    case 'not-null':
      return column.notNull ? printNotNull(column.notNull) : 'NULL';
    case 'default':
      return column.default ?? null;
    case 'collation':
      return column.collation ?? 'BINARY';
    case 'generated':
      return column.generated ? `AS (${column.generated.as}) ${column.generated.stored ? 'STORED' : 'VIRTUAL'}` : null;
    default:
      return facet satisfies never;
  }
}

function keyDeltas({ primaryKey, from, to }: TableDifference): readonly Delta[] {
  if (!primaryKey) return [];
  const before = from.spec.primaryKey && printPrimaryKey(from.spec.primaryKey, from.nameOf);
  const after = to.spec.primaryKey && printPrimaryKey(to.spec.primaryKey, to.nameOf);
  const path = ['primaryKey'];
  if (before === undefined) return [{ type: 'add-primary-key', path, to: after ?? '' }];
  if (after === undefined) return [{ type: 'drop-primary-key', path, from: before }];
  return [{ type: 'change-primary-key', path, from: before, to: after }];
}

function sideDeltas<T extends { readonly name?: string }>(
  noun: string,
  sides: Sides<T>,
  tables: Pick<TableDifference, 'from' | 'to'>,
  print: (item: T, side: TableView) => string,
): readonly Delta[] {
  const dropped = sides.dropped.map((item) => print(tables.from.spelled(item), tables.from));
  const added = sides.added.map((item) => print(tables.to.spelled(item), tables.to));
  return [
    ...dropped.map((text): Delta => ({ type: `drop-${noun}`, path: [`${noun}s`, text], from: text })),
    ...added.map((text): Delta => ({ type: `add-${noun}`, path: [`${noun}s`, text], to: text })),
  ];
}

function optionDeltas({ strict, withoutRowid, order, from, to }: TableDifference): readonly Delta[] {
  return [
    ...(strict ? [{ type: 'change-strict', path: ['strict'], from: from.strict, to: to.strict } as const] : []),
    ...(withoutRowid
      ? [
          {
            type: 'change-without-rowid',
            path: ['withoutRowid'],
            from: from.withoutRowid,
            to: to.withoutRowid,
          } as const,
        ]
      : []),
    ...(order ? [{ type: 'change-column-order', path: ['columns'], from: from.order, to: to.order } as const] : []),
  ];
}

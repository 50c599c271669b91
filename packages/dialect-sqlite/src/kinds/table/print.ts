import type { SchemaObject } from '@sync/core';
import { meaningful } from '../../text/cursor.js';
import { columnsIn, type ExpressionScope, writeCollation, writeType } from '../../text/expression.js';
import { quoteName } from '../../text/names.js';
import { writeDefault } from './default.js';
import { ownerOf } from './inline.js';
import {
  printCheck,
  printConflict,
  printForeignKey,
  printName,
  printNotNull,
  printPrimaryKey,
  printReferences,
  printUnique,
} from './print-constraint.js';
import type { CheckSpec, ColumnSpec, ForeignKeySpec, PrimaryKeySpec, TableSpec, UniqueSpec } from './spec.js';
import { TableView } from './view-of-table.js';

/** The CREATE TABLE statement of a table, without a terminator; under another name where one is given. */
export function printTable(object: SchemaObject<TableSpec>, name = object.name): string {
  const table = new TableView(object);
  const placed = placeConstraints(table);
  const columns = table.order.map((folded) => {
    const own = placed.byColumn.get(folded) ?? [];
    return [printColumn(table.columns.get(folded) as ColumnSpec, table.spelled), ...own].join(' ');
  });
  const body = [...columns, ...placed.onTable].map((line) => `  ${line}`).join(',\n');
  const options = [...(table.strict ? ['STRICT'] : []), ...(table.withoutRowid ? ['WITHOUT ROWID'] : [])].join(', ');
  return `CREATE TABLE ${quoteName(name)} (\n${body}\n)${options && ` ${options}`}`;
}

/** A column definition without the constraints that have a place of their own in the spec. */
export function printColumn(column: ColumnSpec, spelled: TableView['spelled'] = (constraint) => constraint): string {
  const generated =
    column.generated &&
    `GENERATED ALWAYS AS (${spelled({ expression: column.generated.as }).expression}) ${column.generated.stored ? 'STORED' : 'VIRTUAL'}`;
  return [
    quoteName(column.name),
    column.type && writeType(column.type),
    column.notNull && printNotNull(spelled(column.notNull)),
    column.default !== undefined && writeDefault(column.default),
    column.collation && `COLLATE ${writeCollation(column.collation)}`,
    generated,
  ]
    .filter(Boolean)
    .join(' ');
}

/** A column as a person would declare it, with the constraints that are its alone. */
export function describeColumn(table: TableView, folded: string): string {
  const own = placeConstraints(table).byColumn.get(folded) ?? [];
  return [printColumn(table.columns.get(folded) as ColumnSpec, table.spelled), ...own].join(' ');
}

interface Placed {
  readonly byColumn: ReadonlyMap<string, readonly string[]>;
  readonly onTable: readonly string[];
}

const places = new WeakMap<TableView, Placed>();

/** A constraint of one column stands on the column, where it can be dropped together with it. Found out once a table. */
function placeConstraints(table: TableView): Placed {
  const placed = places.get(table) ?? findPlaces(table);
  places.set(table, placed);
  return placed;
}

function findPlaces(table: TableView): Placed {
  const byColumn = new Map<string, string[]>();
  const onTable: string[] = [];
  const { spec, nameOf, scope, spelled } = table;
  const place = (column: string | undefined, inline: string, whole: string) => {
    if (column === undefined || !table.columns.has(column)) onTable.push(whole);
    else {
      const own = byColumn.get(column);
      if (own) own.push(inline);
      else byColumn.set(column, [inline]);
    }
  };
  const primaryKey = spec.primaryKey && spelled(spec.primaryKey);
  if (primaryKey)
    place(soleKeyColumn(primaryKey), printInlinePrimaryKey(primaryKey), printPrimaryKey(primaryKey, nameOf));
  for (const unique of spec.uniques.map(spelled)) {
    const column = unique.columns[0]?.descending ? undefined : soleKeyColumn(unique);
    place(column, `${printName(unique)}UNIQUE${printConflict(unique)}`, printUnique(unique, nameOf));
  }
  for (const check of spec.checks) {
    const column = ownerOf({ check }, table) ?? soleColumn(check, scope);
    place(column, printCheck(spelled(check)), printCheck(spelled(check)));
  }
  for (const key of spec.foreignKeys.map(spelled)) {
    place(soleForeignColumn(key), printName(key) + printReferences(key, table), printForeignKey(key, nameOf, table));
  }
  return { byColumn, onTable };
}

function printInlinePrimaryKey(spec: PrimaryKeySpec): string {
  const direction = spec.columns[0]?.descending ? ' DESC' : '';
  return `${printName(spec)}PRIMARY KEY${direction}${printConflict(spec)}${spec.autoincrement ? ' AUTOINCREMENT' : ''}`;
}

function soleKeyColumn(spec: PrimaryKeySpec | UniqueSpec): string | undefined {
  const [part, ...more] = spec.columns;
  return part && more.length === 0 && part.collation === undefined ? part.column : undefined;
}

/** The only column that a check is about. */
export function soleColumn(check: CheckSpec, scope: ExpressionScope): string | undefined {
  const [column, ...more] = columnsIn(meaningful(check.expression), scope);
  return more.length === 0 ? column : undefined;
}

function soleForeignColumn(key: ForeignKeySpec): string | undefined {
  return key.columns.length === 1 ? key.columns[0] : undefined;
}

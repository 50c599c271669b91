import type { DescribedColumn, DescribedPart, Description, SchemaObject } from '@sync/core';
import { writeCollation } from '../../text/expression.js';
import { writeName } from '../../text/names.js';
import { defaultValue } from './default.js';
import { isNullable } from './nullable.js';
import { printConflict, printTermOptions } from './print-constraint.js';
import type { ColumnSpec, ForeignKeySpec, KeyPart, TableSpec } from './spec.js';
import { TableView } from './view-of-table.js';

/** A table as people read it: its columns, its key, and its constraints. */
export function describeTable(object: SchemaObject<TableSpec>): Description {
  const table = new TableView(object);
  const { primaryKey, uniques, checks, foreignKeys } = table.spec;
  const key = primaryKey && {
    ...primaryKey,
    text: `${keyText(primaryKey.columns, table)}${primaryKey.autoincrement ? ' autoincrement' : ''}${conflictText(primaryKey)}`,
  };
  return {
    columns: table.order.map((folded) => describedColumn(table, folded)),
    parts: [
      ...(key ? [part('primary key', key.text, key, table)] : []),
      ...uniques.map((each) => part('unique', keyText(each.columns, table) + conflictText(each), each, table)),
      ...checks.map((each) => part('check', each.expression, each, table)),
      ...foreignKeys.map((each) => part('foreign key', foreignKeyText(each, table), each, table)),
    ],
  };
}

function describedColumn(table: TableView, folded: string): DescribedColumn {
  const column = table.columns.get(folded) as ColumnSpec;
  const { name, type, collation, generated, notNull } = column;
  const named = notNull?.name === undefined ? '' : ` constraint ${table.spelled(notNull).name}`;
  return {
    name,
    type,
    facts: [
      ...(isNullable(table, folded) ? [] : [`not null${notNull ? conflictText(notNull) : ''}${named}`]),
      ...(column.default === undefined ? [] : [`default ${defaultValue(column.default)}`]),
      ...(collation === undefined ? [] : [`collate ${writeCollation(collation)}`]),
      ...(generated ? [`generated always as (${generated.as}) ${generated.stored ? 'stored' : 'virtual'}`] : []),
    ],
  };
}

function part(type: string, text: string, spec: { readonly name?: string }, table: TableView): DescribedPart {
  const { name } = table.spelled(spec);
  return { type, text, ...(name !== undefined && { name }) };
}

function keyText(parts: readonly KeyPart[], { nameOf }: TableView): string {
  return `(${parts.map((each) => writeName(nameOf(each.column)) + printTermOptions(each)).join(', ')})`;
}

function foreignKeyText(key: ForeignKeySpec, { nameOf, targetOf, targetColumn }: TableView): string {
  const { columns, references, onDelete, onUpdate, deferred, table } = key;
  const to = references ? ` (${references.map((column) => writeName(targetColumn(table, column))).join(', ')})` : '';
  return [
    `(${columns.map((column) => writeName(nameOf(column))).join(', ')}) → ${writeName(targetOf(table))}${to}`,
    ...(onDelete ? [`on delete ${onDelete.toLowerCase()}`] : []),
    ...(onUpdate ? [`on update ${onUpdate.toLowerCase()}`] : []),
    ...(deferred ? ['deferrable initially deferred'] : []),
  ].join(' ');
}

function conflictText(spec: { readonly conflict?: string }): string {
  return printConflict(spec).toLowerCase();
}

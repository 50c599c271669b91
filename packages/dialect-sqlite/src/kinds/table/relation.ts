import type { Relation, SchemaObject } from '@sync/core';
import { isNullable } from './nullable.js';
import type { ColumnSpec, TableSpec } from './spec.js';
import { TableView } from './view-of-table.js';

/** A table in terms that every relational engine shares. */
export function relationOfTable(object: SchemaObject<TableSpec>): Relation {
  const table = new TableView(object);
  const primaryKey = table.spec.primaryKey && table.spelled(table.spec.primaryKey);
  const foreignKeys = table.spec.foreignKeys.map(table.spelled);
  const uniques = table.spec.uniques.map(table.spelled);
  const names = (columns: readonly string[]) => columns.map(table.nameOf);
  return {
    name: object.name,
    type: 'table',
    columns: table.order.map((folded) => {
      const column = table.columns.get(folded) as ColumnSpec;
      return {
        name: column.name,
        type: column.type,
        nullable: isNullable(table, folded),
        ...(column.default !== undefined && { default: column.default }),
        ...(column.generated && { generated: column.generated.as }),
      };
    }),
    ...(primaryKey && {
      primaryKey: {
        ...(primaryKey.name !== undefined && { name: primaryKey.name }),
        columns: names(primaryKey.columns.map((part) => part.column)),
      },
    }),
    foreignKeys: foreignKeys.map((key) => ({
      ...(key.name !== undefined && { name: key.name }),
      columns: names(key.columns),
      references: { table: key.table, columns: key.references ?? [] },
      ...(key.onDelete && { onDelete: key.onDelete }),
      ...(key.onUpdate && { onUpdate: key.onUpdate }),
    })),
    indexes: uniques.map((unique) => {
      const columns = names(unique.columns.map((part) => part.column));
      return { name: unique.name ?? `unique (${columns.join(', ')})`, unique: true, columns };
    }),
  };
}

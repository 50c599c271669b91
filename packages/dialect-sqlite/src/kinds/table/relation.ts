import type { Relation, SchemaObject } from '@sync/core';
import type { ColumnSpec, TableSpec } from './spec.js';
import { TableView } from './view-of-table.js';

/** A table in terms that every relational engine shares. */
export function relationOfTable(object: SchemaObject<TableSpec>): Relation {
  const table = new TableView(object);
  const { primaryKey, foreignKeys, uniques } = table.spec;
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

/** The key of an ordinary table may hold NULLs in SQLite; that of a STRICT or WITHOUT ROWID one, and a rowid, may not. */
function isNullable(table: TableView, folded: string): boolean {
  if (table.columns.get(folded)?.notNull || table.rowidAlias === folded) return false;
  const inKey = table.spec.primaryKey?.columns.some((part) => part.column === folded);
  return !(inKey && (table.strict || table.withoutRowid));
}

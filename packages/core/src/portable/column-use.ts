import type { PortableKey, PortableTable } from '../contract/portable.js';
import type { ColumnUse } from './style.js';

/** What its table makes of a column. */
export function useOf(
  table: PortableTable,
  column: string,
  isCounted: (table: string, column: string) => boolean,
): ColumnUse {
  const lists: readonly (readonly string[])[] = [
    ...[...(table.primaryKey ? [table.primaryKey] : []), ...table.uniques, ...table.foreignKeys].map(
      (key: PortableKey) => key.columns,
    ),
    ...table.indexes.map((index) => index.columns.map((each) => each.column)),
  ].filter((list) => list.includes(column));
  return {
    table: table.name,
    keyed: lists.length > 0,
    keys: lists.map((list) => table.columns.filter(({ name }) => list.includes(name))),
    leading: lists.some(([first]) => first === column),
    primary: table.primaryKey?.columns.length === 1 && table.primaryKey.columns[0] === column,
    counted: isCounted(table.name, column),
  };
}

import type { PortableSchema, PortableTable, PortableWriting } from '../contract/portable.js';
import { Names } from './names.js';
import type { PortableStyle } from './style.js';
import { TableWriter } from './write-table.js';

/** A schema in the words of an engine: the statements that make it in an empty database, and how everything came over. */
export function writeSchema(schema: PortableSchema, style: PortableStyle): PortableWriting {
  const names = schema.tables.map(({ name }) => name);
  const context = { style, names: new Names(style, names), isCounted: countedColumns(schema.tables) };
  const taken = new Map<string, string>();
  const begun = schema.tables.map((table) => {
    const key = style.foldTable(table.name);
    const other = taken.get(key);
    taken.set(key, other ?? table.name);
    return new TableWriter(table, context, other);
  });
  // What refers to a column has to know whether it comes over, whichever table is written first.
  const there = new Map(begun.flatMap((writer) => (writer.isThere ? [[writer.name, writer.lost] as const] : [])));
  const tables = begun.map((writer) => writer.write(there));
  return {
    statements: [
      ...tables.flatMap(({ before }) => before),
      ...tables.flatMap(({ table }) => table ?? []),
      ...tables.flatMap(({ after }) => after),
    ],
    columns: tables.flatMap(({ columns }) => columns),
    notCarried: [...schema.notCarried, ...tables.flatMap(({ notCarried }) => notCarried)],
  };
}

/** Which columns are numbered, or refer to such a one by way of however many others: all of them have to be of one type. */
function countedColumns(tables: readonly PortableTable[]): (table: string, column: string) => boolean {
  const numbered = new Set<string>();
  const refersTo = new Map<string, string>();
  const key = (table: string, column = '') => `${table}\0${column}`;
  for (const { name, columns, foreignKeys } of tables) {
    for (const column of columns) if (column.numbered) numbered.add(key(name, column.name));
    for (const { columns: own, table, references } of foreignKeys)
      own.forEach((column, i) => {
        refersTo.set(key(name, column), key(table, references[i]));
      });
  }
  return (table, column) => {
    const seen = new Set<string>();
    for (let at: string | undefined = key(table, column); at !== undefined && !seen.has(at); at = refersTo.get(at)) {
      if (numbered.has(at)) return true;
      seen.add(at);
    }
    return false;
  };
}

import { type Address, partsOf, type Rename, type SchemaObject, schemaObject } from '@sync/core';
import { followName } from '../../text/follow-name.js';
import { renameClassIn, renameColumnIn } from '../../text/rename-in.js';
import type { ColumnSpec, TableLayout, TableSpec } from './spec.js';

type Table = SchemaObject<TableSpec>;

/** The server rewrites the expressions of computed columns when a column is renamed, and what refers to a sequence when that is. */
export function followInTable(table: Table, rename: Rename): Table {
  if (rename.of === 'object') {
    const isOwned = table.spec.columns.some(({ owns }) => owns?.includes(rename.from));
    if (!isOwned && !table.needs.includes(rename.to)) return table;
    if (partsOf(rename.from).kind !== 'sequence') return withColumns(table, (column) => followNames(column, rename));
    return withColumns(table, (column) => followSequence(column, rename.from, rename.to, rename.name));
  }
  if (rename.object !== table.address) return table;
  const { from, to } = rename;
  return withColumns(table, (column) => ({
    ...column,
    ...(column.generated && { generated: { ...column.generated, as: renameColumnIn(column.generated.as, from, to) } }),
  }));
}

function followSequence(column: ColumnSpec, from: Address, to: Address, name: string): ColumnSpec {
  const { parts } = partsOf(from);
  const schema = parts.length > 1 ? (parts[0] ?? '') : 'public';
  return {
    ...column,
    ...(column.default !== undefined && {
      default: renameClassIn(column.default, schema, parts.at(-1) ?? '', name),
    }),
    ...(column.owns && { owns: column.owns.map((each) => (each === from ? to : each)).sort() }),
  };
}

/** Types and functions that a column names. */
function followNames(column: ColumnSpec, rename: Extract<Rename, { of: 'object' }>): ColumnSpec {
  const follow = (text: string) => followName(text, rename);
  return {
    ...column,
    type: follow(column.type),
    ...(column.collation !== undefined && { collation: follow(column.collation) }),
    ...(column.default !== undefined && { default: follow(column.default) }),
    ...(column.generated && { generated: { ...column.generated, as: follow(column.generated.as) } }),
  };
}

function withColumns(table: Table, change: (column: ColumnSpec) => ColumnSpec): Table {
  const layout = table.layout as unknown as TableLayout;
  return schemaObject({
    ...table,
    spec: { ...table.spec, columns: table.spec.columns.map(change) },
    layout: { ...layout },
  });
}

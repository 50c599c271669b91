import { type Json, partsOf, type Rename, type SchemaObject, schemaObject } from '@sync/core';
import { sortedByContent } from './sorted.js';
import type { ForeignKeySpec, TableLayout, TableSpec } from './spec.js';

/** SQLite re-points the foreign keys of every table when what they refer to is renamed. */
export function followInTable(object: SchemaObject<TableSpec>, rename: Rename): SchemaObject<TableSpec> {
  const change = repoint(rename, object);
  if (!change || object.spec.foreignKeys.length === 0) return object;
  return schemaObject({
    ...object,
    spec: { ...object.spec, foreignKeys: sortedByContent(object.spec.foreignKeys.map(change)) },
    ...(object.layout !== undefined && { layout: followInLayout(object.layout, change) }),
  });
}

function followInLayout(written: Json, change: (key: ForeignKeySpec) => ForeignKeySpec): Json {
  const layout = written as unknown as TableLayout;
  const inline = layout.inline?.map((each) =>
    each.foreignKey ? { ...each, foreignKey: change(each.foreignKey) } : each,
  );
  const implicit = layout.implicit?.map((table) => change({ columns: [], table }).table);
  return { ...layout, ...(inline && { inline }), ...(implicit && { implicit }) } as unknown as Json;
}

function repoint(rename: Rename, object: SchemaObject): ((key: ForeignKeySpec) => ForeignKeySpec) | undefined {
  if (rename.of === 'object') {
    const from = tableName(rename.from);
    const to = tableName(rename.to);
    if (from === undefined || to === undefined) return undefined;
    return (key) => (key.table === from ? { ...key, table: to } : key);
  }
  // A table's own columns are compared with their renames in hand.
  const table = tableName(rename.object);
  if (table === undefined || rename.object === object.address) return undefined;
  const rewrite = (column: string) => (column === rename.from ? rename.to : column);
  return (key) => (key.table === table && key.references ? { ...key, references: key.references.map(rewrite) } : key);
}

function tableName(address: Parameters<typeof partsOf>[0]): string | undefined {
  const { kind, parts } = partsOf(address);
  return kind === 'table' ? parts[0] : undefined;
}

import { type SchemaObject, schemaObject } from '@sync/core';
import { foldName } from '../../text/names.js';
import type { TableSpec } from './spec.js';
import type { TableView } from './view-of-table.js';

/**
 * The form in which SQLite can rename these columns; undefined where the table is in one. In a table WITHOUT ROWID, RENAME COLUMN fails ("no such column", as of
 * 3.53) for an INTEGER PRIMARY KEY that is part of a UNIQUE constraint, too.
 */
export function renamableForm(
  table: TableView,
  renames: readonly { readonly from: string }[],
): SchemaObject<TableSpec> | undefined {
  const { spec } = table;
  // What is printed anew has its strings in single quotes.
  if (renames.length > 0 && table.layout?.quotedStrings) return table.object;
  const [part, ...more] = spec.primaryKey?.columns ?? [];
  if (!table.withoutRowid || !part || more.length > 0) return undefined;
  const key = part.column;
  if (table.columns.get(key)?.type !== 'INTEGER' || !renames.some(({ from }) => foldName(from) === key)) {
    return undefined;
  }
  const uniques = spec.uniques.filter((unique) => unique.columns.every(({ column }) => column !== key));
  if (uniques.length === spec.uniques.length) return undefined;
  return schemaObject({ ...table.object, spec: { ...spec, uniques } });
}

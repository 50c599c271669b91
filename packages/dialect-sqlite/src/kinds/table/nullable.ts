import type { TableView } from './view-of-table.js';

/** The key of an ordinary table may hold NULLs in SQLite; that of a STRICT or WITHOUT ROWID one, and a rowid, may not. */
export function isNullable(table: TableView, folded: string): boolean {
  if (table.columns.get(folded)?.notNull || table.rowidAlias === folded) return false;
  const inKey = table.spec.primaryKey?.columns.some((part) => part.column === folded);
  return !(inKey && (table.strict || table.withoutRowid));
}

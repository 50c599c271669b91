import { foldMember, quoteName } from '../../text/names.js';
import type { ColumnSpec, TableSpec } from './spec.js';

/**
 * Whether a column is checked for being a document and for nothing else. A server whose JSON is a text with that check takes it for another type from then on, whatever text
 * it was made as: https://mariadb.com/kb/en/json/. One that has a type for documents keeps no check with a column.
 */
export function holdsDocuments({ name, type, check }: ColumnSpec): boolean {
  const isText = /^(?:(?:var)?(?:char|binary)|(?:tiny|medium|long)?(?:text|blob))\b/.test(type);
  return isText && check !== undefined && foldMember(check) === foldMember(`json_valid(${quoteName(name)})`);
}

/** Whether a column is what the word JSON stands for, which alone leaves its type as it is where the column is defined again. */
export function isJson(column: ColumnSpec): boolean {
  return column.type === 'longtext' && column.charset === 'utf8mb4' && holdsDocuments(column);
}

/** Whether the server takes each definition of a column for another type, so that it copies the table. */
export function changesWhenDefined(column: ColumnSpec): boolean {
  return holdsDocuments(column) && !isJson(column);
}

/** Whether a table has a text of less room than documents have, of which the server takes each change of the table for one of its type. */
export function changesWithTable({ columns }: TableSpec): boolean {
  return columns.some((column) => holdsDocuments(column) && /^(?:tiny|medium)?(?:text|blob)\b/.test(column.type));
}

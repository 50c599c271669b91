import { type Json, SyncError } from '@sync/core';

/** A value as SQL. Objects and lists are stored as JSON text. */
export function writeLiteral(value: Json | bigint): string {
  if (value === null) return 'NULL';
  switch (typeof value) {
    case 'boolean':
      return value ? 'TRUE' : 'FALSE';
    case 'number':
      return Number.isFinite(value) ? String(value) : `'${spelled(value)}'::float8`;
    case 'bigint':
      return value.toString();
    case 'string':
      return quoteText(value);
    default:
      return quoteText(JSON.stringify(value));
  }
}

/** A text as SQL that means the same whatever `standard_conforming_strings` says. */
export function quoteText(text: string): string {
  if (text.includes('\0')) {
    throw new SyncError({
      code: 'UNSUPPORTED',
      op: 'write',
      message: 'a text holds a NUL character, which PostgreSQL cannot store',
      hint: 'Take the character out of the text.',
    });
  }
  const doubled = text.replaceAll("'", "''");
  return doubled.includes('\\') ? `E'${doubled.replaceAll('\\', '\\\\')}'` : `'${doubled}'`;
}

function spelled(value: number): string {
  if (Number.isNaN(value)) return 'NaN';
  return value > 0 ? 'Infinity' : '-Infinity';
}

import { quoteText } from './text/names.js';

/** A value as SQL. Objects and lists are stored as JSON text. */
export function writeLiteral(value: unknown): string {
  if (value === null || value === undefined) return 'NULL';
  switch (typeof value) {
    case 'boolean':
      return value ? '1' : '0';
    case 'number':
      return writeNumber(value);
    case 'bigint':
      return value.toString();
    case 'string':
      return writeText(value);
    default:
      return value instanceof Uint8Array
        ? `x'${Buffer.from(value).toString('hex')}'`
        : writeText(JSON.stringify(value));
  }
}

function writeNumber(value: number): string {
  if (Number.isNaN(value)) return 'NULL';
  if (!Number.isFinite(value)) return value > 0 ? '9e999' : '-9e999';
  return String(value);
}

/** SQLite reads a literal only up to a NUL character. */
function writeText(text: string): string {
  return text.includes('\0') ? `CAST(x'${Buffer.from(text).toString('hex')}' AS TEXT)` : quoteText(text);
}

import { postgresDialect } from '@sync/dialect-postgres';

/** A text as SQL. A backslash means itself only in a plain string, so that it is written as the server prints it, after an e. */
export function quoteText(text: string): string {
  return postgresDialect.literal(text);
}

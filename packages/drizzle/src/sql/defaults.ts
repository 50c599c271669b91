import { type Column, is, SQL } from 'drizzle-orm';
import type { Language } from './language.js';

/** What stands behind DEFAULT; undefined where the database has none, and Drizzle fills the column in when it inserts. */
export function defaultOf(column: Column, language: Language): string | undefined {
  const given: unknown = column.default;
  if (given === undefined) return undefined;
  if (is(given, SQL)) return language.fragment(given);
  const value = stored(column, given);
  return is(value, SQL) ? language.fragment(value) : language.value(value);
}

/**
 * A value as the column would store it. Drizzle Kit writes texts as they are, and text that is JSON is JSON there; text that is none it writes too, and the server
 * refuses it.
 */
function stored(column: Column, value: unknown): unknown {
  // Every engine has words for these, and Drizzle Kit writes them.
  if (typeof value === 'boolean' && column.dataType !== 'json') return value;
  if (typeof value !== 'string') return column.mapToDriverValue(value);
  return column.dataType === 'json' && !isJson(value) ? column.mapToDriverValue(value) : value;
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

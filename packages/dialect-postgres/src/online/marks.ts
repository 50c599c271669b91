import { hashText } from '@sync/core';

const longestName = 63;

// Not with the underscore before it that marks what schema-sync keeps for good: what a run that died left of these is for the next plan to see.

/** The name of something that stands beside another thing: after its name, or after the hash of that where it is too long. */
export function aside(prefix: string, name: string): string {
  const whole = `${prefix}${name}`;
  if (Buffer.byteLength(whole) <= longestName) return whole;
  const short = `${prefix}${hashText(name).slice(0, 16)}`;
  return Buffer.byteLength(short) <= longestName ? short : `schema_sync_${hashText(whole).slice(0, 16)}`;
}

/** The name of the constraint that demands nothing, and stays until a column has been filled: what finds it knows that somebody was stopped. */
export function fillMark(column: string): string {
  return aside('schema_sync_fill_', column);
}

/** The name of the check that takes the place of NOT NULL until all rows were looked at. */
export function notNullCheck(column: string): string {
  return aside('schema_sync_not_null_', column);
}

/** The name that the server gives a NOT NULL constraint; undefined where it would have to shorten it. */
export function notNullName(table: string, column: string): string | undefined {
  const name = `${table}_${column}_not_null`;
  return Buffer.byteLength(name) <= longestName ? name : undefined;
}

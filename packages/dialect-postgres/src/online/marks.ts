import { hashText } from '@sync/core';

const longestName = 63;

// Not with the underscore before it that marks what schema-sync keeps for good: what a run that died left of these is for the next plan to see.

/** The name of a constraint that stands for a while: after the column that it is about, or after its hash where that is too long for a name. */
function named(prefix: string, column: string): string {
  const name = `${prefix}${column}`;
  return Buffer.byteLength(name) <= longestName ? name : `${prefix}${hashText(column).slice(0, 16)}`;
}

/** The name of the constraint that demands nothing, and stays until a column has been filled: what finds it knows that somebody was stopped. */
export function fillMark(column: string): string {
  return named('schema_sync_fill_', column);
}

/** The name of the check that takes the place of NOT NULL until all rows were looked at. */
export function notNullCheck(column: string): string {
  return named('schema_sync_not_null_', column);
}

/** The name that the server gives a NOT NULL constraint; undefined where it would have to shorten it. */
export function notNullName(table: string, column: string): string | undefined {
  const name = `${table}_${column}_not_null`;
  return Buffer.byteLength(name) <= longestName ? name : undefined;
}

import type { Json, Seed } from '@sync/core';
import { quoteName, quoteText } from '../names.js';

/** What a row of a seed says. */
export type Row = Seed['rows'][number];

/**
 * A row as the server reads rows in JSON: it makes of each value what the type of the column takes, so that nothing has to be known of types here.
 * https://cassandra.apache.org/doc/latest/cassandra/cql/json.html
 */
export function rowText(row: Row): string {
  return JSON.stringify(Object.fromEntries(Object.entries(row).map(([name, value]) => [memberName(name), value])));
}

/** A value as the server reads it in JSON. */
export function valueText(value: Json | undefined): string {
  return JSON.stringify(value ?? null);
}

/** A column in a condition or an assignment, with a value of a row. */
export function equalTo(column: string, row: Row): string {
  return `${quoteName(column)} = fromJson(${quoteText(valueText(row[column]))})`;
}

/** The server folds the names in JSON unless they are in quotes of their own, which double nothing. */
function memberName(name: string): string {
  return name === name.toLowerCase() && !name.startsWith('"') ? name : `"${name}"`;
}

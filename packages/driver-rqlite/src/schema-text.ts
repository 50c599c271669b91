import { createHash } from 'node:crypto';
import { bridgePrefix } from '@sync/core';
import type { Row } from './answer.js';

/** What stands between the parts of a row, and between rows: no definition holds these characters but as a part of a text. */
const [part, row] = ['char(31)', 'char(30)'];

/**
 * All definitions as one text. SQLite's own count of changes is no use here: each node runs the statements of a request by itself, with a count of its own, and a
 * condition that one node takes for true and another for false would part their data for good. The definitions are the same on all of them.
 */
export const schemaExpression = `(SELECT coalesce(group_concat(definition, ${row}), '') FROM (
  SELECT ${['type', 'name', 'tbl_name', "coalesce(sql, '')"].join(` || ${part} || `)} AS definition
  FROM main.sqlite_master
  WHERE (substr(name, 1, 12) <> '_schema_sync' OR substr(name, 1, ${bridgePrefix.length}) = '${bridgePrefix}') AND substr(tbl_name, 1, 12) <> '_schema_sync'
  ORDER BY type, name
))`;

/** The query for it. */
export const schemaQuery = `SELECT ${schemaExpression} AS definitions`;

/** The definitions that a query for them found. */
export function definitionsIn(rows: readonly Row[]): string {
  return String(rows[0]?.definitions ?? '');
}

/** A short name of one schema. */
export function tokenOf(definitions: string): string {
  return createHash('sha256').update(definitions).digest('hex');
}

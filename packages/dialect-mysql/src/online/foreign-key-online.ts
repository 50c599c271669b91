import type { StepDraft } from '@sync/core';
import type { Flavour } from '../flavour.js';
import { checksRows } from '../hazards.js';
import type { TableDifference } from '../kinds/table/difference.js';
import { addForeignKey } from '../kinds/table/foreign-key-operations.js';
import type { ForeignKeySpec } from '../kinds/table/spec.js';
import { quoteText } from '../text/literal.js';
import { quoteName } from '../text/names.js';

/**
 * The server adds a foreign key in place only without looking at the rows, and holds everybody to it from then on. So they are looked at by queries, for which nobody waits:
 * before it, so that there is seldom anything to take back, and after it, when no stray can come any more.
 */
export function addForeignKeyOnline(difference: TableDifference, key: ForeignKeySpec, flavour: Flavour): StepDraft {
  const table = difference.to.name;
  const check = {
    text: strays(table, key),
    check: {
      message: `rows of table ${table} refer to no row of ${key.table}`,
      hint: `They are shown by: ${strays(table, key)}`,
    },
  };
  const alter = `ALTER TABLE ${quoteName(table)}`;
  return {
    summary: `alter table ${table}: add foreign key ${key.name}`,
    sql: [
      check,
      { text: `${alter}\n  ${addForeignKey(key, difference, flavour)},\n  ALGORITHM=INPLACE,\n  LOCK=NONE` },
      check,
    ],
    hazards: [checksRows(table, `foreign key ${key.name} to ${key.table}`)],
    atomic: false,
    settings: { 'mysql/foreign_key_checks': 0 },
    leftovers: {
      find: {
        text: `SELECT 1 AS found FROM information_schema.table_constraints
WHERE constraint_schema = DATABASE() AND table_name = ${quoteText(table)}
  AND constraint_name = ${quoteText(key.name)} AND constraint_type = 'FOREIGN KEY'`,
      },
      remove: [{ text: `${alter} DROP FOREIGN KEY ${quoteName(key.name)}` }],
    },
  };
}

function strays(table: string, { columns, database, table: target, references }: ForeignKeySpec): string {
  const own = columns.map((column) => `own.${quoteName(column)}`);
  const other = `${database === undefined ? '' : `${quoteName(database)}.`}${quoteName(target)}`;
  const same = own.map((column, i) => `other.${quoteName(references[i] ?? '')} = ${column}`).join(' AND ');
  const given = own.map((column) => `${column} IS NOT NULL`).join(' AND ');
  return `SELECT own.* FROM ${quoteName(table)} AS own WHERE ${given} AND NOT EXISTS (SELECT 1 FROM ${other} AS other WHERE ${same}) LIMIT 5`;
}

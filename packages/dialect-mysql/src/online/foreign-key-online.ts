import type { Statement, StepDraft } from '@sync/core';
import type { Flavour } from '../flavour.js';
import { checksRows } from '../hazards.js';
import type { TableDifference } from '../kinds/table/difference.js';
import { addForeignKey } from '../kinds/table/foreign-key-operations.js';
import { printForeignKey } from '../kinds/table/print.js';
import type { ForeignKeySpec } from '../kinds/table/spec.js';
import { quoteName } from '../text/names.js';
import { alterBeside, dropKey, ifThere, isKeyOf } from './copy-keys.js';
import { uncheckedKey } from './copy-names.js';

/**
 * The server adds a foreign key in place only without looking at the rows, and holds everybody to it from then on. So they are looked at by queries, for which nobody waits:
 * before it, so that there is seldom anything to take back, and after it, when no stray can come any more. Until then it goes by another name, and is read as none: a run that
 * was stopped in between leaves nothing that the next one takes for checked.
 */
export function addForeignKeyOnline(difference: TableDifference, key: ForeignKeySpec, flavour: Flavour): StepDraft {
  const table = difference.to.name;
  const unchecked = { ...key, name: uncheckedKey(key.name) };
  const check = {
    text: strays(table, key),
    check: {
      message: `rows of table ${table} refer to no row of ${key.table}`,
      hint: `They are shown by: ${strays(table, key)}`,
    },
  };
  return {
    summary: `alter table ${table}: add foreign key ${key.name}`,
    sql: [
      check,
      { text: alterBeside(table, [addForeignKey(unchecked, difference, flavour)]) },
      ...(flavour.keysAwaitTargets ? [] : goingRows(check)),
      check,
      // What is there already is looked at by nobody, and the one goes in the moment in which the other comes.
      { text: alterBeside(table, [dropKey(unchecked.name), `ADD ${printForeignKey(key, flavour)}`]) },
    ],
    hazards: [checksRows(table, `foreign key ${key.name} to ${key.table}`)],
    atomic: false,
    settings: withoutChecks,
    leftovers: {
      find: {
        text: `SELECT 1 AS found FROM information_schema.table_constraints WHERE ${isKeyOf(table, unchecked.name)}`,
      },
      remove: removalOf(table, unchecked.name),
    },
  };
}

/**
 * The same, asked of what nobody has committed yet: a transaction that took a row away before the key was there does so when it ends, whoever refers to it by then. What it has
 * added is looked for afterwards, without that. The level holds for one transaction, which is the question.
 */
function goingRows({ text, check }: Required<Pick<Statement, 'text' | 'check'>>): readonly Statement[] {
  const message = `${check.message}, or to one that a transaction is taking away`;
  return [{ text: 'SET TRANSACTION ISOLATION LEVEL READ UNCOMMITTED' }, { text, check: { ...check, message } }];
}

/** Takes a foreign key away that a run was stopped before it had checked. */
export function dropUnchecked(table: string, name: string): StepDraft {
  return {
    summary: `remove a foreign key of table ${table} that was not checked to its end`,
    sql: removalOf(table, name),
    atomic: false,
    settings: withoutChecks,
  };
}

const withoutChecks = { 'mysql/foreign_key_checks': 0 };

function removalOf(table: string, name: string): readonly Statement[] {
  return ifThere(isKeyOf(table, name), alterBeside(table, [dropKey(name)]));
}

function strays(table: string, { columns, database, table: target, references }: ForeignKeySpec): string {
  const own = columns.map((column) => `own.${quoteName(column)}`);
  const other = `${database === undefined ? '' : `${quoteName(database)}.`}${quoteName(target)}`;
  const same = own.map((column, i) => `other.${quoteName(references[i] ?? '')} = ${column}`).join(' AND ');
  const given = own.map((column) => `${column} IS NOT NULL`).join(' AND ');
  return `SELECT own.* FROM ${quoteName(table)} AS own WHERE ${given} AND NOT EXISTS (SELECT 1 FROM ${other} AS other WHERE ${same}) LIMIT 5`;
}

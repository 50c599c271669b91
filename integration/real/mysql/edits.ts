import { runIn } from '../../mysql/run-in.js';
import type { Chance } from '../chance.js';
import { type Column, columnsOf, quote } from './columns.js';

interface Named {
  readonly name: string;
  readonly on: string;
}

/** Where an edit goes, by chance. */
interface Place {
  readonly number: number;
  readonly column: Column;
  readonly index: Named | undefined;
  readonly key: Named | undefined;
  readonly view: Named | undefined;
  readonly trigger: Named | undefined;
  readonly routine: Named | undefined;
}

/** Statements that change a schema somewhere, each as likely as the next. What the server refuses there was no edit. */
type Edit = (at: Place) => string | undefined;

const wider: Readonly<Record<string, string>> = {
  tinyint: 'smallint',
  smallint: 'int',
  int: 'bigint',
  char: 'varchar(300)',
  varchar: 'text',
  text: 'mediumtext',
  float: 'double',
  date: 'datetime',
};

const edits: readonly Edit[] = [
  ({ column: { table }, number }) => `ALTER TABLE ${table} ADD COLUMN added_${number} varchar(30)`,
  ({ column: { table, name }, number }) =>
    `ALTER TABLE ${table} ADD COLUMN \`Ädded ${number}\` int NOT NULL DEFAULT 7 AFTER ${name}`,
  ({ column: { table, name } }) => `ALTER TABLE ${table} DROP COLUMN ${name}`,
  ({ column: { table, name, kind } }) => wider[kind] && `ALTER TABLE ${table} MODIFY ${name} ${wider[kind]}`,
  ({ column: { table, name, type, required } }) =>
    `ALTER TABLE ${table} MODIFY ${name} ${type} ${required ? 'NULL' : 'NOT NULL'}`,
  ({ column: { table, name, filled } }) =>
    filled ? `ALTER TABLE ${table} ALTER ${name} DROP DEFAULT` : `ALTER TABLE ${table} ALTER ${name} SET DEFAULT '5'`,
  ({ column: { table, name, type } }) => `ALTER TABLE ${table} MODIFY ${name} ${type} COMMENT 'it''s "edited"'`,
  ({ column: { table, name, kind }, number }) =>
    `CREATE INDEX added_index_${number} ON ${table} (${name}${/text|blob/.test(kind) ? '(10)' : ' DESC'})`,
  ({ column: { table, name }, number }) => `CREATE UNIQUE INDEX added_unique_${number} ON ${table} (${name})`,
  ({ column: { table, name }, number }) =>
    `ALTER TABLE ${table} ADD CONSTRAINT added_check_${number} CHECK (${name} IS NOT NULL OR ${number} > 0)`,
  ({ column: { table }, number }) => `CREATE VIEW added_view_${number} AS SELECT * FROM ${table}`,
  ({ column: { table }, number }) => `CREATE TABLE added_table_${number} LIKE ${table}`,
  ({ column: { table }, number }) =>
    `CREATE TRIGGER added_trigger_${number} BEFORE UPDATE ON ${table} FOR EACH ROW BEGIN SET @seen = ${number}; END`,
  ({ column: { table, name }, number }) =>
    `CREATE FUNCTION added_function_${number}() RETURNS int READS SQL DATA RETURN (SELECT count(${name}) FROM ${table})`,
  ({ column: { table } }) => `ALTER TABLE ${table} COMMENT = 'edited'`,
  ({ column: { table } }) => `ALTER TABLE ${table} CONVERT TO CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci`,
  ({ column: { table } }) => `ALTER TABLE ${table} ROW_FORMAT = COMPRESSED`,
  ({ column: { table }, number }) => `RENAME TABLE ${table} TO renamed_${number}`,
  ({ index }) => index && `DROP INDEX ${index.name} ON ${index.on}`,
  ({ key }) => key && `ALTER TABLE ${key.on} DROP FOREIGN KEY ${key.name}`,
  ({ view }) => view && `DROP VIEW ${view.name}`,
  ({ trigger }) => trigger && `DROP TRIGGER ${trigger.name}`,
  ({ routine }) => routine && `ALTER ${routine.on} ${routine.name} SQL SECURITY INVOKER COMMENT 'edited'`,
  ({ routine }) => routine && `DROP ${routine.on} ${routine.name}`,
  ({ column: { table } }) => `DROP TABLE ${table}`,
];

const named = {
  index: `SELECT DISTINCT index_name AS 'n', table_name AS 't' FROM information_schema.statistics
    WHERE table_schema = DATABASE() AND index_name <> 'PRIMARY' AND table_name NOT LIKE '\\_schema\\_sync%' ORDER BY 2, 1`,
  key: `SELECT constraint_name AS 'n', table_name AS 't' FROM information_schema.referential_constraints
    WHERE constraint_schema = DATABASE() ORDER BY 2, 1`,
  view: `SELECT table_name AS 'n', '' AS 't' FROM information_schema.views WHERE table_schema = DATABASE() ORDER BY 1`,
  trigger: `SELECT trigger_name AS 'n', '' AS 't' FROM information_schema.triggers WHERE trigger_schema = DATABASE() ORDER BY 1`,
};
const routines = `SELECT routine_name AS 'n', routine_type AS 't' FROM information_schema.routines WHERE routine_schema = DATABASE() ORDER BY 1, 2`;

/** Makes an edit that the server takes, and gives its statement. */
export async function editSomewhere(url: string, chance: Chance, number: number): Promise<string> {
  const columns = await columnsOf(url);
  const pick = async (text: string): Promise<Named | undefined> => {
    const row = chance.pick(await runIn(url, text));
    return row && { name: quote(String(row.n)), on: quote(String(row.t)) };
  };
  for (;;) {
    const column = chance.pick(columns);
    if (!column) throw new Error('a schema without a column is none to edit');
    const routine = chance.pick(await runIn(url, routines));
    const text = chance.pick(edits)?.({
      number,
      column,
      index: await pick(named.index),
      key: await pick(named.key),
      view: await pick(named.view),
      trigger: await pick(named.trigger),
      routine: routine && { name: quote(String(routine.n)), on: String(routine.t) },
    });
    if (text === undefined || text === '') continue;
    const taken = await runIn(url, text).then(
      () => true,
      () => false,
    );
    if (taken) return text;
  }
}

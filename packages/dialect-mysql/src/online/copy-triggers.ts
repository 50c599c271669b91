import { quoteText } from '../text/literal.js';
import { quoteName } from '../text/names.js';
import type { Filling } from './fill-procedure.js';

/**
 * Triggers that write to the copy whatever is written to the table, in the transaction that writes it. `past` is what stands before a statement that may write over a row which
 * came after its transaction began to read, where the server refuses that, as it would for each row that was copied meanwhile.
 */
export function copyTriggers({ table, names, key, columns, merges }: Filling, past = ''): readonly string[] {
  const copy = quoteName(names.copy);
  const trigger = (name: string, event: string, body: string) =>
    `CREATE TRIGGER ${quoteName(name)} AFTER ${event} ON ${quoteName(table)} FOR EACH ROW\n${body}`;
  const list = columns.map(({ to }) => quoteName(to)).join(', ');
  const values = columns.map(({ from }) => `NEW.${quoteName(from)}`).join(', ');
  const again = columns.map(({ from, to }) => `${quoteName(to)} = NEW.${quoteName(from)}`).join(', ');
  // What is there is written over, and not taken away and put back, so that its place in the index is not held where there is nothing yet.
  const own = merges ? `${ownRow(key)}, ` : '';
  const write = `${past}INSERT INTO ${copy} (${list}) VALUES (${values})\n  ON DUPLICATE KEY UPDATE ${own}${again}`;
  const its = whereKey(key, 'OLD');
  const remove = `${past}DELETE FROM ${copy} WHERE ${its}`;
  const move = `${past}UPDATE ${copy} SET ${again} WHERE ${its}`;
  const telling = merges ? tellingAlike(table) : '';
  // What a transaction is told of InnoDB is heard as a table is named: the rest of the statement that fires the trigger is to be guarded as it was.
  const end = past === '' ? 'END' : `  DO (SELECT 1 FROM ${copy} LIMIT 0);\nEND`;
  const whole = (statement: string) =>
    past === '' && telling === '' ? statement : `BEGIN\n${telling}  ${statement};\n${end}`;
  const moves = key.map(({ from }) => `OLD.${quoteName(from)} <> NEW.${quoteName(from)}`).join(' OR ');
  return [
    // The first of them: what one of the others has written already may go before the next one is made.
    trigger(names.triggers.delete, 'DELETE', past === '' ? remove : `BEGIN\n  ${remove};\n${end}`),
    // A row that gets another key stays the one that others refer to.
    trigger(
      names.triggers.update,
      'UPDATE',
      `BEGIN\n${telling}  IF ${moves} THEN ${move}; END IF;\n  ${write};\n${end}`,
    ),
    trigger(names.triggers.insert, 'INSERT', whole(write)),
  ];
}

/** The row of the copy that has the key of one of the table. */
function whereKey(key: Filling['key'], row: 'OLD' | 'NEW'): string {
  return key.map(({ from, to }) => `${quoteName(to)} = ${row}.${quoteName(from)}`).join(' AND ');
}

/** What a value of another number of rows than one is to the server. https://dev.mysql.com/doc/mysql-errors/9.7/en/server-error-reference.html#error_er_subquery_no_1_row */
const severalRows = 1242;

/**
 * The key of a row that is written over, where it may be another row's, which is alike by another unique key only: that would be lost. Nothing but a value that there is none
 * of ends such a statement, on each server and in each `sql_mode`.
 */
function ownRow(key: Filling['key']): string {
  const [first] = key;
  const value = `NEW.${quoteName(first?.from ?? '')}`;
  return `${quoteName(first?.to ?? '')} = IF(${whereKey(key, 'NEW')}, ${value}, (SELECT ${value} UNION ALL SELECT ${value}))`;
}

/** Tells whoever writes what the table will tell them once the copy has its place, in the 128 letters that there are for it. */
function tellingAlike(table: string): string {
  const message = `another row of table ${table} is alike by a unique key of it`;
  return `  DECLARE EXIT HANDLER FOR ${severalRows} SIGNAL SQLSTATE '23000' SET MYSQL_ERRNO = 1062, MESSAGE_TEXT = ${quoteText(message)};\n`;
}

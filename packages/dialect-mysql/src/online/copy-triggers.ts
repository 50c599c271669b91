import { quoteName } from '../text/names.js';
import type { Filling } from './fill-procedure.js';

/** Triggers that write to the copy whatever is written to the table, in the transaction that writes it. */
export function copyTriggers({ table, names, key, columns }: Filling): readonly string[] {
  const copy = quoteName(names.copy);
  const trigger = (name: string, event: string, body: string) =>
    `CREATE TRIGGER ${quoteName(name)} AFTER ${event} ON ${quoteName(table)} FOR EACH ROW\n${body}`;
  const list = columns.map(({ to }) => quoteName(to)).join(', ');
  const values = columns.map(({ from }) => `NEW.${quoteName(from)}`).join(', ');
  const again = columns.map(({ from, to }) => `${quoteName(to)} = NEW.${quoteName(from)}`).join(', ');
  // What is there is written over, and not taken away and put back, so that its place in the index is not held where there is nothing yet.
  const write = `INSERT INTO ${copy} (${list}) VALUES (${values})\n  ON DUPLICATE KEY UPDATE ${again}`;
  const its = key.map(({ from, to }) => `${quoteName(to)} = OLD.${quoteName(from)}`).join(' AND ');
  const remove = `DELETE FROM ${copy} WHERE ${its}`;
  const move = `UPDATE ${copy} SET ${again} WHERE ${its}`;
  const moves = key.map(({ from }) => `OLD.${quoteName(from)} <> NEW.${quoteName(from)}`).join(' OR ');
  return [
    // The first of them: what one of the others has written already may go before the next one is made.
    trigger(names.triggers.delete, 'DELETE', remove),
    // A row that gets another key stays the one that others refer to.
    trigger(names.triggers.update, 'UPDATE', `BEGIN\n  IF ${moves} THEN ${move}; END IF;\n  ${write};\nEND`),
    trigger(names.triggers.insert, 'INSERT', write),
  ];
}

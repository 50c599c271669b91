import type { Statement } from '@sync/core';
import { quoteText } from '../text/literal.js';
import { quoteName } from '../text/names.js';
import type { Filling } from './fill-procedure.js';

/** How many rows of each end of a copy are looked for in the table: each takes one look at its key. */
const rowsAnEnd = 1000;

/**
 * Finds a table that others emptied or changed after it was compared with its copy, which no trigger sees. Both are said within a second, so that what was changed in that
 * in which the copy began is not told from what was before; that was seen where both were compared. TRUNCATE leaves no time at all. To an account that is not told of the table's
 * number it shows by rows of the copy that the table has not got, of which there are as many at both ends as anywhere.
 */
export function stillCopied({ table, names, key }: Filling): Statement {
  return {
    text: `SELECT 'changed' AS \`what\` FROM information_schema.tables AS t JOIN information_schema.routines AS r ON r.routine_schema = t.table_schema
WHERE t.table_schema = DATABASE() AND t.table_name = ${quoteText(table)} AND r.routine_name = ${quoteText(names.procedure)} AND t.create_time > r.created
UNION ALL
${(['', ' DESC'] as const).map((way) => goneFromEnd({ table, names, key }, way)).join('\nUNION ALL\n')}
LIMIT 1`,
    check: emptied(table),
  };
}

/** What is said where it was. */
export function emptied(table: string): NonNullable<Statement['check']> {
  return {
    message: `table ${table} was emptied or changed by others after it was copied`,
    hint: 'Nothing took its place. Plan again, which takes the copy away and begins anew.',
  };
}

function goneFromEnd({ table, names, key }: Pick<Filling, 'table' | 'names' | 'key'>, way: '' | ' DESC'): string {
  const its = key.map(({ to }) => quoteName(to));
  const same = key.map(({ from, to }) => `c.${quoteName(to)} = t.${quoteName(from)}`).join(' AND ');
  const end = `SELECT ${its.join(', ')} FROM ${quoteName(names.copy)} ORDER BY ${its.map((name) => `${name}${way}`).join(', ')} LIMIT ${rowsAnEnd}`;
  return `SELECT 'emptied' FROM (${end}) AS c LEFT JOIN ${quoteName(table)} AS t ON ${same} WHERE t.${quoteName(key[0]?.from ?? '')} IS NULL`;
}

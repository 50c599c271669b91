import type { Statement } from '@sync/core';
import type { Flavour } from '../../flavour.js';
import { quoteName } from '../../text/names.js';
import type { Pair } from './difference.js';
import type { ColumnSpec } from './spec.js';

/** Whether rows without a value would get the moment at which the table is changed, where anything else that must have a value is refused. */
export function fillsMoments({ from, to }: Pair<ColumnSpec>, { fillsTimestamps }: Pick<Flavour, 'fillsTimestamps'>) {
  return fillsTimestamps && to.notNull === true && !from.notNull && !to.generated && /^timestamp\b/.test(to.type);
}

/** Finds such rows before that: what they get is nothing that anybody wrote, and the way down would not take it back. */
export function findMissing(table: string, column: string): Statement {
  const text = `SELECT * FROM ${quoteName(table)} WHERE ${quoteName(column)} IS NULL LIMIT 5`;
  return {
    text,
    check: {
      message: `rows of table ${table} have no value in ${column}, and the server would give them the moment of the change`,
      hint: `Give them a value first. They are shown by: ${text}`,
    },
  };
}

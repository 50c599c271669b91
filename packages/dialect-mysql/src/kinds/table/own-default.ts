import type { Flavour } from '../../flavour.js';
import { quoteName } from '../../text/names.js';
import type { Pair } from './difference.js';
import type { ColumnSpec } from './spec.js';

/** The clause that changes the default of a column and says nothing else of it; undefined where no such clause comes to the same as another definition of the column. */
export function changeDefault({ from, to }: Pair<ColumnSpec>, flavour: Flavour): string | undefined {
  // MariaDB forgets along with the default what happens on update.
  if (from.onUpdate !== undefined || to.onUpdate !== undefined) return undefined;
  const alter = `ALTER COLUMN ${quoteName(to.name)}`;
  if (to.default !== undefined) {
    // MySQL takes a word in brackets for the word here, which no long text may have, and the time of now for no default but as an expression, which is another one.
    const isOther = /^current_timestamp/i.test(to.default) || (flavour.wrapsLongDefaults && to.default.startsWith('('));
    return isOther ? undefined : `${alter} SET DEFAULT ${to.default}`;
  }
  if (to.notNull) return `${alter} DROP DEFAULT`;
  // Without any default MySQL refuses rows that say no value, where one may be missing. NULL it takes for no default of a long text.
  return flavour.wrapsLongDefaults && from.default?.startsWith('(') ? undefined : `${alter} SET DEFAULT NULL`;
}

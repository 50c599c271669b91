import { tokenizeMeaning } from '@sync/core';
import type { Flavour } from '../flavour.js';
import { lexisWith } from '../lexis.js';
import { quoteName } from '../text/names.js';

/** The database at hand as grants name it and no other: there `_` and `%` stand for other letters, and a backslash escapes. https://dev.mysql.com/doc/refman/9.7/en/grant.html#grant-quoting */
export const escapedDatabase = String.raw`REPLACE(REPLACE(REPLACE(DATABASE(), '\\', '\\\\'), '_', '\\_'), '%', '\\%')`;

/** A statement about what somebody may do with the database at hand, `*`, under the name that is of no other: the server takes what `*` stands for as a pattern. */
export async function onOneDatabase(
  text: string,
  name: () => Promise<string>,
  { executedComments }: Flavour,
): Promise<string> {
  if (!/^\s*(?:GRANT|REVOKE)\b/i.test(text)) return text;
  const tokens = tokenizeMeaning(text, lexisWith(executedComments));
  const on = tokens.findIndex((token) => token.type === 'word' && token.text.toUpperCase() === 'ON');
  const [all, next] = tokens.slice(on + 1);
  if (on < 0 || all?.text !== '*' || next?.text === '.') return text;
  return `${text.slice(0, all.start)}${quoteName(await name())}.*${text.slice(all.start + 1)}`;
}

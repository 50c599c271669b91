import type { Lexis } from '@sync/core';
import { definedIn } from './lost-characters.js';
import { modesOfFiles, valuesOf } from './sql-mode.js';

/** The setting that has a statement which defines a body run in exactly this mode, where a file says one. */
export const bodyMode = 'mysql/body_mode';

/** What bodies run by, and no text is read by: values that every server of the family takes. https://dev.mysql.com/doc/refman/9.7/en/sql-mode.html */
const ofRuns: ReadonlySet<string> = new Set([
  ...['STRICT_TRANS_TABLES', 'STRICT_ALL_TABLES', 'TRADITIONAL', 'ERROR_FOR_DIVISION_BY_ZERO', 'NO_ZERO_IN_DATE'],
  ...['NO_ZERO_DATE', 'ALLOW_INVALID_DATES', 'ONLY_FULL_GROUP_BY', 'NO_UNSIGNED_SUBTRACTION', 'NO_AUTO_VALUE_ON_ZERO'],
  ...['PAD_CHAR_TO_FULL_LENGTH', 'NO_ENGINE_SUBSTITUTION', 'NO_DIR_IN_CREATE'],
]);

/** The mode that a file says for bodies below; undefined where it says only how they are read, which is added to that of the session. */
export function modeOfBodies(mode: string): string | undefined {
  const values = valuesOf(mode);
  const reading = modesOfFiles(mode);
  if (reading.length > 0 && reading.length === values.length) return undefined;
  return [...reading, ...values.filter((name) => ofRuns.has(name))].join(',');
}

/** A mode without what bodies are read with: that stands in the body. */
export function modeOfRuns(mode: string): string {
  const reading = new Set(modesOfFiles(mode));
  return valuesOf(mode)
    .filter((name) => !reading.has(name))
    .join(',');
}

/** Whether a statement defines something with a body, which keeps the mode that it is made in. */
export function keepsMode(text: string, lexis: Lexis): boolean {
  return definedIn(text, lexis) === 'body';
}

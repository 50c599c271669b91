import { meaningful } from './cursor.js';
import { foldName } from './names.js';

const clocks: ReadonlySet<string> = new Set([
  'current_timestamp',
  'current_date',
  'current_time',
  'date',
  'time',
  'datetime',
  'julianday',
  'unixepoch',
  'strftime',
  'timediff',
]);

/** Whether an expression may read the clock: https://sqlite.org/lang_datefunc.html. */
export function readsClock(expression: string): boolean {
  return meaningful(expression).some(({ type, text }) => type === 'word' && clocks.has(foldName(text)));
}

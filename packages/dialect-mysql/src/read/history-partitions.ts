import { type Lexis, tokenizeMeaning } from '@sync/core';

/** What follows the words in which a table says how its history is dealt out: a limit of rows or an interval, and the number of partitions where these have no names of their own. */
const ends: ReadonlySet<string> = new Set(['(', 'PARTITIONS', 'SUBPARTITION']);

/** When another partition takes the history, as the definition of the table says: `INTERVAL 1 MONTH STARTS TIMESTAMP '2026-01-01 00:00:00'`. The server shows it nowhere else. */
export function rotationIn(definition: string, lexis: Lexis): string {
  const tokens = tokenizeMeaning(definition, lexis);
  const at = tokens.findIndex(({ text }, i) => text === 'SYSTEM_TIME' && tokens[i - 1]?.text === 'BY');
  if (at < 0) return '';
  const rest = tokens.slice(at + 1);
  const end = rest.findIndex(({ text }) => ends.has(text));
  return rest
    .slice(0, end < 0 ? rest.length : end)
    .map(({ text }) => text)
    .join(' ');
}

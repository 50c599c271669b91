import { type Lexis, tokenizeMeaning, unquote } from '@sync/core';

/**
 * The partition of lists that takes the rows which none of them names, as the definition of the table says: ``PARTITION `w` DEFAULT``. The information schema of MariaDB
 * tells it as the list of a zero. https://mariadb.com/kb/en/list-partitioning-type/
 */
export function defaultPartitionIn(definition: string, lexis: Lexis): string | undefined {
  const tokens = tokenizeMeaning(definition, lexis);
  const by = tokens.findIndex(({ text }, i) => text === 'BY' && tokens[i - 1]?.text === 'PARTITION');
  const at = tokens.findIndex(
    ({ text }, i) => by >= 0 && i > by && text === 'DEFAULT' && tokens[i - 2]?.text === 'PARTITION',
  );
  const name = at < 0 ? undefined : tokens[at - 1];
  return name && unquote(name, lexis);
}

import { byCodeUnit } from '@sync/core';

/** What CREATE TABLE was given besides, as the server shows it. */
export interface Options {
  /** `row_format=COMPRESSED`, sorted. */
  readonly said: readonly string[];
  /** Where its files lie, and what is done with it beside the server. */
  readonly beside: readonly string[];
}

/** What MariaDB says of tables of Aria, of some once they were altered (https://mariadb.com/kb/en/aria-storage-engine/), and MySQL of one that is compressed no longer. */
const unsaid: ReadonlySet<string> = new Set(['transactional=1', 'page_checksum=1', 'compression="none"']);

const ofPlaces = /^(?:(?:data|index) directory|secondary_\w+)$/;

/** What engines of MariaDB take that is covered; others are not, and a server takes them only in a mode of its own. https://mariadb.com/kb/en/engine-defined-new-tablefieldindex-attributes/ */
const ofEngines: ReadonlySet<string> = new Set([
  ...['page_compressed', 'page_compression_level', 'encrypted', 'encryption_key_id'],
]);

/** `data directory='…'`, `stats_persistent=1`, ``…`foo`='a b'``. */
const option = /((?:(?:data|index) )?\w+|`(?:[^`]|``)+`)=('(?:[^']|'')*'|"(?:[^"]|"")*"|\S+)/gi;

/** Those that are told by other columns, or are what the server says of every such table, are left out. */
export function readOptions(text: string): Options {
  const options = Array.from(text.matchAll(option), ([, name = '', value = '']) => {
    const isOfEngine = name.startsWith('`');
    const plain = (isOfEngine ? name.slice(1, -1) : name).toLowerCase();
    const isBeside = ofPlaces.test(plain) || (isOfEngine && !ofEngines.has(plain));
    // From 11.8.9 on it shows these in quotes, whichever way they were written.
    const shown = isOfEngine ? value.replace(/^'(\w+)'$/, '$1') : value;
    return { isBeside, text: isBeside ? `${name}=${value}` : `${plain}=${shown}` };
  });
  return {
    said: options
      .flatMap(({ isBeside, text: said }) => (isBeside || unsaid.has(said.toLowerCase()) ? [] : [said]))
      .sort(byCodeUnit),
    beside: options.flatMap(({ isBeside, text: said }) => (isBeside ? [said] : [])),
  };
}

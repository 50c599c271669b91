import { byCodeUnit } from '@sync/core';

/** What CREATE TABLE was given besides, as the server shows it. */
export interface Options {
  /** `row_format=COMPRESSED`, sorted. */
  readonly said: readonly string[];
  /** Where its files lie, and what is done with it beside the server. */
  readonly beside: readonly string[];
}

/** What MariaDB says of tables of Aria, of some once they were altered. https://mariadb.com/kb/en/aria-storage-engine/ */
const unsaid: ReadonlySet<string> = new Set(['transactional=1', 'page_checksum=1']);

const ofPlaces = /^(?:(?:data|index) directory|secondary_\w+)=/i;

/** Those that are told by other columns, or are what the server says of every such table, are left out. */
export function readOptions(text: string): Options {
  const options = text
    .split(/(?<!\b(?:data|index))\s+(?=(?:(?:data|index) )?\w+=)/i)
    .map((option) => option.trim().replace(/\s*\bpartitioned$/, ''))
    .filter((option) => option !== '');
  return {
    said: options
      .filter((option) => !ofPlaces.test(option))
      .map((option) => option.replace(/^\w+/, (name) => name.toLowerCase()))
      .filter((option) => !unsaid.has(option))
      .sort(byCodeUnit),
    beside: options.filter((option) => ofPlaces.test(option)),
  };
}

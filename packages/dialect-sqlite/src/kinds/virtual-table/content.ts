import type { Change, Token } from '@sync/core';
import { isSymbol, meaningful, nameIn } from '../../text/cursor.js';
import { foldName } from '../../text/names.js';
import { tableAddress } from '../table/build.js';
import { differenceIn } from '../table/rebuild-order.js';
import { changedWords } from '../table/recomputed.js';
import { isTable } from '../table/spec.js';

/** A module and what it is told, as far as it tells where rows are kept. */
interface Told {
  readonly module: string;
  readonly arguments: readonly string[];
}

/** What can be read from a virtual table and written into another of the same module. */
export interface Content {
  /** By which the rows are known. */
  readonly rowid: string;
  /** What else can be read and written, as it is spelled. */
  readonly columns: readonly string[];
  /** Those that are never NULL, and 0 where nothing is said. */
  readonly coordinates?: readonly string[];
  /** The relation that holds the rows; absent where the virtual table holds them itself. */
  readonly source?: string;
}

/** Whether a change of the table that holds the rows changes what they say, which the virtual table would not hear of. */
export function changesContent(content: Content | undefined, change: Extract<Change, { verb: 'alter' }>): boolean {
  const { from, to, deltas } = change;
  if (content?.source === undefined || from.address !== tableAddress(foldName(content.source))) return false;
  if (!isTable(from) || !isTable(to)) return false;
  const changed = changedWords(differenceIn({ from, to, deltas }));
  return content.columns.some((column) => changed.has(foldName(column)));
}

type Reader = (told: Told) => Content | undefined;

/** The modules that come with SQLite and keep rows; what another one keeps is its own affair. */
const readers: Readonly<Record<string, Reader>> = {
  fts3: (told) => fullText(told, 'docid'),
  fts4: (told) => fullText(told, 'docid'),
  fts5: (told) => fullText(told, 'rowid'),
  rtree: coordinates,
  rtree_i32: coordinates,
  geopoly: ({ arguments: list }) => ({ rowid: 'rowid', columns: ['_shape', ...list.flatMap(firstName)] }),
};

/** The content of a virtual table; undefined where it cannot be read, or nobody knows how. */
export function contentOf(told: Told): Content | undefined {
  return readers[told.module]?.(told);
}

/** Full-text indexes: https://sqlite.org/fts5.html#external_content_and_contentless_tables, https://sqlite.org/fts3.html#fts4_options. */
function fullText(told: Told, rowid: string): Content | undefined {
  const { module, arguments: list } = told;
  const source = optionOf(told, 'content');
  // Without a content there is nothing to read, and the locale of a value does not come with the value.
  if (source === '' || optionOf(told, 'locale') === '1') return undefined;
  const named = list.flatMap((argument) => (isOption(argument) ? [] : firstName(argument)));
  const language = optionOf(told, 'languageid');
  const columns = named.length === 0 && module !== 'fts5' && source === undefined ? ['content'] : named;
  return {
    rowid,
    columns: language === undefined ? columns : [...columns, language],
    ...(source !== undefined && { source }),
  };
}

/** https://sqlite.org/rtree.html: the first column is the key, those with a plus are not part of the index. */
function coordinates({ arguments: list }: Told): Content | undefined {
  const all = list.flatMap((argument) => {
    const tokens = meaningful(argument);
    const isBeside = isSymbol(tokens[0], '+');
    return named(tokens[isBeside ? 1 : 0]).map((name) => ({ name, isBeside }));
  });
  const [key, ...columns] = all;
  return (
    key && {
      rowid: key.name,
      columns: columns.map(({ name }) => name),
      coordinates: columns.flatMap(({ name, isBeside }) => (isBeside ? [] : [name])),
    }
  );
}

/** The value of an option of a full-text index. */
function optionOf({ arguments: list }: Told, option: string): string | undefined {
  for (const argument of list) {
    const [key, , value, ...more] = meaningful(argument);
    if (isOption(argument) && key && value && more.length === 0 && foldName(nameIn(key)) === option)
      return value.type === 'number' ? value.text : nameIn(value);
  }
  return undefined;
}

/** `key = value`; FTS3 and FTS4 also take `tokenize porter`. */
function isOption(argument: string): boolean {
  const [first, second] = meaningful(argument);
  return (
    isSymbol(second, '=') || (first?.type === 'word' && second !== undefined && foldName(first.text) === 'tokenize')
  );
}

function firstName(argument: string): readonly string[] {
  return named(meaningful(argument)[0]);
}

function named(token: Token | undefined): readonly string[] {
  return token && (token.type === 'word' || token.type === 'quoted' || token.type === 'string') ? [nameIn(token)] : [];
}

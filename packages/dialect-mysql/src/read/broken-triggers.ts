import { type Lexis, tokenizeMeaning, unquote } from '@sync/core';
import { foldMember } from '../text/names.js';
import type { ServerCatalogue } from './read-catalogue.js';
import type { Rows } from './rows.js';

/** Modes in which a body falls into other tokens. */
const otherwise = /ANSI_QUOTES|NO_BACKSLASH_ESCAPES/;

/**
 * The column of its table that a trigger names, `NEW.a`, and that is not there: the server keeps the trigger where the column goes or is renamed, and refuses every statement that
 * fires it. Undefined where it holds, or where that cannot be told.
 */
export function missingInTrigger(
  { table, body, mode }: Rows['triggers'],
  catalogue: ServerCatalogue,
  lexis: Lexis,
): string | undefined {
  const columns = catalogue.where('columns', 'table', table);
  if (columns.length === 0 || otherwise.test(mode)) return undefined;
  const names = new Set(columns.map(({ name }) => foldMember(name)));
  const tokens = tokenizeMeaning(body, lexis);
  for (const [at, { type, text }] of tokens.entries()) {
    const name = tokens[at + 2];
    const isColumn = type === 'word' && /^(?:NEW|OLD)$/i.test(text) && tokens[at + 1]?.text === '.';
    if (!isColumn || !name || tokens[at - 1]?.text === '.') continue;
    const column = name.type === 'quoted' ? unquote(name, lexis) : name.text;
    if (!names.has(foldMember(column))) return `${text.toUpperCase()}.${column}`;
  }
  return undefined;
}

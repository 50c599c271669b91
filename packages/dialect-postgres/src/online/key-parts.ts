import { tokenize, tokenizeMeaning, unquote } from '@sync/core';
import { postgresLexis } from '../lexis.js';

/** A unique or primary key that the server printed, as the two statements need it that build its index first. */
export interface KeyParts {
  /** `PRIMARY KEY` or `UNIQUE`. */
  readonly type: string;
  /** The columns that are unique together. */
  readonly columns: readonly string[];
  /** What an index of it says behind its table: `(a, b) INCLUDE (c) NULLS NOT DISTINCT WITH (fillfactor='70')`. */
  readonly index: string;
  /** What remains the constraint's: `DEFERRABLE INITIALLY DEFERRED`. */
  readonly rest: string;
}

/** Takes a key apart; undefined for one that an ordinary unique index does not make. */
export function keyParts(definition: string): KeyParts | undefined {
  const words: string[] = [];
  const lists: { readonly after: string; readonly text: string }[] = [];
  let depth = 0;
  let list = '';
  for (const { type, text } of tokenize(definition, postgresLexis)) {
    if (text === '(') depth++;
    if (depth > 0) list += text;
    else if (type !== 'space') words.push(text);
    if (text === ')' && --depth === 0) {
      lists.push({ after: words.join(' '), text: list });
      list = '';
    }
  }
  return fromLists(lists, words.join(' '));
}

const types = ['PRIMARY KEY', 'UNIQUE NULLS NOT DISTINCT', 'UNIQUE'];

function fromLists(
  [columns, ...others]: readonly { readonly after: string; readonly text: string }[],
  words: string,
): KeyParts | undefined {
  const type = types.find((each) => columns?.after === each);
  if (!columns || type === undefined) return undefined;
  const include = others.find(({ after }) => after.endsWith('INCLUDE'));
  const options = others.find(({ after }) => after.endsWith('WITH'));
  const known = [type, ...(include ? ['INCLUDE'] : []), ...(options ? ['WITH'] : [])].join(' ');
  const rest = words.slice(known.length).trim();
  const isWhole = words.startsWith(known) && others.length === (include ? 1 : 0) + (options ? 1 : 0);
  if (!isWhole || !/^(DEFERRABLE( INITIALLY DEFERRED)?)?$/.test(rest) || columns.text.includes('WITHOUT OVERLAPS')) {
    return undefined;
  }
  return {
    type: type === 'PRIMARY KEY' ? type : 'UNIQUE',
    columns: namesIn(columns.text),
    index: [
      columns.text,
      ...(include ? [`INCLUDE ${include.text}`] : []),
      ...(type === 'UNIQUE NULLS NOT DISTINCT' ? ['NULLS NOT DISTINCT'] : []),
      ...(options ? [`WITH ${options.text}`] : []),
    ].join(' '),
    rest,
  };
}

function namesIn(list: string): readonly string[] {
  return tokenizeMeaning(list, postgresLexis).flatMap((token) => {
    if (token.type === 'word') return [token.text];
    return token.type === 'quoted' ? [unquote(token, postgresLexis)] : [];
  });
}

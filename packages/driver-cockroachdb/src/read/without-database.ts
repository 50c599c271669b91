import { type Token, tokenize, unquote } from '@sync/core';
import { cockroachLexis } from '../text/lexis.js';

/** A statement without the name of the database before the names in it: what it says is the same in every database, scratch among them. */
export function withoutDatabase(text: string, database: string): string {
  const tokens = tokenize(text, cockroachLexis);
  const isName = (token: Token | undefined, name?: string) =>
    (token?.type === 'word' || token?.type === 'quoted') &&
    (name === undefined || unquote(token, cockroachLexis) === name);
  const isPrefix = (i: number) =>
    isName(tokens[i], database) &&
    tokens[i - 1]?.text !== '.' &&
    tokens[i + 1]?.text === '.' &&
    isName(tokens[i + 2]) &&
    tokens[i + 3]?.text === '.' &&
    isName(tokens[i + 4]);
  return tokens
    .map((token, i) => {
      if (isPrefix(i) || (isPrefix(i - 1) && token.text === '.')) return '';
      return token.type === 'string' ? inString(token.text, database) : token.text;
    })
    .join('');
}

/** A body in dollars, and a name as a value: `nextval('shop.public.counter'::REGCLASS)`. */
function inString(text: string, database: string): string {
  const mark = /^\$[^$]*\$/.exec(text)?.[0];
  if (mark !== undefined) {
    return `${mark}${withoutDatabase(text.slice(mark.length, -mark.length), database)}${mark}`;
  }
  const path = /^'((?:"(?:[^"]|"")+"|[\w]+)\.(?:"(?:[^"]|"")+"|[\w]+)\.(?:"(?:[^"]|"")+"|[\w]+))'$/.exec(text)?.[1];
  return path === undefined ? text : `'${withoutDatabase(path, database)}'`;
}

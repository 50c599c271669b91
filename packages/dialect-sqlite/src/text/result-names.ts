import type { Token } from '@sync/core';
import { isSymbol, isWord, nameIn, splitAtCommas } from './cursor.js';
import { contextualWords, reservedWords } from './keywords.js';

/** What follows the result columns of a SELECT. */
const ends: readonly string[] = [
  'FROM',
  'WHERE',
  'GROUP',
  'HAVING',
  'WINDOW',
  'UNION',
  'INTERSECT',
  'EXCEPT',
  'ORDER',
  'LIMIT',
];

/**
 * The result terms of a query that are neither plain columns nor have an alias, exactly as they were written: SQLite names the columns of a view after their
 * text, spaces and all.
 */
export function namingTerms(tokens: readonly Token[], text: string): readonly string[] {
  return splitAtCommas(resultTokens(tokens)).flatMap((term) => {
    const [first, last] = [term[0], term.at(-1)];
    return first && last && !isPlain(term) && !hasAlias(term)
      ? [text.slice(first.start, last.start + last.text.length)]
      : [];
  });
}

/** The names that a query's result terms give columns, for people: `*` stands for names that only a server knows, and VALUES has none. */
export function resultNames(tokens: readonly Token[], text: string): readonly string[] {
  return splitAtCommas(resultTokens(tokens)).flatMap((term) => {
    const [first, last] = [term[0], term.at(-1)];
    if (!first || !last) return [];
    const whole = text.slice(first.start, last.start + last.text.length);
    if (isSymbol(last, '*') && isPlain(term)) return [whole];
    return [isPlain(term) || hasAlias(term) ? nameIn(last) : whole];
  });
}

/** The first SELECT names the columns, also of a compound; one in a WITH is in parentheses. */
function resultTokens(tokens: readonly Token[]): readonly Token[] {
  let depth = 0;
  let start: number | undefined;
  for (const [i, token] of tokens.entries()) {
    if (isSymbol(token, '(')) depth++;
    else if (isSymbol(token, ')')) depth--;
    else if (depth > 0 || token.type !== 'word' || isSymbol(tokens[i - 1], '.')) continue;
    else if (start === undefined && isWord(token, 'VALUES')) return [];
    else if (start === undefined && isWord(token, 'SELECT')) start = i + 1;
    else if (start !== undefined && !isWord(tokens[i - 1], 'DISTINCT') && ends.some((word) => isWord(token, word)))
      return withoutQuantifier(tokens.slice(start, i));
  }
  return start === undefined ? [] : withoutQuantifier(tokens.slice(start));
}

function withoutQuantifier(tokens: readonly Token[]): readonly Token[] {
  return isWord(tokens[0], 'DISTINCT') || isWord(tokens[0], 'ALL') ? tokens.slice(1) : tokens;
}

/** `a`, `t.a`, `t.*`, `*`. */
function isPlain(term: readonly Token[]): boolean {
  if (term.length === 1) return term[0]?.type === 'word' || term[0]?.type === 'quoted' || isSymbol(term[0], '*');
  return term.every((token, i) =>
    i % 2 === 1 ? isSymbol(token, '.') : token.type !== 'number' && !isSymbol(token, '.'),
  );
}

/** `expression AS name`, or `expression name`. */
function hasAlias(term: readonly Token[]): boolean {
  const last = term.at(-1);
  const before = term.at(-2);
  if (!last || !before || last.type === 'symbol' || last.type === 'number') return false;
  if (isWord(before, 'AS')) return true;
  if (last.type === 'word' && isKeyword(last)) return false;
  return before.type === 'word'
    ? !isKeyword(before) || isWord(before, 'END') || isWord(before, 'NULL')
    : endsOperand(before);
}

function endsOperand(token: Token): boolean {
  return token.type !== 'symbol' || token.text === ')';
}

function isKeyword({ text }: Token): boolean {
  const upper = text.toUpperCase();
  return reservedWords.has(upper) || contextualWords.has(upper);
}

import type { Token } from '@sync/core';
import { isSymbol, isWord, nameIn } from './cursor.js';
import { foldName, quoteText } from './names.js';

/** What follows these is a relation or an alias, where a quoted name can never be meant as a string. */
const beforeRelation = ['FROM', 'JOIN', 'INTO', 'UPDATE', 'AS', 'ON'] as const;

/** Whether a quoted token in the body of a view or trigger is a name, whatever is there of that name. See https://sqlite.org/quirks.html#dblquote. */
export function isCertainName(token: Token, before: Token | undefined, after: Token | undefined): boolean {
  return (
    token.text[0] !== '"' ||
    isSymbol(before, '.') ||
    isSymbol(after, '.') ||
    beforeRelation.some((keyword) => isWord(before, keyword))
  );
}

/** The `"x"` in a body, folded, that SQLite reads as strings where nothing has that name. */
export function uncertainNames(tokens: readonly Token[]): readonly string[] {
  return tokens.flatMap((token, i) => (isUncertain(tokens, i) ? [foldName(nameIn(token))] : []));
}

function isUncertain(tokens: readonly Token[], i: number): boolean {
  const [before, token, after] = [tokens[i - 1], tokens[i], tokens[i + 1]];
  return token?.type === 'quoted' && !isCertainName(token, before, after) && !isSymbol(after, '(');
}

/** A part of a text, which holds these tokens, with the given strings in single quotes. */
export function withPlainStrings(
  text: string,
  { start, end }: { readonly start: number; readonly end: number },
  tokens: readonly Token[],
  strings: ReadonlySet<string>,
): string {
  let written = '';
  let at = start;
  for (const [i, token] of tokens.entries()) {
    if (!isUncertain(tokens, i) || !strings.has(foldName(nameIn(token)))) continue;
    written += text.slice(at, token.start) + quoteText(nameIn(token));
    at = token.start + token.text.length;
  }
  return written + text.slice(at, end);
}

/** All that certainly is a name, folded. */
export function namesIn(tokens: readonly Token[]): readonly string[] {
  return tokens.flatMap((token, i) => {
    if (token.type === 'word') return [foldName(token.text)];
    return token.type === 'quoted' && isCertainName(token, tokens[i - 1], tokens[i + 1])
      ? [foldName(nameIn(token))]
      : [];
  });
}

/** All that can be a name, folded. */
export function everyName(tokens: readonly Token[]): readonly string[] {
  return tokens.flatMap((token) => (token.type === 'word' || token.type === 'quoted' ? [foldName(nameIn(token))] : []));
}

import type { Token } from '@sync/core';
import { isSymbol, isWord, nameIn } from './cursor.js';
import { foldName, quoteText } from './names.js';
import { relationPlaces } from './relations.js';

/** What follows these is a relation or an alias, where a quoted name can never be meant as a string. */
const beforeRelation = ['FROM', 'JOIN', 'INTO', 'UPDATE', 'AS', 'ON'] as const;

/**
 * Tells which quoted tokens in the body of a view or trigger are names, whatever is there of that name, by their places among its tokens. See
 * https://sqlite.org/quirks.html#dblquote.
 */
export function certainNames(tokens: readonly Token[]): (place: number) => boolean {
  let relations: ReadonlySet<number> | undefined;
  return (i) => {
    const [before, token, after] = [tokens[i - 1], tokens[i], tokens[i + 1]];
    if (token?.text[0] !== '"' || isSymbol(before, '.') || isSymbol(after, '.')) return true;
    if (beforeRelation.some((keyword) => isWord(before, keyword))) return true;
    relations ??= relationPlaces(tokens);
    // An alias can follow its relation without AS.
    return relations.has(i) || relations.has(i - 1);
  };
}

/** The `"x"` in a body, folded, that SQLite reads as strings where nothing has that name. */
export function uncertainNames(tokens: readonly Token[]): readonly string[] {
  const isUncertain = uncertainIn(tokens);
  return tokens.flatMap((token, i) => (isUncertain(i) ? [foldName(nameIn(token))] : []));
}

function uncertainIn(tokens: readonly Token[]): (place: number) => boolean {
  const isCertain = certainNames(tokens);
  return (i) => tokens[i]?.type === 'quoted' && !isSymbol(tokens[i + 1], '(') && !isCertain(i);
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
  const isUncertain = uncertainIn(tokens);
  for (const [i, token] of tokens.entries()) {
    if (!isUncertain(i) || !strings.has(foldName(nameIn(token)))) continue;
    written += text.slice(at, token.start) + quoteText(nameIn(token));
    at = token.start + token.text.length;
  }
  return written + text.slice(at, end);
}

/** All that certainly is a name, folded. */
export function namesIn(tokens: readonly Token[]): readonly string[] {
  const isCertain = certainNames(tokens);
  return tokens.flatMap((token, i) => {
    if (token.type === 'word') return [foldName(token.text)];
    return token.type === 'quoted' && isCertain(i) ? [foldName(nameIn(token))] : [];
  });
}

/** All that can be a name, folded. */
export function everyName(tokens: readonly Token[]): readonly string[] {
  return tokens.flatMap((token) => (token.type === 'word' || token.type === 'quoted' ? [foldName(nameIn(token))] : []));
}

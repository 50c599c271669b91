import { type Catalogue, equalJson, type SchemaObject, type Token, tokenize, unquote } from '@sync/core';
import { postgresLexis } from '../../lexis.js';
import { quoteName } from '../../text/names.js';

/** A view that is made again over columns of other types has columns of other types itself, and casts where it had none. */
export function standsOnOther(view: SchemaObject, before: Catalogue, after: Catalogue): boolean {
  return view.needs.some((need) => !equalJson(before.get(need)?.spec, after.get(need)?.spec));
}

/**
 * Whether two queries, as the server prints them, are one but for the names of the columns in their answer: the server writes a column's new name behind AS, or
 * leaves that out where the column is called so anyway. `renamed`: new name → old name.
 */
export function isSameQuery(from: string, to: string, renamed: ReadonlyMap<string, string>): boolean {
  const [before, after] = [from, to].map(words);
  if (!before || !after) return false;
  let [i, j, depth] = [0, 0, 0];
  while (i < before.length || j < after.length) {
    const [old, next] = [before[i], after[j]];
    if (old && next && old.text === next.text) {
      depth += depthOf(next);
      i++;
      j++;
      continue;
    }
    // Names of columns in the answer of the whole query stand in no parentheses.
    if (depth !== 0) return false;
    const [oldLast, nextLast] = [before[i - 1], after[j - 1]];
    if (old && next && isAs(oldLast) && isAs(nextLast) && isRenamed(old, next, renamed)) {
      i++;
      j++;
    } else if (isAs(next) && nextLast && isRenamed(nextLast, after[j + 1], renamed)) j += 2;
    else if (isAs(old) && oldLast && isRenamed(before[i + 1], oldLast, renamed)) i += 2;
    else return false;
  }
  return true;
}

function words(text: string): readonly Token[] {
  return tokenize(text, postgresLexis).filter(({ type }) => type !== 'space' && type !== 'comment');
}

function depthOf({ text }: Token): number {
  return text === '(' ? 1 : text === ')' ? -1 : 0;
}

function isAs(token: Token | undefined): boolean {
  return token?.text === 'AS';
}

function isRenamed(old: Token | undefined, next: Token | undefined, renamed: ReadonlyMap<string, string>): boolean {
  const [from, to] = [old, next].map((token) => token && nameIn(token));
  return from !== undefined && to !== undefined && renamed.get(to) === from;
}

function nameIn(token: Token): string | undefined {
  if (token.type === 'quoted') return unquote(token, postgresLexis);
  return token.type === 'word' && quoteName(token.text) === token.text ? token.text : undefined;
}

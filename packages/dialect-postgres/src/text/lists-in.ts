import { type Token, tokenize } from '@sync/core';
import { postgresLexis } from '../lexis.js';

/** What stands between parentheses, at its commas. */
export interface List {
  /** The words before it. */
  readonly after: string;
  readonly items: readonly string[];
}

/** The lists of a text, in their order; what is in a list within one is an item as it is written. */
export function listsIn(text: string): readonly List[] {
  const lists: List[] = [];
  let depth = 0;
  let words: string[] = [];
  let items: Token[][] = [];
  for (const token of tokenize(text, postgresLexis)) {
    if (token.text === ')' && --depth === 0) {
      const texts = items.map((item) =>
        item
          .map((each) => each.text)
          .join('')
          .trim(),
      );
      lists.push({ after: words.join(' '), items: texts });
      words = [];
    } else if (depth === 0 && token.text !== '(' && token.type !== 'space') words.push(token.text);
    else if (depth === 1 && token.text === ',') items.push([]);
    else if (depth > 0) items.at(-1)?.push(token);
    if (token.text === '(' && ++depth === 1) items = [[]];
  }
  return lists;
}

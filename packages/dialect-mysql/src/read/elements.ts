import { type Lexis, type Token, tokenizeMeaning } from '@sync/core';

/** What stands between the commas of a definition's list: its columns, keys and periods. */
export function elementsOf(definition: string, lexis: Lexis): readonly (readonly Token[])[] {
  const elements: Token[][] = [[]];
  let depth = 0;
  for (const token of tokenizeMeaning(definition, lexis)) {
    if (token.text === ')') depth--;
    if (depth === 1 && token.text === ',') elements.push([]);
    else if (depth > 0) elements.at(-1)?.push(token);
    if (token.text === '(') depth++;
    if (depth === 0 && token.text === ')') break;
  }
  return elements;
}

import { type Lexis, type Token, tokenizeMeaning, unquote } from '@sync/core';

/** What an index may say that is shown nowhere but in the definition of its table: its parser, the size of its blocks, what searching vectors asks for. */
const telling = /WITH PARSER \S+|KEY_BLOCK_SIZE = \d+|`(?:m|distance)` = \w+/gi;

/** By the name of the index, its clauses as they are written. */
export function indexOptions(definition: string, lexis: Lexis): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, readonly string[]>();
  for (const element of elementsOf(definition, lexis)) {
    // FULLTEXT KEY `name`: what a column is called stands in quotes.
    const at = element.findIndex(({ text }) => text === 'KEY');
    const name = element[at + 1];
    if (at < 0 || at > 1 || name?.type !== 'quoted') continue;
    const rest = element.slice(element.findLastIndex(({ text }) => text === ')') + 1);
    const clauses = rest.flatMap(({ type, text }) => (type === 'string' ? [] : [text])).join(' ');
    const options = Array.from(clauses.matchAll(telling), ([clause]) => clause.replace(' = ', '='));
    if (options.length > 0) found.set(unquote(name, lexis), options);
  }
  return found;
}

/** What stands between the commas of a definition's list. */
function elementsOf(definition: string, lexis: Lexis): readonly (readonly Token[])[] {
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

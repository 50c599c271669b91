import { type Lexis, unquote } from '@sync/core';
import { elementsOf } from './elements.js';

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

import { byCodeUnit, type Lexis, type Token, unquote } from '@sync/core';
import { elementsOf } from './elements.js';

/** What an index may say that is shown nowhere but in the definition of its table: its parser, the size of its blocks, what searching vectors asks for. */
const telling = /WITH PARSER \S+|KEY_BLOCK_SIZE = \d+|`(?:m|distance)` = \w+/gi;

/** By the name of the index, its clauses, in an order of their own: that of whoever wrote them means nothing. */
export function indexOptions(definition: string, lexis: Lexis): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, readonly string[]>();
  for (const element of elementsOf(definition, lexis)) {
    // FULLTEXT KEY `name`: what a column is called stands in quotes.
    const at = element.findIndex(({ text }) => text === 'KEY');
    const name = element[at + 1];
    if (at < 0 || at > 1 || name?.type !== 'quoted') continue;
    const rest = element.slice(element.findLastIndex(({ text }) => text === ')') + 1);
    const clauses = rest.flatMap(({ type, text }, i) => (type === 'string' ? valueAt(i, rest) : [text])).join(' ');
    const options = Array.from(clauses.matchAll(telling), ([clause]) => inOneSpelling(clause.replace(' = ', '=')));
    if (options.length > 0) found.set(unquote(name, lexis), options.toSorted(byCodeUnit));
  }
  return found;
}

/** From 11.8.9 on MariaDB shows the value of an option in quotes, however it was written. Other texts are comments. */
function valueAt(i: number, tokens: readonly Token[]): readonly string[] {
  return tokens[i - 1]?.text === '=' ? [(tokens[i]?.text ?? '').slice(1, -1)] : [];
}

/** An option of an engine is shown in the letters in which somebody wrote it, and means the same in any. */
function inOneSpelling(clause: string): string {
  return clause.startsWith('`') ? clause.toLowerCase() : clause;
}

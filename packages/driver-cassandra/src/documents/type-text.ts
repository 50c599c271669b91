import { type DocumentNode, tokenizeMeaning } from '@sync/core';
import { cassandraLexis } from '../lexis.js';
import { nonEmpty } from './frame.js';

/** A type, and nothing that would go on behind it. */
export function typeIn(node: DocumentNode): string {
  const text = nonEmpty(node, 'the type');
  const tokens = tokenizeMeaning(text, cassandraLexis);
  let depth = 0;
  for (const [i, token] of tokens.entries()) {
    const isName = token.type === 'word' || token.type === 'quoted';
    if (token.text === '<') depth += 1;
    else if (token.text === '>') depth -= 1;
    else if (!isName && token.type !== 'number' && !(token.text === ',' && depth > 0)) refuse(node, text);
    if (i > 0 && isName && !['<', ','].includes(tokens[i - 1]?.text ?? '')) refuse(node, text);
  }
  return depth === 0 && tokens.length > 0 ? text : refuse(node, text);
}

function refuse(node: DocumentNode, text: string): never {
  return node.fail(`${text} is no type of CQL`, 'For example: text, frozen<list<int>>, map<text, timestamp>.');
}

import type { DocumentNode, Token } from '@sync/core';
import { isSymbol, meaningful } from '../text/cursor.js';
import { nonEmpty } from './engine.js';

/** The tokens of an expression that a document holds. What would end it early is refused, so that nothing can be smuggled behind it. */
export function expressionIn(
  node: DocumentNode,
  what = 'the expression',
  text = nonEmpty(node, what),
  form: 'expression' | 'statements' = 'expression',
): readonly Token[] {
  const tokens = meaningful(text);
  let depth = 0;
  for (const token of tokens) {
    if (isSymbol(token, '(')) depth++;
    else if (isSymbol(token, ')')) depth--;
    const ends = depth < 0 || (isSymbol(token, ';') && (form === 'expression' || depth > 0));
    if (ends || isUnclosed(token)) return incomplete(node, what);
  }
  return depth === 0 && tokens.length > 0 ? tokens : incomplete(node, what);
}

/** An expression that a document holds, as it is written. */
export function expressionText(node: DocumentNode, what: string): string {
  expressionIn(node, what);
  return node.text();
}

function incomplete(node: DocumentNode, what: string): never {
  return node.fail(`${what} is not complete in itself`, 'Check its parentheses and quotes, and leave out semicolons.');
}

/** A quote that nothing closes swallows whatever follows. */
export function isUnclosed(token: Token): boolean {
  if (token.type !== 'string' && token.type !== 'quoted') return false;
  const [open] = token.text;
  const close = open === '[' ? ']' : (open ?? '');
  const inner = token.text.slice(1);
  return !inner.endsWith(close) || (close !== ']' && (inner.length - inner.replaceAll(close, '').length) % 2 === 0);
}

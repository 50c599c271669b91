import type { Token } from '@sync/core';
import { isSymbol, meaningful, nameIn, withoutOuterParentheses } from '../../text/cursor.js';
import { type ExpressionScope, normaliseExpression } from '../../text/expression.js';
import { quoteText } from '../../text/names.js';

const words: ReadonlySet<string> = new Set([
  'NULL',
  'TRUE',
  'FALSE',
  'CURRENT_DATE',
  'CURRENT_TIME',
  'CURRENT_TIMESTAMP',
]);

/** Normalises a default; undefined for NULL, which is what a column without a default has. A bare name is the string that SQLite reads in it. */
export function normaliseDefault(tokens: readonly Token[], scope: ExpressionScope): string | undefined {
  const inner = withoutOuterParentheses(tokens);
  const [first, second] = inner;
  const bare = inner === tokens && inner.length === 1 && (first?.type === 'word' || first?.type === 'quoted');
  if (first && bare && !(first.type === 'word' && words.has(first.text.toUpperCase()))) return quoteText(nameIn(first));
  const signed = isSymbol(first, '+') && second?.type === 'number' && inner.length === 2;
  const text = normaliseExpression(signed ? inner.slice(1) : inner, scope);
  return text === 'NULL' ? undefined : text;
}

/** Whether a normalised default is a literal, which SQLite can add to a table that has rows. */
export function isConstant(text: string): boolean {
  const tokens = meaningful(text);
  const [first, second] = tokens;
  if (tokens.length === 1) {
    return (
      first?.type === 'string' || first?.type === 'number' || (first?.type === 'word' && /^(?:TRUE|FALSE)$/.test(text))
    );
  }
  if (tokens.length !== 2) return false;
  return (isSymbol(first, '-') && second?.type === 'number') || (first?.text === 'x' && second?.type === 'string');
}

/** A default as a clause of a column. */
export function writeDefault(text: string): string {
  return `DEFAULT ${defaultValue(text)}`;
}

/** What a column has by default: an expression stands in parentheses. */
export function defaultValue(text: string): string {
  return isConstant(text) || words.has(text) ? text : `(${text})`;
}

import type { DocumentNode, Token } from '@sync/core';
import { normaliseDefault } from '../kinds/table/default.js';
import { isSymbol, meaningful, withoutOuterParentheses } from '../text/cursor.js';
import { quoteText } from '../text/names.js';
import { isUnclosed } from './expression.js';

const number = /^[+-]?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/;
const keyword = /^(?:NULL|CURRENT_DATE|CURRENT_TIME|CURRENT_TIMESTAMP)$/i;
const truth = /^(?:TRUE|FALSE)$/i;
const call = /^[A-Za-z_][A-Za-z0-9_]*\(/;
/** https://sqlite.org/datatype3.html#determination_of_column_affinity: INT goes before these. */
const textual = /CHAR|CLOB|TEXT/i;

/**
 * Reads a default by the rule that `docs/documents.md` gives: a plain text is a literal, but for NULL, CURRENT_…, a quoted literal, a function call and what
 * stands in parentheses; and for numbers, TRUE and FALSE where the column does not hold text.
 */
function defaultTokens(text: string, type: string): readonly Token[] {
  const trimmed = text.trim();
  if (keyword.test(trimmed)) return meaningful(trimmed);
  if (!holdsText(type) && (number.test(trimmed) || truth.test(trimmed))) return meaningful(trimmed);
  const tokens = meaningful(trimmed);
  if (isWhole(tokens) && (isLiteral(tokens) || isParenthesised(tokens))) return tokens;
  // In parentheses, as SQLite wants a call.
  if (call.test(trimmed) && isWhole(tokens) && isParenthesised(tokens.slice(1))) return meaningful(`(${trimmed})`);
  return meaningful(quoteText(text));
}

/** The shortest way to write a normalised default that reads back as the same. */
export function writtenDefault(normal: string, type: string): string {
  const [token, ...more] = meaningful(normal);
  const inner = token?.type === 'string' && more.length === 0 ? [token.text.slice(1, -1).replaceAll("''", "'")] : [];
  const forms = [...inner, normal, `(${normal})`];
  return (
    forms.find((form) => normaliseDefault(defaultTokens(form, type), { table: '', columns: new Set() }) === normal) ??
    `(${normal})`
  );
}

/** Refuses a default that names other columns or is cut short; the server says the rest. */
export function readDefault(node: DocumentNode, type: string): readonly Token[] {
  const value = node.text();
  if (value.includes('\0')) node.fail('a default cannot hold a NUL character');
  return defaultTokens(value, type);
}

function holdsText(type: string): boolean {
  return textual.test(type) && !/INT/i.test(type);
}

function isWhole(tokens: readonly Token[]): boolean {
  return tokens.length > 0 && !tokens.some((token) => isUnclosed(token) || isSymbol(token, ';'));
}

/** `'text'` or `x'00'`. */
function isLiteral(tokens: readonly Token[]): boolean {
  const [first, second] = tokens;
  if (tokens.length === 1) return first?.type === 'string';
  return (
    tokens.length === 2 &&
    /^x$/i.test(first?.text ?? '') &&
    second?.type === 'string' &&
    second.start === (first?.start ?? 0) + 1
  );
}

/** One pair of parentheses round everything. */
function isParenthesised(tokens: readonly Token[]): boolean {
  return withoutOuterParentheses(tokens) !== tokens;
}

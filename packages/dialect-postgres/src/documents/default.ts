import type { DocumentNode } from '@sync/core';
import { quoteText } from '../text/literal.js';
import { closingAt, isComplete, isSymbol, meaningful } from './text.js';

const number = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/;
/** https://www.postgresql.org/docs/current/functions-datetime.html#FUNCTIONS-DATETIME-CURRENT, and who is asking. */
const keyword =
  /^(?:null|current_date|current_role|current_user|session_user|user|current_catalog|current_schema|(?:current_time|current_timestamp|localtime|localtimestamp)(?:\(\d\))?)$/i;
const truth = /^(?:true|false)$/i;
const numeric =
  /^(?:small|big)?(?:int\d?|integer|serial\d?)$|^(?:numeric|decimal|real|double precision|float\d?|money|oid)\b/i;
const boolean = /^bool(?:ean)?$/i;

/**
 * Reads a default by the rule that `docs/documents.md` gives: a plain text is a literal, but for NULL, CURRENT_…, a quoted literal, a function call, each with or
 * without a cast, and what stands in parentheses; and for numbers and truth values in columns of such types.
 */
function defaultText(text: string, type: string): string {
  const trimmed = text.trim();
  const plain = type.trim();
  if (keyword.test(trimmed)) return trimmed;
  if (numeric.test(plain) && number.test(trimmed)) return trimmed;
  if (boolean.test(plain) && truth.test(trimmed)) return trimmed;
  return isExpression(trimmed) ? trimmed : quoteText(text);
}

/** A literal, a call or something in parentheses, with casts behind it. */
function isExpression(text: string): boolean {
  const tokens = meaningful(text);
  if (!isComplete(tokens)) return false;
  let end = headEnd(tokens);
  if (end < 0) return false;
  while (isSymbol(tokens[end], '::')) {
    const next = tokens.findIndex((token, i) => i > end && isSymbol(token, '::'));
    const type = tokens.slice(end + 1, next < 0 ? undefined : next);
    const isType = type.every(({ type: sort, text: part }) => sort !== 'symbol' || /^[.()[\],]$/.test(part));
    if (type.length === 0 || !isType) return false;
    end = next < 0 ? tokens.length : next;
  }
  return end === tokens.length;
}

/** Where a literal, a call or a group ends that the tokens begin with; -1 where they begin with something else. */
function headEnd(tokens: ReturnType<typeof meaningful>): number {
  const [first] = tokens;
  if (first?.type === 'string') return 1;
  if (isSymbol(first, '(')) return closingAt(tokens, 0) + 1;
  const isArray = first?.type === 'word' && first.text.toUpperCase() === 'ARRAY' && isSymbol(tokens[1], '[');
  if (isArray) return tokens.findLastIndex((token) => isSymbol(token, ']')) + 1;
  let at = 0;
  while (tokens[at]?.type === 'word' || tokens[at]?.type === 'quoted') {
    // A call has its parenthesis at the name: `Hello (world)` is a text.
    const [name, next] = [tokens[at], tokens[at + 1]];
    const isNear = name && next && name.start + name.text.length === next.start;
    if (isSymbol(next, '.') && isNear) at += 2;
    else return isSymbol(next, '(') && isNear ? closingAt(tokens, at + 1) + 1 : -1;
  }
  return -1;
}

/** Reads a column's default. */
export function readDefault(node: DocumentNode, type: string): string {
  const value = node.text();
  if (value.includes('\0')) node.fail('a default cannot hold a NUL character');
  return defaultText(value, type);
}

/** The shortest way to write a default of the server's that reads back as the same. */
export function writtenDefault(normal: string, type: string): string {
  const tokens = meaningful(normal);
  const [literal, cast, ...rest] = tokens;
  if (literal?.type === 'string' && literal.text.startsWith("'") && isSymbol(cast, '::') && rest.length > 0) {
    const base = type.replace(/\s*\([\d, -]+\)/, '');
    const isOwn = normal.slice((cast?.start ?? 0) + 2) === base;
    const inner = literal.text.slice(1, -1).replaceAll("''", "'");
    const read = defaultText(inner, type);
    // The server prints -1 so in a column of integers.
    const isNegative = base === 'integer' && /^-\d+$/.test(inner) && read === inner;
    if (isOwn && (isNegative || read === quoteText(inner))) return inner;
  }
  return defaultText(normal, type) === normal ? normal : `(${normal})`;
}

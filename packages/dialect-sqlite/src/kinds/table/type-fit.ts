import type { Token } from '@sync/core';
import { isSymbol, isWord, meaningful, nameIn, withoutOuterParentheses } from '../../text/cursor.js';
import { foldName } from '../../text/names.js';
import type { TableView } from './view-of-table.js';

/** Whether a column of a STRICT table takes a value. */
export type Fit = 'always' | 'never' | 'perhaps';

/** What is known of a value: `number` is either kind. NULL is always possible, and taken by every type. */
type Sort = 'integer' | 'real' | 'number' | 'text' | 'blob' | undefined;

const texts =
  'date time datetime strftime lower upper hex printf format quote trim ltrim rtrim typeof json json_array json_object';

const functions: ReadonlyMap<string, Sort> = new Map<string, Sort>([
  ...texts.split(' ').map((name) => [name, 'text'] as const),
  ...['unixepoch', 'random', 'length', 'instr'].map((name) => [name, 'integer'] as const),
  ['julianday', 'real'],
  ...['randomblob', 'zeroblob'].map((name) => [name, 'blob'] as const),
]);

const sorts: ReadonlyMap<string, Sort> = new Map<string, Sort>([
  ['INT', 'integer'],
  ['INTEGER', 'integer'],
  ['REAL', 'real'],
  ['TEXT', 'text'],
  ['BLOB', 'blob'],
]);

/** What a value of each sort that is not NULL becomes or stays in a column of each type; see https://sqlite.org/stricttables.html. */
const taken: Readonly<Record<string, readonly Sort[]>> = {
  INT: ['integer'],
  INTEGER: ['integer'],
  REAL: ['integer', 'real', 'number'],
  TEXT: ['integer', 'real', 'number', 'text'],
  BLOB: ['blob'],
};

/** Tells of a normalised expression whether a column of this type in the STRICT table takes it. */
export function fitOf(expression: string, type: string, table: TableView): Fit {
  const types = taken[type];
  if (!types) return 'always';
  const tokens = withoutOuterParentheses(meaningful(expression));
  const literal = literalIn(tokens);
  if (literal === undefined) return types.includes(sortOf(tokens, table)) ? 'always' : 'perhaps';
  return types.includes(literal) || isConverted(tokens, literal, type) ? 'always' : 'never';
}

/** The sort of what is one literal and nothing else. */
function literalIn(tokens: readonly Token[]): Sort {
  const [first, second, ...more] = tokens;
  if (more.length > 0) return undefined;
  if (second) {
    if (isSymbol(first, '-') && second.type === 'number') return sortOfNumber(`-${second.text}`);
    return isWord(first, 'X') && second.type === 'string' ? 'blob' : undefined;
  }
  if (first?.type === 'string') return 'text';
  if (first?.type === 'number') return sortOfNumber(first.text);
  if (isWord(first, 'TRUE') || isWord(first, 'FALSE')) return 'integer';
  return ['CURRENT_DATE', 'CURRENT_TIME', 'CURRENT_TIMESTAMP'].some((word) => isWord(first, word)) ? 'text' : undefined;
}

/** A text that is a number becomes one. */
function isConverted([first]: readonly Token[], literal: Sort, type: string): boolean {
  if (literal !== 'text' || first?.type !== 'string') return false;
  const text = nameIn(first).replace(/^[ \t\n\v\f\r]+|[ \t\n\v\f\r]+$/g, '');
  if (!/^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/.test(text)) return false;
  return type !== 'BLOB' && (taken[type] ?? []).includes(sortOfNumber(text));
}

/** A number without a fraction is an integer as long as eight bytes hold it, however it is written. */
function sortOfNumber(text: string): Sort {
  const digits = text.replaceAll('_', '');
  if (/^-?0x/i.test(digits)) return 'integer';
  if (/^[+-]?\d+$/.test(digits)) return BigInt.asIntN(64, BigInt(digits)) === BigInt(digits) ? 'integer' : 'real';
  const value = Number(digits);
  return Number.isInteger(value) && Math.abs(value) < 2 ** 63 ? 'integer' : 'real';
}

function sortOf(tokens: readonly Token[], table: TableView): Sort {
  const [first, second] = tokens;
  if (!first) return undefined;
  if (tokens.length === 1) return sortOfColumn(first, table);
  const operators = outside(tokens).filter((token) => token.type === 'symbol');
  // A call is a name and what stands in parentheses; whatever else stands outside of them makes it something else.
  if (isSymbol(second, '(') && outside(tokens).length === 1) return sortOfCall(first, tokens);
  const isOnly = (...symbols: readonly string[]) =>
    operators.length > 0 && operators.every(({ text }) => symbols.includes(text)) && !outside(tokens).some(isKeyword);
  if (isOnly('||')) return 'text';
  return isOnly('+', '-', '*', '/', '%') ? 'number' : undefined;
}

function sortOfCall(name: Token, tokens: readonly Token[]): Sort {
  if (!isWord(name, 'CAST')) return functions.get(foldName(nameIn(name)));
  const [as, type] = tokens.slice(-3);
  return isWord(as, 'AS') && type ? sorts.get(nameIn(type).toUpperCase()) : undefined;
}

function sortOfColumn(token: Token, table: TableView): Sort {
  return sorts.get(table.columns.get(foldName(nameIn(token)))?.type ?? '');
}

/** The tokens that no parentheses enclose, without these. */
function outside(tokens: readonly Token[]): readonly Token[] {
  let depth = 0;
  return tokens.filter((token) => {
    if (isSymbol(token, '(')) depth++;
    else if (isSymbol(token, ')')) depth--;
    else return depth === 0;
    return false;
  });
}

const keywords = 'AND OR NOT IS IN LIKE GLOB REGEXP MATCH BETWEEN ISNULL NOTNULL CASE COLLATE'.split(' ');

function isKeyword(token: Token): boolean {
  return keywords.some((word) => isWord(token, word));
}

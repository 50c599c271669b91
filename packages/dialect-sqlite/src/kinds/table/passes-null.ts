import type { Token } from '@sync/core';
import { isSymbol, isWord, meaningful, nameIn } from '../../text/cursor.js';
import { foldName } from '../../text/names.js';
import type { TableView } from './view-of-table.js';

/** Operators and functions that give NULL as soon as one operand is NULL. */
const operators: ReadonlySet<string> = new Set('+ - * / % || = == <> != < <= > >= ~ & | << >>'.split(' '));
const words: ReadonlySet<string> = new Set(['LIKE', 'GLOB']);
const functions: ReadonlySet<string> = new Set('length lower upper trim ltrim rtrim abs round'.split(' '));

/** Whether a check is certain to hold for rows that have only NULL in these columns: a check that is NULL does. Where it cannot be told, it is not certain. */
export function passesNull(expression: string, empty: ReadonlySet<string>, table: TableView): boolean {
  return empty.size > 0 && isNeverFalse(meaningful(expression), (token) => isColumn(token, empty, table));
}

/** `absent`: one that is NULL; `other`: one of which nobody knows. */
type Sort = 'absent' | 'other' | undefined;
type Sorter = (token: Token | undefined) => Sort;

function isColumn(token: Token | undefined, empty: ReadonlySet<string>, table: TableView): Sort {
  if (token?.type !== 'word' && token?.type !== 'quoted') return undefined;
  const name = foldName(nameIn(token));
  return empty.has(name) ? 'absent' : table.columns.has(name) ? 'other' : undefined;
}

function isNeverFalse(tokens: readonly Token[], sort: Sorter): boolean {
  const either = split(tokens, 'OR');
  if (either.length > 1) return either.some((part) => isNeverFalse(part, sort));
  const both = split(tokens, 'AND');
  if (both.length > 1) return both.every((part) => isNeverFalse(part, sort));
  const inside = enclosed(tokens);
  return inside ? isNeverFalse(inside, sort) : isNull(tokens, sort);
}

function isNull(tokens: readonly Token[], sort: Sorter): boolean {
  if (isWord(tokens[0], 'NOT')) return isNull(tokens.slice(1), sort);
  const inside = enclosed(tokens);
  if (inside) return isNull(inside, sort);
  return isNullComparison(tokens, sort) || isNullTest(tokens, sort);
}

/** Nothing but operators that hand NULL on, and one column at least that is NULL. */
function isNullComparison(tokens: readonly Token[], sort: Sorter): boolean {
  const isHandedOn = tokens.every((token, i) => {
    if (token.type === 'string' || token.type === 'number') return true;
    if (token.type === 'symbol') return operators.has(token.text) || token.text === '(' || token.text === ')';
    if (isSymbol(tokens[i + 1], '(')) return token.type === 'word' && functions.has(foldName(token.text));
    return sort(token) !== undefined || (token.type === 'word' && words.has(token.text.toUpperCase()));
  });
  return isHandedOn && tokens.some((token, i) => sort(token) === 'absent' && !isSymbol(tokens[i + 1], '('));
}

/** `c BETWEEN …` and `c IN (…)`, with the column in front; IN with nothing in the list is false, whatever is in front. */
function isNullTest(tokens: readonly Token[], sort: Sorter): boolean {
  const [column, ...rest] = tokens;
  if (sort(column) !== 'absent') return false;
  const [test, ...operands] = isWord(rest[0], 'NOT') ? rest.slice(1) : rest;
  if (isWord(test, 'IN'))
    return (enclosed(operands) ?? []).length > 0 && operands.every((token) => isValue(token, sort));
  return (
    isWord(test, 'BETWEEN') &&
    operands.every((token) => isValue(token, sort) || isWord(token, 'AND')) &&
    operands.filter((token) => isWord(token, 'AND')).length === 1
  );
}

function isValue(token: Token, sort: Sorter): boolean {
  if (token.type === 'symbol') return ['(', ')', ',', '-', '+'].includes(token.text);
  return token.type === 'string' || token.type === 'number' || sort(token) !== undefined;
}

/** The parts between a word that no parentheses enclose; the AND of a BETWEEN parts nothing. */
function split(tokens: readonly Token[], word: string): readonly (readonly Token[])[] {
  const parts: Token[][] = [[]];
  let depth = 0;
  let between = 0;
  for (const token of tokens) {
    if (isSymbol(token, '(')) depth++;
    else if (isSymbol(token, ')')) depth--;
    else if (depth === 0 && isWord(token, 'BETWEEN')) between++;
    else if (depth === 0 && isWord(token, word) && !(word === 'AND' && between > 0)) {
      parts.push([]);
      continue;
    } else if (depth === 0 && isWord(token, 'AND')) between--;
    parts.at(-1)?.push(token);
  }
  return parts;
}

/** What one pair of parentheses around all of it encloses. */
function enclosed(tokens: readonly Token[]): readonly Token[] | undefined {
  if (!isSymbol(tokens[0], '(')) return undefined;
  let depth = 0;
  const end = tokens.findIndex((token) => {
    if (isSymbol(token, '(')) depth++;
    else if (isSymbol(token, ')')) depth--;
    return depth === 0;
  });
  return end === tokens.length - 1 ? tokens.slice(1, -1) : undefined;
}

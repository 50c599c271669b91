import type { Token } from '@sync/core';
import { Cursor, isSymbol, nameIn, splitAtCommas } from '../text/cursor.js';
import { layOut, type Piece } from '../text/layout.js';
import { foldName, quoteText } from '../text/names.js';

/** A virtual table as it was written. */
export interface RawVirtualTable {
  readonly module: string;
  /** Each in one form for all its spacings; what they mean is the module's affair. */
  readonly arguments: readonly string[];
  /** What stands between the parentheses. */
  readonly written: string;
}

/** Reads the text of a CREATE VIRTUAL TABLE that a server has accepted. */
export function readCreateVirtualTable(text: string): RawVirtualTable {
  const cursor = Cursor.over(text);
  cursor.expect('CREATE', 'VIRTUAL', 'TABLE');
  cursor.accept('IF', 'NOT', 'EXISTS');
  cursor.qualifiedName();
  cursor.expect('USING');
  const module = cursor.name();
  if (!cursor.seesSymbol('(')) return { module, arguments: [], written: '' };
  const start = (cursor.peek()?.start ?? 0) + 1;
  const tokens = cursor.group();
  const end = text.lastIndexOf(')');
  return {
    module,
    arguments: tokens.length === 0 ? [] : splitAtCommas(tokens).map((argument) => normaliseArgument(argument, module)),
    written: text.slice(start, end),
  };
}

/** One form for all spellings of an argument. The full-text modules take every kind of quotes, or none, round the value of an option; what others make of theirs is not known. */
export function normaliseArgument(argument: readonly Token[], module: string): string {
  const [key, equals, value, ...more] = argument;
  const isOption =
    key?.type === 'word' && isSymbol(equals, '=') && value && value.type !== 'symbol' && more.length === 0;
  if (!isOption || !/^fts[345]$/i.test(module)) return layOut(argument.map(piece));
  return `${foldName(key.text)} = ${quoteText(value.type === 'number' ? value.text : nameIn(value))}`;
}

function piece(token: Token): Piece {
  return { text: token.text, type: token.type === 'symbol' ? 'operator' : 'operand' };
}

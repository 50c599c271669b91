import type { Token } from '@sync/core';
import { Cursor, splitAtCommas } from '../text/cursor.js';
import { layOut, type Piece } from '../text/layout.js';

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
    arguments: tokens.length === 0 ? [] : splitAtCommas(tokens).map((argument) => layOut(argument.map(piece))),
    written: text.slice(start, end),
  };
}

function piece(token: Token): Piece {
  return { text: token.text, type: token.type === 'symbol' ? 'operator' : 'operand' };
}

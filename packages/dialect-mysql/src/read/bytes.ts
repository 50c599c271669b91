import { type Lexis, unquote } from '@sync/core';
import { unescapeExpression } from '../text/unescape.js';
import { elementsOf } from './elements.js';
import type { Rows } from './rows.js';

/** Whether a default of bytes may be longer than MySQL's information schema shows it, which ends at the first zero: `0xFF`, or `0x` alone. */
export function mayBeLonger({ type, value }: Rows['columns']): boolean {
  const length = Number(/^(?:var)?binary\((\d+)\)$/.exec(type)?.[1] ?? 0);
  return value !== null && /^0x/.test(value) && (value.length - 2) / 2 < length;
}

/** A column with its default of bytes whole, as the definition of its table shows it: `0xFF00`, or `'a\0b'` where the bytes are a text. */
export function withWholeBytes(row: Rows['columns'], definition: string | undefined, lexis: Lexis): Rows['columns'] {
  if (definition === undefined || !mayBeLonger(row)) return row;
  const shown = defaultIn(definition, row.name, lexis);
  if (!shown.startsWith("'")) return /^0x/.test(shown) ? { ...row, value: shown } : row;
  const bytes = Buffer.from(textOf(shown));
  return { ...row, value: `0x${bytes.toString('hex').toUpperCase()}` };
}

/** The default of a column as the definition of its table writes it; empty where there is none. */
export function defaultIn(definition: string, column: string, lexis: Lexis): string {
  const element = elementsOf(definition, lexis).find(
    ([name]) => name?.type === 'quoted' && unquote(name, lexis) === column,
  );
  const at = element?.findIndex(({ type, text }) => type === 'word' && text === 'DEFAULT') ?? -1;
  return at < 0 ? '' : (element?.[at + 1]?.text ?? '');
}

/** What a literal says. */
export function textOf(literal: string): string {
  return unescapeExpression(literal.slice(1, -1).replaceAll("''", "'"));
}

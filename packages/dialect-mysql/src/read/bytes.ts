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
  const column = elementsOf(definition, lexis).find(
    ([name]) => name?.type === 'quoted' && unquote(name, lexis) === row.name,
  );
  const at = column?.findIndex(({ type, text }) => type === 'word' && text === 'DEFAULT') ?? -1;
  const shown = column?.[at + 1]?.text ?? '';
  if (!shown.startsWith("'")) return /^0x/.test(shown) ? { ...row, value: shown } : row;
  const bytes = Buffer.from(unescapeExpression(shown.slice(1, -1).replaceAll("''", "'")));
  return { ...row, value: `0x${bytes.toString('hex').toUpperCase()}` };
}

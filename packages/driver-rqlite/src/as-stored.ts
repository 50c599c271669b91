import type { Result } from './answer.js';

/** Types of columns by whose names a node turns what is stored into something else: a time in another form, a flag. */
const turned = /^(?:timestamp|datetime|date|boolean)$/;

/** A query asked once more, for values as they are stored. */
export interface Again {
  readonly text: string;
  /** Puts the values in the place of the literals as which they came. */
  read(result: Result): Result;
}

/** The query once more; undefined where all values came as they are stored. What a function gives has no declared type, and a literal says what it is. */
export function askAgain(query: string, { columns = [], types = [], values = [] }: Result): Again | undefined {
  const isTurned = types.map((type) => turned.test(type));
  if (values.length === 0 || !isTurned.includes(true)) return undefined;
  const places = columns.map((_, i) => `c${i}`);
  const chosen = columns.map((column, i) => {
    const name = `"${column.replaceAll('"', '""')}"`;
    return isTurned[i] ? `quote(c${i}) AS ${name}` : `c${i} AS ${name}`;
  });
  return {
    text: `WITH found (${places.join(', ')}) AS (\n${query}\n)\nSELECT ${chosen.join(', ')} FROM found`,
    read: (result) => ({
      ...result,
      ...(result.values && {
        values: result.values.map((row) => row.map((value, i) => (isTurned[i] ? readLiteral(value) : value))),
      }),
    }),
  };
}

/** What `quote` wrote: https://sqlite.org/lang_corefunc.html#quote. */
function readLiteral(value: unknown): unknown {
  const text = String(value);
  if (text === 'NULL') return null;
  if (text.startsWith("'")) return text.slice(1, -1).replaceAll("''", "'");
  if (/^x'/i.test(text)) return [...Buffer.from(text.slice(2, -1), 'hex')];
  const number = Number(text);
  return /^-?\d+$/.test(text) && !Number.isSafeInteger(number) ? BigInt(text) : number;
}

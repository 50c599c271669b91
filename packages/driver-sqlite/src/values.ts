import { meaningful } from '@sync/dialect-sqlite';

/** What SQLite is given for a value: whole numbers as INTEGER, which better-sqlite3 would make REAL; flags as 1 and 0. */
function toNative(value: unknown): unknown {
  if (typeof value === 'number') return Number.isSafeInteger(value) && !Object.is(value, -0) ? BigInt(value) : value;
  if (typeof value === 'boolean') return value ? 1n : 0n;
  return value ?? null;
}

/** What callers get for a value: a number wherever it is exact, a bigint beyond that. */
export function fromNative(row: Record<string, unknown>): Record<string, unknown> {
  for (const key in row) {
    const value = row[key];
    if (typeof value !== 'bigint') continue;
    const number = Number(value);
    if (Number.isSafeInteger(number)) row[key] = number;
  }
  return row;
}

/** The arguments that bind values to a statement: better-sqlite3 takes `?` by position, and `?1` by the name `1`. */
export function bindings(text: string, params: readonly unknown[]): readonly unknown[] {
  if (params.length === 0) return [];
  const values = params.map(toNative);
  return isNumbered(text) ? [Object.fromEntries(values.map((value, i) => [i + 1, value]))] : values;
}

function isNumbered(text: string): boolean {
  const tokens = meaningful(text);
  return tokens.some((token, i) => {
    const next = tokens[i + 1];
    return token.text === '?' && next?.type === 'number' && next.start === token.start + 1;
  });
}

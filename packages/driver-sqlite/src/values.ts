/** What SQLite is given for a value: whole numbers as INTEGER, which better-sqlite3 would make REAL; flags as 1 and 0. */
export function toNative(value: unknown): unknown {
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

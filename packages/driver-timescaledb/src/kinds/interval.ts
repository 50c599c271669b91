const units = [
  ['days', 86_400_000_000n],
  ['hours', 3_600_000_000n],
  ['minutes', 60_000_000n],
  ['seconds', 1_000_000n],
] as const;

/** How long a chunk is: words for a time, a number for what counts by itself. The extension keeps a time in microseconds. */
export function spanOf(length: string, isInteger: boolean): string | number {
  if (isInteger) return Number(length);
  const micros = BigInt(length);
  for (const [unit, size] of units) if (micros % size === 0n) return `${micros / size} ${unit}`;
  return `${micros} microseconds`;
}

/** The same as SQL. */
export function writeSpan(span: string | number, literal: (value: string) => string): string {
  return typeof span === 'number' ? String(span) : `INTERVAL ${literal(span)}`;
}

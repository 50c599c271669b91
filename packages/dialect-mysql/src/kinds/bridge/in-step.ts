import type { ColumnSpec } from '../table/spec.js';
import { partsOf } from '../table/type-fit.js';

/** Whether a column holds a value, as SQL, to the letter: collations take other letters for the same. What columns round is rounded before. */
export function isHeld(name: string, value: string, column: ColumnSpec): string {
  return `${bare(name, column)} <=> ${bare(rounded(value, column), column)}`;
}

/** The bytes of a text, in whatever characters it is written. */
function bare(value: string, { charset }: ColumnSpec): string {
  return charset === undefined || charset === 'binary' ? value : `CAST(CONVERT(${value} USING utf8mb4) AS BINARY)`;
}

function rounded(value: string, { type }: ColumnSpec): string {
  const { name, list } = partsOf(type);
  if (/int$/.test(name)) return `CAST(${value} AS DECIMAL(65))`;
  if (name === 'decimal') return `CAST(${value} AS DECIMAL(65,${list.split(',')[1] ?? 0}))`;
  if (name === 'date' || name === 'json') return `CAST(${value} AS ${name.toUpperCase()})`;
  if (name === 'datetime' || name === 'timestamp') return `CAST(${value} AS DATETIME(${list || 0}))`;
  return name === 'time' ? `CAST(${value} AS TIME(${list || 0}))` : value;
}

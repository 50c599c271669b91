/** How SQLite treats the values of a column: https://sqlite.org/datatype3.html#determination_of_column_affinity. */
export type Affinity = 'INTEGER' | 'TEXT' | 'BLOB' | 'REAL' | 'NUMERIC';

/** The affinity of a declared type in upper case. */
export function affinityOf(type: string, strict: boolean): Affinity {
  if (strict && type === 'ANY') return 'BLOB';
  if (type.includes('INT')) return 'INTEGER';
  if (/CHAR|CLOB|TEXT/.test(type)) return 'TEXT';
  if (type === '' || type.includes('BLOB')) return 'BLOB';
  if (/REAL|FLOA|DOUB/.test(type)) return 'REAL';
  return 'NUMERIC';
}

/** From each affinity, the ones that can change a value for good: `'007'` becomes 7, a large integer loses digits. */
const lossy: Readonly<Record<Affinity, readonly Affinity[]>> = {
  TEXT: ['INTEGER', 'REAL', 'NUMERIC'],
  BLOB: ['INTEGER', 'REAL', 'NUMERIC', 'TEXT'],
  INTEGER: ['REAL'],
  NUMERIC: ['REAL', 'TEXT'],
  REAL: ['TEXT'],
};

/** Whether values can come out of this conversion different from what the way back would give. */
export function isLossy(from: Affinity, to: Affinity): boolean {
  return lossy[from].includes(to);
}

/** How SQLite treats the values of a column: https://sqlite.org/datatype3.html#determination_of_column_affinity. */
export type Affinity = 'INTEGER' | 'TEXT' | 'BLOB' | 'REAL' | 'NUMERIC';

/** A declared type in upper case, and whether the table is STRICT, which changes what ANY means and what a column can hold. */
export interface DeclaredType {
  readonly type: string;
  readonly strict: boolean;
}

/** The affinity of a declared type. */
function affinityOf({ type, strict }: DeclaredType): Affinity {
  if (strict && type === 'ANY') return 'BLOB';
  if (type.includes('INT')) return 'INTEGER';
  if (/CHAR|CLOB|TEXT/.test(type)) return 'TEXT';
  if (type === '' || type.includes('BLOB')) return 'BLOB';
  if (/REAL|FLOA|DOUB/.test(type)) return 'REAL';
  return 'NUMERIC';
}

/**
 * From each affinity, the ones that can change a value for good: `'007'` becomes 7, a large integer loses digits as REAL, and a fraction, which a column of
 * integers can hold, loses some as TEXT before SQLite 3.53.
 */
const lossy: Readonly<Record<Affinity, readonly Affinity[]>> = {
  TEXT: ['INTEGER', 'REAL', 'NUMERIC'],
  BLOB: ['INTEGER', 'REAL', 'NUMERIC', 'TEXT'],
  INTEGER: ['REAL', 'TEXT'],
  NUMERIC: ['REAL', 'TEXT'],
  REAL: ['TEXT'],
};

/** The same for what a STRICT table holds nothing else of. */
const lossyFromStrict: Readonly<Record<string, readonly Affinity[]>> = { BLOB: [], INT: ['REAL'], INTEGER: ['REAL'] };

/** Whether values can come out of this conversion different from what the way back would give. */
export function isLossy(from: DeclaredType, to: DeclaredType): boolean {
  const changed = (from.strict ? lossyFromStrict[from.type] : undefined) ?? lossy[affinityOf(from)];
  return changed.includes(affinityOf(to));
}

/** Whether values come out of this conversion that are the same and are written in another way: 1.0 becomes 1. */
export function writesOtherwise(from: DeclaredType, to: DeclaredType): boolean {
  return affinityOf(from) === 'REAL' && ['INTEGER', 'NUMERIC'].includes(affinityOf(to));
}

/** What a lossy conversion does to stored values. */
export interface Conversion {
  /** By example. */
  readonly words: string;
  /** The condition that holds for the values of a column that it changes. */
  changes(column: string): string;
}

const numberTexts = (column: string) => `typeof(${column}) = 'text' AND ${column} = CAST(${column} AS NUMERIC)`;
const largeIntegers = (column: string) => `typeof(${column}) = 'integer' AND ${column} <> CAST(${column} AS REAL)`;

/** Tells what the conversion from one declared type to another does. */
export function conversionBetween(from: DeclaredType, to: DeclaredType): Conversion {
  const affinity = affinityOf(to);
  if (affinity === 'TEXT') {
    return {
      words: "7 becomes '7', 1.5 becomes '1.5'",
      changes: (column) => `typeof(${column}) IN ('integer', 'real')`,
    };
  }
  const others = to.strict ? "'abc' is refused" : "'abc' stays";
  if (affinity !== 'REAL') return { words: `'7' and '007' become 7, ${others}`, changes: numberTexts };
  const large = 'integers beyond 2^53 lose digits';
  switch (affinityOf(from)) {
    case 'TEXT':
      return { words: `'7' and '007' become 7.0, ${others}`, changes: numberTexts };
    case 'BLOB':
      return {
        words: `'7' and '007' become 7.0, ${others}, ${large}`,
        changes: (column) => `(${numberTexts(column)}) OR (${largeIntegers(column)})`,
      };
    default:
      return { words: large, changes: largeIntegers };
  }
}

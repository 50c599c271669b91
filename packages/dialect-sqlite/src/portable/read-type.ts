import { type Bound, type Mark, type PortableType, typeOfRange } from '@sync/core';

/** Engines that are built on SQLite. */
export const family = 'sqlite';

/** What a type is in terms of no engine, and what becomes of it on the way. */
export interface ReadType extends Mark {
  readonly type: PortableType;
}

/** What is asked of a column beside its type. */
export interface TypeFacts {
  readonly bound: Bound | undefined;
  readonly ignoresCase: boolean;
  /** Its table is STRICT: a value of another storage class is refused. */
  readonly strict: boolean;
}

const lossless = (type: PortableType): ReadType => ({ type, carriage: 'lossless' });

/** SQLite itself takes any value for most types: those that are there have to be looked at. */
function unless(isKept: boolean, type: PortableType): ReadType {
  return isKept ? lossless(type) : { type, carriage: 'values', reason: 'SQLite lets other values in' };
}

/** Words that a declared type may be, beyond those of which only a part counts. */
const words: Readonly<Record<string, PortableType>> = {
  BOOLEAN: { base: 'boolean' },
  BOOL: { base: 'boolean' },
  DATE: { base: 'date' },
  UUID: { base: 'uuid' },
  UUID_TEXT: { base: 'uuid' },
  JSON: { base: 'json' },
  JSONB: { base: 'json' },
  JSON_TEXT: { base: 'json' },
  FLOAT: { base: 'float', bits: 32 },
};

const clocks: Readonly<Record<string, 'time' | 'datetime' | 'moment'>> = {
  TIME: 'time',
  DATETIME: 'datetime',
  TIMESTAMP: 'datetime',
  TIMESTAMPTZ: 'moment',
};

/** Reads a declared type, with what a check beside it keeps. https://sqlite.org/datatype3.html */
export function readType(declared: string, facts: TypeFacts): ReadType {
  const { bound, strict } = facts;
  const [, word = declared, inside] = /^([^(]*?)\s*(?:\(([\d, ]+)\))?$/.exec(declared) ?? [];
  const [first, second] = inside?.split(',').map(Number) ?? [];
  const clock = clocks[word];
  const known = words[word];
  if (clock) return unless(false, { base: clock, precision: first ?? 6 });
  if (known) return unless(bound !== undefined, known);
  if (/^(?:DECIMAL|NUMERIC)/.test(word)) {
    const size = first === undefined ? {} : { precision: first, scale: second ?? 0 };
    return unless(false, { base: 'decimal', ...size });
  }
  if (word === 'ENUM_TEXT' && bound && 'values' in bound)
    return lossless({ base: 'enum', labels: bound.values.flatMap((each) => ('text' in each ? [each.text] : [])) });
  if (word.includes('INT')) return integer(facts);
  if (/CHAR|CLOB|TEXT/.test(word)) return text(word, first, facts);
  if (word.includes('BLOB')) return bytes(facts);
  if (/REAL|FLOA|DOUB/.test(word)) return unless(strict, { base: 'float', bits: 64 });
  if (declared === '') return lossless({ base: 'native', name: 'column without a type' });
  // What is built on SQLite takes whatever is declared, as it does.
  return lossless({ base: 'native', name: declared, family });
}

function integer({ bound, strict }: TypeFacts): ReadType {
  if (!bound || !('range' in bound)) return unless(strict, { base: 'integer', bits: 64 });
  return lossless(typeOfRange(bound.range) ?? { base: 'integer', bits: 64, unsigned: true });
}

function text(word: string, first: number | undefined, { bound, ignoresCase, strict }: TypeFacts): ReadType {
  const how = ignoresCase ? { ignoresCase: true as const } : {};
  const length = bound && 'most' in bound ? bound.most : first;
  if (length === undefined) return unless(strict, { base: 'text', ...how });
  const isFixed = /^(?:N|NATIVE )?CHAR(?:ACTER)?$/.test(word);
  return unless(bound !== undefined, { base: 'text', length, ...(isFixed && { fixed: true as const }), ...how });
}

function bytes({ bound, strict }: TypeFacts): ReadType {
  if (bound && 'most' in bound) return lossless({ base: 'bytes', length: bound.most });
  if (bound && 'exactly' in bound) return lossless({ base: 'bytes', length: bound.exactly, fixed: true });
  return unless(strict, { base: 'bytes' });
}

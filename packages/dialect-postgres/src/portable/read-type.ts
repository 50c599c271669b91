import { type Bound, type Mark, type PortableType, typeOfRange } from '@sync/core';
import { elementOf, family, isBuiltIn } from './native-type.js';

/** What a type is in terms of no engine, and what becomes of it on the way. */
export interface ReadType extends Mark {
  readonly type: PortableType;
}

const lossless = (type: PortableType): ReadType => ({ type, carriage: 'lossless' });

const simple: Readonly<Record<string, PortableType>> = {
  boolean: { base: 'boolean' },
  smallint: { base: 'integer', bits: 16 },
  integer: { base: 'integer', bits: 32 },
  bigint: { base: 'integer', bits: 64 },
  numeric: { base: 'decimal' },
  real: { base: 'float', bits: 32 },
  'double precision': { base: 'float', bits: 64 },
  text: { base: 'text' },
  'character varying': { base: 'text' },
  bytea: { base: 'bytes' },
  uuid: { base: 'uuid' },
  date: { base: 'date' },
  interval: { base: 'interval' },
  jsonb: { base: 'json' },
  json: { base: 'json' },
};

const clocks: Readonly<Record<string, 'time' | 'datetime' | 'moment'>> = {
  'time without time zone': 'time',
  'timestamp without time zone': 'datetime',
  'timestamp with time zone': 'moment',
};

/** Reads a type as the server prints it, with what a check beside it keeps. */
export function readType(printed: string, labels: readonly string[] | undefined, bound: Bound | undefined): ReadType {
  if (labels) return lossless({ base: 'enum', labels });
  if (elementOf(printed) !== undefined) return unknown(printed);
  const [, word = printed, inside, rest = ''] = /^([^(]+)\(([\d,]+)\)(.*)$/.exec(printed) ?? [];
  const numbers = inside?.split(',').map(Number) ?? [];
  const [first, second = 0] = numbers;
  if (first === undefined) {
    const type = clocks[printed] ? { base: clocks[printed], precision: 6 } : simple[printed];
    return type ? within(type, bound) : unknown(printed);
  }
  const clock = clocks[`${word}${rest}`];
  if (clock) return lossless({ base: clock, precision: first });
  switch (word) {
    case 'numeric':
      return within({ base: 'decimal', precision: first, scale: second }, bound);
    case 'character varying':
      return lossless({ base: 'text', length: first });
    case 'character':
      return lossless({ base: 'text', length: first, fixed: true });
    default:
      return unknown(printed);
  }
}

/** A type that is kept narrower than it is. */
function within(type: PortableType, bound: Bound | undefined): ReadType {
  if (!bound) return lossless(type);
  if ('range' in bound) {
    // What counts is kept in 64 bits of which one is the sign.
    const integer = typeOfRange(bound.range) ?? { base: 'integer', bits: 64, unsigned: true };
    return lossless(integer);
  }
  if (type.base === 'bytes' && 'most' in bound) return lossless({ ...type, length: bound.most });
  if (type.base === 'bytes' && 'exactly' in bound) return lossless({ ...type, length: bound.exactly, fixed: true });
  return lossless(type);
}

function unknown(name: string): ReadType {
  return lossless({ base: 'native', name, ...(isOfFamily(name) && { family }) });
}

/** Whether whoever reads PostgreSQL's words may know it: what is not of the schema itself, or of an extension. */
function isOfFamily(name: string): boolean {
  const element = elementOf(name);
  if (element === undefined) return isBuiltIn(name);
  const { type } = readType(element, undefined, undefined);
  return type.base !== 'native' || type.family === family;
}

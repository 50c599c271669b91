import { type Bound, type Mark, type PortableType, tokenizeMeaning } from '@sync/core';
import type { Flavour } from '../flavour.js';
import { holdsDocuments } from '../kinds/table/json-text.js';
import type { ColumnSpec } from '../kinds/table/spec.js';
import { lexisWith } from '../lexis.js';
import { readingIn } from './expressions.js';

/** Servers that read MySQL's words for types. */
export const family = 'mysql';

/** What a type is in terms of no engine, and what becomes of it on the way. */
export interface ReadType extends Mark {
  readonly type: PortableType;
}

const lossless = (type: PortableType): ReadType => ({ type, carriage: 'lossless' });

const bits: Readonly<Record<string, 8 | 16 | 24 | 32 | 64>> = {
  tinyint: 8,
  smallint: 16,
  mediumint: 24,
  int: 32,
  bigint: 64,
};

const clocks: Readonly<Record<string, 'time' | 'datetime' | 'moment'>> = {
  time: 'time',
  datetime: 'datetime',
  timestamp: 'moment',
};

/** Reads a type as the server prints it, with what a check beside it keeps. */
export function readType(column: ColumnSpec, bound: Bound | undefined, flavour: Flavour): ReadType {
  const { type: printed } = column;
  const [, word = printed, inside = '', rest = ''] = /^(\w+)(?:\((.*)\))?(.*)$/s.exec(printed) ?? [];
  const [first, second] = /^[\d,]+$/.test(inside) ? inside.split(',').map(Number) : [];
  const unsigned = rest.includes('unsigned') ? { unsigned: true as const } : {};
  const clock = clocks[word];
  const size = bits[word];
  if (word === 'tinyint' && first === 1 && !unsigned.unsigned) {
    if (bound) return lossless({ base: 'boolean' });
    return { type: { base: 'boolean' }, carriage: 'values', reason: 'it may hold other numbers than 0 and 1' };
  }
  if (size !== undefined) return lossless({ base: 'integer', bits: size, ...unsigned });
  if (clock) return lossless({ base: clock, precision: first ?? 0 });
  if (holdsDocuments(column)) return lossless({ base: 'json' });
  const text = textType(word, first, column, flavour);
  if (text) return text;
  switch (word) {
    case 'decimal':
      return lossless({ base: 'decimal', precision: first ?? 10, scale: second ?? 0 });
    case 'float':
    case 'double':
      return lossless({ base: 'float', bits: word === 'float' ? 32 : 64 });
    case 'binary':
      if (bound && first === 16) return lossless({ base: 'uuid' });
      return lossless({ base: 'bytes', length: first ?? 1, fixed: true });
    case 'varbinary':
      return lossless({ base: 'bytes', length: first ?? 1 });
    case 'uuid':
    case 'date':
    case 'json':
      return lossless({ base: word });
    case 'year':
      return { type: { base: 'integer', bits: 16 }, carriage: 'widened', reason: 'a year becomes a number' };
    case 'enum':
      return lossless({ base: 'enum', labels: labelsIn(inside, flavour) });
    default:
      return lossless({ base: 'native', name: printed, ...(isOfFamily(word, column) && { family }) });
  }
}

/** What a reference system of MySQL's is called, only MySQL knows. */
function isOfFamily(word: string, { srid }: ColumnSpec): boolean {
  return (
    srid === undefined &&
    /^(?:set|bit|geometry|(?:multi)?(?:point|linestring|polygon)|geom(?:etry)?collection)$/.test(word)
  );
}

function textType(
  word: string,
  length: number | undefined,
  { collation = '' }: ColumnSpec,
  { exactCollation }: Flavour,
): ReadType | undefined {
  const isExact = collation === exactCollation || collation.endsWith('_bin');
  const how = isExact ? {} : { ignoresCase: true as const };
  switch (word) {
    case 'varchar':
    case 'char':
      return lossless({ base: 'text', length: length ?? 1, ...(word === 'char' && { fixed: true }), ...how });
    case 'tinytext':
    case 'text':
    case 'mediumtext':
      return { type: { base: 'text', ...how }, carriage: 'widened', reason: 'it may be longer' };
    case 'longtext':
      return lossless({ base: 'text', ...how });
    case 'tinyblob':
    case 'blob':
    case 'mediumblob':
      return { type: { base: 'bytes' }, carriage: 'widened', reason: 'it may be longer' };
    case 'longblob':
      return lossless({ base: 'bytes' });
    default:
      return undefined;
  }
}

function labelsIn(list: string, { executedComments }: Flavour): readonly string[] {
  const { lexis, text } = readingIn(lexisWith(executedComments));
  return tokenizeMeaning(list, lexis).flatMap((token) => (token.type === 'string' ? [text(token.text)] : []));
}

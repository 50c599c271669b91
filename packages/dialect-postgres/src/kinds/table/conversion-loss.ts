import { isText } from './type-cast.js';
import { readType } from './type-change.js';

const integers = new Set(['smallint', 'integer', 'bigint']);
const fractions = new Set(['numeric', 'real', 'double precision']);
const timed = /^(time|timestamp|interval)/;

/** What becomes of stored values that are converted from one type to another, as the end of a sentence: only what the server is known to do is said for certain. */
export function conversionLoss(from: string, to: string): string {
  const isList = from.endsWith('[]') && to.endsWith('[]');
  if (!isList && (from.endsWith('[]') || to.endsWith('[]'))) return unknown;
  const [before, after] = isList ? [from.slice(0, -2), to.slice(0, -2)] : [from, to];
  const [old, next] = [readType(before), readType(after)];
  const [limit, scale = 0] = next.numbers;
  if (next.base === 'character varying' || next.base === 'character') {
    if (limit === undefined) return unknown;
    return `fails where a stored value is longer${isText(before) ? ', but for blanks at its end, which are cut' : ''}`;
  }
  if (next.base === 'bit varying' && limit !== undefined) return 'fails where a stored value is longer';
  if (next.base === 'bit') return lossOfBits(old.base, old.numbers[0], limit ?? 1);
  if (isText(before)) {
    const fails = `fails where one is no ${after}`;
    return after === 'json' || after === 'xml'
      ? `reads stored values as ${after}, and ${fails}`
      : `reads stored values as ${after}: how they are written is not kept, and it ${fails}`;
  }
  if (old.base === 'json' && next.base === 'jsonb') {
    return 'keeps no order of keys in stored values, no key that comes twice and no blanks, and fails where one holds \\u0000 or a number that is too large';
  }
  if (next.base === 'numeric' && limit !== undefined && (fractions.has(old.base) || integers.has(old.base))) {
    return `rounds stored values to ${digits(scale)} after the point, and fails where one is too large`;
  }
  if (integers.has(next.base) && fractions.has(old.base)) {
    return 'rounds stored values to whole numbers, and fails where one is too large';
  }
  if (timed.test(next.base) && next.base === old.base && limit !== undefined) {
    return `rounds stored values to ${digits(limit)} of a second`;
  }
  if (next.base === 'date' && /^timestamp/.test(old.base)) return 'takes the time of day from stored values';
  return zones[`${old.base} → ${next.base}`] ?? unknown;
}

/** What a zone does to times is the session's to say, and its TimeZone is the role's, the database's or the server's where nobody sets it. */
const zones: Readonly<Record<string, string>> = {
  'timestamp without time zone → timestamp with time zone':
    'takes stored values for moments in the TimeZone of the session that does it, which is not UTC unless somebody has set that',
  'timestamp with time zone → timestamp without time zone':
    'keeps of stored values what a clock shows in the TimeZone of the session that does it, which is not UTC unless somebody has set that',
  'time without time zone → time with time zone': 'gives stored values the zone of the session that does it',
  'time with time zone → time without time zone': 'takes the zone from stored values',
};

const unknown = 'may cut, round or refuse stored values';

function digits(count: number): string {
  return count === 1 ? '1 digit' : `${count} digits`;
}

function lossOfBits(base: string, length: number | undefined, limit: number): string {
  if (integers.has(base)) return `keeps the last ${limit} bits of stored values`;
  if (base === 'bit' && limit > (length ?? 1)) return `fills stored values up with zeros to ${limit} bits`;
  return `fails where a stored value is not exactly ${limit} ${limit === 1 ? 'bit' : 'bits'} long`;
}

import { expect, test } from 'vitest';
import { conversionLoss } from '../src/kinds/table/conversion-loss.js';

test.each([
  [
    'character varying(10)',
    'character varying(5)',
    'fails where a stored value is longer, but for blanks at its end, which are cut',
  ],
  ['text[]', 'character(5)[]', 'fails where a stored value is longer, but for blanks at its end, which are cut'],
  ['integer', 'character varying(5)', 'fails where a stored value is longer'],
  ['bit varying(8)', 'bit varying(4)', 'fails where a stored value is longer'],
  ['bit(8)', 'bit(1)', 'fails where a stored value is not exactly 1 bit long'],
  ['bit(4)', 'bit(8)', 'fills stored values up with zeros to 8 bits'],
  ['integer', 'bit(4)', 'keeps the last 4 bits of stored values'],
  ['numeric(8,3)', 'numeric(8,1)', 'rounds stored values to 1 digit after the point, and fails where one is too large'],
  ['double precision', 'integer', 'rounds stored values to whole numbers, and fails where one is too large'],
  ['timestamp(6) with time zone', 'timestamp(0) with time zone', 'rounds stored values to 0 digits of a second'],
  ['timestamp without time zone', 'date', 'takes the time of day from stored values'],
  [
    'timestamp(3) without time zone',
    'timestamp(3) with time zone',
    'takes stored values for moments in the TimeZone of the session that does it, which is not UTC unless somebody has set that',
  ],
  [
    'timestamp with time zone[]',
    'timestamp without time zone[]',
    'keeps of stored values what a clock shows in the TimeZone of the session that does it, which is not UTC unless somebody has set that',
  ],
  ['time with time zone', 'time without time zone', 'takes the zone from stored values'],
  [
    'text',
    'integer',
    'reads stored values as integer: how they are written is not kept, and it fails where one is no integer',
  ],
  [
    'json',
    'jsonb',
    'keeps no order of keys in stored values, no key that comes twice and no blanks, and fails where one holds \\u0000 or a number that is too large',
  ],
  ['text', 'json', 'reads stored values as json, and fails where one is no json'],
  ['integer[]', 'integer', 'may cut, round or refuse stored values'],
  ['inet', 'cidr', 'may cut, round or refuse stored values'],
])('%s to %s %s', (from, to, expected) => {
  expect(conversionLoss(from, to)).toBe(expected);
});

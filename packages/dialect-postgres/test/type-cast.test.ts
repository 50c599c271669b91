import { expect, test } from 'vitest';
import { castTo } from '../src/kinds/table/type-cast.js';

test.each([
  ['integer', 'bigint', false, 'a::bigint'],
  ['integer', 'uuid', false, undefined],
  ['oid', 'bigint', false, 'a::bigint'],
  ['oid', 'date', false, undefined],
  ['date', 'oid', false, undefined],
  ['date', 'time without time zone', false, undefined],
  ['timestamp without time zone', 'time(3) without time zone', false, 'a::time(3) without time zone'],
  ['uuid', 'character varying(36)', false, 'a::character varying'],
  ['text', 'character(3)', false, 'a::bpchar'],
  ['text', 'bit(3)', false, 'a::bit varying'],
  ['integer', 'bit(3)', false, 'a::bit(3)'],
  ['bit(8)', 'bit(4)', false, 'a::bit varying'],
  ['bit(4)', 'bit(8)', false, 'a::bit(8)'],
  ['bit(4)[]', 'bit(8)[]', false, 'a::bit(8)[]'],
  ['character varying(9)[]', 'character varying(3)[]', false, 'a::character varying[]'],
  ['text', 'uuid', false, 'a::uuid'],
  ['public.one', 'public.other', true, 'a::text::public.other'],
  ['public.one[]', 'public.other[]', true, 'a::text[]::public.other[]'],
  ['integer[]', 'uuid[]', false, undefined],
  ['integer', 'bigint[]', false, 'CASE WHEN a IS NOT NULL THEN ARRAY[a::bigint] END'],
  ['integer', 'uuid[]', false, undefined],
  ['bigint[]', 'integer', false, 'a[1]::integer'],
  ['text', 'integer[]', false, 'a::integer[]'],
  ['integer[]', 'text', false, 'a::text'],
  ['public.geometry', 'integer', false, 'a::integer'],
  ['int4range', 'int8range', false, undefined],
  ['int4range', 'int4multirange', false, 'a::int4multirange'],
  ['xid', 'bigint', false, undefined],
  ['box', 'polygon', false, 'a::polygon'],
  ['lseg', 'point', false, 'a::point'],
  ['point', 'lseg', false, undefined],
])('%s as %s', (from, to, viaText, expected) => {
  expect(castTo('a', from, to, viaText)).toBe(expected);
});

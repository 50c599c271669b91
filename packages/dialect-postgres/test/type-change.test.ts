import { expect, test } from 'vitest';
import { typeChange } from '../src/kinds/table/type-change.js';

test.each([
  ['character varying(10)', 'character varying(20)', 'free'],
  ['character varying(10)', 'character varying', 'free'],
  ['character varying(10)', 'text', 'free'],
  ['numeric(8,2)', 'numeric(10,2)', 'free'],
  ['numeric(8,2)', 'numeric', 'free'],
  ['numeric(8,2)', 'numeric(10,3)', 'rewrite'],
  ['numeric(8,2)', 'numeric(8,3)', 'checked'],
  ['numeric', 'numeric(8,2)', 'lossy'],
  ['integer', 'bigint', 'rewrite'],
  ['integer', 'numeric(3,0)', 'checked'],
  ['bigint', 'integer', 'checked'],
  ['bigint', 'real', 'lossy'],
  ['numeric(8,2)', 'numeric(8,1)', 'lossy'],
  ['double precision', 'integer', 'lossy'],
  ['json', 'jsonb', 'lossy'],
  ['jsonb', 'json', 'rewrite'],
  ['json[]', 'jsonb[]', 'lossy'],
  ['date', 'timestamp without time zone', 'checked'],
  ['date', 'timestamp(0) without time zone', 'lossy'],
  ['public.mood', 'text', 'rewrite'],
  ['text', 'character varying(10)', 'lossy'],
  ['character varying(20)', 'character varying(10)', 'lossy'],
  ['timestamp(3) without time zone', 'timestamp(6) without time zone', 'free'],
  ['integer[]', 'bigint[]', 'rewrite'],
  ['integer[]', 'smallint[]', 'checked'],
  ['character varying(3)[]', 'character varying[]', 'free'],
  ['character varying(3)[]', 'character varying(5)[]', 'rewrite'],
  ['integer', 'bigint[]', 'rewrite'],
  ['integer[]', 'integer', 'lossy'],
  ['timestamp without time zone', 'timestamp with time zone', 'lossy'],
])('%s to %s is %s', (from, to, expected) => {
  expect(typeChange(from, to)).toBe(expected);
});

import { type Address, type Rename, schemaObject } from '@sync/core';
import { expect, test } from 'vitest';
import { isFollowedText } from '../src/text/is-followed.js';

const at = (text: string) => text as Address;
const renames: readonly Rename[] = [
  { of: 'object', from: at('table:t'), to: at('table:u'), name: 'u' },
  { of: 'member', object: at('table:u'), from: 'a', to: 'b' },
  { of: 'member', object: at('table:o'), from: 'from', to: 'c' },
];
const view = schemaObject({
  kind: 'view',
  address: at('view:v'),
  name: 'v',
  spec: {},
  needs: [at('table:u'), at('table:o')],
});

test.each([
  ['SELECT id FROM public.t', 'SELECT id FROM public.u', true],
  ['SELECT a FROM public.t', 'SELECT b AS a FROM public.u', true],
  ['SELECT a AS b FROM public.t', 'SELECT b FROM public.u', true],
  ['SELECT a FROM public.t', 'SELECT b FROM public.u', true],
  ['SELECT a FROM public.t', 'SELECT a FROM public.u', false],
  ['SELECT a FROM public.t', 'SELECT id FROM public.u', false],
  ['SELECT t_1.a FROM public.t t_1', 'SELECT u_1.b AS a FROM public.u u_1', true],
  ['SELECT x.a, o."from" FROM public.t x, public.o', 'SELECT x.b AS a, o.c AS "from" FROM public.u x, public.o', true],
  ['SELECT x.a FROM public.t, public.o x', 'SELECT x.b AS a FROM public.u, public.o x', false],
  ["SELECT 'a'::text AS a FROM public.t", "SELECT 'a'::text AS a FROM public.u", true],
])('%s as %s: %s', (before, after, expected) => {
  expect(isFollowedText(before, after, view, renames)).toBe(expected);
});

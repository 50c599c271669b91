import { expect, test } from 'vitest';
import { movedColumns } from '../src/kinds/table/moved-columns.js';

test.each([
  ['a b c', 'a b c', ''],
  ['a b c', 'c a b', 'c'],
  ['a b c', 'b c a', 'a'],
  ['a b c d e', 'e a c b d', 'b e'],
  ['a b c', 'c b a', 'a b'],
  ['a b', 'x b y a', 'b'],
  ['a b c', 'b', ''],
])('of %s, to stand as %s, those move: %s', (from, to, expected) => {
  const moved = movedColumns(from.split(' '), to.split(' '));
  expect(moved.size).toBe(expected.split(' ').filter(Boolean).length);
  const staying = to.split(' ').filter((name) => from.includes(name) && !moved.has(name));
  expect(staying).toEqual(from.split(' ').filter((name) => staying.includes(name)));
});

import { address } from '@sync/core';
import { expect, test } from 'vitest';
import { wayBack } from '../src/runtime/way-back.js';

const step = (renames: Readonly<Record<string, string>>, ...had: readonly string[]) => ({
  renames: Object.entries(renames).map(([from, to]) => ({ from: from.split('.'), to: to.split('.') })),
  had: new Set(had.map((name) => address('table', name))),
});
const told = (...steps: readonly ReturnType<typeof step>[]) =>
  Object.fromEntries(wayBack(steps).map(({ from, to }) => [from.join('.'), to.join('.')]));

test('what was renamed several times has one way back, columns with their tables', () => {
  expect(told(step({ b: 'c', 'b.v': 'c.w' }, 'c'), step({ a: 'b' }, 'b'))).toEqual({ c: 'a', 'c.w': 'a.v' });
  expect(told(step({ b: 'c' }, 'c'), step({ 'b.u': 'b.v' }, 'b'), step({ a: 'b' }, 'b'))).toEqual({
    c: 'a',
    'c.v': 'a.u',
  });
  expect(told(step({ 'c.w': 'c.v' }, 'c'), step({ b: 'c', 'b.v': 'c.w' }, 'c'))).toEqual({ c: 'b' });
});

test('what was renamed there and back is called as it was, and names that traded places trade them again', () => {
  expect(told(step({ b: 'a' }, 'a'), step({ a: 'b' }, 'b'))).toEqual({});
  expect(told(step({ a: 'b', b: 'a' }, 'a', 'b'))).toEqual({ a: 'b', b: 'a' });
});

test('what was dropped and made anew under its name is something else', () => {
  expect(told(step({}, 'b'), step({}), step({ a: 'b' }, 'b'))).toEqual({});
});

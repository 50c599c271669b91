import { expect, test } from 'vitest';
import { type FactRow, landscape, readSince } from '../src/effects/landscape.js';

const row = (id: string, state: object): FactRow => ({
  of: 'relation',
  id,
  relation: id,
  path: JSON.stringify([`t${id}`]),
  state: JSON.stringify(state),
});

test('what is as it was known is not read again', () => {
  const before = landscape([row('1', { file: 1 }), row('2', { file: 1 })]);
  const after = landscape([row('1', { file: 1 }), row('2', { file: 2 }), row('3', { file: 1 })], before);
  expect(after.get('relation:1')).toBe(before.get('relation:1'));
  expect([...after.values()].map(({ name, state }) => [name, state.file])).toEqual([
    ['t1', 1],
    ['t2', 2],
    ['t3', 1],
  ]);
});

test('reads are counted as the server counts them now, which may have begun again', () => {
  const left = landscape([row('1', { scans: 3 }), row('2', { scans: 0 }), row('3', { scans: null })]);
  const found = readSince(left, [{ id: '2', scans: 2 }]);
  expect([...found.values()].map(({ state }) => state.scans)).toEqual([0, 2, null]);
});

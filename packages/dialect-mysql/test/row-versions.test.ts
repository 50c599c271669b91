import { expect, test } from 'vitest';
import { mariadbFlavour, mysqlFlavour } from '../src/flavours.js';
import type { Operation } from '../src/kinds/table/operation.js';
import { withinVersions } from '../src/kinds/table/row-versions.js';

const add: Operation = { clause: '', stage: 'columns', cost: 'instant', summary: 'add column a', versions: true };
const rename: Operation = { clause: '', stage: 'columns', cost: 'instant', summary: 'rename column b to c' };
const index: Operation = { clause: '', stage: 'build', cost: 'in-place', summary: 'add index i' };

test('a table takes 64 versions of its rows, and 255 from 9.1 on', () => {
  expect([[8, 0, 41], [8, 4], [9, 0], [9, 1], [10]].map((version) => mysqlFlavour.rowVersions?.(version))).toEqual([
    64, 64, 64, 255, 255,
  ]);
  expect(mariadbFlavour.rowVersions).toBeUndefined();
});

test.each([
  [62, [[add], [index], [add]], 'instant'],
  [63, [[add], [index], [add]], 'rebuild'],
  [63, [[add, add]], 'instant'],
  [64, [[rename], [index]], undefined],
] as const)('with %i of 64 used, statements that add versions are counted', (used, groups, cost) => {
  const operations = withinVersions(groups.flat(), groups, { used, most: 64 });
  expect(operations.find(({ versions }) => versions)?.cost).toBe(cost);
  expect(operations.filter(({ versions }) => !versions)).toEqual(groups.flat().filter((each) => each !== add));
});

test.each([
  [33, 'instant'],
  [34, 'rebuild'],
] as const)('with fewer used than are told, %i statements that add versions are counted', (count, cost) => {
  const groups = Array.from({ length: count }, () => [[add], [index]]).flat();
  const operations = withinVersions(groups.flat(), groups, { most: 64 });
  expect(operations[0]?.cost).toBe(cost);
  if (cost === 'rebuild') expect(operations[0]?.because).toContain('34 times more');
});

import { expect, test } from 'vitest';
import { mariadbFlavour, mysqlFlavour } from '../src/flavours.js';
import { flavourAt } from '../src/kinds/table/flavour-at.js';

const asked = ['addColumn', 'addColumnNotLast', 'addColumnNotLastAmongVirtual', 'dropColumn', 'renameColumn'] as const;
const costsAt = (version: readonly number[]) => asked.map((each) => flavourAt(mysqlFlavour, version).costs[each]);

test.each([
  [
    [8, 0, 16],
    ['instant', 'rebuild', 'rebuild', 'rebuild', 'in-place'],
  ],
  [
    [8, 0, 27],
    ['instant', 'rebuild', 'rebuild', 'rebuild', 'in-place'],
  ],
  [
    [8, 0, 28],
    ['instant', 'rebuild', 'rebuild', 'rebuild', 'instant'],
  ],
  [
    [8, 0, 29],
    ['instant', 'instant', 'instant', 'instant', 'instant'],
  ],
  [
    [8, 4],
    ['instant', 'instant', 'instant', 'instant', 'instant'],
  ],
  [
    [9, 0, 1],
    ['instant', 'instant', 'instant', 'instant', 'instant'],
  ],
] as const)('MySQL %j adds, drops and renames columns as its version can', (version, expected) => {
  expect(costsAt(version)).toEqual(expected);
});

test.each([[[10, 6]], [[10, 11, 8]], [[11, 8]]])('MariaDB %j does what every one that is read does', (version) => {
  expect(flavourAt(mariadbFlavour, version)).toBe(mariadbFlavour);
});

import { expect, test } from 'vitest';
import { bridgeOf } from '../../src/contract/bridge-of.js';

const ends =
  (defaults: Readonly<Record<string, string>> = {}) =>
  (column: string) => ({ column, text: `"${column}"`, default: defaults[column] });

test('each side of a bridge holds what the other does where nothing else is said', () => {
  expect(bridgeOf({ column: 'name', into: [{ column: 'title' }] }, ends(), ends())).toEqual({
    column: 'name',
    into: [{ column: 'title', as: '"name"' }],
    back: '"title"',
  });
});

test('what is said of either side counts', () => {
  const into = [{ column: 'first', as: 'left(name)' }, { column: 'last' }];
  expect(bridgeOf({ column: 'name', into, back: 'first || last' }, ends(), ends())).toEqual({
    column: 'name',
    into: [
      { column: 'first', as: 'left(name)' },
      { column: 'last', as: '"name"' },
    ],
    back: 'first || last',
  });
});

test('new columns begin with their defaults, unless the old one has one, which stays on it', () => {
  const succession = { column: 'name', into: [{ column: 'first' }, { column: 'last' }] };
  const next = ends({ last: "'x'" });
  expect(bridgeOf(succession, ends(), next).usual).toEqual([{ column: 'last', as: "'x'" }]);
  expect(bridgeOf(succession, ends({ name: "'y'" }), next)).not.toHaveProperty('usual');
});

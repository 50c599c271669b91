import { describe, expect, test } from 'vitest';
import { seedStatements } from '../src/seed-statements.js';

/** The checks of a seed of so many rows whose texts, in small letters, are unique. */
function checksOf(count: number, mail = (i: number) => `user${i}@example.org`) {
  const rows = Array.from({ length: count }, (_, id) => ({ id, mail: mail(id) }));
  const uniqueTerms = [{ name: 'by_mail', columns: ['mail'], terms: ['lower(`mail`)'] }];
  const statements = seedStatements({ table: 'people', key: ['id'], rows, uniqueTerms });
  return statements.filter(({ check }) => check);
}

const lengthOf = (count: number) => checksOf(count).reduce((sum, { text }) => sum + text.length, 0);

test('rows are written in statements that a server takes', () => {
  const rows = Array.from({ length: 100 }, (_, id) => ({ id, mail: 'ü'.repeat(15_000) }));
  const statements = seedStatements({ table: 'people', key: ['id'], rows });
  expect(statements.length).toBeGreaterThan(3);
  for (const { text } of statements) expect(Buffer.byteLength(text)).toBeLessThan(1_100_000);
  const written = statements.flatMap(({ text }) =>
    Array.from(text.matchAll(/^ {2}\((\d+), 'ü/gm), ([, id]) => Number(id)),
  );
  expect(written).toEqual(rows.map(({ id }) => id));
});

describe('checks of what is unique beside the rows of a seed', () => {
  test('grow with the rows, and not with their square', () => {
    expect(lengthOf(8000) / lengthOf(1000)).toBeLessThan(9);
  });

  test('look at every row once, in statements that a server takes', () => {
    const checks = checksOf(60, (i) => `${'x'.repeat(40_000)}${i}`);
    expect(checks.length).toBeGreaterThan(1);
    for (const { text } of checks) expect(text.length).toBeLessThan(1_100_000);
    const looked = checks.flatMap(({ text }) => Array.from(text.matchAll(/UNION ALL SELECT 'x+(\d+)'/g), ([, i]) => i));
    expect(looked).toEqual(Array.from({ length: 60 }, (_, i) => String(i)));
  });

  test('look at a row alone that is longer than the rest may be together', () => {
    expect(checksOf(2, () => 'x'.repeat(1_200_000))).toHaveLength(2);
  });
});

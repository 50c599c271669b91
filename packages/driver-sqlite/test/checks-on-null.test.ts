import { describe, expect, it } from 'vitest';
import { converge, hazards, steps } from './converge.js';

const before = 'CREATE TABLE t (a);;INSERT INTO t VALUES (1)';

describe('a check on a column that is new and has no default', () => {
  it.each([
    'm > 0',
    'm>=0 AND NOT (m IN (3, 4))',
    'm BETWEEN 1 AND 3 OR a > 5',
    '(m > 0 OR a > 5) AND m NOT BETWEEN 1 AND a AND length(m) < 3',
    "lower(m) || 'x' <> a",
    '"m" LIKE \'x%\'',
  ])('is told of nowhere where it lets NULL pass: %s', async (check) => {
    expect(hazards(await converge({ from: before, to: `CREATE TABLE t (a, m CHECK (${check}))` }))).toEqual([]);
  });

  it('is told of in no rebuild either', async () => {
    const made = await converge({ from: before, to: 'CREATE TABLE t (m CHECK (m > 0), a CHECK (a > 0), UNIQUE (a))' });
    expect(steps(made)).toEqual(['rebuild table t']);
    expect(hazards(made).filter((code) => code === 'adds-check')).toHaveLength(1);
  });

  // SQLite refuses each of these for a row in which m is NULL and a is 1.
  it.each([
    'm IS NOT NULL',
    'm IN ()',
    '(m, a) = (1, 2)',
    'a BETWEEN m AND 0',
    "typeof(m) = 'x'",
    'm > 0 AND a = 2',
    'coalesce(m, 0) > 0',
    'NOT (m > 0 OR a = 1)',
  ])('is told of where it may not: %s', async (check) => {
    const made = await converge({ from: 'CREATE TABLE t (a)', to: `CREATE TABLE t (a, m CHECK (${check}))` });
    expect(hazards(made)).toEqual(['adds-check']);
  });
});

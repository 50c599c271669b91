import { describe, expect, it } from 'vitest';
import { buildTable, readCreateTable, sqliteFeatures } from '../src/index.js';
import { tableDifference } from '../src/kinds/table/difference.js';
import { chooseStrategy } from '../src/kinds/table/in-place.js';

const table = (text: string) => buildTable(readCreateTable(text), () => undefined, false);

/** The statements for a version of SQLite, or why it has to rebuild. */
function strategy(version: readonly number[], from: string, to: string): readonly string[] | string {
  const chosen = chooseStrategy(tableDifference(table(from), table(to), new Map()), sqliteFeatures(version));
  return chosen.rebuild ?? chosen.alterations.flatMap((alteration) => alteration.sql);
}

const old = [3, 34, 1];
const middle = [3, 45, 0];
const recent = [3, 53, 2];

describe('what a version can do in place', () => {
  it('drops columns from 3.35 on', () => {
    const way = ['CREATE TABLE t (a, b)', 'CREATE TABLE t (a)'] as const;
    expect(strategy(old, ...way)).toBe('b is dropped');
    expect(strategy(middle, ...way)).toEqual(['ALTER TABLE "t" DROP COLUMN "b"']);
  });

  it('changes NOT NULL and checks from 3.53 on', () => {
    const notNull = ['CREATE TABLE t (a)', 'CREATE TABLE t (a NOT NULL ON CONFLICT IGNORE)'] as const;
    expect(strategy(middle, ...notNull)).toBe('a becomes NOT NULL');
    expect(strategy(recent, ...notNull)).toEqual(['ALTER TABLE "t" ALTER COLUMN "a" SET NOT NULL ON CONFLICT IGNORE']);
    const check = ['CREATE TABLE t (a NOT NULL)', 'CREATE TABLE t (a NOT NULL, CONSTRAINT c CHECK (a > 0))'] as const;
    expect(strategy(middle, ...check)).toBe('a check is added');
    expect(strategy(recent, ...check)).toEqual(['ALTER TABLE "t" ADD CONSTRAINT "c" CHECK (a > 0)']);
    expect(strategy(recent, check[1], check[0])).toEqual(['ALTER TABLE "t" DROP CONSTRAINT "c"']);
    expect(strategy(middle, check[1], check[0])).toBe('a check is dropped');
  });

  it.each([
    ['a column of the primary key', 'CREATE TABLE t (a, b, PRIMARY KEY (a, b))', 'CREATE TABLE t (a, PRIMARY KEY (a))'],
    ['a column in a unique constraint', 'CREATE TABLE t (a, b, UNIQUE (b))', 'CREATE TABLE t (a)'],
    ['a column in a check of the table', 'CREATE TABLE t (a, b, CHECK (a > b))', 'CREATE TABLE t (a)'],
    ['a column in a check of another column', 'CREATE TABLE t (a CHECK (b > 0), b)', 'CREATE TABLE t (a)'],
    ['a column with a check that stays', 'CREATE TABLE t (a, b CHECK (a > 0))', 'CREATE TABLE t (a CHECK (a > 0))'],
    [
      'a column in a foreign key of the table',
      'CREATE TABLE t (a, b, FOREIGN KEY (b) REFERENCES p)',
      'CREATE TABLE t (a)',
    ],
    ['a column that the table refers to', 'CREATE TABLE t (a REFERENCES t (b), b)', 'CREATE TABLE t (a)'],
    ['a column that a generated one uses', 'CREATE TABLE t (a AS (b), b)', 'CREATE TABLE t (a AS (1))'],
    ['an unnamed check', 'CREATE TABLE t (a, CHECK (a > 0))', 'CREATE TABLE t (a)'],
    [
      'one of two constraints of one name',
      'CREATE TABLE t (a, CONSTRAINT c CHECK (a > 0), CONSTRAINT c UNIQUE (a))',
      'CREATE TABLE t (a, CONSTRAINT c UNIQUE (a))',
    ],
    ['a foreign key', 'CREATE TABLE t (a REFERENCES p)', 'CREATE TABLE t (a)'],
    [
      'a column beside a string in double quotes',
      'CREATE TABLE t (a CHECK (a <> "x"), b)',
      "CREATE TABLE t (a CHECK (a <> 'x'))",
    ],
  ])('rebuilds to drop %s', (_, from, to) => expect(strategy(recent, from, to)).toBeTypeOf('string'));

  it.each([
    ['a computed default', 'b DEFAULT CURRENT_TIMESTAMP'],
    ['a default in parentheses that is no literal', 'b DEFAULT (1 + 1)'],
    ['a stored generated column', 'b AS (a) STORED'],
    ['a foreign key with a default', 'b DEFAULT 1 REFERENCES p'],
    ['UNIQUE', 'b UNIQUE'],
  ])('rebuilds to add a column with %s', (_, column) => {
    expect(strategy(recent, 'CREATE TABLE t (a)', `CREATE TABLE t (a, ${column})`)).toBeTypeOf('string');
  });

  it('adds no column that a string in double quotes would then mean', () => {
    const from = 'CREATE TABLE t (a CHECK (a <> CAST("x" AS TEXT)))';
    expect(strategy(recent, from, `CREATE TABLE t (a CHECK (a <> CAST('x' AS TEXT)), x)`)).toBeTypeOf('string');
    expect(strategy(recent, from.replace('"x"', '"a"'), 'CREATE TABLE t (a CHECK (a <> CAST(a AS TEXT)), x)')).toEqual([
      'ALTER TABLE "t" ADD COLUMN "x"',
    ]);
  });

  it('knows its features by version', () => {
    expect([...sqliteFeatures([3, 24, 0])]).toEqual([]);
    expect(sqliteFeatures([4, 0, 0]).size).toBe(6);
  });
});

import { describe, expect, it } from 'vitest';
import { renameHints } from '../../src/source/sql/hints.js';
import { splitFile } from '../../src/source/sql/split.js';
import { failureOf } from './support/failure.js';
import { sqliteDriver } from './support/sqlite.js';

const { dialect } = sqliteDriver;
const read = (text: string) => renameHints(splitFile(text, 'x.sql', { lexis: dialect.lexis }), 'x.sql', dialect);

describe('what a column is made of', () => {
  it('is said behind it, in expressions with parentheses and quotes of their own', () => {
    const said = `-- @derived from="full name" as (substr("full name", 1, instr("full name", ' (') - 1)) back (a || ')' || b)`;
    expect(read(`CREATE TABLE t (\n  a TEXT, ${said}\n  b TEXT\n);`)).toEqual([
      {
        at: 'x.sql:2',
        from: ['t', 'full name'],
        to: ['t', 'a'],
        derived: { as: `substr("full name", 1, instr("full name", ' (') - 1)`, back: "a || ')' || b" },
      },
    ]);
  });

  it.each([
    ['without what the old one is made of', 'from=b as (b)'],
    ['without what it is made of', 'from=b back (a)'],
    ['without the old one', 'as (b) back (a)'],
    ['with an empty expression', 'from=b as () back (a)'],
    ['with something behind', 'from=b as (b) back (a) or so'],
  ])('cannot be said %s', async (_, said) => {
    const error = await failureOf(async () => read(`CREATE TABLE t (\n  a TEXT -- @derived ${said}\n);`));
    expect(error).toMatchObject({ code: 'SOURCE_INVALID', message: expect.stringContaining('x.sql:2') });
    expect(error.hint).toContain('@derived from=old_column as (');
  });

  it('is about a column and nothing else', async () => {
    const error = await failureOf(async () => read('-- @derived from=s as (a) back (b)\nCREATE TABLE t (a TEXT);'));
    expect(error.message).toContain('only a column is made of another');
  });
});

import { describe, expect, test } from 'vitest';
import { cassandraDialect } from '../src/dialect.js';
import { seedStatements } from '../src/rows/seed-statements.js';

const rows = [
  { id: 1, Name: "the 'first'\nof two; --", note: '', left: null },
  { id: 2, Name: 'second', note: null },
];
const seed = { table: 'Teams', key: ['id'], rows };

describe('rows of seeds', () => {
  test('are inserted in the words of JSON, with quotes, lines, nothing and empty texts', () => {
    expect(seedStatements(seed)).toEqual([
      {
        text: `INSERT INTO "Teams" JSON '{"id":1,"\\"Name\\"":"the ''first''\\nof two; --","note":"","left":null}' DEFAULT UNSET`,
      },
      { text: `INSERT INTO "Teams" JSON '{"id":2,"\\"Name\\"":"second","note":null}' DEFAULT UNSET` },
    ]);
  });

  test('are written on the condition that what was found is still so', () => {
    const [added, changed] = seedStatements(seed, [null, { same: [] }]);
    expect(added?.text).toMatch(/ DEFAULT UNSET IF NOT EXISTS$/);
    expect(added?.applies?.message).toContain('is there already');
    expect(changed?.applies?.message).toContain('is gone, or holds something else');
  });

  test('change what differs, and ask for the rest', () => {
    const row = { id: 1, name: 'new', note: 'kept', left: null };
    const one = (same: readonly string[]) =>
      seedStatements({ table: 't', key: ['id'], rows: [row] }, [{ same }])[0]?.text;
    expect(one(['note', 'left'])).toBe(
      `UPDATE t SET name = fromJson('"new"') WHERE id = fromJson('1') IF note = fromJson('"kept"') AND left = null`,
    );
    // That nothing is there is no sign of a row.
    expect(one(['left'])).toBe(
      `UPDATE t SET name = fromJson('"new"'), note = fromJson('"kept"') WHERE id = fromJson('1') IF EXISTS`,
    );
    expect(one(['name', 'note', 'left'])).toBeUndefined();
  });

  test('say in a script what they hold to', () => {
    const [statement] = seedStatements(seed, [null, null]);
    const printed = statement && cassandraDialect.print(statement);
    expect(printed).toMatch(
      /^-- must be applied, or a row of Teams that is to be added is there already: id 1\nINSERT INTO/,
    );
  });
});

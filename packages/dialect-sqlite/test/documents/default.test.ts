import { describe, expect, it } from 'vitest';
import { writtenDefault } from '../../src/documents/default.js';
import { compile, openMemory, table } from './support/engine.js';

/** What SQLite stores in a row that says nothing, by the type of the column and the default of the document. */
async function stored(type: string, value: string): Promise<unknown> {
  const { catalogue } = await compile({
    'a.yaml': table('t', `columns:\n  - { name: a, type: "${type}", default: ${value} }\n  - { name: b }`),
  });
  const [object] = [...catalogue];
  const { spec } = object as { readonly spec: { readonly columns: readonly { readonly default?: string }[] } };
  const written = spec.columns[0]?.default;
  await using connection = openMemory();
  await connection.execute({
    text: `CREATE TABLE t (a ${type} DEFAULT ${written === undefined ? 'NULL' : `(${written})`}, b)`,
  });
  await connection.execute({ text: 'INSERT INTO t (b) VALUES (1)' });
  const [row] = await connection.query<{ readonly a: unknown }>({ text: 'SELECT a FROM t' });
  return row?.a;
}

describe('a default', () => {
  it.each([
    ['text', 'untitled', 'untitled'],
    ['text', `"it's; -- fine"`, "it's; -- fine"],
    ['text', '""', ''],
    ['text', '"007"', '007'],
    ['varchar(10)', '0.10', '0.10'],
    ['text', '"true"', 'true'],
    ['text', '"null"', null],
    ['text', `"'now()'"`, 'now()'],
    ['text', `"'it''s'"`, "it's"],
    ['text', '"Hello (world)"', 'Hello (world)'],
    ['text', '"(1 + 1)"', '2'],
    ['text', `"upper('x')"`, 'X'],
    ['text', `"('a' || 'b')"`, 'ab'],
    ['text', `"'unclosed"`, "'unclosed"],
    ['text', '"two\\nlines"', 'two\nlines'],
    ['integer', '"0"', 0],
    ['integer', '-12', -12],
    ['integer', '"true"', 1],
    ['boolean', 'false', 0],
    ['real', '1.5e3', 1500],
    ['integer', '"+7"', 7],
    ['blob', `"x'00ff'"`, Buffer.from([0, 255])],
    ['', '5', 5],
    ['', 'five', 'five'],
  ])('of %s written as %s', async (type, value, expected) => {
    expect(await stored(type, value)).toEqual(expected);
  });

  it.each(['current_timestamp', 'CURRENT_DATE', `"datetime('now')"`, `"(datetime('now'))"`])(
    'that is the time: %s',
    async (value) => {
      expect(await stored('text', value)).toMatch(/^\d{4}-\d\d-\d\d/);
    },
  );

  it.each([
    ["'untitled'", 'TEXT', 'untitled'],
    ["'5'", 'INTEGER', "'5'"],
    ["'5'", 'TEXT', '5'],
    ['5', 'TEXT', '(5)'],
    ['5', 'INTEGER', '5'],
    ["'it''s'", 'TEXT', "it's"],
    ["'null'", 'TEXT', "'null'"],
    ["'f(x)'", 'TEXT', "'f(x)'"],
    ["''", 'TEXT', ''],
    ["' padded '", 'TEXT', ' padded '],
    ["' 5 '", 'INTEGER', "' 5 '"],
    ['TRUE', 'INTEGER', 'TRUE'],
    ['CURRENT_TIMESTAMP', 'TEXT', 'CURRENT_TIMESTAMP'],
    ['1 + 2', 'INTEGER', '(1 + 2)'],
    ["x'00'", 'BLOB', "x'00'"],
  ])('%s of %s is written as %s', (normal, type, expected) => {
    expect(writtenDefault(normal, type)).toBe(expected);
  });
});

import { describe, expect, it } from 'vitest';
import { seedStatements } from '../../src/documents/seed.js';
import { sqliteDialect } from '../../src/index.js';
import { compile, failure, openMemory, table } from './support/engine.js';

const section = `
primaryKey: [id]
columns:
  - { name: id, type: integer }
  - { name: Text, type: text, default: kept }
  - { name: n, type: integer }
`;

const seeded = (rows: string, own = section) =>
  `${table('t', own)}  seedData:\n    rows:\n${rows
    .trim()
    .split('\n')
    .map((line) => `      ${line}`)
    .join('\n')}\n`;

const row = (...values: readonly string[]) => `- columns: [${values.map((value) => `{ ${value} }`).join(', ')}]`;

async function run(document: string, create: string, before: readonly string[] = []) {
  const { seeds } = await compile({ 'a.yaml': document });
  await using connection = openMemory();
  for (const text of [create, ...before]) await connection.execute({ text });
  for (const seed of [...seeds, ...seeds])
    for (const statement of seedStatements(seed, sqliteDialect)) await connection.execute(statement);
  return connection.query({ text: 'SELECT * FROM t ORDER BY 1' });
}

const create = "CREATE TABLE t (id INTEGER PRIMARY KEY, Text TEXT DEFAULT 'kept', n INTEGER)";

describe('seed rows', () => {
  it('keep quotes, lines, empty strings, nulls and large numbers', async () => {
    const rows = [
      row(
        'column: id, value: { int: 1 }',
        'column: text, value: { str: "it\'s\\n\\"two\\" lines; --" }',
        'column: n, value: { int: 9007199254740992 }',
      ),
      row('column: id, value: { int: 2 }', 'column: Text, value: { str: "" }', 'column: n'),
      row('column: id, value: { int: 3 }', 'column: Text, value: {}', 'column: n, value: { float: 1.5 }'),
      row('column: id, value: { int: 4 }', 'column: n, value: { bool: yes }'),
      row('column: id, value: { int: 5 }', 'column: Text, value: { str: "a\\0b" }'),
    ];
    expect(await run(seeded(rows.join('\n')), create)).toEqual([
      { id: 1, Text: 'it\'s\n"two" lines; --', n: 9007199254740992 },
      { id: 2, Text: '', n: null },
      { id: 3, Text: null, n: 1.5 },
      { id: 4, Text: 'kept', n: 1 },
      { id: 5, Text: 'a\0b', n: null },
    ]);
  });

  it('update what is there, delete nothing, and leave other columns alone', async () => {
    const document = seeded(row('column: id, value: { int: 1 }', 'column: Text, value: { str: new }'));
    const before = [
      "INSERT INTO t VALUES (1, 'old', 7)",
      'CREATE TABLE child (t INTEGER REFERENCES t (id) ON DELETE CASCADE)',
      'INSERT INTO child VALUES (1)',
      "CREATE TRIGGER kept AFTER DELETE ON t BEGIN SELECT RAISE(ABORT, 'deleted'); END",
    ];
    expect(await run(document, create, before)).toEqual([{ id: 1, Text: 'new', n: 7 }]);
  });

  it('of keys alone do nothing the second time', async () => {
    const own = 'primaryKey: [a, b]\ncolumns: [{ name: a, type: text }, { name: b, type: text }]';
    const document = seeded(row('column: a, value: { str: x }', 'column: b, value: { str: y }'), own);
    expect(await run(document, 'CREATE TABLE t (a TEXT, b TEXT, PRIMARY KEY (a, b))')).toEqual([{ a: 'x', b: 'y' }]);
  });

  it('are told apart by a unique constraint or a unique index where there is no primary key', async () => {
    for (const unique of ['uniques: [{ columns: [a] }]', 'indexes: [{ columns: [a], isUnique: true }]']) {
      const { seeds } = await compile({
        'a.yaml': seeded(row('column: a, value: { int: 1 }'), `${unique}\ncolumns: [{ name: a, type: integer }]`),
      });
      expect(seeds[0]?.key).toEqual(['a']);
    }
  });

  it('have the first key for which every row has values', async () => {
    const own =
      'primaryKey: [id]\nuniques: [{ columns: [a] }]\nindexes: [{ columns: [b], isUnique: true }]\ncolumns: [{ name: id, type: integer }, { name: a, type: text }, { name: b, type: text }]';
    const key = async (...rows: readonly string[]) => {
      const { seeds } = await compile({ 'a.yaml': seeded(rows.join('\n'), own) });
      return seeds[0]?.key;
    };
    const [id, a, b] = ['id, value: { int: 1 }', 'a, value: { str: x }', 'b, value: { str: x }'].map(
      (text) => `column: ${text}`,
    ) as [string, string, string];
    expect(await key(row(id, a), row(id.replace('1', '2'), b))).toEqual(['id']);
    expect(await key(row(a, b), row(a.replace('x', 'y')))).toEqual(['a']);
    expect(await key(row(id, b), row(b.replace('x', 'y')))).toEqual(['b']);
    const error = await failure({ 'a.yaml': seeded([row(a), row(b)].join('\n'), own) });
    expect(error.hint).toBe('All rows need values for one and the same key: (id), (a), (b).');
  });

  it('mean the numbers that they write, and nothing else', async () => {
    const numbers = ['int: 0x10', 'int: 0o17', 'int: 1e3', 'float: 1.50', 'float: "2.5"', 'str: 0x10', 'str: ""'];
    const own = 'primaryKey: [id]\ncolumns: [{ name: id, type: integer }, { name: v }]';
    const document = seeded(
      numbers.map((text, i) => row(`column: id, value: { int: ${i} }`, `column: v, value: { ${text} }`)).join('\n'),
      own,
    );
    const { seeds } = await compile({ 'a.yaml': document });
    expect(seeds[0]?.rows.map(({ v }) => v)).toEqual([16, 15, 1000, 1.5, 2.5, '0x10', '']);
    for (const text of ['int: ""', 'float: ""', 'float: " "', 'float: "0x10"', 'float: .nan', 'int: 1.5', 'int: "7"']) {
      const failed = await failure({
        'a.yaml': seeded(row('column: id, value: { int: 1 }', `column: v, value: { ${text} }`), own),
      });
      expect(failed.message, text).toContain('is expected here');
    }
  });

  it.each([
    ['without a key', seeded(row('column: a, value: { int: 1 }'), 'columns: [{ name: a }]'), 'cannot be told apart'],
    ['without a value for the key', seeded(row('column: n, value: { int: 1 }')), 'no value for id'],
    ['of an unknown column', seeded(row('column: nn, value: { int: 1 }')), 't has no column nn'],
    [
      'with a column twice',
      seeded(row('column: id, value: { int: 1 }', 'column: ID, value: { int: 1 }')),
      'ID has a value already',
    ],
    ['with two values', seeded(row('column: id, value: { int: 1, str: x }')), 'one of int, str, float and bool'],
    [
      'twice',
      seeded(`${row('column: id, value: { int: 1 }')}\n${row('column: id, value: { int: 1 }')}`),
      'stands above already',
    ],
  ])('%s are refused', async (_, document, message) => {
    const error = await failure({ 'a.yaml': document });
    expect([error.code, error.message]).toEqual(['SOURCE_INVALID', expect.stringContaining(message)]);
  });
});

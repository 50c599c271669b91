import { spawnSync } from 'node:child_process';
import { splitSql } from '@sync/core';
import { describe, expect, it } from 'vitest';
import { sqliteDialect, sqliteLexis, writeLiteral } from '../src/index.js';

const client = spawnSync('sqlite3', ['--version']).status === 0;

function runInClient(entries: readonly string[], before: string) {
  const script = `${before}\n${entries.map((entry) => `${entry};`).join('\n')}\n`;
  const { stdout, stderr, status } = spawnSync('sqlite3', ['-batch', ':memory:'], { input: script, encoding: 'utf8' });
  return { stdout, stderr, status };
}

const batch = { atomic: true, settings: { 'sqlite/foreign_keys': 'off' } };

describe('a batch as a script', () => {
  it('sets pragmas outside of the transaction and writes values as literals', () => {
    const statements = [
      { text: "INSERT INTO t VALUES (?2, ?1, '?')", params: ["it's", 1.5] },
      { text: 'INSERT INTO t VALUES (?, ?, 0)', params: [null, true] },
    ];
    expect(sqliteDialect.script(statements, batch)).toEqual([
      '.bail on\nPRAGMA foreign_keys = OFF',
      'BEGIN IMMEDIATE',
      "INSERT INTO t VALUES (1.5, 'it''s', '?')",
      'INSERT INTO t VALUES (NULL, 1, 0)',
      'COMMIT',
      'PRAGMA foreign_keys = ON',
    ]);
  });

  it('lets no line break in a name end the comment of a check', () => {
    const check = { text: 'SELECT 1', check: { message: 'rows of t\n; DROP TABLE u; --\r\nare there' } };
    expect(sqliteDialect.script([check], { atomic: false, settings: {} })).toEqual([
      ".bail on\n-- rows of t ; DROP TABLE u; -- are there\nSELECT json_extract('{}', 'check failed: rows of t ; DROP TABLE u; -- are there') FROM (\nSELECT 1\n)",
    ]);
  });

  it('has the client to be run by, in CI at least', ({ skip }) => {
    if (client) return;
    expect(process.env.CI, 'CI must have sqlite3 on the path').not.toBe('true');
    skip('absent: there is no sqlite3 on the path');
  });

  it.skipIf(!client)('is run by the client as it is (needs sqlite3 on the path)', () => {
    const statements = [
      { text: 'INSERT INTO t VALUES (?1)', params: ["a;\nb'"] },
      { text: "SELECT * FROM t WHERE a = 'never'", check: { message: "nobody's there" } },
    ];
    const script = [...sqliteDialect.script(statements, batch), 'SELECT hex(a) FROM t', 'PRAGMA foreign_keys'];
    expect(runInClient(script, 'CREATE TABLE t (a);')).toMatchObject({ stdout: '613B0A6227\n1\n', status: 0 });
  });

  it.skipIf(!client)(
    'stops the client at the first error and at a check that finds rows (needs sqlite3 on the path)',
    () => {
      const said = [{ text: "SELECT 'must not be reached'" }];
      const failing = sqliteDialect.script([{ text: 'INSERT INTO nowhere VALUES (1)' }, ...said], batch);
      expect(runInClient(failing, '')).toMatchObject({ stdout: '', status: 1 });
      const check = { text: 'SELECT a FROM t', check: { message: 'rows are there' } };
      const checked = runInClient(
        sqliteDialect.script([check, ...said], batch),
        'CREATE TABLE t (a); INSERT INTO t VALUES (1);',
      );
      expect(checked).toMatchObject({
        stdout: '',
        status: 1,
        stderr: expect.stringContaining('check failed: rows are there'),
      });
    },
  );
});

describe('literals', () => {
  it.each([
    [null, 'NULL'],
    [true, '1'],
    [false, '0'],
    [5, '5'],
    [-1.5, '-1.5'],
    [1e300, '1e+300'],
    [Number.POSITIVE_INFINITY, '9e999'],
    [Number.NaN, 'NULL'],
    ["it's", "'it''s'"],
    ['a\0b', "CAST(x'610062' AS TEXT)"],
    [{ a: [1] }, `'{"a":[1]}'`],
  ])('%j is %s', (value, text) => expect(writeLiteral(value)).toBe(text));

  it('writes large integers and bytes', () => {
    expect(writeLiteral(2n ** 60n)).toBe('1152921504606846976');
    expect(writeLiteral(new Uint8Array([0, 255]))).toBe("x'00ff'");
  });
});

describe('the dialect', () => {
  it('quotes always and folds ASCII only', () => {
    expect(sqliteDialect.quote('a"b')).toBe('"a""b"');
    expect(sqliteDialect.fold('ÄBC Dé')).toBe('Äbc dé');
  });

  it.each([
    [['CREATE', 'TABLE'], 'schema'],
    [['ALTER', 'TABLE'], 'schema'],
    [['INSERT', 'INTO'], 'data'],
    [['PRAGMA', 'FOREIGN_KEYS'], 'ignored'],
    [['BEGIN'], 'ignored'],
    [['ATTACH'], 'refused'],
    [['VACUUM', 'INTO'], 'refused'],
    [['NONSENSE'], 'schema'],
  ] as const)('takes %j for %s', (words, expected) => expect(sqliteDialect.classify(words)).toBe(expected));

  it.each([
    [['CREATE', 'TEMP', 'TABLE', 'T'], ['t']],
    [['CREATE', 'TEMPORARY', 'VIEW', 'T'], ['t']],
    [
      ['CREATE', 'TABLE', 'TEMP'],
      ['TEMP', 't'],
    ],
  ])('refuses what is temporary: %j', (words, name) => {
    expect(sqliteDialect.classify(words, name)).toMatchObject({ refused: expect.stringContaining('temporary') });
  });

  it('takes a table that is called temp for one', () => {
    expect(sqliteDialect.classify(['CREATE', 'TABLE', 'TEMP'], ['temp'])).toBe('schema');
    expect(sqliteDialect.classify(['CREATE', 'TABLE', 'MAIN'], ['main', 'temp'])).toBe('schema');
  });

  it('splits a file with triggers, quotes of all kinds and comments', () => {
    const text = `
      CREATE TABLE "a;b" ([c;d] INT DEFAULT ';', \`e;f\` INT); -- not; here
      CREATE TEMP TRIGGER x AFTER INSERT ON t BEGIN SELECT CASE WHEN 1 THEN 2 END; UPDATE t SET a = 'END;'; END;
      /* ; */ INSERT INTO t VALUES (';''')`;
    expect(splitSql(text, 'x.sql', sqliteLexis).map(({ words }) => words.slice(0, 2).join(' '))).toEqual([
      'CREATE TABLE',
      'CREATE TEMP',
      'INSERT INTO',
    ]);
  });
});

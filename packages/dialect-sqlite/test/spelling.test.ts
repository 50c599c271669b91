import { hashOf } from '@sync/core';
import { describe, expect, it } from 'vitest';
import { buildTable, readCreateTable } from '../src/index.js';

const keys: Readonly<Record<string, readonly string[]>> = { p: ['id'] };
const table = (text: string) => buildTable(readCreateTable(text), (name) => keys[name], false);

describe('two spellings of one table', () => {
  it.each([
    ['create table T(A int)', 'CREATE TABLE t ( A  INT )'],
    ['CREATE TABLE t (a int, b)', 'CREATE TABLE t (b, a INT)'],
    ['CREATE TABLE t (a varchar  (10 ))', 'CREATE TABLE "t" ([a] VARCHAR(10))'],
    ['CREATE TABLE t (id INTEGER PRIMARY KEY)', 'CREATE TABLE t (id INTEGER, PRIMARY KEY (id))'],
    ['CREATE TABLE t (id INTEGER PRIMARY KEY)', 'CREATE TABLE t (id INTEGER NOT NULL, PRIMARY KEY (id DESC))'],
    ['CREATE TABLE t (id INT PRIMARY KEY DESC)', 'CREATE TABLE t (id INT, PRIMARY KEY (id DESC))'],
    [
      'CREATE TABLE t (a TEXT PRIMARY KEY) WITHOUT ROWID',
      'CREATE TABLE t (a TEXT NOT NULL, PRIMARY KEY (a)) WITHOUT ROWID',
    ],
    ['CREATE TABLE t (a TEXT PRIMARY KEY) STRICT', 'CREATE TABLE t (a TEXT NOT NULL PRIMARY KEY) STRICT'],
    ['CREATE TABLE t (a UNIQUE)', 'CREATE TABLE t (a, UNIQUE (a))'],
    ['CREATE TABLE t (a COLLATE NOCASE UNIQUE)', 'CREATE TABLE t (a COLLATE nocase, UNIQUE (a COLLATE "NoCase"))'],
    ['CREATE TABLE t (a UNIQUE ON CONFLICT ABORT)', 'CREATE TABLE t (a UNIQUE)'],
    ['CREATE TABLE t (a COLLATE binary)', 'CREATE TABLE t (a)'],
    ['CREATE TABLE t (a CHECK (a > 0))', 'CREATE TABLE t (a, CHECK ((a>0)))'],
    ['CREATE TABLE t (a CHECK (a == 1 AND a != 2))', 'CREATE TABLE t (a CHECK ("A" = 1 and [a] <> 2))'],
    ['CREATE TABLE t (a CHECK (t.a > 0))', 'CREATE TABLE t (a CHECK (a > 0))'],
    ['CREATE TABLE t (a CHECK (a IN ("x")))', "CREATE TABLE t (a CHECK (a IN ('x')))"],
    ['CREATE TABLE t (a CHECK (Length(a)>-1))', 'CREATE TABLE t (a CHECK (length( a ) > - 1))'],
    ["CREATE TABLE t (a CHECK (a <> X'AB'))", "CREATE TABLE t (a CHECK (a<>x'ab'))"],
    ['CREATE TABLE t (a CHECK (a NOT LIKE 1))', 'CREATE TABLE t (a CHECK (a not like 1))'],
    [
      'CREATE TABLE t (a CHECK (cast(a as Int) > 0 /* sure */))',
      'CREATE TABLE t (a CHECK (CAST ( a AS INT ) > 0 -- yes\n))',
    ],
    [
      'CREATE TABLE t (a REFERENCES p)',
      'CREATE TABLE t (a, FOREIGN KEY (A) REFERENCES P (ID) ON DELETE NO ACTION MATCH FULL NOT DEFERRABLE)',
    ],
    ['CREATE TABLE t (a DEFAULT 1)', 'CREATE TABLE t (a DEFAULT ((1)))'],
    ['CREATE TABLE t (a DEFAULT +1)', 'CREATE TABLE t (a DEFAULT 1)'],
    ['CREATE TABLE t (a DEFAULT x)', "CREATE TABLE t (a DEFAULT 'x')"],
    ['CREATE TABLE t (a DEFAULT NULL)', 'CREATE TABLE t (a NULL)'],
    ['CREATE TABLE t (a DEFAULT current_timestamp)', 'CREATE TABLE t (a DEFAULT (CURRENT_TIMESTAMP))'],
    ['CREATE TABLE t (a, b AS (a))', 'CREATE TABLE t (a, b GENERATED ALWAYS AS ("a") VIRTUAL)'],
    ['CREATE TABLE t (a) STRICT, WITHOUT ROWID', 'CREATE TABLE t (a) without rowid,strict'],
  ])('%s = %s', (one, other) => {
    expect(table(other).spec).toEqual(table(one).spec);
    expect(hashOf(table(other))).toBe(hashOf(table(one)));
  });
});

describe('two tables that only look alike', () => {
  it.each([
    ['CREATE TABLE t (id INTEGER PRIMARY KEY)', 'CREATE TABLE t (id INT PRIMARY KEY)'],
    ['CREATE TABLE t (id INTEGER PRIMARY KEY)', 'CREATE TABLE t (id INTEGER PRIMARY KEY DESC)'],
    ['CREATE TABLE t (id INTEGER PRIMARY KEY)', 'CREATE TABLE t (id INTEGER PRIMARY KEY AUTOINCREMENT)'],
    ['CREATE TABLE t (a TEXT PRIMARY KEY)', 'CREATE TABLE t (a TEXT PRIMARY KEY NOT NULL)'],
    ['CREATE TABLE t (email)', 'CREATE TABLE t (Email)'],
    ['CREATE TABLE t (É)', 'CREATE TABLE t (é)'],
    ["CREATE TABLE t (a CHECK (a <> 'x'))", "CREATE TABLE t (a CHECK (a <> 'X'))"],
    ["CREATE TABLE t (a CHECK (a <> 'x  y'))", "CREATE TABLE t (a CHECK (a <> 'x y'))"],
    ['CREATE TABLE t (a, x CHECK (a <> "x"))', "CREATE TABLE t (a, x CHECK (a <> 'x'))"],
    ['CREATE TABLE t (a CONSTRAINT c CHECK (a > 0))', 'CREATE TABLE t (a CHECK (a > 0))'],
    ['CREATE TABLE t (a UNIQUE)', 'CREATE TABLE t (a CONSTRAINT u UNIQUE)'],
    ['CREATE TABLE t (a UNIQUE)', 'CREATE TABLE t (a UNIQUE ON CONFLICT IGNORE)'],
    ['CREATE TABLE t (a, b, UNIQUE (a, b))', 'CREATE TABLE t (a, b, UNIQUE (b, a))'],
    ['CREATE TABLE t (a, UNIQUE (a))', 'CREATE TABLE t (a, UNIQUE (a DESC))'],
    ['CREATE TABLE t (a, UNIQUE (a))', 'CREATE TABLE t (a, UNIQUE (a COLLATE NOCASE))'],
    ['CREATE TABLE t (a REFERENCES p)', 'CREATE TABLE t (a REFERENCES p (other))'],
    ['CREATE TABLE t (a REFERENCES p)', 'CREATE TABLE t (a REFERENCES p DEFERRABLE INITIALLY DEFERRED)'],
    ['CREATE TABLE t (a REFERENCES p)', 'CREATE TABLE t (a REFERENCES p ON UPDATE RESTRICT)'],
    ['CREATE TABLE t (a DEFAULT 1)', 'CREATE TABLE t (a DEFAULT 1.0)'],
    ['CREATE TABLE t (a DEFAULT 1)', "CREATE TABLE t (a DEFAULT '1')"],
    ['CREATE TABLE t (a DEFAULT TRUE)', "CREATE TABLE t (a DEFAULT 'TRUE')"],
    ['CREATE TABLE t (a DEFAULT current_date)', "CREATE TABLE t (a DEFAULT 'current_date')"],
    ['CREATE TABLE t (a, b AS (a))', 'CREATE TABLE t (a, b AS (a) STORED)'],
    ['CREATE TABLE t (a INT)', 'CREATE TABLE t (a INT) STRICT'],
    ['CREATE TABLE t (a CHECK ((a + 1) * 2 > 0))', 'CREATE TABLE t (a CHECK (a + 1 * 2 > 0))'],
    ['CREATE TABLE t (a CHECK (a IS NOT NULL))', 'CREATE TABLE t (a CHECK (NOT a IS NULL))'],
  ])('%s ≠ %s', (one, other) => {
    expect(hashOf(table(other))).not.toBe(hashOf(table(one)));
  });
});

describe('the reader', () => {
  it.each([
    'CREATE TABLE t (a',
    'CREATE TABLE t (a INT DEFAULT 1 FROBNICATE)',
    'CREATE TABLE t (a) WITH MAGIC',
    'CREATE TABLE t (, a)',
    'CREATE SOMETHING t (a)',
    '',
  ])('says that it cannot read %s', (text) => {
    expect(() => readCreateTable(text)).toThrow(expect.objectContaining({ code: 'UNSUPPORTED' }));
  });
});

import { splitSql, tokenize, unquote } from '@sync/core';
import { describe, expect, test } from 'vitest';
import { postgresDialect } from '../src/dialect.js';

const { lexis, classify } = postgresDialect;
const statements = (text: string) => splitSql(text, 'x.sql', lexis);
const texts = (text: string) => statements(text).map((statement) => statement.text);

describe('splitting', () => {
  test.each([
    ['dollar quotes', 'CREATE FUNCTION f() RETURNS int LANGUAGE sql AS $$ SELECT 1; $$'],
    ['dollar quotes with tags in each other', "DO $a$ BEGIN; EXECUTE $b$ SELECT ';' $b$; END $a$"],
    ['a backslash in an escape string', "COMMENT ON TABLE t IS E'it\\'s; \\\\'"],
    ['a backslash in an ordinary string', "COMMENT ON TABLE t IS 'c:\\'"],
    ['strings with other prefixes', "SELECT B'01', x'ff;', U&'d\\0061t', n';'"],
    ['a name with an escape', 'CREATE TABLE U&"d\\0061t;a" (a int)'],
    ['comments in comments', 'SELECT 1 /* a /* b; */ c; */ + 2'],
    ['a body of the SQL standard', 'CREATE FUNCTION f() RETURNS int BEGIN ATOMIC SELECT 1; SELECT 2; END'],
    ['an empty body', 'CREATE OR REPLACE PROCEDURE p() BEGIN ATOMIC END'],
    ['a CASE in a body', 'CREATE FUNCTION f(a int) RETURNS int BEGIN ATOMIC SELECT CASE WHEN a > 0 THEN 1 END; END'],
    ['a parameter named atomic', 'CREATE FUNCTION f(atomic int) RETURNS int LANGUAGE sql RETURN atomic'],
    ['an argument of an operator', 'SELECT \'{}\'::jsonb @> \'{"a": ";"}\''],
  ])('keeps %s in one statement', (_, text) => {
    expect(texts(`${text};\nSELECT 2;`)).toEqual([text, 'SELECT 2']);
  });

  test('takes the brackets of pg_dump for remarks, and no other command of psql', () => {
    const dump = '\\restrict aB3;x\n\nSET lock_timeout = 0;\nCREATE TABLE t ();\n\n\\unrestrict aB3;x\n';
    expect(texts(dump)).toEqual(['SET lock_timeout = 0', 'CREATE TABLE t ()']);
    expect(texts('\\connect other\nSELECT 1;')[0]).toMatch(/^\\connect/);
  });
});

describe('names', () => {
  test('are folded where they are bare, in the letters of ASCII', () => {
    const names = tokenize('Users "Users" GRÖSSE', lexis).filter(({ type }) => type === 'word' || type === 'quoted');
    expect(names.map((token) => unquote(token, lexis))).toEqual(['users', 'Users', 'grÖsse']);
  });

  test.each([
    ['plain', 'plain'],
    ['Mixed', '"Mixed"'],
    ['select', '"select"'],
    ['between', '"between"'],
    ['authorization', '"authorization"'],
    ['name', 'name'],
    ['a"b', '"a""b"'],
  ])('%s is written %s', (name, written) => {
    expect(postgresDialect.quote(name)).toBe(written);
  });
});

describe('classifying', () => {
  test.each([
    ['CREATE TABLE t ()', 'schema'],
    ['COMMENT ON TABLE t IS NULL', 'schema'],
    ['GRANT SELECT ON t TO u', 'schema'],
    ['CREATE USER MAPPING FOR u SERVER s', 'schema'],
    ["SELECT pg_catalog.set_config('search_path', '', false)", 'ignored'],
    ['INSERT INTO t VALUES (1)', 'data'],
    ['CREATE DATABASE d', 'refused'],
    ['CREATE ROLE temp', 'refused'],
    ["SET SESSION statement_timeout = '1s'", 'ignored'],
    ['SET search_path = \'\', "$user", public, pg_catalog', 'ignored'],
    ["SELECT setval('s', 3), (SELECT 1)", 'ignored'],
  ])('%s is %s', (text, expected) => {
    expect(statements(text).map((each) => classify(each.words, [], each.text))).toEqual([expected]);
  });

  test.each([
    ['SET search_path TO app, public', /search path/],
    ['SET LOCAL search_path = "app"', /search path/],
    ["SET SCHEMA 'app'", /search path/],
    ["SELECT pg_catalog.set_config('search_path', 'app, public', false)", /search path/],
    ['SELECT 1 AS a INTO t', /SELECT … INTO/],
  ])('%s is refused by name', (text, reason) => {
    expect(statements(text).map((each) => classify(each.words, [], each.text))).toEqual([
      { refused: expect.stringMatching(reason), hint: expect.any(String) },
    ]);
  });
});

test('the statements of a rule are one statement', () => {
  const rule = 'CREATE OR REPLACE RULE r AS ON DELETE TO v DO INSTEAD (DELETE FROM a; INSERT INTO b VALUES (1); )';
  expect(statements(`${rule}; SELECT (1; SELECT 2`).map(({ text }) => text)).toEqual([rule, 'SELECT (1', 'SELECT 2']);
});

describe('a script for psql', () => {
  test('stops at the first error, sets what the batch asks for, and makes a check an error', () => {
    const check = { message: "it's there" };
    const script = postgresDialect.script([{ text: 'SELECT $check$a$check$ WHERE $1 = 1', params: [1], check }], {
      atomic: true,
      settings: { 'postgres/lock_timeout': '5s' },
    });
    expect(script[0]).toBe('\\set ON_ERROR_STOP on\nBEGIN');
    expect(script[1]).toBe("SET LOCAL lock_timeout = '5s'");
    expect(script[2]).toMatch(/^DO \$check1\$[\s\S]*WHERE 1 = 1[\s\S]*'it''s there'[\s\S]*\$check1\$$/);
    expect(script[3]).toBe('COMMIT');
  });

  test('leaves a dollar sign alone that is no parameter', () => {
    expect(postgresDialect.print({ text: `SELECT '$1', "$2", $1`, params: ['a\\b'] })).toBe(
      `SELECT '$1', "$2", E'a\\\\b'`,
    );
  });
});

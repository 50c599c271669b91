import { describe, expect, test } from 'vitest';
import { postgresDialect } from '../src/index.js';

describe('what no desired state says', () => {
  test.each([
    [['COPY', 'PUBLIC'], 'COPY public.t (a, b) FROM stdin', /rows/, /--schema-only/],
    [['COPY', 'PUBLIC'], "COPY public.t FROM '/tmp/stdin'", /^COPY acts beyond the schema/, /Take the statement out/],
    [['DO', '$$'], 'DO $$ BEGIN END $$', /^DO runs a program/, /CREATE TABLE/],
    [['VACUUM', 'PUBLIC'], 'VACUUM public.t', /^VACUUM acts/, /own client/],
    [['CREATE', 'TEMP', 'TABLE'], 'CREATE TEMP TABLE t ()', /one connection/, /without TEMP/],
    [
      ['CREATE', 'OR', 'REPLACE', 'TEMPORARY', 'VIEW'],
      'CREATE OR REPLACE TEMPORARY VIEW v AS SELECT 1',
      /^a temp/,
      /out/,
    ],
    [['GRANT', 'A', 'TO', 'B'], 'GRANT a TO b', /^GRANT of a role/, /own client/],
    [['REVOKE', 'ADMIN'], 'REVOKE ADMIN OPTION FOR a FROM b', /^REVOKE of a role/, /own client/],
    [['GRANT', 'CONNECT', 'ON'], 'GRANT CONNECT ON DATABASE a TO b', /ON DATABASE is about/, /own client/],
    [['COMMENT', 'ON', 'ROLE'], "COMMENT ON ROLE a IS 'b'", /ON ROLE is about/, /own client/],
    [['SECURITY', 'LABEL'], "SECURITY LABEL FOR x ON DATABASE a IS 'b'", /ON DATABASE is about/, /own client/],
    [
      ['CREATE', 'MATERIALIZED', 'VIEW'],
      "CREATE MATERIALIZED VIEW v AS SELECT * FROM x.dblink('', 'DROP TABLE t') AS (a int)",
      /dblink\(\) reaches outside/,
      /WITH NO DATA/,
    ],
    [['CREATE', 'TABLE', 'T'], "CREATE TABLE t AS SELECT lo_import('/etc/passwd')", /lo_import\(\)/, /columns/],
  ])('%j is told by its verb', (words, text, refused, hint) => {
    expect(postgresDialect.classify(words, [], text)).toEqual({
      refused: expect.stringMatching(refused),
      hint: expect.stringMatching(hint),
    });
  });

  test.each([
    'DROP OWNED BY a',
    'REASSIGN OWNED BY a TO b',
    'ALTER SYSTEM SET work_mem = 1',
    'CREATE DATABASE a',
    'CREATE ROLE a',
    "CREATE TABLESPACE a LOCATION '/b'",
    'CREATE SUBSCRIPTION a',
  ])('%s is beyond the database', (text) => {
    expect(postgresDialect.classify(text.split(' '), [], text)).toBe('refused');
  });

  test.each([
    'GRANT SELECT ON TABLE database TO a',
    'GRANT USAGE ON SCHEMA a TO b',
    "COMMENT ON TABLE role IS 'a'",
    "CREATE MATERIALIZED VIEW v AS SELECT * FROM dblink('', '') AS (a int) WITH NO DATA",
    'CREATE MATERIALIZED VIEW v AS SELECT 1 AS dblink',
    'CREATE VIEW v AS SELECT lo_import(a) FROM t',
    'CREATE TABLE t (a int DEFAULT lo_import(b))',
  ])('%s is of it', (text) => {
    expect(postgresDialect.classify(text.split(' '), [], text)).toBe('schema');
  });
});

import { splitSql } from '@sync/core';
import { expect, test } from 'vitest';
import { cockroachParser } from '../../../integration/servers/cockroach-parser.mjs';
import { cockroachDialect } from '../src/dialect.js';

const parser = await cockroachParser();

function classOf(text: string) {
  const [statement] = splitSql(text, 'schema.sql', cockroachDialect.lexis);
  if (!statement) throw new TypeError('it is a statement');
  return cockroachDialect.classify(statement.words, [], statement.text);
}

const refused = [
  'CREATE DOMAIN positive AS INT8 CHECK (VALUE > 0)',
  'CREATE RULE kept AS ON DELETE TO users DO INSTEAD NOTHING',
  'CREATE TABLE b (x INT8) INHERITS (a)',
  'CREATE TABLE a (x INT8, EXCLUDE USING gist (x WITH =))',
  'ALTER TABLE a ADD CONSTRAINT c EXCLUDE USING gist (x WITH =)',
  'CREATE TABLE b PARTITION OF a FOR VALUES IN (1)',
  'LOCK TABLE a',
  'CREATE AGGREGATE total (INT8) (SFUNC = plus, STYPE = INT8)',
  'CREATE TYPE span AS RANGE (SUBTYPE = time)',
  'CREATE COLLATION c FROM "C"',
  'CREATE CAST (a AS b) WITHOUT FUNCTION',
  'CREATE PUBLICATION p',
  'CREATE SERVER s FOREIGN DATA WRAPPER f',
  'CREATE TEXT SEARCH CONFIGURATION c (PARSER = d)',
  'CREATE EVENT TRIGGER e ON ddl_command_start EXECUTE FUNCTION f()',
];

test.each(refused)('%s is refused with the way round it', (text) => {
  expect(classOf(text)).toEqual({ refused: expect.stringMatching(/^CockroachDB has no /), hint: expect.any(String) });
});

test.each([
  'GRANT SELECT ON TABLE a TO app',
  'GRANT admin TO app',
  'REVOKE ALL ON a FROM app',
  'ALTER DEFAULT PRIVILEGES GRANT SELECT ON TABLES TO app',
])('%s would come to nothing, and is refused', (text) => {
  const refusal = {
    refused: expect.stringMatching(/^privileges are neither read nor changed/),
    hint: expect.any(String),
  };
  expect(classOf(text)).toEqual(refusal);
});

test.runIf('parse' in parser)('CockroachDB’s own grammar has none of them', async () => {
  const answers = 'parse' in parser ? await parser.parse(refused) : [];
  expect(answers.map(({ error }, i) => (error === undefined ? refused[i] : undefined)).filter(Boolean)).toEqual([]);
});

test.each([
  'CREATE TABLE a (x INT8, inherits INT8)',
  'CREATE TABLE a (x INT8) PARTITION BY LIST (x) (PARTITION one VALUES IN (1))',
  'CREATE INDEX CONCURRENTLY i ON a (x)',
  "CREATE TYPE state AS ENUM ('new')",
  'ALTER TABLE a SET LOCALITY GLOBAL',
  'CREATE OR REPLACE FUNCTION f() RETURNS INT8 LANGUAGE sql AS $$ SELECT 1 $$',
])('%s is taken', (text) => expect(classOf(text)).toBe('schema'));

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
  ])('%j is told by its verb', (words, text, refused, hint) => {
    expect(postgresDialect.classify(words, [], text)).toEqual({
      refused: expect.stringMatching(refused),
      hint: expect.stringMatching(hint),
    });
  });
});

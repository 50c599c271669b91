import {
  alteredQuery,
  type FactRow,
  type Landscape,
  landscape,
  landscapeQuery,
  lossesQuery,
  withAltered,
} from '@sync/dialect-postgres';
import { expect, test } from 'vitest';
import { one, open } from './own.js';
import { freshDatabase, servers } from './servers.js';

/** What a migration does, one after the other. Whether it takes something away, so that all has to be read again, is told beside it. */
const steps: readonly (readonly [string, 'all' | 'altered'])[] = [
  ['CREATE TABLE t (id int PRIMARY KEY, a text, b int)', 'altered'],
  ['CREATE INDEX t_a ON t (a)', 'altered'],
  ["ALTER TABLE t ADD COLUMN c text DEFAULT 'x'", 'altered'],
  ['ALTER TABLE t ALTER COLUMN b SET NOT NULL', 'altered'],
  ['ALTER TABLE t DROP COLUMN c', 'altered'],
  ['ALTER TABLE t ADD CHECK (b > 0)', 'altered'],
  ['ALTER TABLE t RENAME COLUMN a TO z', 'altered'],
  ['ALTER TABLE t RENAME TO u', 'all'],
  ['ALTER INDEX t_a RENAME TO u_z', 'altered'],
  ['ALTER TABLE u ALTER COLUMN b TYPE bigint', 'all'],
  ['CREATE VIEW v AS SELECT * FROM u', 'altered'],
  ['CREATE OR REPLACE VIEW v AS SELECT *, 1 AS one FROM u', 'altered'],
  ['CREATE TYPE e AS ENUM ($$a$$)', 'altered'],
  ["ALTER TYPE e ADD VALUE 'b'", 'altered'],
  ['ALTER TYPE e RENAME TO f', 'all'],
  ['CREATE TABLE of_f (f f, fs f[])', 'altered'],
  ["SELECT pg_catalog.set_config('search_path', '', false)", 'altered'],
  ['ALTER TABLE public.of_f ADD COLUMN z int', 'altered'],
  ['SET search_path = public', 'altered'],
  ['CREATE SCHEMA s', 'altered'],
  ['ALTER TABLE u SET SCHEMA s', 'all'],
  ['ALTER SCHEMA s RENAME TO r', 'all'],
  ['CREATE TABLE p (id int) PARTITION BY RANGE (id)', 'altered'],
  ['CREATE TABLE p1 (id int)', 'altered'],
  ['ALTER TABLE p ATTACH PARTITION p1 FOR VALUES FROM (0) TO (9)', 'altered'],
  ['ALTER TABLE p DETACH PARTITION p1', 'all'],
  ['ALTER TABLE r.u ENABLE ROW LEVEL SECURITY', 'altered'],
  ['CREATE POLICY q ON r.u USING (true)', 'altered'],
  ['ALTER POLICY q ON r.u USING (b > 1)', 'altered'],
  ['GRANT SELECT ON r.u TO public', 'altered'],
  ['INSERT INTO r.u VALUES (1, $$x$$, 2)', 'altered'],
  ['SELECT count(*) FROM r.u', 'altered'],
  ['TRUNCATE r.u', 'altered'],
  [
    'DO $$BEGIN CREATE TABLE w (i int); BEGIN ALTER TABLE w ADD j int; EXCEPTION WHEN others THEN NULL; END; END$$',
    'altered',
  ],
  ['DROP TABLE r.u CASCADE', 'all'],
];

test.each(servers)('$name: what a statement altered, and all that is there after it, are the same', async (server) => {
  if ('absent' in server) return expect.fail(`absent: ${server.absent}`);
  await using database = await freshDatabase(server.url);
  await using connection = await open(database.url);
  const all = async () => landscape(await connection.query<FactRow>(landscapeQuery));
  const losses = async () => (await one<{ readonly losses: number }>(connection, lossesQuery.text))?.losses;
  const told: [string, string][] = [];
  for (const [text] of steps) {
    await connection.query({ text: 'BEGIN' });
    const known = await all();
    const lost = await losses();
    await connection.query({ text });
    const whole = await all();
    const isWhole = (await losses()) !== lost;
    if (!isWhole)
      expect(plain(withAltered(known, await connection.query<FactRow>(alteredQuery))), text).toEqual(plain(whole));
    told.push([text, isWhole ? 'all' : 'altered']);
    await connection.query({ text: 'COMMIT' });
  }
  expect(told).toEqual(steps);
});

function plain(facts: Landscape): readonly object[] {
  return [...facts].map(([key, { path, state }]) => ({ key, path, state })).sort((a, b) => (a.key < b.key ? -1 : 1));
}

import { inspect } from '@sync/core';
import { describe, expect, test } from 'vitest';
import driver from '../src/index.js';
import { open } from './own.js';
import { freshDatabase, servers } from './servers.js';

const schema = [
  'CREATE SCHEMA app',
  "CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END'",
  'CREATE TABLE t (a int PRIMARY KEY, b text, CONSTRAINT c CHECK (a > 0)) PARTITION BY RANGE (a)',
  'CREATE TABLE p PARTITION OF t FOR VALUES FROM (1) TO (9)',
  'CREATE INDEX i ON t ((a + 1))',
  'CREATE TRIGGER tr AFTER INSERT ON t FOR EACH ROW EXECUTE FUNCTION f()',
  "COMMENT ON CONSTRAINT t_pkey ON t IS 'of all'",
  "COMMENT ON CONSTRAINT p_pkey ON p IS 'of one'",
  "COMMENT ON INDEX p_pkey IS 'of one'",
  "COMMENT ON CONSTRAINT c ON p IS 'of one'",
  "COMMENT ON INDEX p_expr_idx IS 'of one'",
  "COMMENT ON TRIGGER tr ON p IS 'of one'",
  'ALTER INDEX p_expr_idx SET (fillfactor = 70)',
  'ALTER INDEX p_expr_idx ALTER COLUMN 1 SET STATISTICS 7',
  'CREATE TABLE r (a int CONSTRAINT r_a REFERENCES t)',
  'ALTER TABLE r DISABLE TRIGGER ALL',
  "COMMENT ON TYPE r IS 'a row'",
  'CREATE TABLE app.n (a int GENERATED ALWAYS AS IDENTITY (SEQUENCE NAME app.mine), b int GENERATED ALWAYS AS IDENTITY)',
  "COMMENT ON SEQUENCE app.n_b_seq IS 'inside'",
  'CREATE TABLE above (a int, b int, CONSTRAINT c CHECK (a > 0))',
  'CREATE TABLE heir (b int, a int, CONSTRAINT c CHECK (a > 0)) INHERITS (above)',
  'CREATE TABLE "other heir" (c int) INHERITS (above)',
  'CREATE MATERIALIZED VIEW m AS SELECT 1 AS a',
  'ALTER MATERIALIZED VIEW m REPLICA IDENTITY FULL',
  'CREATE EXTENSION citext',
  'CREATE EXTENSION hstore',
  "COMMENT ON EXTENSION citext IS 'mine'",
  "COMMENT ON SCHEMA public IS 'mine'",
];

const fromNewest = [
  'CREATE TABLE nn (a int CONSTRAINT not_null_of_a NOT NULL)',
  "COMMENT ON CONSTRAINT not_null_of_a ON nn IS 'must be'",
  'ALTER SEQUENCE app.n_b_seq SET UNLOGGED',
];

describe.each(servers)('$name', (server) => {
  if ('absent' in server) {
    describe.skip(`absent: ${server.absent}`, () => {});
    return;
  }
  test('what is said of parts and cannot be planned is listed, and nothing else is', async () => {
    await using target = await freshDatabase(server.url);
    await using connection = await open(target.url);
    const isNewest = server.name === 'postgres-18';
    for (const text of [...schema, ...(isNewest ? fromNewest : [])]) await connection.execute({ text });
    const { catalogue, unmanaged } = await inspect(connection, driver);
    expect(unmanaged.map(({ kind, name }) => `${kind} ${name}`).sort()).toEqual(
      [
        'comment constraint c on table public.p',
        'comment constraint p_pkey on table public.p',
        'comment extension citext',
        'comment index public.p_expr_idx',
        'comment index public.p_pkey',
        'comment schema public',
        'comment sequence app.n_b_seq',
        'comment trigger tr on table public.p',
        'comment type public.r',
        'disabled triggers of constraint r.r_a',
        'name of the sequence of an identity app.mine',
        'own definition of inherited checks heir (c)',
        'own definition of inherited columns heir (a, b)',
        'replica identity of materialized view m',
        'statistics of index p_expr_idx',
        'storage parameters of index p_expr_idx',
        ...(isNewest
          ? [
              'comment constraint not_null_of_a on table public.nn',
              'persistence of the sequence of an identity app.n_b_seq',
            ]
          : []),
      ].sort(),
    );
    const comments = [...catalogue].filter(({ kind }) => kind === 'postgres/comment');
    expect(comments.map(({ address, spec }) => [address, spec])).toEqual([
      ['postgres/comment:t.t_pkey.postgres/constraint', { text: 'of all' }],
    ]);
  });
});

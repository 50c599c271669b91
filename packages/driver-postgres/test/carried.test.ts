import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createEngine, inspect, tenantContext } from '@sync/core';
import { describe, expect, test } from 'vitest';
import driver from '../src/index.js';
import { open } from './own.js';
import { freshDatabase, servers } from './servers.js';

const before = `
CREATE EXTENSION citext;
CREATE TABLE t (a int, b text, c text, CONSTRAINT "a key" UNIQUE (b));
CREATE INDEX "an index" ON t (a);
CREATE MATERIALIZED VIEW m AS SELECT a, b, c FROM t;
CREATE INDEX on_m ON m (b);
CREATE FUNCTION f(a int) RETURNS int LANGUAGE sql AS 'SELECT 1';
`;

const after = `
CREATE EXTENSION citext;
CREATE TABLE t (a bigint, b text, c text, CONSTRAINT "a key" UNIQUE (b, a));
CREATE INDEX "an index" ON t (a DESC);
CREATE MATERIALIZED VIEW m AS SELECT a, b FROM t;
CREATE INDEX on_m ON m (b);
CREATE FUNCTION f(a int) RETURNS bigint LANGUAGE sql AS 'SELECT 1::bigint';
`;

const said = (space: string) => [
  `ALTER INDEX "a key" SET TABLESPACE ${space}`,
  `ALTER INDEX "an index" SET TABLESPACE ${space}`,
  `ALTER MATERIALIZED VIEW m SET TABLESPACE ${space}`,
  'ALTER MATERIALIZED VIEW m ALTER b SET STATISTICS 7',
  'ALTER MATERIALIZED VIEW m ALTER b SET STORAGE EXTERNAL',
  'ALTER MATERIALIZED VIEW m ALTER b SET (n_distinct = 5)',
  'ALTER MATERIALIZED VIEW m ALTER c SET STATISTICS 8',
  'ALTER INDEX on_m DEPENDS ON EXTENSION citext',
  'ALTER FUNCTION f(int) DEPENDS ON EXTENSION citext',
];

const ofColumnC = 'statistics of column m.c';
const kept = [
  'dependency on extension citext of function public.f(integer)',
  'dependency on extension citext of index public.on_m',
  'options of column m.b',
  'statistics of column m.b',
  'storage of column m.b',
  'tablespace of index a key',
  'tablespace of index an index',
  'tablespace of materialized view m',
];

describe.each(servers)('$name', (server) => {
  if ('absent' in server) {
    describe.skip(`absent: ${server.absent}`, () => {});
    return;
  }
  test.each(['never', 'always'] as const)('what is made again is where and as it was, online %s', async (online) => {
    await using target = await freshDatabase(server.url);
    await using connection = await open(target.url);
    const directory = await mkdtemp(join(tmpdir(), 'carried-'));
    const space = `space_of_${new URL(target.url).pathname.slice(1)}`;
    try {
      await connection.execute({ text: 'SET allow_in_place_tablespaces = on' });
      await connection.execute({ text: `CREATE TABLESPACE ${space} LOCATION ''` });
      await writeFile(join(directory, 'before.sql'), before);
      await writeFile(join(directory, 'after.sql'), after);
      const tenant = tenantContext({ id: 'default', target: { url: target.url, directory } });
      const engine = createEngine({ driver });
      await engine.sync(tenant, join(directory, 'before.sql'), { allow: 'all' });
      for (const text of said(space)) await connection.execute({ text });
      const leftAlone = async () =>
        (await inspect(connection, driver)).unmanaged.map(({ kind, name }) => `${kind} ${name}`).sort();
      expect(await leftAlone()).toEqual([...kept, ofColumnC].sort());
      const plan = await engine.plan(tenant, join(directory, 'after.sql'), { online });
      await engine.apply(tenant, plan, { allow: 'all' });
      expect(await leftAlone()).toEqual(kept);
      await engine.down(tenant, plan, { allow: 'all' });
      expect(await leftAlone()).toEqual([...kept, ofColumnC].sort());
    } finally {
      await connection.execute({ text: 'DROP MATERIALIZED VIEW IF EXISTS m' });
      await connection.execute({ text: 'DROP TABLE IF EXISTS t' });
      await connection.execute({ text: `DROP TABLESPACE IF EXISTS ${space}` });
      await rm(directory, { recursive: true });
    }
  });
});

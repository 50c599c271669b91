import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { createEngine, tenantContext } from '@sync/core';
import driver from '@sync/driver-rqlite';
import { afterAll, describe, expect, test } from 'vitest';
import { startRqliteCluster } from '../servers/rqlite-cluster.js';
import { ClusterBench, countOf } from './cluster-bench.js';

const cluster = await startRqliteCluster();

if ('absent' in cluster) describe.skip(`absent: ${cluster.absent}`, () => {});
else {
  const { leader, nodes } = cluster;
  afterAll(() => cluster[Symbol.asyncDispose]());

  const bench = new ClusterBench(cluster);

  describe('a cluster of three', () => {
    test('is written through any of its nodes', async () => {
      await bench.clear();
      for (const [n, node] of nodes.entries()) {
        await using connection = await bench.connect(node);
        await connection.atomically?.([{ text: 'INSERT INTO written VALUES (?)', params: [n] }]);
        expect(await countOf(connection, 'written')).toBe(n + 1);
      }
      await bench.agree('SELECT n FROM written ORDER BY n');
    });

    test('loses no write and does none twice while its leaders are killed', async () => {
      await bench.clear();
      await using connection = await bench.connect();
      await using lock = await connection.lock('tenant');
      let isOver = false;
      const killing = (async () => {
        for (let round = 0; round < 4; round++) {
          const first = await leader();
          await first.kill();
          await setTimeout(500);
          await first.start();
          await leader();
          await setTimeout(500);
        }
        isOver = true;
      })();
      let written = 0;
      while (!isOver) {
        await connection.atomically?.([{ text: 'INSERT INTO written VALUES (?)', params: [written] }]);
        written += 1;
      }
      await killing;
      expect(written).toBeGreaterThan(10);
      expect(lock.lost.aborted).toBe(false);
      const [row] = await connection.query({ text: 'SELECT count(*) AS n, count(DISTINCT n) AS d FROM written' });
      expect(row).toEqual({ n: written, d: written });
      await bench.agree('SELECT count(*), sum(n) FROM written');
    });

    test('does a write once whose leader hears and says nothing, and comes back', async () => {
      await bench.clear();
      await using connection = await bench.connect();
      await using _ = await connection.lock('tenant');
      for (let round = 0; round < 3; round++) {
        const first = await leader();
        // What was sent to it before lies in its ears when it comes back.
        const writing = connection.atomically?.([{ text: 'INSERT INTO written VALUES (?)', params: [round] }]);
        first.freeze();
        await writing;
        first.thaw();
        await leader();
      }
      await setTimeout(1500);
      const rows = await connection.query({ text: 'SELECT n, count(*) AS times FROM written GROUP BY n ORDER BY n' });
      expect(rows).toEqual([0, 1, 2].map((n) => ({ n, times: 1 })));
      await bench.agree('SELECT n FROM written ORDER BY n');
    });

    test('takes no write for done that most of the nodes did not hear of', async () => {
      await bench.clear();
      await using connection = await bench.connect();
      const first = await leader();
      const others = nodes.filter((node) => node !== first);
      await Promise.all(others.map((node) => node.kill()));
      const insert = { text: 'INSERT INTO written VALUES (1)' };
      for (const attempt of [connection.execute(insert), connection.query({ text: 'SELECT 1' })])
        await expect(attempt).rejects.toMatchObject({ code: 'CONNECTION_LOST' });
      await expect(bench.connect()).rejects.toMatchObject({ code: 'CONNECTION_FAILED' });
      await Promise.all(others.map((node) => node.start()));
      await leader();
      expect(await countOf(connection, 'written')).toBeLessThan(2);
      await bench.agree('SELECT n FROM written');
    });

    test('writes nothing of one who lost the lock, however late it arrives', async () => {
      await bench.clear();
      await using one = await bench.connect();
      await using held = await one.lock('tenant');
      await using other = await bench.connect();
      await other.execute({ text: "UPDATE _schema_sync_leases SET holder = 'another', beat = 'another'" });
      const insert = one.atomically?.([{ text: 'INSERT INTO written VALUES (1)' }]);
      await expect(insert).rejects.toMatchObject({ code: 'LOCK_LOST' });
      expect(held.lost.aborted).toBe(true);
      expect(await countOf(other, 'written')).toBe(0);
      await other.execute({ text: 'DELETE FROM _schema_sync_leases' });
    });

    test('gives the lock of one who died to the next once it was not renewed for as long as it lasts', async () => {
      await using connection = await bench.connect();
      await connection.execute({ text: "INSERT INTO _schema_sync_leases VALUES ('tenant', 'who died', 'long ago')" });
      await using next = await bench.connect(undefined, 600);
      await expect(next.lock('tenant', { waitMs: 100 })).rejects.toMatchObject({
        code: 'LOCK_TIMEOUT',
        hint: expect.stringContaining('who died') as string,
      });
      await using lock = await next.lock('tenant', { waitMs: 20_000 });
      await setTimeout(1000);
      expect(lock.lost.aborted).toBe(false);
    });

    test('leaves foreign keys enforced on every node after a table was rebuilt, and after a rebuild that failed', async () => {
      await using connection = await bench.connect();
      for (const text of [
        'CREATE TABLE parents (id INTEGER PRIMARY KEY)',
        'CREATE TABLE children (id INTEGER PRIMARY KEY, parent INTEGER REFERENCES parents (id) ON DELETE CASCADE)',
        'INSERT INTO parents VALUES (1)',
        'INSERT INTO children VALUES (1, 1)',
      ])
        await connection.execute({ text });
      const settings = { 'sqlite/foreign_keys': 'off' };
      const dropping = [{ text: 'DROP TABLE parents' }, { text: 'CREATE TABLE parents (id INTEGER PRIMARY KEY)' }];
      await expect(
        connection.atomically?.([...dropping, { text: 'INSERT INTO nowhere VALUES (1)' }], { settings }),
      ).rejects.toMatchObject({ code: 'STATEMENT_FAILED', details: { index: 2 } });
      expect(await countOf(connection, 'parents')).toBe(1);
      await connection.atomically?.([...dropping, { text: 'INSERT INTO parents VALUES (1)' }], { settings });
      expect(await countOf(connection, 'children')).toBe(1);
      for (const node of nodes) {
        await using through = await bench.connect(node);
        const orphan = through.execute({ text: 'INSERT INTO children VALUES (2, 7)' });
        await expect(orphan).rejects.toMatchObject({ code: 'CHECK_FAILED' });
      }
      await connection.execute({ text: 'DELETE FROM parents' });
      await bench.agree('SELECT count(*) FROM children');
      expect(await countOf(connection, 'children')).toBe(0);
    });

    test('fills rows with the same time on every node', async () => {
      await using connection = await bench.connect();
      await connection.execute({ text: 'CREATE TABLE timed (id INTEGER PRIMARY KEY)' });
      await connection.execute({ text: 'INSERT INTO timed VALUES (1), (2)' });
      const directory = await mkdtemp(join(tmpdir(), 'schema-sync-rqlite-'));
      const desired =
        "CREATE TABLE timed (id INTEGER PRIMARY KEY, at TEXT DEFAULT (strftime('%Y-%m-%d %H:%M:%f', 'now')));";
      await writeFile(join(directory, 'schema.sql'), desired);
      const tenant = tenantContext({ id: 'cluster', target: { url: bench.url(), directory } });
      const request = { directory, exclude: ['written', 'parents', 'children'] };
      await createEngine({ driver }).sync(tenant, 'schema.sql', { ...request, allow: 'all' });
      await rm(directory, { recursive: true });
      expect(await connection.query({ text: 'SELECT count(at) AS filled FROM timed' })).toEqual([{ filled: 2 }]);
      await bench.agree('SELECT id, at FROM timed');
    });

    test('is written where its nodes call the leader by a name that only they can reach', async () => {
      const started = await startRqliteCluster({ 'http-adv-addr': '127.0.0.1:1' });
      if ('absent' in started) return expect.fail(started.absent);
      await using hidden = started;
      const first = await hidden.leader();
      const follower = hidden.nodes.find((node) => node !== first);
      const url = `rqlite://ada:right@127.0.0.1:${follower?.port}?timeoutMs=3000`;
      await using connection = await driver.connect(driver.options({ url, directory: '.' }), { access: 'write' });
      await using _ = await connection.lock('tenant');
      await connection.atomically?.([{ text: 'CREATE TABLE written (n)' }, { text: 'INSERT INTO written VALUES (1)' }]);
      expect(await countOf(connection, 'written')).toBe(1);
    });
  });
}

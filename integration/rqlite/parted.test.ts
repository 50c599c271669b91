import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { createEngine, tenantContext } from '@sync/core';
import driver from '@sync/driver-rqlite';
import { afterAll, afterEach, describe, expect, test } from 'vitest';
import { startRqliteCluster } from '../servers/rqlite-cluster.js';
import { ClusterBench, countOf } from './cluster-bench.js';

const cluster = await startRqliteCluster();

if ('absent' in cluster) describe.skip(`absent: ${cluster.absent}`, () => {});
else {
  const { leader, nodes } = cluster;
  const bench = new ClusterBench(cluster);
  afterEach(() => cluster.heal());
  afterAll(() => cluster[Symbol.asyncDispose]());

  describe('a cluster whose nodes do not hear of one of them, though clients do', () => {
    test('loses no write and does none twice while its leaders are apart', async () => {
      await bench.clear();
      const first = await leader();
      await using connection = await bench.connect(first);
      await using lock = await connection.lock('tenant');
      let isOver = false;
      const leaders = new Set<number>();
      const parting = (async () => {
        for (let round = 0; round < 3; round++) {
          const leading = await leader();
          leaders.add(leading.port);
          cluster.part(leading);
          await setTimeout(1500);
          leaders.add((await leader()).port);
          cluster.heal();
          await setTimeout(700);
        }
        isOver = true;
      })();
      let written = 0;
      while (!isOver) {
        await connection.atomically?.([{ text: 'INSERT INTO written VALUES (?)', params: [written] }]);
        written += 1;
      }
      await parting;
      expect(leaders.size, 'another one led each time').toBeGreaterThan(1);
      expect(lock.lost.aborted).toBe(false);
      const [row] = await connection.query({ text: 'SELECT count(*) AS n, count(DISTINCT n) AS d FROM written' });
      expect(row).toEqual({ n: written, d: written });
      await bench.agree('SELECT count(*), sum(n) FROM written');
    });

    test('is read as it is by whoever asks the one that is apart first', async () => {
      await bench.clear();
      const apart = await leader();
      cluster.part(apart);
      const next = await leader();
      expect(next).not.toBe(apart);
      await using connection = await bench.connect(next);
      await connection.execute({ text: 'INSERT INTO written VALUES (1)' });
      // The others may be choosing once more.
      const patient = bench.url(apart).replace('timeoutMs=2000', 'timeoutMs=20000');
      await using asking = await driver.connect(driver.options({ url: patient, directory: '.' }), { access: 'write' });
      expect(await countOf(asking, 'written')).toBe(1);
      cluster.heal();
      await bench.agree('SELECT n FROM written');
    });

    test('goes on undisturbed where one that does not lead is apart, which learns of it later', async () => {
      await bench.clear();
      const leading = await leader();
      await using connection = await bench.connect(leading);
      const apart = nodes.find((node) => node !== leading);
      if (!apart) throw new Error('a cluster of one');
      cluster.part(apart);
      for (let n = 0; n < 20; n++) await connection.execute({ text: 'INSERT INTO written VALUES (?)', params: [n] });
      expect((await leader()).port).toBe(leading.port);
      cluster.heal();
      await bench.agree('SELECT count(*), sum(n) FROM written');
      expect(await countOf(connection, 'written')).toBe(20);
    });

    test('applies a plan once whose leader is apart in the middle of it', async () => {
      const directory = await mkdtemp(join(tmpdir(), 'schema-sync-rqlite-'));
      try {
        await using connection = await bench.connect();
        await connection.execute({ text: 'CREATE TABLE people (id INTEGER PRIMARY KEY, age TEXT)' });
        await connection.execute({
          text: 'WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 50000) INSERT INTO people SELECT i, i FROM n',
        });
        const goal = 'CREATE TABLE people (id INTEGER PRIMARY KEY, age VARCHAR(9), mail TEXT);\n';
        await writeFile(join(directory, 'schema.sql'), goal);
        const engine = createEngine({ driver });
        const url = `${cluster.url()}?timeoutMs=30000&lockWaitMs=60000`;
        const tenant = tenantContext({ id: 'cluster', target: { url, directory } });
        const plan = await engine.plan(tenant, 'schema.sql', { directory });
        const apart = await leader();
        const running = engine.apply(tenant, plan, { allow: 'all' });
        await setTimeout(100);
        cluster.part(apart);
        await setTimeout(1500);
        cluster.heal();
        await running;
        expect((await engine.audit(tenant)).inspection.catalogue.root).toBe(plan.goal.root);
        const runs = await engine.history(tenant);
        expect(runs.filter((run) => run.outcome === 'done')).toHaveLength(1);
        expect(await countOf(connection, 'people')).toBe(50_000);
        await bench.agree('SELECT count(*), sum(id) FROM people');
        await bench.agree('SELECT type, name, sql FROM sqlite_master ORDER BY type, name');
      } finally {
        await rm(directory, { recursive: true });
      }
    });
  });
}

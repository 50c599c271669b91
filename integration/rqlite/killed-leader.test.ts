import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { createEngine, isSyncError, tenantContext } from '@sync/core';
import driver from '@sync/driver-rqlite';
import { afterAll, describe, expect, test } from 'vitest';
import { startRqliteCluster } from '../servers/rqlite-cluster.js';
import { ClusterBench, countOf } from './cluster-bench.js';

const cluster = await startRqliteCluster();
const rows = 50_000;
const tableOf = (type: string) => `CREATE TABLE people (id INTEGER PRIMARY KEY, mail TEXT, age ${type});\n`;
const fill = `WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${rows})
INSERT INTO people SELECT i, 'mail' || i, i FROM n`;

if ('absent' in cluster) describe.skip(`absent: ${cluster.absent}`, () => {});
else {
  const { leader } = cluster;
  const bench = new ClusterBench(cluster);
  afterAll(() => cluster[Symbol.asyncDispose]());

  /** Begins to apply a plan, and has something happen to whoever leads when it has come so far. */
  const during = async (
    delayMs: number,
    type: string,
    harm: (node: Awaited<ReturnType<typeof leader>>) => Promise<void>,
  ) => {
    const directory = await mkdtemp(join(tmpdir(), 'schema-sync-rqlite-'));
    try {
      await writeFile(join(directory, 'schema.sql'), tableOf(type));
      const engine = createEngine({ driver });
      const tenant = tenantContext({ id: 'cluster', target: { url: bench.url(), directory } });
      const plan = await engine.plan(tenant, 'schema.sql', { directory });
      let isOver = false;
      const running = engine.apply(tenant, plan, { allow: 'all' }).then(
        () => 'done',
        (error: unknown) => (isSyncError(error) ? error.code : error),
      );
      running.finally(() => (isOver = true));
      const first = await leader();
      await setTimeout(delayMs);
      const isHit = !isOver;
      await harm(first);
      const outcome = await running;
      await leader();
      expect(['done', 'CONNECTION_LOST', 'CONNECTION_FAILED']).toContain(outcome);
      const { inspection } = await engine.audit(tenant);
      const { root } = inspection.catalogue;
      expect([plan.base.root, plan.goal.root]).toContain(root);
      if (outcome === 'done') expect(root).toBe(plan.goal.root);
      // Whatever became of it, the same plan leads on, and comes about once.
      await engine.apply(tenant, plan, { allow: 'all' });
      expect((await engine.audit(tenant)).inspection.catalogue.root).toBe(plan.goal.root);
      const runs = await engine.history(tenant);
      expect(runs.filter((run) => run.plan === plan.id && run.outcome === 'done')).toHaveLength(1);
      return isHit;
    } finally {
      await rm(directory, { recursive: true });
    }
  };

  describe('a plan whose leader', () => {
    test('is killed in the middle comes about once or not at all, and leads on', async () => {
      await using connection = await bench.connect();
      await connection.execute({ text: tableOf('TEXT') });
      await connection.execute({ text: fill });
      let hits = 0;
      for (let round = 0; round < 6; round++) {
        const isHit = await during(round * 60, `VARCHAR(${round + 1})`, async (node) => {
          await node.kill();
          await node.start();
        });
        hits += Number(isHit);
        expect(await countOf(connection, 'people')).toBe(rows);
      }
      expect(hits).toBeGreaterThan(0);
      await bench.agree('SELECT count(*), sum(id), group_concat(DISTINCT typeof(age)) FROM people');
    });

    test('says nothing for a while comes about once, and the old leader knows no other state when it is back', async () => {
      await using connection = await bench.connect();
      for (let round = 0; round < 3; round++) {
        await during(round * 100, `CHAR(${round + 1})`, async (node) => {
          node.freeze();
          await setTimeout(4000);
          node.thaw();
        });
        expect(await countOf(connection, 'people')).toBe(rows);
      }
      await bench.agree('SELECT count(*), sum(id), group_concat(DISTINCT typeof(age)) FROM people');
      await bench.agree('SELECT type, name, sql FROM sqlite_master ORDER BY type, name');
    });
  });
}

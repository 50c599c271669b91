import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createEngine, tenantContext } from '@sync/core';
import driver from '@sync/driver-cassandra';
import { expect, test } from 'vitest';
import { startOwnServer } from '../servers/own-server.mjs';

const isLong = process.env.TEST_LONG === '1';

const goal = `CREATE TABLE usual (id int PRIMARY KEY) WITH compaction = {'class': 'SizeTieredCompactionStrategy'};
CREATE TABLE as_the_node_has_it (id int PRIMARY KEY);`;

test.runIf(isLong)(
  'a node whose settings say another compaction for new tables gets what is declared',
  async ({ skip }) => {
    const own = await startOwnServer('cassandra-5');
    if ('absent' in own) return skip(`absent: ${own.absent}`);
    await using _ = own;
    await own.stop();
    const settings = readFileSync(join(own.folder, 'cassandra.yaml'), 'utf8');
    const compaction = '{class_name: LeveledCompactionStrategy, parameters: {sstable_size_in_mb: 80}}';
    own.write('cassandra.yaml', `${settings}default_compaction: ${compaction}\n`);
    await own.start();
    const directory = mkdtempSync(join(tmpdir(), 'schema-sync-compaction-'));
    try {
      const file = join(directory, 'goal.cql');
      writeFileSync(file, goal);
      const target = { url: `${own.url}/app`, directory };
      await using connection = await driver.connect(driver.options(target), { access: 'write', missing: 'make' });
      const engine = createEngine({ driver });
      const tenant = tenantContext({ id: 'app', target });
      const plan = await engine.plan(tenant, file);
      expect(plan.proof).toMatchObject({ up: true, down: true });
      await engine.apply(tenant, plan);
      expect((await engine.plan(tenant, file)).up).toEqual([]);
      const rows = await connection.query<{ readonly compaction: Readonly<Record<string, string>> }>({
        text: "SELECT compaction FROM system_schema.tables WHERE keyspace_name = 'app' AND table_name IN ('usual', 'as_the_node_has_it')",
      });
      expect(rows.map((row) => Object(row.compaction).class.split('.').at(-1)).sort()).toEqual([
        'LeveledCompactionStrategy',
        'SizeTieredCompactionStrategy',
      ]);
    } finally {
      rmSync(directory, { recursive: true });
    }
  },
);

import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createEngine, tenantContext } from '@sync/core';
import driver from '@sync/driver-postgres';
import { describe, expect, test } from 'vitest';
import { freshDatabase } from '../servers/fresh-database.js';
import { realServer } from '../servers/real-server.js';
import { scenarios } from './scenarios.js';

const servers = ['postgres-13', 'postgres-18'].map((name) => ({ name, ...realServer(name) }));
const engine = createEngine({ driver });

describe.each(servers)('$name: applied, read again, in sync, and taken back', (server) => {
  if ('absent' in server) {
    test.skip(`absent: ${server.absent}`, () => {});
    return;
  }
  test.each(scenarios)('$name', async ({ before, goal, seeds, schemas, rows, inSync = false }) => {
    await using target = await freshDatabase(server.url);
    const directory = await mkdtemp(join(tmpdir(), 'scenario-'));
    try {
      for (const [name, text] of Object.entries(goal)) await writeFile(join(directory, name), text);
      const tenant = tenantContext({ id: 'default', target: { url: target.url, directory } });
      const access = driver.options({ url: target.url, directory });
      await using connection = await driver.connect(access, { access: 'write' });
      if (before) await connection.execute({ text: before });
      const rootOf = async () => (await engine.inspect(tenant)).catalogue.root;
      const start = await rootOf();
      const options = { ...(seeds && { seeds }), ...(schemas && { schemas }) };
      const { plan, report, ...synced } = await engine.sync(tenant, directory, { ...options, allow: 'all' });
      expect(synced.inSync).toBe(inSync);
      if (inSync) {
        expect(report).toBeUndefined();
        return;
      }
      expect(plan?.proof).toMatchObject({ up: true, down: true });
      expect(report?.outcome).toBe('done');
      const validation = await engine.validate(tenant, directory, options);
      expect(validation.difference.changes.map((change) => change.id)).toEqual([]);
      expect(validation.inSync).toBe(true);
      if (rows) {
        const found = await connection.query<Record<string, unknown>>({ text: rows[0] });
        expect(found.map((row) => Object.values(row))).toEqual(rows[1]);
      }
      await engine.down(tenant, report?.run ?? expect.fail('there was a run'), { allow: 'all' });
      expect(await rootOf()).toBe(start);
    } finally {
      await rm(directory, { recursive: true, force: true });
    }
  });
});

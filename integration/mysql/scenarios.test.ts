import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createEngine, tenantContext } from '@sync/core';
import { describe, expect, test } from 'vitest';
import { freshMysqlDatabase } from '../servers/fresh-mysql-database.js';
import { runIn } from './run-in.js';
import { scenarios } from './scenarios.js';
import { notesWith } from './scenarios-of-seeds.js';
import { family } from './servers.js';

describe.each(family)('$name: applied, read again, in sync, and taken back', ({ driver, scheme, url }) => {
  const engine = createEngine({ driver });

  test.skipIf(url === '').each(scenarios)('$name', async ({ before, goal, seeds, rows, inSync = false }) => {
    await using target = await freshMysqlDatabase(url, scheme, 'utf8mb4_general_ci');
    const directory = await mkdtemp(join(tmpdir(), 'scenario-'));
    try {
      for (const [name, text] of Object.entries(goal)) await writeFile(join(directory, name), text);
      const tenant = tenantContext({ id: 'default', target: { url: target.url, directory } });
      if (before) await runIn(target.url, before);
      const rootOf = async () => (await engine.inspect(tenant)).catalogue.root;
      const start = await rootOf();
      const options = seeds ? { seeds } : {};
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
      if (rows) expect((await runIn(target.url, rows[0])).map((row) => Object.values(row))).toEqual(rows[1]);
      await engine.down(tenant, report?.run ?? expect.fail('there was a run'), { allow: 'all' });
      expect(await rootOf()).toBe(start);
    } finally {
      await rm(directory, { recursive: true, force: true });
    }
  });
});

describe.each(family)('$name: refused', ({ driver, scheme, url }) => {
  const engine = createEngine({ driver });

  test.skipIf(url === '').each([
    ['a truth value in JSON', '{ bool: true }', 'not true'],
    ['a text that is no object in JSON', "{ str: '5' }", 'not 5'],
  ])('%s', async (_, value, said) => {
    await using target = await freshMysqlDatabase(url, scheme, 'utf8mb4_general_ci');
    const directory = await mkdtemp(join(tmpdir(), 'scenario-'));
    try {
      await writeFile(join(directory, 'notes.yaml'), notesWith(value));
      const tenant = tenantContext({ id: 'default', target: { url: target.url, directory } });
      await expect(engine.plan(tenant, directory, { seeds: true })).rejects.toMatchObject({
        code: 'SOURCE_INVALID',
        message: expect.stringContaining(`a column of JSON takes objects and lists from a seed, ${said}`),
      });
    } finally {
      await rm(directory, { recursive: true, force: true });
    }
  });
});

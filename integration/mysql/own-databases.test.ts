import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createEngine, tenantContext } from '@sync/core';
import { describe, expect, test } from 'vitest';
import { databaseUrl } from '../servers/fresh-mysql-database.js';
import { family } from './servers.js';

describe.each(family)('$name', ({ scheme, url, driver }) => {
  test.skipIf(url === '')('no plan is run in the database that the server lives by', async () => {
    const directory = await mkdtemp(join(tmpdir(), 'own-databases-'));
    const goal = join(directory, 'goal.sql');
    await writeFile(goal, 'CREATE TABLE t (id INT PRIMARY KEY);');
    const tenant = tenantContext({
      id: 'default',
      target: { url: databaseUrl(url, scheme, 'mysql'), directory, settings: { sslMode: 'DISABLED' } },
    });
    try {
      // Nothing but a dry run: one that is not refused would take the accounts along.
      const planned = createEngine({ driver }).sync(tenant, goal, { dryRun: true, allow: 'all', prove: false });
      await expect(planned).rejects.toMatchObject({
        code: 'UNSUPPORTED',
        message: expect.stringContaining("the server's own"),
      });
    } finally {
      await rm(directory, { recursive: true, force: true });
    }
  });
});

import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createEngine, tenantContext } from '@sync/core';
import { expect, test } from 'vitest';
import { freshRqliteDatabase, rqliteAbsence } from '../../../integration/servers/fresh-rqlite-database.js';
import driver from '../src/index.js';

test.skipIf(rqliteAbsence)('says which step of a batch was refused, though all of it is sent as one', async () => {
  await using database = await freshRqliteDatabase();
  const directory = await mkdtemp(join(tmpdir(), 'failed-step-'));
  try {
    const target = { url: database.url, directory };
    await using connection = await driver.connect(driver.options(target), { access: 'write' });
    await connection.execute({ text: 'CREATE TABLE a (id INTEGER PRIMARY KEY, x TEXT)' });
    await connection.execute({ text: "INSERT INTO a (x) VALUES ('one'), ('one')" });
    await writeFile(
      join(directory, 'goal.sql'),
      'CREATE TABLE a (id INTEGER PRIMARY KEY, x TEXT); CREATE UNIQUE INDEX by_x ON a (x); CREATE TABLE b (id INTEGER PRIMARY KEY);',
    );
    const engine = createEngine({ driver });
    const tenant = tenantContext({ id: 'one', target });
    const plan = await engine.plan(tenant, 'goal.sql', { directory });
    const steps = plan.up.flatMap((batch) => batch.steps);
    const refused = steps.findIndex((step) => step.summary.includes('by_x'));
    expect(refused, 'another step comes after it').toBeLessThan(steps.length - 1);
    await expect(engine.apply(tenant, plan, { allow: 'all' })).rejects.toMatchObject({
      code: 'CHECK_FAILED',
      step: `${refused + 1} (${steps[refused]?.summary})`,
    });
  } finally {
    await rm(directory, { recursive: true });
  }
});

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createEngine } from '@sync/core';
import driver from '@sync/driver-sqlite';
import { describe, expect, test } from 'vitest';
import { execute, folder, rows, tenantIn } from './support.js';

async function ranOnce() {
  const directory = folder();
  const goal = join(directory, 'schema.sql');
  writeFileSync(goal, 'CREATE TABLE users (id INTEGER PRIMARY KEY);');
  const tenant = tenantIn(directory);
  const engine = createEngine({ driver });
  const { report, plan } = await engine.sync(tenant, goal);
  if (!report || !plan) throw new Error('there was nothing to run');
  return { engine, tenant, goal, plan, run: report.run };
}

describe('what was taken back', () => {
  test('is known, whether the run was named or its plan', async () => {
    const { engine, tenant, plan, run } = await ranOnce();
    const back = await engine.down(tenant, plan, { allow: 'all' });
    const [undo, done] = await engine.history(tenant);
    expect(undo).toMatchObject({ run: back.run, takesBack: run });
    expect(done).toMatchObject({ run, takenBackBy: back.run });
    for (const again of [run, plan]) {
      await expect(engine.down(tenant, again, { allow: 'all' })).rejects.toMatchObject({
        code: 'ALREADY_TAKEN_BACK',
        exitCode: 1,
        details: { run, takenBackBy: back.run },
      });
    }
  });

  test('stands again once the undo was undone', async () => {
    const { engine, tenant, run } = await ranOnce();
    const back = await engine.down(tenant, run, { allow: 'all' });
    const forth = await engine.down(tenant, back.run, { allow: 'all' });
    const history = new Map((await engine.history(tenant)).map((entry) => [entry.run, entry]));
    expect(history.get(run)?.takenBackBy).toBeUndefined();
    expect(history.get(back.run)?.takenBackBy).toBe(forth.run);
    expect(await engine.down(tenant, run, { allow: 'all' })).toMatchObject({ outcome: 'done' });
  });

  test('is not what somebody else takes back at the same time', async () => {
    const { engine, tenant, run } = await ranOnce();
    const both = await Promise.allSettled([1, 2].map(() => engine.down(tenant, run, { allow: 'all' })));
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const [failure] = both.flatMap((each) => (each.status === 'rejected' ? [each.reason] : []));
    expect(failure).toMatchObject({ code: 'ALREADY_TAKEN_BACK' });
  });
});

describe('the journal', () => {
  test('of a time without versions is read, and brought up to date by the next run', async () => {
    const { engine, tenant, goal, run } = await ranOnce();
    await execute(tenant, 'DROP TABLE _schema_sync_books', 'ALTER TABLE _schema_sync_runs DROP COLUMN takes_back');
    expect(await engine.history(tenant)).toMatchObject([{ run, outcome: 'done' }]);
    writeFileSync(goal, 'CREATE TABLE users (id INTEGER PRIMARY KEY); CREATE TABLE more (x);');
    const { report } = await engine.sync(tenant, goal);
    await engine.down(tenant, report?.run ?? '', { allow: 'all' });
    expect((await engine.history(tenant)).map(({ takesBack }) => takesBack)).toEqual([
      report?.run,
      undefined,
      undefined,
    ]);
    expect(await rows(tenant, 'SELECT book, version FROM _schema_sync_books ORDER BY book')).toEqual([
      { book: '_schema_sync_runs', version: 1 },
      { book: '_schema_sync_steps', version: 1 },
    ]);
  });

  test('of a newer release is neither read nor written', async () => {
    const { engine, tenant, goal } = await ranOnce();
    await execute(tenant, 'UPDATE _schema_sync_books SET version = 99');
    writeFileSync(goal, 'CREATE TABLE users (id INTEGER PRIMARY KEY); CREATE TABLE more (x);');
    const refused = { code: 'UNSUPPORTED', message: expect.stringContaining('its version is 99') };
    await expect(engine.history(tenant)).rejects.toMatchObject(refused);
    await expect(engine.sync(tenant, goal)).rejects.toMatchObject(refused);
    expect(await rows(tenant, "SELECT name FROM sqlite_schema WHERE name = 'more'")).toEqual([]);
  });
});

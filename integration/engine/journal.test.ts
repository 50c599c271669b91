import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type AuditEntry, createEngine, SyncError, type TenantContext } from '@sync/core';
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
    await execute(
      tenant,
      'DROP TABLE _schema_sync_books',
      'ALTER TABLE _schema_sync_runs DROP COLUMN takes_back',
      'ALTER TABLE _schema_sync_runs DROP COLUMN role_name',
      'ALTER TABLE _schema_sync_runs DROP COLUMN state',
      'ALTER TABLE _schema_sync_runs DROP COLUMN ci',
      'DROP TABLE _schema_sync_trail',
    );
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
      { book: '_schema_sync_runs', version: 4 },
      { book: '_schema_sync_steps', version: 1 },
      { book: '_schema_sync_trail', version: 1 },
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

describe('plans that are pruned', () => {
  const copies = 120;

  async function ranOften() {
    const ran = await ranOnce();
    const columns = 'tenant, plan_id, direction, outcome, base, goal, user_name, host, version';
    await execute(
      ran.tenant,
      `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${copies})
       INSERT INTO _schema_sync_runs (run, ${columns}, started_at, plan)
       SELECT 'old-' || i, ${columns}, '2020-01-01T00:00:00.000Z', plan FROM _schema_sync_runs, n`,
    );
    return ran;
  }

  const forgotten = (tenant: TenantContext) =>
    rows(tenant, `SELECT run FROM _schema_sync_runs WHERE plan LIKE '{"pruned":%' ORDER BY run`);

  test('are those that the trail names, and all of them', async () => {
    const { tenant } = await ranOften();
    const told: string[] = [];
    const write = async (entry: AuditEntry) => {
      if (entry.type === 'prune') told.push(...entry.runs);
    };
    const engine = createEngine({ driver, audit: { write } });
    const pruned = await engine.prune(tenant, { keep: 1 });
    expect(pruned).toHaveLength(copies);
    expect(told.toSorted()).toEqual(pruned.map(({ run }) => run).toSorted());
    expect((await forgotten(tenant)).map(({ run }) => run)).toEqual(told.toSorted());
    expect(await engine.prune(tenant, { keep: 1 })).toEqual([]);
  });

  test.each([
    ['interrupted', 'CANCELLED', 'CANCELLED'],
    ['out of room for the trail', 'IO', 'PARTIAL'],
  ] as const)('are known where it was %s', async (_, failure, code) => {
    const { tenant } = await ranOften();
    const controller = new AbortController();
    const reason = new SyncError({ code: failure, op: 'test', message: 'stopped' });
    let parts = 0;
    const write = async () => {
      parts++;
      if (parts < 2) return;
      if (failure === 'IO') throw reason;
      // As a signal arrives: only when the thread is let go of.
      setImmediate(() => controller.abort(reason));
    };
    const engine = createEngine({ driver, audit: { write } });
    const error = await engine
      .prune(tenant, { keep: 1 }, { signal: controller.signal })
      .catch((thrown: unknown) => thrown);
    const gone = (await forgotten(tenant)).map(({ run }) => run);
    expect(gone.length).toBeGreaterThan(0);
    expect(gone.length).toBeLessThan(copies);
    expect(error).toMatchObject({
      code,
      message: `stopped (the plans of ${gone.length} of ${copies} runs are forgotten)`,
      details: { failure },
    });
    expect(await createEngine({ driver }).prune(tenant, { keep: 1 })).toHaveLength(copies - gone.length);
  });

  test('are none where it was interrupted before', async () => {
    const { engine, tenant } = await ranOften();
    const signal = AbortSignal.abort(new SyncError({ code: 'CANCELLED', op: 'test', message: 'stopped' }));
    await expect(engine.prune(tenant, { keep: 1 }, { signal })).rejects.toMatchObject({ code: 'CANCELLED' });
    expect(await forgotten(tenant)).toEqual([]);
  });
});

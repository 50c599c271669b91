import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createEngine, type Plan, type RunEvent, sealPlan, type TenantContext } from '@sync/core';
import driver from '@sync/driver-sqlite';
import { describe, expect, test } from 'vitest';
import { execute, folder, rows, tenantIn } from './support.js';

function start(text = 'CREATE TABLE users (id INTEGER PRIMARY KEY, name TEXT);') {
  const directory = folder();
  const goal = join(directory, 'schema.sql');
  writeFileSync(goal, text);
  return { directory, goal, tenant: tenantIn(directory), engine: createEngine({ driver }) };
}

describe('a database that moves while a sync waits', () => {
  test('is planned for again, and where another one did it all there is nothing left', async () => {
    const { engine, tenant, goal } = start();
    await execute(tenant, 'CREATE TABLE users (id INTEGER PRIMARY KEY)');
    const all = await Promise.all([1, 2, 3].map(() => engine.sync(tenant, goal)));
    expect(all.filter(({ report }) => report && !report.repeated)).toHaveLength(1);
    for (const each of all) expect(each.inSync || each.report?.outcome === 'done').toBe(true);
    expect(await engine.history(tenant)).toHaveLength(1);
  });

  test('is planned for again where another one did it all, and more', async () => {
    const { engine, tenant, goal, directory } = start();
    const more = join(directory, 'more.sql');
    writeFileSync(more, 'CREATE TABLE users (id INTEGER PRIMARY KEY, name TEXT); CREATE TABLE more (x);');
    await execute(tenant, 'CREATE TABLE users (id INTEGER PRIMARY KEY)');
    const occasions: boolean[] = [];
    const { report } = await engine.sync(tenant, goal, {
      allow: 'all',
      confirm: async (plan, _, { again }) => {
        occasions.push(again);
        if (again) return;
        await engine.apply(tenant, plan);
        await engine.sync(tenant, more);
      },
    });
    expect(occasions).toEqual([false, true]);
    expect(report?.repeated).toBeUndefined();
    expect(await engine.validate(tenant, goal)).toMatchObject({ inSync: true });
  });

  test('is asked about again, since the plan is another one', async () => {
    const { engine, tenant, goal } = start();
    await execute(tenant, 'CREATE TABLE users (id INTEGER PRIMARY KEY)');
    const asked: { readonly plan: string; readonly again: boolean }[] = [];
    const { report, plan } = await engine.sync(tenant, goal, {
      allow: 'all',
      confirm: async ({ id }, _, { again }) => {
        asked.push({ plan: id, again });
        if (!again) await execute(tenant, 'CREATE TABLE late (x)');
      },
    });
    expect(report?.outcome).toBe('done');
    expect(asked.map(({ again }) => again)).toEqual([false, true]);
    expect(asked[1]?.plan).toBe(plan?.id);
    expect((await engine.validate(tenant, goal)).inSync).toBe(true);
    expect(await engine.history(tenant)).toHaveLength(1);
  });

  test('is given up on where whoever is asked says no the second time', async () => {
    const { engine, tenant, goal } = start();
    await execute(tenant, 'CREATE TABLE users (id INTEGER PRIMARY KEY)');
    const run = engine.sync(tenant, goal, {
      allow: 'all',
      confirm: async (_, __, { again }) => {
        if (again) throw new Error('no');
        await execute(tenant, 'CREATE TABLE late (x)');
      },
    });
    await expect(run).rejects.toMatchObject({ message: 'no' });
    expect(await rows(tenant, 'SELECT count(*) AS n FROM late')).toEqual([{ n: 0 }]);
  });
});

/** Changes the database the first time that a run tells that it began: after its base was checked, and before its transaction. */
function onceBegun(tenant: TenantContext, ...statements: readonly string[]): (event: RunEvent) => void {
  let isDone = false;
  return ({ type }) => {
    if (type !== 'start' || isDone) return;
    isDone = true;
    execFileSync('sqlite3', [pathOf(tenant), statements.join(';')]);
  };
}

const pathOf = ({ target }: TenantContext) => join(target.directory, target.url.slice('sqlite:'.length));

describe('a database that somebody changes who knows of no lock, once its base was checked', () => {
  const base = ['CREATE TABLE users (id INTEGER PRIMARY KEY, name TEXT)', "INSERT INTO users VALUES (1, 'ada')"];
  const goalText = 'CREATE TABLE users (id INTEGER PRIMARY KEY, name TEXT UNIQUE);';
  const late = ['ALTER TABLE users ADD COLUMN late', "UPDATE users SET late = 'precious'"];
  const precious = [{ id: 1, name: 'ada', late: 'precious' }];

  test.for([{ before: 'no run' }, { before: 'a run' }])('keeps what came, after $before', async ({ before }) => {
    const { engine, tenant, goal, directory } = start(goalText);
    await execute(tenant, ...base);
    if (before === 'a run') {
      writeFileSync(join(directory, 'other.sql'), `${base[0]}; CREATE TABLE other (x);`);
      await engine.sync(tenant, join(directory, 'other.sql'));
      await execute(tenant, 'DROP TABLE other');
    }
    const plan = await engine.plan(tenant, goal);
    const onEvent = onceBegun(tenant, ...late);
    const error: unknown = await engine.apply(tenant, plan, { allow: 'all', onEvent }).catch((thrown) => thrown);
    expect(error).toMatchObject({ code: 'BASE_MISMATCH', message: expect.stringContaining('nothing was changed') });
    expect((error as Error).message).toContain('column "late" was added');
    expect(await rows(tenant, 'SELECT * FROM users')).toEqual(precious);
    expect((await engine.history(tenant))[0]).toMatchObject({ outcome: 'failed' });
  });

  test('is planned for again by a sync, which says what it would lose now', async () => {
    const { engine, tenant, goal } = start(goalText);
    await execute(tenant, ...base);
    const allow = ['rewrite', 'correctness'] as const;
    const onEvent = onceBegun(tenant, ...late);
    await expect(engine.sync(tenant, goal, { allow, onEvent })).rejects.toMatchObject({
      code: 'GATE_CLOSED',
      message: expect.stringContaining('late'),
    });
    expect(await rows(tenant, 'SELECT * FROM users')).toEqual(precious);
  });

  test("is no hindrance where the change is none of the plan's business", async () => {
    const { engine, tenant, goal } = start(goalText);
    await execute(tenant, ...base);
    const plan = await engine.plan(tenant, goal, { exclude: ['other'] });
    const onEvent = onceBegun(tenant, 'CREATE TABLE other (x)');
    const report = await engine.apply(tenant, plan, { allow: 'all', onEvent });
    expect(report.outcome).toBe('done');
    expect(await rows(tenant, 'SELECT count(*) AS n FROM other')).toEqual([{ n: 0 }]);
  });

  test('stops the way back, too', async () => {
    const { engine, tenant, goal } = start(goalText);
    await execute(tenant, ...base);
    const { run } = await engine.apply(tenant, await engine.plan(tenant, goal), { allow: 'all' });
    const onEvent = onceBegun(tenant, ...late);
    await expect(engine.down(tenant, run, { allow: 'all', onEvent })).rejects.toMatchObject({ code: 'BASE_MISMATCH' });
    expect(await rows(tenant, 'SELECT * FROM users')).toEqual(precious);
  });
});

/** Three plans that were run one after the other. */
async function inTurn() {
  const { engine, tenant, goal } = start();
  const plans: Plan[] = [];
  for (const columns of ['id', 'id, b', 'id, b, c']) {
    writeFileSync(goal, `CREATE TABLE turns (${columns});`);
    const plan = await engine.plan(tenant, goal);
    await engine.apply(tenant, plan, { create: true });
    plans.push(plan);
  }
  return { engine, tenant, plans };
}

describe('a plan', () => {
  test('that has run is not run again, and says by which run', async () => {
    const { engine, tenant, goal } = start();
    const plan = await engine.plan(tenant, goal);
    const { run } = await engine.apply(tenant, plan, { create: true });
    expect(await engine.apply(tenant, plan)).toMatchObject({ run, repeated: true, steps: { done: 0 } });
    expect(await engine.check(tenant, plan, 'up')).toMatchObject({ before: { run } });
    expect(await engine.history(tenant)).toHaveLength(1);
    await engine.down(tenant, run, { allow: 'all' });
    expect((await engine.apply(tenant, plan)).repeated).toBeUndefined();
  });

  test('on which later runs stand is not run again, and names them', async () => {
    const { engine, tenant, plans } = await inTurn();
    const [first, second, third] = plans;
    if (!first || !second || !third) throw new TypeError('three plans were made');
    const runs = (await engine.history(tenant)).map(({ run }) => run);
    const [c, b, a] = runs;
    expect(await engine.apply(tenant, first)).toMatchObject({ run: a, repeated: true, laterRuns: [c, b] });
    expect(await engine.check(tenant, second, 'up')).toMatchObject({ before: { run: b }, later: [{ run: c }] });
    expect((await engine.apply(tenant, third)).laterRuns).toBeUndefined();
    const { catalogue } = await engine.inspect(tenant);
    expect((await engine.apply(tenant, first)).root).toBe(catalogue.root);
    await engine.down(tenant, c ?? '', { allow: 'all' });
    expect(await engine.apply(tenant, first)).toMatchObject({ run: a, repeated: true, laterRuns: [b] });
    expect((await engine.apply(tenant, third)).repeated).toBeUndefined();
  });

  test('on which later runs stand is told what somebody changed since the last of them', async () => {
    const { engine, tenant, plans } = await inTurn();
    const [c, b, a] = (await engine.history(tenant)).map(({ run }) => run);
    await execute(tenant, 'CREATE TABLE late (x)');
    for (const [i, run] of [a, b, c].entries()) {
      await expect(engine.apply(tenant, plans[i] as Plan)).rejects.toMatchObject({
        code: 'BASE_MISMATCH',
        message: expect.stringMatching(
          new RegExp(`^run ${run?.slice(0, 8)} applied this plan already.*\\n {2}table "late" was added$`),
        ),
        details: { run, last: c },
      });
    }
  });

  test('of which the newest run was taken back is run from its base alone, whatever stands', async () => {
    const { engine, tenant, plans } = await inTurn();
    const [c, b] = (await engine.history(tenant)).map(({ run }) => run);
    for (const run of [c, b]) await engine.down(tenant, run ?? '', { allow: 'all' });
    await expect(engine.apply(tenant, plans[2] as Plan)).rejects.toMatchObject({
      message: expect.stringContaining('the database is not in the state that this plan starts from'),
    });
  });

  test('on which a run stands whose plan was pruned is compared by what the journal still has', async () => {
    const { engine, tenant, plans } = await inTurn();
    await execute(
      tenant,
      `UPDATE _schema_sync_runs SET plan = '{"pruned":{"at":"","user":"","host":"","version":""}}'`,
    );
    expect(await engine.apply(tenant, plans[0] as Plan)).toMatchObject({ repeated: true });
    await execute(tenant, 'CREATE TABLE late (x)');
    await expect(engine.apply(tenant, plans[0] as Plan)).rejects.toMatchObject({
      code: 'BASE_MISMATCH',
      message: expect.stringContaining('its plan was pruned'),
    });
  });

  test('without steps is no pass for a database in another state', async () => {
    const { engine, tenant, goal } = start();
    await engine.sync(tenant, goal);
    const plan = await engine.plan(tenant, goal);
    expect(plan.up).toEqual([]);
    await execute(tenant, 'CREATE TABLE late (x)');
    await expect(engine.check(tenant, plan, 'up')).rejects.toMatchObject({ code: 'BASE_MISMATCH' });
    await expect(engine.check(tenant, plan, 'down')).rejects.toMatchObject({ code: 'BASE_MISMATCH' });
  });

  test('for a server that can more than this one is refused', async () => {
    const { engine, tenant, goal } = start();
    const { id, ...made } = await engine.plan(tenant, goal);
    const plan: Plan = sealPlan({ ...made, server: { ...made.server, version: '9.9.9', features: ['telepathy'] } });
    await expect(engine.apply(tenant, plan, { create: true })).rejects.toMatchObject({
      code: 'BASE_MISMATCH',
      message: expect.stringMatching(/made for SQLite 9\.9\.9, and this is SQLite .*, which lacks telepathy/),
    });
  });

  test('says of what has drifted what it can', async () => {
    const { engine, tenant, goal } = start('CREATE TABLE users (id INTEGER PRIMARY KEY, name TEXT, age INTEGER);');
    await execute(tenant, 'CREATE TABLE users (id INTEGER PRIMARY KEY, name TEXT)', 'CREATE TABLE kept (x)');
    const plan = await engine.plan(tenant, goal, { exclude: ['nothing'] });
    await execute(
      tenant,
      'ALTER TABLE users RENAME COLUMN name TO title',
      'CREATE INDEX users_title ON users (title)',
      'DROP TABLE kept',
    );
    const error: unknown = await engine.apply(tenant, plan, { allow: 'all' }).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code: 'BASE_MISMATCH', hint: expect.stringContaining('Plan again') });
    expect((error as Error).message.split('\n').slice(1)).toEqual([
      '  index "users_title" was added',
      '  table "kept" is gone',
      '  table "users": column "name" is gone; column "title" was added',
    ]);
  });

  test('of a run that others stand on names the one to take back first', async () => {
    const { engine, tenant, goal } = start();
    const first = await engine.sync(tenant, goal);
    writeFileSync(goal, 'CREATE TABLE users (id INTEGER PRIMARY KEY, name TEXT); CREATE TABLE more (x);');
    const second = await engine.sync(tenant, goal);
    await expect(engine.down(tenant, first.report?.run ?? '', { allow: 'all' })).rejects.toMatchObject({
      code: 'BASE_MISMATCH',
      hint: expect.stringContaining(`schema-sync down ${second.report?.run.slice(0, 8)}`),
    });
  });
});

describe('a database that is not there', () => {
  test('is compared and planned for as an empty one, and made by the run alone', async () => {
    const { engine, tenant, goal, directory } = start();
    expect(await engine.validate(tenant, goal)).toMatchObject({ inSync: false, missing: true });
    expect((await engine.plan(tenant, goal)).up).toHaveLength(1);
    expect(await engine.sync(tenant, goal, { dryRun: true })).toMatchObject({ missing: true });
    const decline = () => Promise.reject(new Error('no'));
    await expect(engine.sync(tenant, goal, { confirm: decline })).rejects.toMatchObject({ message: 'no' });
    const full = { ready: () => Promise.reject(new Error('full')), write: () => Promise.resolve() };
    await expect(createEngine({ driver, audit: full }).sync(tenant, goal)).rejects.toMatchObject({ message: 'full' });
    expect(readdirSync(directory)).toEqual(['schema.sql']);
    await expect(engine.inspect(tenant)).rejects.toMatchObject({ code: 'CONNECTION_FAILED' });
    await expect(engine.audit(tenant)).rejects.toMatchObject({ code: 'CONNECTION_FAILED' });
    await expect(engine.down(tenant, 'last')).rejects.toMatchObject({ code: 'CONNECTION_FAILED' });
    const { plan } = await engine.sync(tenant, goal, { dryRun: true });
    if (!plan) throw new TypeError('a database that is not there is not in sync');
    await expect(engine.apply(tenant, plan)).rejects.toMatchObject({ code: 'CONNECTION_FAILED' });
    await expect(engine.sync(tenant, goal, { create: false })).rejects.toMatchObject({ code: 'CONNECTION_FAILED' });
    expect(existsSync(join(directory, 'app.db'))).toBe(false);
    await engine.apply(tenant, plan, { create: true });
    expect(existsSync(join(directory, 'app.db'))).toBe(true);
  });

  test('is not made by a plan that starts from another state', async () => {
    const { engine, tenant, goal, directory } = start();
    await execute(tenantIn(directory, 'other'), 'CREATE TABLE other (id INTEGER PRIMARY KEY)');
    const plan = await engine.plan(tenantIn(directory, 'other'), goal);
    const options = { allow: 'all' } as const;
    await expect(engine.apply(tenant, plan, { ...options, create: true })).rejects.toMatchObject({
      code: 'BASE_MISMATCH',
      hint: expect.stringContaining('does not exist'),
    });
    await expect(engine.check(tenant, plan, 'up')).rejects.toMatchObject({ code: 'CONNECTION_FAILED' });
    expect(existsSync(join(directory, 'app.db'))).toBe(false);
  });
});

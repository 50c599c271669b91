import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createEngine, diff, type Plan, plan, readPlan, runPlan, type SyncError, takeSnapshot } from '@sync/core';
import driver from '@sync/driver-sqlite';
import { describe, expect, test } from 'vitest';
import { execute, folder, rows, tenantIn, withDatabase } from './support.js';

const before = [
  'CREATE TABLE users (id INTEGER PRIMARY KEY, mail TEXT, age INT)',
  "INSERT INTO users VALUES (1, 'a', 7)",
];
const wider =
  'CREATE TABLE users (id INTEGER PRIMARY KEY, mail TEXT, age INT, name TEXT); CREATE INDEX i ON users (name);';
const narrower = 'CREATE TABLE users (id INTEGER PRIMARY KEY, mail TEXT);';

function start(goal: string) {
  const directory = folder();
  writeFileSync(join(directory, 'schema.sql'), goal);
  const tenant = tenantIn(directory);
  return { directory, tenant, engine: createEngine({ driver }), goal: join(directory, 'schema.sql') };
}

const failure = async (work: Promise<unknown>): Promise<SyncError> =>
  work.then(
    () => expect.fail('it went through'),
    (error) => error,
  );

describe('an option that there is not', () => {
  test('is refused where it allows what there is no class for', async () => {
    const { engine, tenant, goal } = start(wider);
    await execute(tenant, ...before);
    const sync = (options: object) => failure(engine.sync(tenant, goal, options));
    expect(await sync({ allow: ['data-los'] })).toMatchObject({
      code: 'USAGE',
      message: 'there is no class of hazards "data-los"',
      hint: 'Did you mean data-loss?',
    });
    expect(await sync({ allow: ['everything'] })).toMatchObject({ hint: expect.stringContaining('blocks-writes') });
    expect(await sync({ allow: 'data-loss' })).toMatchObject({ message: expect.stringContaining('takes a list') });
    expect((await engine.diff(tenant, goal)).changes).not.toEqual([]);
  });

  test('is refused by every operation, with the one that is meant, before anything is done', async () => {
    const { engine, tenant, goal } = start(wider);
    await execute(tenant, ...before);
    const options: object = { alow: ['data-loss'] };
    const plan = await engine.plan(tenant, goal);
    const compiled = await engine.compile(goal, { near: tenant });
    const operations = [
      () => engine.sync(tenant, goal, options),
      () => engine.plan(tenant, goal, options),
      () => engine.compile(goal, options),
      () => engine.inspect(tenant, options),
      () => engine.validate(tenant, goal, options),
      () => engine.diff(tenant, compiled, options),
      () => engine.apply(tenant, plan, options),
      () => engine.planRest(tenant, plan, options),
      () => engine.check(tenant, plan, 'up', options),
      () => engine.down(tenant, plan, options),
      () => engine.audit(tenant, options),
      () => engine.history(tenant, options),
      () => engine.prune(tenant, {}, options),
      () => engine.planOf(tenant, 'last', options),
    ];
    for (const operation of operations)
      expect(await failure(operation())).toMatchObject({
        code: 'USAGE',
        message: 'there is no option "alow"',
        hint: 'Did you mean allow?',
      });
    expect(await rows(tenant, "SELECT name FROM sqlite_schema WHERE name LIKE '%sync%'")).toEqual([]);
    const parts = { driver, snapshot: {} };
    expect(() => createEngine(parts)).toThrow(expect.objectContaining({ hint: 'Did you mean snapshots?' }));
  });
});

describe('sync', () => {
  test('arrives, keeps the rows, journals, and has nothing to do the second time', async () => {
    const { engine, tenant, goal } = start(wider);
    await execute(tenant, ...before);
    const first = await engine.sync(tenant, goal);
    expect(first.report).toMatchObject({ outcome: 'done', tenant: 'app', direction: 'up' });
    expect(first.plan?.proof).toMatchObject({ up: true, down: true });
    expect(await rows(tenant, 'SELECT * FROM users')).toEqual([{ id: 1, mail: 'a', age: 7, name: null }]);
    const [run] = await engine.history(tenant);
    expect(run).toMatchObject({ outcome: 'done', plan: first.plan?.id, run: first.report?.run });
    expect(run?.steps.map(({ outcome }) => outcome)).toEqual(run?.steps.map(() => 'done'));
    expect(run?.steps.length).toBe(first.report?.steps.total);
    expect(await engine.sync(tenant, goal)).toMatchObject({ inSync: true });
    expect(await engine.history(tenant)).toHaveLength(1);
  });

  test('a dry run writes nothing, not even the journal', async () => {
    const { engine, tenant, goal, directory } = start(wider);
    await execute(tenant, ...before);
    const bytes = readFileSync(join(directory, 'app.db'));
    const { plan: made, report } = await engine.sync(tenant, goal, { dryRun: true });
    expect(made?.up.length).toBe(1);
    expect(report).toBeUndefined();
    expect(readFileSync(join(directory, 'app.db'))).toEqual(bytes);
  });

  test('what loses data waits for permission, and touches nothing before it has it', async () => {
    const { engine, tenant, goal } = start(narrower);
    await execute(tenant, ...before);
    const error = await failure(engine.sync(tenant, goal));
    expect(error).toMatchObject({
      code: 'GATE_CLOSED',
      tenant: 'app',
      exitCode: 1,
      hint: expect.stringContaining('--allow data-loss'),
    });
    expect(await engine.history(tenant)).toEqual([]);
    expect(await rows(tenant, 'SELECT age FROM users')).toEqual([{ age: 7 }]);
    expect(await engine.sync(tenant, goal, { allow: ['data-loss'] })).toMatchObject({ inSync: false });
    expect((await engine.validate(tenant, goal)).inSync).toBe(true);
  });

  test('whoever declines is obeyed', async () => {
    const { engine, tenant, goal } = start(wider);
    await execute(tenant, ...before);
    const decline = () => Promise.reject(new Error('no'));
    await failure(engine.sync(tenant, goal, { confirm: decline }));
    expect((await engine.validate(tenant, goal)).inSync).toBe(false);
  });

  test('a failing step undoes the batch, and the journal knows why', async () => {
    const { engine, tenant, goal } = start(
      'CREATE TABLE users (id INTEGER PRIMARY KEY, mail TEXT, age INT); CREATE UNIQUE INDEX u ON users (mail); CREATE TABLE more (x);',
    );
    await execute(tenant, ...before, "INSERT INTO users VALUES (2, 'a', 8)");
    const error = await failure(engine.sync(tenant, goal));
    expect(error).toMatchObject({
      code: 'CHECK_FAILED',
      tenant: 'app',
      message: expect.stringContaining('nothing was changed'),
    });
    expect(error.step).toContain('index u');
    expect((await engine.history(tenant))[0]).toMatchObject({
      outcome: 'failed',
      error: expect.stringContaining('UNIQUE'),
      steps: [],
    });
    expect(await rows(tenant, "SELECT name FROM sqlite_schema WHERE name = 'more'")).toEqual([]);
  });
});

describe('plan and apply', () => {
  test('a plan survives its file, and runs', async () => {
    const { engine, tenant, goal } = start(wider);
    await execute(tenant, ...before);
    const made = await engine.plan(tenant, goal);
    const read = readPlan(JSON.stringify(made), 'plan.json');
    expect(read).toEqual(made);
    await engine.apply(tenant, read);
    expect((await engine.validate(tenant, goal)).inSync).toBe(true);
  });

  test('another base is refused, and the message says what drifted', async () => {
    const { engine, tenant, goal } = start(wider);
    await execute(tenant, ...before);
    const made = await engine.plan(tenant, goal);
    await execute(tenant, 'CREATE TABLE late (x)', 'ALTER TABLE users ADD COLUMN odd TEXT');
    const error = await failure(engine.apply(tenant, made));
    expect(error).toMatchObject({ code: 'BASE_MISMATCH', exitCode: 3 });
    expect(error.message).toContain('table "late" was added');
    expect(error.message).toContain('table "users": column "odd" was added');
    expect(await engine.history(tenant)).toEqual([]);
  });

  test('a plan of another driver is refused', async () => {
    const { engine, tenant, goal } = start(wider);
    await execute(tenant, ...before);
    const made: Plan = { ...(await engine.plan(tenant, goal)), driver: 'other' };
    expect(await failure(engine.apply(tenant, made))).toMatchObject({ code: 'USAGE' });
  });
});

describe('down', () => {
  test('leads back, by plan and by run, and a way down can be undone', async () => {
    const { engine, tenant, goal } = start(wider);
    await execute(tenant, ...before);
    const { catalogue: first } = await engine.inspect(tenant);
    const { report } = await engine.sync(tenant, goal);
    await engine.down(tenant, report?.run ?? '', { allow: 'all' });
    expect((await engine.inspect(tenant)).catalogue.root).toBe(first.root);
    const [latest] = await engine.history(tenant);
    expect(latest).toMatchObject({ direction: 'down', outcome: 'done' });
    await engine.down(tenant, latest?.run ?? '', { allow: 'all' });
    expect((await engine.validate(tenant, goal)).inSync).toBe(true);
    expect(await rows(tenant, 'SELECT id, mail, age FROM users')).toEqual([{ id: 1, mail: 'a', age: 7 }]);
  });

  test('an unknown run is named', async () => {
    const { engine, tenant } = start(wider);
    await execute(tenant, ...before);
    expect(await failure(engine.down(tenant, 'nowhere'))).toMatchObject({
      code: 'NOT_FOUND',
      hint: expect.any(String),
    });
  });
});

describe('parts', () => {
  test('each strategy can be replaced, and is used', async () => {
    const { tenant, goal } = start(wider);
    await execute(tenant, ...before);
    const used: string[] = [];
    const noting =
      <A extends readonly unknown[], R>(name: string, part: (...args: A) => R) =>
      (...args: A): R => {
        used.push(name);
        return part(...args);
      };
    const engine = createEngine({
      driver,
      differ: noting('differ', diff),
      planner: noting('planner', plan),
      executor: noting('executor', runPlan),
      audit: { write: async ({ type }) => void used.push(`audit ${type}`) },
      runId: () => 'run-1',
      clock: () => new Date(0),
    });
    const { report } = await engine.sync(tenant, goal);
    expect(report).toMatchObject({ run: 'run-1', startedAt: '1970-01-01T00:00:00.000Z' });
    expect([...new Set(used)]).toEqual(['differ', 'planner', 'executor', 'audit run', 'audit step']);
  });

  test('an audit trail that ends in the middle is said once, and the run goes on', async () => {
    const { tenant, goal } = start(wider);
    await execute(tenant, ...before);
    const full = { write: () => Promise.reject(new Error('no room left')) };
    const warnings: string[] = [];
    const { report } = await createEngine({ driver, audit: full }).sync(tenant, goal, {
      onEvent: (event) => event.type === 'warning' && warnings.push(event.message),
    });
    expect(report?.outcome).toBe('done');
    expect(warnings).toEqual(['no room left; the run goes on without its audit trail']);
  });

  test('an audit cannot write and leaves no trace', async () => {
    const { engine, tenant, directory } = start(wider);
    await execute(tenant, ...before);
    const bytes = readFileSync(join(directory, 'app.db'));
    const { inspection, history } = await engine.audit(tenant);
    expect(inspection.catalogue.size).toBe(1);
    expect(history).toEqual([]);
    expect(readFileSync(join(directory, 'app.db'))).toEqual(bytes);
  });

  test('events tell the whole story in order', async () => {
    const { engine, tenant, goal } = start(wider);
    await execute(tenant, ...before);
    const seen: string[] = [];
    await engine.sync(tenant, goal, {
      onEvent: (event) => seen.push(event.type === 'phase' ? event.phase : event.type),
    });
    expect(seen.filter((type) => !['step', 'statement', 'progress'].includes(type))).toEqual([
      'compile',
      'inspect',
      'plan',
      'prove',
      'lock',
      'lock',
      'inspect',
      'start',
      'batch',
      'verify',
      'finish',
    ]);
    expect(seen.filter((type) => type === 'step').length).toBeGreaterThan(1);
    expect(seen.filter((type) => type === 'progress').length).toBeGreaterThan(1);
  });

  test('cancelled before it begins, nothing happens', async () => {
    const { engine, tenant, goal } = start(wider);
    await execute(tenant, ...before);
    const error = await failure(engine.sync(tenant, goal, { signal: AbortSignal.abort() }));
    expect(error).toMatchObject({ code: 'CANCELLED', exitCode: 130 });
    expect((await engine.validate(tenant, goal)).inSync).toBe(false);
  });

  test('two tenants of one process do not wait for each other', async () => {
    const { engine, tenant, goal, directory } = start(wider);
    const other = tenantIn(directory, 'other');
    await execute(tenant, ...before);
    await execute(other, ...before);
    await withDatabase(tenant, async (connection) => {
      await using lock = await connection.lock('schema-sync', { waitMs: 0 });
      expect(lock.lost.aborted).toBe(false);
      expect(await engine.sync(other, goal)).toMatchObject({ inSync: false });
      expect(await failure(engine.sync(tenant, goal, { lockWaitMs: 100 }))).toMatchObject({
        code: 'LOCK_TIMEOUT',
        exitCode: 2,
      });
    });
    expect(await engine.sync(tenant, goal)).toMatchObject({ inSync: false });
  });
});

describe('what a server takes and what does not hold', () => {
  const table = 'CREATE TABLE t (a)';
  const broken = 'CREATE VIEW v AS SELECT * FROM gone';

  test('is refused, by place and with the tenant, and nothing is touched', async () => {
    const { engine, tenant, goal } = start(`${table};\n${broken};`);
    await execute(tenant, table);
    for (const work of [
      () => engine.plan(tenant, goal),
      () => engine.plan(tenant, goal, { prove: false }),
      () => engine.sync(tenant, goal),
    ]) {
      expect(await failure(work())).toMatchObject({
        code: 'SOURCE_INVALID',
        tenant: 'app',
        message: expect.stringContaining('schema.sql:2: the view v does not hold: no such table: main.gone'),
      });
    }
    expect(await rows(tenant, 'SELECT name FROM sqlite_master')).toEqual([{ name: 't' }]);
  });

  test('stops nobody where it was so before, and is told', async () => {
    const { engine, tenant, goal } = start(`${table};\n${broken};\nCREATE TABLE u (a);`);
    await execute(tenant, table, broken);
    const { report, flaws } = await engine.sync(tenant, goal);
    expect(report?.outcome).toBe('done');
    expect(flaws).toMatchObject([{ of: 'view v', message: 'no such table: main.gone' }]);
    expect(await engine.sync(tenant, goal)).toMatchObject({ inSync: true, flaws: [{ of: 'view v' }] });
  });

  test('is refused where it was broken in another way before', async () => {
    const { engine, tenant, goal } = start(`${table};\nCREATE VIEW v AS SELECT z FROM t;`);
    await execute(tenant, table, broken);
    expect((await failure(engine.plan(tenant, goal))).message).toContain('no such column: z');
  });

  test.each(['a database', 'a snapshot'])('is found in %s that is the goal', async (what) => {
    const { engine, tenant, directory } = start('');
    const other = tenantIn(directory, 'other');
    await execute(tenant, table);
    await execute(other, table, broken);
    const state = await engine.compile('sqlite:./other.db', { directory });
    writeFileSync(join(directory, 'other.json'), JSON.stringify(takeSnapshot('sqlite', state.catalogue)));
    const goal = what === 'a snapshot' ? 'other.json' : 'sqlite:./other.db';
    expect(await failure(engine.plan(tenant, goal, { directory }))).toMatchObject({
      code: 'SOURCE_INVALID',
      message: expect.stringContaining('the view v does not hold: no such table: main.gone'),
    });
    await execute(tenant, broken, 'CREATE TABLE more (a)');
    const { flaws } = await engine.sync(tenant, goal, { directory, dryRun: true });
    expect(flaws).toMatchObject([{ of: 'view v' }]);
  });

  test('holds where what is missing is there and left alone', async () => {
    const { engine, tenant, goal } = start(`${table};\nCREATE VIEW v AS SELECT * FROM flyway_schema_history;`);
    await execute(tenant, table, 'CREATE TABLE flyway_schema_history (a)');
    expect(await engine.sync(tenant, goal)).toMatchObject({ report: { outcome: 'done' }, flaws: [] });
  });
});

describe('a source that is wrong', () => {
  test.each([
    ['that is not there', 'nowhere.sql', 'SOURCE_NOT_FOUND'],
    ['that says nothing', 'schema.sql', 'SOURCE_INVALID'],
  ])('is told with the tenant: one %s', async (_, goal, code) => {
    const { engine, tenant, directory } = start('');
    await execute(tenant, 'CREATE TABLE t (a)');
    for (const work of [
      () => engine.plan(tenant, goal, { directory }),
      () => engine.validate(tenant, goal, { directory }),
      () => engine.diff(tenant, goal, { directory }),
      () => engine.sync(tenant, goal, { directory }),
    ])
      expect(await failure(work())).toMatchObject({ code, tenant: 'app' });
  });
});

test('views that go in a circle are told by their places', async () => {
  const { engine, tenant, goal } = start('CREATE VIEW a AS SELECT * FROM b;\nCREATE VIEW b AS SELECT * FROM a;');
  const error = await failure(engine.plan(tenant, goal));
  expect(error.code).toBe('SOURCE_INVALID');
  expect(error.message).toMatch(/schema\.sql:1: the view a .*circular.*\n.*schema\.sql:2: the view b/);
});

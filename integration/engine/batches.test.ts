import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import {
  type AuditEntry,
  createEngine,
  type Inspector,
  inspect,
  type RunEvent,
  type SyncError,
  sealPlan,
  type TenantContext,
} from '@sync/core';
import driver from '@sync/driver-sqlite';
import { describe, expect, test } from 'vitest';
import { parted, type Way } from './parted.js';
import { execute, folder, rows, tenantIn } from './support.js';

const options = { exclude: ['tmp_*'], seeds: true } as const;
const base = [
  'CREATE TABLE users (id INTEGER PRIMARY KEY, name TEXT)',
  "INSERT INTO users VALUES (1, 'ada')",
  'CREATE TABLE elsewhere (x)',
];
const goal = `
  CREATE TABLE more (x);
  CREATE TABLE users (id INTEGER PRIMARY KEY, name TEXT UNIQUE);
  CREATE TABLE elsewhere (x);
`;
const seeds = `
kind: Table
spec:
  name: roles
  schema: { sqlite: { primaryKey: [name], columns: [{ name: name, type: text }, { name: level, type: integer }] } }
  seedData:
    rows: [{ columns: [{ column: name, value: { str: admin } }, { column: level, value: { int: 1 } }] }]
`;

/** Begins with a database of two tables, and with somebody who makes so many tables, one each time that it was read. */
async function start(desired: string = goal, busy = 0) {
  const directory = folder();
  const schema = join(directory, 'schema.sql');
  writeFileSync(schema, desired);
  const tenant = tenantIn(directory);
  await execute(tenant, ...base);
  let count = 0;
  const inspector: Inspector = async (connection, ...rest) => {
    const inspection = await inspect(connection, ...rest);
    if (connection.database.endsWith('app.db') && count < busy) {
      await execute(tenant, `CREATE TABLE tmp_busy_${++count} (x)`);
    }
    return inspection;
  };
  return { directory, schema, tenant, engine: createEngine({ driver, inspector }) };
}

/** Changes the database between two batches, as somebody who knows of no lock. */
function after(number: number, tenant: TenantContext, ...statements: readonly string[]): (event: RunEvent) => void {
  const file = join(tenant.target.directory, tenant.target.url.slice('sqlite:'.length));
  return (event) => {
    if (event.type === 'batch' && event.number === number) execFileSync('sqlite3', [file, statements.join(';')]);
  };
}

const failure = async (work: Promise<unknown>): Promise<SyncError> =>
  work.then(
    () => expect.fail('it went through'),
    (error) => error,
  );

describe.each<readonly [Way, string, number]>([
  ['each alone', '', 0],
  ['step by step', '', 0],
  ['each alone', ', where somebody is quicker than we look', 6],
])('a plan whose steps run %s%s', (way, _, busy) => {
  const allow = 'all';

  test('goes on where somebody changes what is none of its business', async () => {
    const { engine, tenant, schema } = await start(goal, busy);
    const plan = parted(await engine.plan(tenant, schema, options), way);
    expect(plan.up).toHaveLength(2);
    const onEvent = after(1, tenant, 'CREATE TABLE tmp_import (line)', 'CREATE INDEX tmp_i ON tmp_import (line)');
    expect(await engine.apply(tenant, plan, { allow, onEvent })).toMatchObject({ outcome: 'done' });
    expect((await engine.validate(tenant, schema, options)).inSync).toBe(true);
  });

  test('comes to its end and tells of what is managed and changed elsewhere', async () => {
    const { engine, tenant, schema } = await start(goal, busy);
    const plan = parted(await engine.plan(tenant, schema, options), way);
    const onEvent = after(1, tenant, 'ALTER TABLE elsewhere ADD COLUMN late');
    expect(await failure(engine.apply(tenant, plan, { allow, onEvent }))).toMatchObject({
      code: 'VERIFY_FAILED',
      message: expect.stringMatching(/table "elsewhere".*\n.*2 of 2 steps held/),
    });
    expect((await engine.history(tenant))[0]?.steps).toHaveLength(2);
  });

  test.each([
    [
      'a column came',
      ['ALTER TABLE users ADD COLUMN late', "UPDATE users SET late = 'precious'"],
      'column "late" was added',
    ],
    ['an index came', ['CREATE INDEX mine ON users (name)'], 'index "mine" was added'],
    ['an index that is left alone came', ['CREATE INDEX tmp_mine ON users (name)'], 'index "tmp_mine" was added'],
    ['a table came that refers to it', ['CREATE TABLE r (u REFERENCES users (id))'], 'table "r" was added'],
    ['the table went', ['DROP TABLE users'], 'table "users" is gone'],
  ])('stops before the table that it changes where %s', async (_, statements, words) => {
    const { engine, tenant, schema } = await start(goal, busy);
    const plan = parted(await engine.plan(tenant, schema, options), way);
    const onEvent = after(1, tenant, ...statements);
    const now = () => rows(tenant, "SELECT sql FROM sqlite_schema WHERE name LIKE '%users%'");
    let before: unknown;
    const error = await failure(
      engine.apply(tenant, plan, {
        allow,
        onEvent: (event) => {
          onEvent(event);
          if (event.type === 'batch') before ??= now();
        },
      }),
    );
    expect(error).toMatchObject({
      code: 'PARTIAL',
      exitCode: 4,
      hint: expect.stringContaining('go on from there'),
      details: { failure: 'BASE_MISMATCH', steps: { done: 1, total: 2 } },
    });
    expect(error.message).toContain(words);
    expect(error.message).not.toContain('"more"');
    expect(await now()).toEqual(await before);
    expect((await engine.history(tenant))[0]).toMatchObject({ outcome: 'failed', steps: [{ outcome: 'done' }] });
  });

  test('stops on the way back, too', async () => {
    const { engine, tenant, schema } = await start(goal, busy);
    const { run } = await engine.apply(tenant, parted(await engine.plan(tenant, schema, options), way), { allow });
    const { down } = await engine.planOf(tenant, run);
    const last = down.at(-1)?.steps[0]?.summary.includes('users') ? 'users' : 'more';
    const onEvent = after(1, tenant, `ALTER TABLE ${last} ADD COLUMN late`);
    expect(await failure(engine.down(tenant, run, { allow, onEvent }))).toMatchObject({
      code: 'PARTIAL',
      message: expect.stringMatching(`table "${last}".*late`),
    });
  });

  test('is cancelled between two steps, and says how to go on', async () => {
    const { engine, tenant, schema } = await start(goal, busy);
    const { root } = (await engine.inspect(tenant, options)).catalogue;
    const plan = parted(await engine.plan(tenant, schema, options), way);
    const stop = new AbortController();
    const onEvent = ({ type }: RunEvent) => type === 'batch' && stop.abort();
    expect(await failure(engine.apply(tenant, plan, { allow, onEvent, signal: stop.signal }))).toMatchObject({
      code: 'CANCELLED',
      message: expect.stringContaining('1 of 2 steps held'),
      hint: expect.stringContaining('go on from there'),
    });
    const [run] = await engine.history(tenant);
    expect(run).toMatchObject({ outcome: 'cancelled', steps: [{ outcome: 'done' }] });
    const stopped = { code: 'BASE_MISMATCH', hint: expect.stringContaining('stopped when 1 of 2 steps held') };
    expect(await failure(engine.apply(tenant, plan, { allow }))).toMatchObject(stopped);
    const { report } = await engine.sync(tenant, schema, { ...options, allow });
    expect(report).toMatchObject({ outcome: 'done', steps: { done: 1 } });
    await engine.down(tenant, report?.run ?? '', { allow });
    expect(await engine.down(tenant, run?.run ?? '', { allow })).toMatchObject({
      outcome: 'done',
      steps: { total: 1 },
    });
    expect((await engine.inspect(tenant, options)).catalogue.root).toBe(root);
    expect(await failure(engine.down(tenant, run?.run ?? '', { allow }))).toMatchObject({ code: 'ALREADY_TAKEN_BACK' });
  });

  test('is waited for by whoever asks for the same in the middle of it', async () => {
    const { engine, tenant, schema } = await start(goal, busy);
    const plan = parted(await engine.plan(tenant, schema, options), way);
    const asked: Promise<unknown>[] = [];
    const onEvent = ({ type }: RunEvent) => {
      if (type === 'batch') asked.push(engine.check(tenant, plan, 'up'), engine.apply(tenant, plan, { allow }));
    };
    const { run } = await engine.apply(tenant, plan, { allow, onEvent });
    const answers = await Promise.all(asked);
    expect(answers).toHaveLength(4);
    for (const [i, answer] of answers.entries()) {
      expect(answer).toMatchObject(i % 2 === 0 ? { before: { run } } : { run, repeated: true });
    }
  });

  test('hears of a signal while it runs', async () => {
    const { engine, tenant, schema } = await start(goal, busy);
    const plan = parted(await engine.plan(tenant, schema, options), way);
    const stop = new AbortController();
    // As signals and timers do, it comes once nothing else holds the thread.
    const onEvent = ({ type }: RunEvent) => type === 'step' && setImmediate(() => stop.abort());
    expect(await failure(engine.apply(tenant, plan, { allow, onEvent, signal: stop.signal }))).toMatchObject({
      code: 'CANCELLED',
    });
    expect((await engine.history(tenant))[0]).toMatchObject({ outcome: 'cancelled' });
  });

  test('tells its audit trail how it ended, whatever becomes of the journal', async () => {
    const { tenant, schema } = await start(goal, busy);
    const told: string[] = [];
    const write = async (entry: AuditEntry) => {
      await setTimeout(5);
      if (entry.type !== 'prune') told.push(`${entry.type} ${entry.outcome}`);
    };
    const engine = createEngine({ driver, audit: { write } });
    const plan = parted(await engine.plan(tenant, schema, options), way);
    const onEvent = after(1, tenant, 'DROP TABLE _schema_sync_runs', 'DROP TABLE _schema_sync_steps');
    expect(await failure(engine.apply(tenant, plan, { allow, onEvent }))).toMatchObject({ code: 'PARTIAL' });
    expect(told).toEqual(['run running', 'step done', ...(way === 'each alone' ? [] : ['step failed']), 'run failed']);
  });
});

describe('seed rows after the steps of a plan', () => {
  async function seeded() {
    const begun = await start();
    writeFileSync(join(begun.directory, 'roles.yaml'), seeds);
    await execute(begun.tenant, 'CREATE TABLE roles (name TEXT PRIMARY KEY)');
    const { directory, engine, tenant } = begun;
    const plan = await engine.plan(tenant, directory, { ...options, exclude: [...options.exclude, 'app.db*'] });
    expect(plan.up.map((batch) => batch.seeds)).toEqual([undefined, true]);
    return { ...begun, plan };
  }

  test('are written where somebody changes something else', async () => {
    const { engine, tenant, plan } = await seeded();
    const onEvent = after(1, tenant, 'CREATE TABLE tmp_import (line)');
    expect(await engine.apply(tenant, plan, { allow: 'all', onEvent })).toMatchObject({ outcome: 'done' });
    expect(await rows(tenant, 'SELECT * FROM roles')).toEqual([{ name: 'admin', level: 1 }]);
  });

  test('are not where somebody changes their table', async () => {
    const { engine, tenant, plan } = await seeded();
    const onEvent = after(1, tenant, 'CREATE TRIGGER tmp_t AFTER INSERT ON roles BEGIN DELETE FROM users; END');
    expect(await failure(engine.apply(tenant, plan, { allow: 'all', onEvent }))).toMatchObject({
      code: 'PARTIAL',
      message: expect.stringContaining('trigger "tmp_t" was added'),
    });
    expect(await rows(tenant, 'SELECT * FROM users')).toHaveLength(1);
    expect(await failure(engine.apply(tenant, plan, { allow: 'all' }))).toMatchObject({
      code: 'BASE_MISMATCH',
      hint: expect.stringMatching(/stopped when .* steps held/),
    });
  });
});

test('a plan that only writes rows is not run again, and says by which run it was', async () => {
  const { engine, tenant, directory } = await start();
  writeFileSync(join(directory, 'roles.yaml'), seeds);
  const how = { ...options, exclude: [...options.exclude, 'app.db*'] };
  await engine.sync(tenant, directory, { exclude: how.exclude, allow: 'all' });
  const plan = await engine.plan(tenant, directory, how);
  expect(plan.up.map((batch) => batch.seeds)).toEqual([true]);
  const { run } = await engine.apply(tenant, plan);
  expect(await engine.check(tenant, plan, 'up')).toMatchObject({ before: { run } });
  expect(await engine.apply(tenant, plan)).toMatchObject({ run, repeated: true });
  await execute(tenant, 'DELETE FROM roles');
  expect((await engine.apply(tenant, plan)).repeated).toBeUndefined();
  expect(await rows(tenant, 'SELECT * FROM roles')).toHaveLength(1);
});

describe('a step without a transaction', () => {
  test('whose check alone held has changed nothing', async () => {
    const { engine, tenant, schema } = await start();
    const { id: _, ...plan } = parted(await engine.plan(tenant, schema, options), 'step by step');
    const check = { text: 'SELECT 1 WHERE 0', check: { message: 'there are rows' } };
    const sql = [check, { text: 'CREATE TABLE users (id)' }];
    const up = plan.up.map((batch) => ({ ...batch, steps: batch.steps.map((step) => ({ ...step, sql })) }));
    expect(await failure(engine.apply(tenant, sealPlan({ ...plan, up }), { allow: 'all' }))).toMatchObject({
      code: 'STATEMENT_FAILED',
      message: expect.stringContaining('(nothing was changed)'),
    });
  });

  test('is finished once it has begun, whoever asks to stop', async () => {
    const { engine, tenant, schema } = await start();
    const plan = parted(await engine.plan(tenant, schema, options), 'step by step');
    const first = plan.up[0]?.steps[0]?.sql.length ?? 0;
    const stop = new AbortController();
    const onEvent = (event: RunEvent) => event.type === 'statement' && event.done > first && stop.abort();
    expect(await engine.apply(tenant, plan, { allow: 'all', onEvent, signal: stop.signal })).toMatchObject({
      outcome: 'done',
    });
    expect(await rows(tenant, 'SELECT * FROM users')).toEqual([{ id: 1, name: 'ada' }]);
  });

  test('that was not finished is told by whoever wants to go on or back', async () => {
    const { engine, tenant, schema } = await start();
    const { id: _, ...plan } = parted(await engine.plan(tenant, schema, options), 'step by step');
    const sql = [{ text: 'CREATE TABLE half (x)' }, { text: 'CREATE TABLE half (x)' }];
    const up = plan.up.map((batch) => ({ ...batch, steps: batch.steps.map((step) => ({ ...step, sql })) }));
    const broken = sealPlan({ ...plan, up });
    expect(await failure(engine.apply(tenant, broken, { allow: 'all' }))).toMatchObject({
      code: 'PARTIAL',
      message: expect.stringContaining('0 of 2 steps held, and 1 statement of the next'),
      details: { failure: 'STATEMENT_FAILED' },
    });
    const [run] = await engine.history(tenant);
    const told = { hint: expect.stringContaining('stopped when 0 of 2 steps held and one was under way') };
    expect(await failure(engine.apply(tenant, broken, { allow: 'all' }))).toMatchObject(told);
    await engine.down(tenant, run?.run ?? '', { allow: 'all' });
    expect(await rows(tenant, "SELECT name FROM sqlite_schema WHERE name = 'half'")).toEqual([]);
  });

  test('looks before the first one whether the base is still the same', async () => {
    const { engine, tenant, schema } = await start();
    const plan = parted(await engine.plan(tenant, schema, options), 'step by step');
    const file = join(tenant.target.directory, 'app.db');
    const begun = (sql: string) => (event: RunEvent) => {
      if (event.type === 'start') execFileSync('sqlite3', [file, sql]);
    };
    const changed = begun('ALTER TABLE users ADD COLUMN late');
    expect(await failure(engine.apply(tenant, plan, { allow: 'all', onEvent: changed }))).toMatchObject({
      code: 'BASE_MISMATCH',
      message: expect.stringMatching(/column "late" was added\n {2}\(nothing was changed\)/),
    });
    await execute(tenant, 'ALTER TABLE users DROP COLUMN late');
    const onEvent = begun('CREATE TABLE tmp_x (y)');
    expect(await engine.apply(tenant, plan, { allow: 'all', onEvent })).toMatchObject({ outcome: 'done' });
  });
});

test('a database that never comes to rest is given up on, and nothing was changed', async () => {
  const { engine, tenant, schema } = await start(goal, Number.POSITIVE_INFINITY);
  const plan = await engine.plan(tenant, schema, options);
  expect(await failure(engine.apply(tenant, plan, { allow: 'all' }))).toMatchObject({
    code: 'BASE_MISMATCH',
    message: expect.stringMatching(/keeps changing the schema.*nothing was changed/),
  });
});

test.each([
  ['goes on', 'CREATE TABLE tmp_x (y)', 'done'],
  ['sees what came between', 'ALTER TABLE elsewhere ADD COLUMN late', 'PARTIAL'],
])('a plan whose renames are made one after the other %s', async (_, late, outcome) => {
  const { engine, tenant, schema } = await start(`
    CREATE TABLE people (id INTEGER PRIMARY KEY, name TEXT);
    CREATE TABLE somewhere (x);
    CREATE VIEW v AS SELECT p.name, e.x FROM people p, somewhere e;
  `);
  await execute(tenant, 'CREATE VIEW v AS SELECT p.name, e.x FROM users p, elsewhere e');
  const renames = [
    { at: 'test', from: ['users'], to: ['people'] },
    { at: 'test', from: ['elsewhere'], to: ['somewhere'] },
  ];
  const plan = parted(await engine.plan(tenant, schema, { ...options, renames }), 'each alone');
  const summaries = plan.up.flatMap((batch) => batch.steps.map(({ summary }) => summary));
  const [first, second] = ['rename table users to people', 'rename table elsewhere to somewhere'].map((summary) =>
    summaries.indexOf(summary),
  );
  expect(first, summaries.join(', ')).toBeLessThan(second ?? -1);
  const onEvent = after((first ?? 0) + 1, tenant, late);
  const ended = await engine.apply(tenant, plan, { allow: 'all', onEvent }).then(
    (report) => report.outcome,
    (error: SyncError) => error.code,
  );
  expect(ended).toBe(outcome);
});

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createEngine, type Executor, type Plan, plan, runPlan, type SyncError, sealPlan } from '@sync/core';
import driver from '@sync/driver-sqlite';
import { describe, expect, test } from 'vitest';
import { execute, folder, rows, tenantIn } from './support.js';

const options = { exclude: ['tmp_*'] };
const before = [
  'CREATE TABLE users (id INTEGER PRIMARY KEY, mail TEXT)',
  "INSERT INTO users VALUES (1, 'a')",
  'CREATE INDEX tmp_i ON users (mail)',
];
const goal = 'CREATE TABLE users (id INTEGER PRIMARY KEY, mail TEXT UNIQUE);';

async function start(executor?: Executor) {
  const directory = folder();
  const schema = join(directory, 'schema.sql');
  writeFileSync(schema, goal);
  const tenant = tenantIn(directory);
  await execute(tenant, ...before);
  const engine = createEngine({ driver, ...(executor && { executor }) });
  return { tenant, engine, schema, planned: await engine.plan(tenant, schema, options) };
}

const failure = async (work: Promise<unknown>): Promise<SyncError> =>
  work.then(
    () => expect.fail('it went through'),
    (error) => error,
  );

/** A plan without the steps that put back what is left alone. */
function withoutReturn(whole: Plan): Plan {
  const up = whole.up.map((batch) => ({
    ...batch,
    steps: batch.steps.filter(({ summary }) => summary !== 'create index tmp_i'),
  }));
  return { ...whole, up };
}

describe('what is left alone', () => {
  test('is there again after its table was rebuilt, and after the way down', async () => {
    const { engine, tenant, planned } = await start();
    expect(planned.proof).toMatchObject({ up: true, down: true });
    const names = "SELECT name FROM sqlite_master WHERE name = 'tmp_i'";
    const report = await engine.apply(tenant, planned, options);
    expect(await rows(tenant, names)).toHaveLength(1);
    await engine.down(tenant, report.run, options);
    expect(await rows(tenant, names)).toHaveLength(1);
  });

  test('by its address is what has the same name as something else', async () => {
    const { engine, tenant, schema } = await start();
    await execute(
      tenant,
      'CREATE TABLE users_log (x)',
      'CREATE TRIGGER users AFTER INSERT ON users_log BEGIN SELECT 1; END',
    );
    const byAddress = { exclude: ['tmp_*', 'users_log', 'trigger:*'] };
    await engine.apply(tenant, await engine.plan(tenant, schema, byAddress), byAddress);
    expect(await rows(tenant, "SELECT type FROM sqlite_master WHERE name = 'users' ORDER BY type")).toEqual([
      { type: 'table' },
      { type: 'trigger' },
    ]);
    await expect(execute(tenant, "INSERT INTO users VALUES (2, 'a')")).rejects.toThrow(/UNIQUE/);
    expect((await engine.plan(tenant, schema, byAddress)).up).toEqual([]);
  });

  test.each([
    ['a view', 'CREATE VIEW v AS SELECT * FROM tmp_x;', 'the view v'],
    ['a foreign key', 'CREATE TABLE r (b REFERENCES tmp_x (b));', 'the table r'],
    [
      'a trigger',
      'CREATE TRIGGER g AFTER INSERT ON users BEGIN INSERT INTO tmp_x VALUES (new.id); END;',
      'the trigger g',
    ],
  ])('and is not there holds up %s that needs it', async (_, definition, what) => {
    const { engine, tenant, schema } = await start();
    const words = `schema.sql:3: ${what} needs tmp_x, which is excluded and is not in the database`;
    const table = 'CREATE TABLE tmp_x (b INTEGER PRIMARY KEY)';
    writeFileSync(schema, `${goal}\n${table};\n${definition}`);
    const error = await failure(engine.plan(tenant, schema, options));
    expect(error).toMatchObject({ code: 'PLAN_IMPOSSIBLE', message: expect.stringContaining(words) });
    await execute(tenant, table);
    expect((await engine.plan(tenant, schema, options)).up).not.toEqual([]);
  });

  test.each([
    ['a view', 'CREATE VIEW v AS SELECT n FROM tmp_x;', 'the view v does not hold: no such column: n'],
    [
      'a trigger',
      'CREATE TRIGGER g AFTER INSERT ON users BEGIN INSERT INTO tmp_x (n) VALUES (new.id); END;',
      'the trigger g does not hold: table tmp_x has no column named n',
    ],
  ])('and lacks what %s reads of it is told with the place of that', async (_, definition, words) => {
    const { engine, tenant, schema } = await start();
    writeFileSync(schema, `${goal}\n\n${definition}`);
    await execute(tenant, 'CREATE TABLE tmp_x (m)');
    expect(await failure(engine.plan(tenant, schema, options))).toMatchObject({
      code: 'SOURCE_INVALID',
      message: expect.stringMatching(new RegExp(`schema\\.sql:3: ${words}`)),
    });
  });

  test.each([
    ['came', 'CREATE TRIGGER tmp_g AFTER INSERT ON users BEGIN SELECT 1; END', /trigger "tmp_g" was added/],
    ['went', 'DROP INDEX tmp_i', /index "tmp_i" is gone/],
  ])('and %s after planning, where the plan would harm it, stops the plan', async (_, statement, words) => {
    const { engine, tenant, planned } = await start();
    await execute(tenant, statement);
    const error = await failure(engine.apply(tenant, planned, options));
    expect(error.code).toBe('BASE_MISMATCH');
    expect(error.message).toMatch(words);
  });

  test('and changed after planning stops the plan, too', async () => {
    const { engine, tenant, planned } = await start();
    await execute(tenant, 'DROP INDEX tmp_i', 'CREATE INDEX tmp_i ON users (mail DESC)');
    expect((await failure(engine.apply(tenant, planned, options))).message).toMatch(/index "tmp_i" was changed/);
  });

  test('may come and go elsewhere', async () => {
    const { engine, tenant, planned } = await start();
    await execute(tenant, 'CREATE TABLE tmp_import (line TEXT)', 'CREATE INDEX tmp_by_line ON tmp_import (line)');
    expect(await engine.apply(tenant, planned, options)).toMatchObject({ outcome: 'done' });
  });

  test('and not there again after the run is an error, like everything else', async () => {
    const { engine, tenant, planned } = await start((whole, ...rest) => runPlan(withoutReturn(whole), ...rest));
    const error = await failure(engine.apply(tenant, planned, options));
    expect(error.code).toBe('VERIFY_FAILED');
    expect(error.message).toMatch(/index "tmp_i" is gone/);
  });

  test('and that a plan forgets is missed by the proof', async () => {
    const { tenant, schema } = await start();
    const forgets = createEngine({
      driver,
      planner: (difference, settings) => sealPlan(withoutReturn(plan(difference, settings))),
    });
    const error = await failure(forgets.plan(tenant, schema, options));
    expect(error.code).toBe('PROOF_FAILED');
    expect(error.message).toMatch(/index "tmp_i" is gone/);
  });
});

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createEngine, type SyncError } from '@sync/core';
import driver from '@sync/driver-sqlite';
import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { folder, rows, tenantIn } from './support.js';

const engine = createEngine({ driver });
const options = { exclude: ['tmp_*'] };

/** A database with an index over a function that only its application has, so that no scratch database can hold it. */
function start(goal: string) {
  const directory = folder();
  const schema = join(directory, 'schema.sql');
  writeFileSync(schema, goal);
  const database = new Database(join(directory, 'app.db'));
  database.function('ours', { deterministic: true }, (value) => value);
  database.exec('CREATE TABLE a (x TEXT); CREATE TABLE z (i); CREATE INDEX tmp_i ON z (ours(i));');
  database.close();
  return { tenant: tenantIn(directory), schema };
}

const failure = async (work: Promise<unknown>): Promise<SyncError> =>
  work.then(
    () => expect.fail('it went through'),
    (error) => error,
  );

describe('what is left alone and cannot be built in scratch', () => {
  test('takes nothing from the proof of what it has nothing to do with', async () => {
    const { tenant, schema } = start('CREATE TABLE a (x TEXT UNIQUE); CREATE TABLE z (i);');
    const { proof } = await engine.plan(tenant, schema, options);
    expect(proof).toMatchObject({ up: true, down: true });
  });

  test('stops a plan that has to do with it where nobody looks at the plan', async () => {
    const { tenant, schema } = start('CREATE TABLE a (x TEXT); CREATE TABLE z (i UNIQUE);');
    const { proof } = await engine.plan(tenant, schema, options);
    expect(proof).toMatchObject({ up: false, down: false, reason: expect.stringMatching(/^index tmp_i cannot be/) });
    const error = await failure(engine.sync(tenant, schema, { ...options, allow: 'all' }));
    expect(error).toMatchObject({ code: 'CONFIRMATION_NEEDED', message: expect.stringContaining('no such function') });
    expect(await rows(tenant, "SELECT name FROM sqlite_master WHERE type = 'table'")).toHaveLength(2);
  });

  test('stops such a plan also where it was made before, and its way back', async () => {
    const { tenant, schema } = start('CREATE TABLE a (x TEXT); CREATE TABLE z (i, j);');
    const plan = await engine.plan(tenant, schema, options);
    expect(plan.proof).toMatchObject({ up: false, down: false });
    const unseen = { code: 'CONFIRMATION_NEEDED', hint: expect.stringContaining('`prove: false`') };
    await expect(engine.apply(tenant, plan, { allow: 'all' })).rejects.toMatchObject(unseen);
    expect(await engine.history(tenant)).toEqual([]);
    const { run } = await engine.apply(tenant, plan, { allow: 'all', prove: false });
    await expect(engine.down(tenant, run, { allow: 'all' })).rejects.toMatchObject(unseen);
    expect(await rows(tenant, "SELECT count(*) AS n FROM pragma_table_info('z')")).toEqual([{ n: 2 }]);
  });

  test('and managed is no reason to run a plan unproven', async () => {
    const { tenant, schema } = start('CREATE TABLE a (x TEXT UNIQUE); CREATE TABLE z (i);');
    const error = await failure(engine.plan(tenant, schema));
    expect(error.code).toBe('PROOF_FAILED');
    expect(error.hint).toContain('an extension may be missing');
  });
});

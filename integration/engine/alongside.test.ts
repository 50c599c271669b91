import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ApplyRequest, createEngine } from '@sync/core';
import driver from '@sync/driver-sqlite';
import { describe, expect, test } from 'vitest';
import { execute, folder, rows, tenantIn } from './support.js';

const goal = 'CREATE TABLE users (id INTEGER PRIMARY KEY, mail TEXT UNIQUE); CREATE TABLE more (x);';

/** A database with a table that is left alone, in which somebody keeps books of runs. */
async function start() {
  const directory = folder();
  const schema = join(directory, 'schema.sql');
  writeFileSync(schema, goal);
  const tenant = tenantIn(directory);
  await execute(tenant, 'CREATE TABLE noted (steps UNIQUE)', 'CREATE TABLE users (id INTEGER PRIMARY KEY, mail TEXT)');
  const options: ApplyRequest & { readonly exclude: readonly string[] } = {
    exclude: ['noted'],
    alongside: (plan) => [
      { text: 'INSERT INTO noted VALUES (?)', params: [plan.up.flatMap(({ steps }) => steps).length] },
    ],
  };
  return { tenant, schema, options, engine: createEngine({ driver }) };
}

const made = "SELECT name FROM sqlite_master WHERE name = 'more'";

describe('what somebody notes of a run', () => {
  test('is there once it ran, and not again where nothing is left to do', async () => {
    const { tenant, schema, options, engine } = await start();
    const { plan } = await engine.sync(tenant, schema, options);
    const steps = plan?.up.flatMap((batch) => batch.steps).length;
    expect(await rows(tenant, 'SELECT steps FROM noted')).toEqual([{ steps }]);
    expect(await engine.sync(tenant, schema, options)).toMatchObject({ inSync: true });
    expect(await rows(tenant, 'SELECT steps FROM noted')).toHaveLength(1);
  });

  test('cannot be noted without the run, nor the run be made without it', async () => {
    const { tenant, schema, options, engine } = await start();
    const planned = await engine.plan(tenant, schema, options);
    const steps = planned.up.flatMap((batch) => batch.steps).length;
    await execute(tenant, `INSERT INTO noted VALUES (${steps})`);
    await expect(engine.apply(tenant, planned, options)).rejects.toThrow(/UNIQUE/);
    expect(await rows(tenant, made)).toEqual([]);
    await execute(tenant, 'DELETE FROM noted', "INSERT INTO users VALUES (1, 'a'), (2, 'a')");
    await expect(engine.apply(tenant, planned, options)).rejects.toThrow();
    expect(await rows(tenant, 'SELECT * FROM noted')).toEqual([]);
    await execute(tenant, 'DELETE FROM users');
    await engine.apply(tenant, planned, options);
    expect(await rows(tenant, 'SELECT * FROM noted')).toEqual([{ steps }]);
  });
});

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createEngine, type Driver, partsOf } from '@sync/core';
import sqlite from '@sync/driver-sqlite';
import { beforeEach, describe, expect, test } from 'vitest';
import { execute, folder, rows, tenantIn } from './support.js';

/** An engine with schemas inside its databases, as far as the names of tables can play them: `a__users` is `users` in `a`. */
const driver: Driver = {
  ...(sqlite as Driver),
  schemaOf: ({ address, parent }) => {
    const [schema, ...rest] = (partsOf(parent ?? address).parts[0] ?? '').split('__');
    return rest.length > 0 ? schema : undefined;
  },
};
const engine = createEngine({ driver });

let directory = '';
let tenant: ReturnType<typeof tenantIn>;
const goal = (text: string) => {
  writeFileSync(join(directory, 'schema.sql'), text);
  return join(directory, 'schema.sql');
};
const tables = () =>
  rows(
    tenant,
    "SELECT name FROM sqlite_schema WHERE name NOT LIKE '\\_schema\\_sync%' ESCAPE '\\' AND name NOT LIKE 'sqlite%' ORDER BY name",
  ).then((found) => found.map(({ name }) => name));

beforeEach(async () => {
  directory = folder();
  tenant = tenantIn(directory);
  await execute(
    tenant,
    'CREATE TABLE a__users (id INTEGER PRIMARY KEY)',
    'CREATE TABLE b__users (id INTEGER PRIMARY KEY, x TEXT)',
    'CREATE INDEX i ON b__users (x)',
    'CREATE TABLE plain (id INTEGER PRIMARY KEY)',
  );
});

const next = 'CREATE TABLE a__users (id INTEGER PRIMARY KEY, name TEXT); CREATE TABLE plain (id INTEGER PRIMARY KEY);';

describe('schemas inside a database', () => {
  test('are managed where the desired state names them; the others are left alone and listed', async () => {
    const validation = await engine.validate(tenant, goal(next));
    expect(validation.difference.changes.map(({ id }) => id)).toEqual(['alter table:a__users']);
    expect(validation.inspection.unmanaged).toEqual([
      { kind: 'table', name: 'b__users', reason: 'the schema b is not managed' },
      { kind: 'index', name: 'i', reason: 'the schema b is not managed' },
    ]);
    const { plan, report } = await engine.sync(tenant, goal(next));
    expect(plan?.reading.schemas).toEqual(['a']);
    expect(report?.outcome).toBe('done');
    await engine.down(tenant, report?.run ?? '', { allow: 'all' });
    expect(await tables()).toEqual(['a__users', 'b__users', 'i', 'plain']);
  });

  test('are managed where they are asked for, whatever is desired of others', async () => {
    const both = `${next} CREATE TABLE b__users (id INTEGER PRIMARY KEY); CREATE TABLE c__t (id INTEGER PRIMARY KEY);`;
    const options = { schemas: ['b'] };
    const { changes } = await engine.diff(tenant, goal(both), options);
    expect(changes.map(({ id }) => id)).toEqual(['drop index:i', 'alter table:b__users']);
    const plan = await engine.plan(tenant, goal(both), options);
    expect(plan.reading.schemas).toEqual(['b']);
    expect(plan.proof?.up).toBe(true);
    await engine.apply(tenant, plan, { allow: 'all' });
    expect((await engine.validate(tenant, goal(both), options)).inSync).toBe(true);
    expect(await tables()).not.toContain('c__t');
  });

  test('are all managed where all are asked for, or where there is no desired state', async () => {
    const { changes } = await engine.diff(tenant, goal(next), { schemas: 'all' });
    expect(changes.map(({ id }) => id)).toEqual(['alter table:a__users', 'drop table:b__users']);
    expect((await engine.inspect(tenant)).unmanaged).toEqual([]);
    expect((await engine.inspect(tenant, { schemas: ['a'] })).catalogue.size).toBe(2);
  });

  test('cannot be asked for on an engine that has none', async () => {
    const plain = createEngine({ driver: sqlite });
    await expect(plain.inspect(tenant, { schemas: ['a'] })).rejects.toMatchObject({
      code: 'CAPABILITY_MISSING',
      hint: expect.stringContaining("--exclude 'GLOB'"),
    });
    expect((await plain.inspect(tenant, { schemas: 'all' })).catalogue.size).toBe(4);
  });
});

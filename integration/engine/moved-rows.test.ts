import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createEngine } from '@sync/core';
import driver from '@sync/driver-sqlite';
import { expect, test } from 'vitest';
import { execute, folder, rows, tenantIn } from './support.js';

const document = `kind: Table
spec:
  name: s
  schema:
    sqlite:
      primaryKey: [id]
      columns: [{ name: id, type: integer }, { name: w, type: text }, { name: v, type: text }]
  seedData:
    rows:
      - columns: [{ column: id, value: { int: 1 } }, { column: w, value: { str: x } }, { column: v, value: { str: a } }]
`;
const precious = "UPDATE s SET w = 'precious'";
const seeds = true;

async function start(table: string, row: string) {
  const directory = folder();
  const goal = join(directory, 's.yaml');
  writeFileSync(goal, document);
  const tenant = tenantIn(directory);
  await execute(tenant, table, row);
  return { directory, goal, tenant, engine: createEngine({ driver }) };
}

test('rows that somebody writes to while a person looks at a plan are told in another one', async () => {
  const { engine, tenant, goal } = await start(
    'CREATE TABLE s (id INTEGER PRIMARY KEY, w TEXT)',
    "INSERT INTO s VALUES (1, 'x')",
  );
  const confirm = () => execute(tenant, precious);
  await expect(engine.sync(tenant, goal, { seeds, confirm })).rejects.toMatchObject({
    code: 'GATE_CLOSED',
    message: expect.stringContaining('1 row of s gets the values of the seed in place of their own'),
  });
  expect(await rows(tenant, 'SELECT * FROM s')).toEqual([{ id: 1, w: 'precious' }]);
});

test('rows that somebody writes to once the base was checked are kept by the transaction that would overwrite them', async () => {
  const { engine, tenant, goal, directory } = await start(
    'CREATE TABLE s (id INTEGER PRIMARY KEY, w TEXT)',
    "INSERT INTO s VALUES (1, 'x')",
  );
  const plan = await engine.plan(tenant, goal, { seeds });
  const file = join(directory, tenant.target.url.slice('sqlite:'.length));
  const run = engine.apply(tenant, plan, {
    onEvent: ({ type }) => {
      if (type === 'start') execFileSync('sqlite3', [file, precious]);
    },
  });
  await expect(run).rejects.toMatchObject({
    message: expect.stringMatching(
      /rows of s that are to be changed are gone, or hold something else by now:\n {2}id 1/,
    ),
  });
  expect(await rows(tenant, 'SELECT id, w, v FROM s')).toEqual([{ id: 1, w: 'precious', v: null }]);
});

test('a value that a plan does not carry is known by its hash', async () => {
  const { engine, tenant, goal } = await start(
    'CREATE TABLE s (id INTEGER PRIMARY KEY, w TEXT, v TEXT)',
    "INSERT INTO s VALUES (1, 'x', 'a secret of theirs')",
  );
  const plan = await engine.plan(tenant, goal, { seeds });
  expect(plan.seeds).toMatchObject([
    { table: 's', found: [{ same: ['w'], others: expect.stringMatching(/^[0-9a-f]{64}$/) }] },
  ]);
  expect(JSON.stringify(plan)).not.toContain('a secret of theirs');
  const allow = ['data-loss'] as const;
  await execute(tenant, 'UPDATE s SET v = CAST(v AS BLOB)');
  await expect(engine.apply(tenant, plan, { allow })).rejects.toMatchObject({ code: 'BASE_MISMATCH' });
  await execute(tenant, 'UPDATE s SET v = CAST(v AS TEXT)');
  expect((await engine.apply(tenant, plan, { allow })).outcome).toBe('done');
});

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { sealPlan } from '../../src/plan/plan.js';
import type { Plan } from '../../src/plan/plan-format.js';
import { atTerminal, execute, project, schemaSync, withDatabase, write } from './support.js';

const reason = 'index i cannot be built in scratch';
const url = ['--url', 'sqlite:./app.db'];
const refused = { code: 1, stderr: expect.stringMatching(/could not be tried: index i cannot[\s\S]*--no-prove/) };
let folder = '';

const isThere = () =>
  withDatabase(folder, (connection) =>
    connection.query({ text: "SELECT name FROM sqlite_master WHERE name = 'late'" }),
  ).then((found) => found.length === 1);

/** A plan as it is made where something beside it cannot be built in scratch. */
beforeEach(async () => {
  folder = await project({ 'schema.sql': 'CREATE TABLE a (x); CREATE TABLE late (y);' });
  await execute(folder, 'CREATE TABLE a (x)');
  await schemaSync(folder, ['plan', ...url, '--to', 'schema.sql', '-o', 'plan.json']);
  const { id, ...content } = JSON.parse(await readFile(join(folder, 'plan.json'), 'utf8')) as Plan;
  const plan = sealPlan({ ...content, proof: { up: false, down: false, server: 'SQLite', reason } });
  await write(folder, { 'plan.json': JSON.stringify(plan) });
});

describe('a plan that could not be tried', () => {
  test.for([{ how: ['--yes'] }, { how: ['--yes', '-q'] }, { how: ['--yes', '--format', 'json'] }, { how: ['-q'] }])(
    'is not applied with $how, where nobody sees it',
    async ({ how }) => {
      expect(await schemaSync(folder, ['apply', 'plan.json', ...url, ...how])).toMatchObject(refused);
      expect(await isThere()).toBe(false);
    },
  );

  test('is not applied at a terminal that shows nothing', async () => {
    expect(await atTerminal(folder, ['apply', 'plan.json', ...url, '-q'], ['y'])).toMatchObject(refused);
    expect(await isThere()).toBe(false);
  });

  test('is applied and taken back after somebody saw that it could not be tried', async () => {
    const applied = await atTerminal(folder, ['apply', 'plan.json', ...url], ['y']);
    expect(applied).toMatchObject({ code: 0, stdout: expect.stringContaining(`not proven: ${reason}`) });
    expect(await isThere()).toBe(true);
    const back = await atTerminal(folder, ['down', 'last', ...url, '--allow', 'all'], ['y']);
    expect(back).toMatchObject({ code: 0, stdout: expect.stringContaining(`not proven: ${reason}`) });
    expect(await isThere()).toBe(false);
  });

  test('is applied, taken back and gone again with --no-prove, and with nothing less', async () => {
    const down = (...argv: readonly string[]) =>
      schemaSync(folder, ['down', ...argv, ...url, '--yes', '--allow', 'all']);
    expect((await schemaSync(folder, ['apply', 'plan.json', ...url, '--yes', '--no-prove'])).code).toBe(0);
    expect(await down('last')).toMatchObject(refused);
    expect(await down('plan.json')).toMatchObject(refused);
    expect(await isThere()).toBe(true);
    const back = await down('last', '--no-prove');
    expect(back.code).toBe(0);
    const [, undo = ''] = /\(run ([0-9a-f]+)\)/.exec(back.stdout) ?? [];
    expect(await down(undo)).toMatchObject(refused);
    expect((await down(undo, '--no-prove')).code).toBe(0);
    expect(await isThere()).toBe(true);
  });

  test('is applied where the config says that nothing is proven', async () => {
    await write(folder, { 'schema-sync.config.json': '{ "defaults": { "prove": false } }' });
    expect((await schemaSync(folder, ['apply', 'plan.json', ...url, '--yes'])).code).toBe(0);
  });
});

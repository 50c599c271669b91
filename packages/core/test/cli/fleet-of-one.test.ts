import { spawn } from 'node:child_process';
import { symlink } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import { describe, expect, test } from 'vitest';
import { project, schemaSync } from './support.js';

const root = resolve(import.meta.dirname, '../../../..');
const schema = { 's/t.sql': 'CREATE TABLE t (id INTEGER PRIMARY KEY);' };
const config = { 'schema-sync.config.json': '{ "url": "sqlite:./app.db", "to": "./s" }' };
/** A project with several drivers. */
const several = { env: { SCHEMA_SYNC_DRIVERS_FROM: join(root, 'integration') } };

describe('the engine', () => {
  test.each([
    ['lint'],
    ['fixtures'],
    ['inspect', './s'],
    ['generate', './s'],
    ['diff', '--from', './s', '--to', './s'],
  ])('is that of the database of the config where several drivers are installed: %s', async (...argv) => {
    const folder = await project({ ...schema, ...config });
    expect(await schemaSync(folder, argv, several)).toMatchObject({ code: 0 });
  });

  test('is that of a reference of the config, and asked for where that leads nowhere', async () => {
    const folder = await project({ ...schema, 'schema-sync.config.json': '{ "url": "env:APP_DB", "to": "./s" }' });
    const env = { ...several.env, APP_DB: 'sqlite:./app.db' };
    expect(await schemaSync(folder, ['lint'], { env })).toMatchObject({ code: 0 });
    for (const argv of [['lint'], ['inspect', './s'], ['diff', '--from', './s', '--to', './s']]) {
      const { code, stderr } = await schemaSync(folder, argv, several);
      expect({ code, stderr }).toEqual({ code: 1, stderr: expect.stringContaining('APP_DB is not set') });
      expect(stderr).toContain('schema-sync.config.json: url');
      expect(stderr).toContain('--engine NAME');
    }
    const none = await project(schema);
    expect((await schemaSync(none, ['lint', './s'], several)).stderr).toContain('nothing says which engine is meant');
    expect((await schemaSync(folder, ['validate'], { env })).code).toBe(3);
  });
});

describe('a stored snapshot', () => {
  test.each([['list'], ['show', 'base'], ['diff', 'base', 'base@1']])(
    'tells its engine where several drivers are installed and no config is: snapshot %s',
    async (...argv) => {
      const folder = await project(schema);
      const save = ['snapshot', 'save', 'base', './s', '--engine', 'sqlite'];
      expect(await schemaSync(folder, save, several)).toMatchObject({ code: 0 });
      expect(await schemaSync(folder, ['snapshot', ...argv], several)).toMatchObject({ code: 0, stderr: '' });
      const [from, to] = ['snapshot:base', 'snapshot:base@1'];
      expect(await schemaSync(folder, ['diff', '--from', from, '--to', to], several)).toMatchObject({ code: 0 });
    },
  );

  test('that is not there is what is told, where it could have said the engine', async () => {
    const folder = await project(schema);
    await schemaSync(folder, ['snapshot', 'save', 'base', './s', '--engine', 'sqlite'], several);
    const { code, stderr } = await schemaSync(folder, ['snapshot', 'show', 'bass'], several);
    expect({ code, stderr }).toMatchObject({ code: 1, stderr: expect.stringContaining('Did you mean snapshot:base?') });
    expect((await schemaSync(folder, ['snapshot', 'show', './none.json'], several)).stderr).toContain('none.json');
  });
});

describe('--tenant', () => {
  test('says whose run it is, and whose is taken back', async () => {
    const folder = await project({ ...schema, ...config });
    const of = (tenant: string, ...argv: readonly string[]) => schemaSync(folder, [...argv, '--tenant', tenant]);
    expect((await of('q6', 'sync', '--yes', '--create')).code).toBe(0);
    expect((await of('q6', 'history')).stdout).toMatch(/ done /);
    expect((await of('q7', 'history')).stdout).toContain('no runs');
    expect((await of('q7', 'down', 'last', '--yes', '--allow', 'all')).code).toBe(1);
    expect((await of('q6', 'down', 'last', '--yes', '--allow', 'all')).code).toBe(0);
  });

  test.each(['../x', 'a"; drop table t', '', '/'])('refuses %j', async (tenant) => {
    const folder = await project({ ...schema, ...config });
    const outcome = await schemaSync(folder, ['history', `--tenant=${tenant}`]);
    expect(outcome).toMatchObject({ code: 1, stderr: expect.stringMatching(/^error\[(TENANT_INVALID|USAGE)\]/) });
  });
});

test('a plan comes through standard input, and nothing else does', async () => {
  const folder = await project({ ...schema, ...config });
  const apply = async (input: string) => {
    const argv = [join(root, 'packages/core/dist/bin.js'), 'apply', '-', '--yes', '--create'];
    const env = { PATH: process.env.PATH, SCHEMA_SYNC_DRIVERS_FROM: join(root, 'examples/demo') };
    const child = spawn(process.execPath, argv, { cwd: folder, env, stdio: ['pipe', 'pipe', 'pipe'] });
    child.stdin.end(input);
    const [stderr, code] = await Promise.all([
      text(child.stderr),
      new Promise<number | null>((settle) => child.on('close', settle)),
    ]);
    return { stderr, code };
  };
  expect(await apply('')).toMatchObject({ code: 3, stderr: expect.stringContaining('standard input') });
  const { stdout } = await schemaSync(folder, ['plan', '--format', 'json', '-q']);
  expect(await apply(stdout)).toMatchObject({ code: 0 });
  expect((await schemaSync(folder, ['validate'])).code).toBe(0);
});

test('the command of the checkout runs through links', async () => {
  const folder = await project();
  await symlink(join(root, 'schema-sync'), join(folder, 'first'));
  await symlink('first', join(folder, 'second'));
  const child = spawn(join(folder, 'second'), ['version'], { stdio: ['ignore', 'pipe', 'inherit'] });
  expect(await text(child.stdout)).toMatch(/^\d+\.\d+\.\d+/);
});

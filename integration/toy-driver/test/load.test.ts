import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { createEngine, isSyncError, loadDriver, tenantContext } from '@sync/core';
import { build } from 'tsup';
import { afterAll, beforeAll, expect, test } from 'vitest';

const name = 'schema-sync-driver-toy';
const here = join(import.meta.dirname, '..');
const core = join(here, '../../packages/core');

let project: string;

/** A user's project with the driver in it, built as its author would publish it. */
beforeAll(async () => {
  project = await mkdtemp(join(tmpdir(), 'schema-sync-toy-'));
  const installed = join(project, 'node_modules', name);
  await mkdir(join(project, 'node_modules', '@sync'), { recursive: true });
  await symlink(core, join(project, 'node_modules', '@sync', 'core'), 'dir');
  await build({
    entry: { index: join(here, 'src/index.ts') },
    outDir: join(installed, 'dist'),
    format: 'esm',
    external: ['@sync/core'],
    config: false,
    silent: true,
  });
  await cp(join(here, 'package.json'), join(installed, 'package.json'));
  await declare({ [name]: '0.1.0' });
});

afterAll(() => rm(project, { recursive: true, force: true }));

async function declare(dependencies: Readonly<Record<string, string>>): Promise<void> {
  await writeFile(join(project, 'package.json'), JSON.stringify({ name: 'a-project', type: 'module', dependencies }));
}

test('a dependency of the project is loaded by its name', async () => {
  const driver = await loadDriver(name, { from: project });
  expect(driver.name).toBe('toy');
  const tenant = tenantContext({ id: 'default', target: { url: 'toy:loaded', directory: project } });
  await using _ = await driver.connect(driver.options(tenant.target), { access: 'write' });
  expect((await createEngine({ driver }).inspect(tenant)).catalogue.size).toBe(0);
});

test('a package that nobody declared is not', async () => {
  await declare({});
  const refused: unknown = await loadDriver(name, { from: project }).catch((error: unknown) => error);
  expect(isSyncError(refused) && refused.code).toBe('DRIVER_REFUSED');
  await declare({ [name]: '0.1.0' });
});

test('the command line finds it for its URLs once the config names it', async () => {
  await writeFile(join(project, 'schema-sync.config.json'), JSON.stringify({ drivers: { use: { toy: name } } }));
  const command = [join(core, 'dist/bin.js'), 'inspect', 'toy:default', '--format', 'json'];
  const { stdout } = await promisify(execFile)(process.execPath, command, { cwd: project });
  expect(JSON.parse(stdout)).toMatchObject({ driver: 'toy', objects: [] });
});

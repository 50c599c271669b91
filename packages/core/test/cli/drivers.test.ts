import { chmod, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { launchOf, packageCommand } from '../../src/load/package-manager.js';
import { project, schemaSync, write } from './support.js';

/** A project whose package manager only notes what it was asked for. */
async function projectWith(manager: string, files: Readonly<Record<string, string>>): Promise<string> {
  const folder = await project({ 'package.json': '{}', ...files });
  const script = '#!/bin/sh\necho "$(basename "$0") $*" >> "$LOG"\necho from the manager\n[ "$FAIL" = "" ]\n';
  await write(folder, { [`bin/${manager}`]: script });
  await chmod(join(folder, 'bin', manager), 0o755);
  return folder;
}

function run(folder: string, argv: readonly string[], env: Readonly<Record<string, string>> = {}) {
  const path = `${join(folder, 'bin')}:${process.env.PATH}`;
  return schemaSync(folder, argv, { env: { PATH: path, LOG: join(folder, 'log'), ...env } });
}

describe('drivers', () => {
  test.each([
    ['npm', {}, 'npm install -D @sync/driver-toy', 'npm uninstall @sync/driver-toy'],
    ['pnpm', { 'pnpm-lock.yaml': '' }, 'pnpm add -D @sync/driver-toy', 'pnpm remove @sync/driver-toy'],
    ['yarn', { 'yarn.lock': '' }, 'yarn add -D @sync/driver-toy', 'yarn remove @sync/driver-toy'],
    ['bun', { 'bun.lock': '' }, 'bun add -D @sync/driver-toy', 'bun remove @sync/driver-toy'],
  ])('are added and removed with %s where the project uses it', async (manager, files, add, remove) => {
    const folder = await projectWith(manager, files);
    const added = await run(folder, ['drivers', 'add', 'toy']);
    expect(added).toMatchObject({ code: 0, stdout: expect.stringContaining('@sync/driver-toy is installed') });
    expect(added.stdout).not.toContain('from the manager');
    expect((await run(folder, ['drivers', 'remove', 'toy'])).code).toBe(0);
    expect((await readFile(join(folder, 'log'), 'utf8')).trim().split('\n')).toEqual([add, remove]);
  });

  test('are added on Windows by the command processor, since npm is a script there', () => {
    const words = packageCommand('npm', 'add', '@sync/driver-toy');
    expect(launchOf('npm', words, 'win32', 'C:\\Windows\\cmd.exe')).toEqual({
      file: 'C:\\Windows\\cmd.exe',
      args: ['/d', '/s', '/c', '"npm install -D @sync/driver-toy"'],
      verbatim: true,
      environment: { NoDefaultCurrentDirectoryInExePath: '1' },
    });
    expect(launchOf('pnpm', words, 'win32', undefined).file).toBe('cmd.exe');
    expect(launchOf('npm', words, 'linux', undefined)).toEqual({
      file: 'npm',
      args: words,
      verbatim: false,
      environment: {},
    });
  });

  test.each(['toy; rm -rf x', '--global', '../x', '@sync/', 'https://x/y.tgz'])(
    'of the name %s are refused',
    async (name) => {
      const folder = await projectWith('npm', {});
      expect(await run(folder, ['drivers', 'add', '--', name])).toMatchObject({
        code: 1,
        stderr: expect.stringContaining('error[USAGE]'),
      });
      await expect(readFile(join(folder, 'log'))).rejects.toMatchObject({ code: 'ENOENT' });
    },
  );

  test('that cannot be installed say so', async () => {
    const folder = await projectWith('npm', {});
    const outcome = await run(folder, ['drivers', 'add', 'toy'], { FAIL: '1' });
    expect(outcome).toMatchObject({ code: 2, stderr: expect.stringContaining('failed with exit code 1') });
  });

  test('are listed with their packages, and doctor opens a scratch database', async () => {
    const folder = await project();
    expect((await run(folder, ['drivers', 'list'])).stdout).toMatch(
      /^sqlite +@sync\/driver-sqlite \d+\.\d+\.\d+ +sqlite:/m,
    );
    const doctor = await run(folder, ['drivers', 'doctor']);
    expect(doctor).toMatchObject({ code: 0, stdout: expect.stringContaining('scratch database opened: SQLite 3.') });
  });

  test('are told by the URL even where a file is called as it is', async () => {
    const folder = await project({ 'toy:x': '' });
    expect((await run(folder, ['history', '--url', 'toy:x'])).stderr).toContain(
      'no driver for engine toy is installed',
    );
  });

  test('that are broken are told by doctor, which then fails', async () => {
    const folder = await project({
      'package.json': '{}',
      'node_modules/@sync/driver-toy/package.json': '{ "name": "@sync/driver-toy", "exports": "./index.mjs" }',
      'node_modules/@sync/driver-toy/index.mjs': 'throw new Error("no native build");',
    });
    const doctor = await run(folder, ['drivers', 'doctor']);
    expect(doctor).toMatchObject({ code: 1, stdout: expect.stringContaining('cannot be loaded: no native build') });
    expect((await run(folder, ['drivers', 'list'])).stdout).toMatch(/^toy +cannot be loaded/m);
    expect((await run(folder, ['inspect', 'sqlite:./none.db'])).stderr).toContain('CONNECTION_FAILED');
  });
});

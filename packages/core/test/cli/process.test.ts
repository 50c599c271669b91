import { spawn, spawnSync } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { execute, project, schemaSync, withDatabase } from './support.js';

const bin = resolve(import.meta.dirname, '../../dist/bin.js');
const driversFrom = resolve(import.meta.dirname, '../../../../examples/demo');
const { version } = JSON.parse(readFileSync(resolve(import.meta.dirname, '../../package.json'), 'utf8')) as {
  version: string;
};

describe('the process', () => {
  test.each([['--version'], ['-v'], ['version']])('says its version: %s', async (argument) => {
    expect(await schemaSync('.', [argument])).toEqual({ code: 0, signal: null, stdout: `${version}\n`, stderr: '' });
  });

  test('takes -v behind a command, and before it, for --verbose', async () => {
    const folder = await project({});
    const plan = ['plan', '--url', 'sqlite::memory:', '--to', 'nowhere'];
    for (const argv of [
      [...plan, '-v'],
      ['-v', ...plan],
      [...plan, '--verbose'],
    ])
      expect(await schemaSync(folder, argv)).toMatchObject({ code: 1, stderr: expect.stringMatching(/\n {4}at /) });
    expect((await schemaSync(folder, plan)).stderr).not.toMatch(/\n {4}at /);
    const early = await schemaSync(folder, ['-v', 'plna']);
    expect(early).toMatchObject({ code: 1, stderr: expect.stringMatching(/did you mean plan.*\n {4}at /s) });
  });

  test('says its version without loading anything else', () => {
    const imported = [...readFileSync(bin, 'utf8').matchAll(/^import .*?"([^"]+)";$/gm)].map(([, name]) => name);
    expect(imported).toEqual(['fs']);
  });

  test.each([
    ['SQL', 'schema.sql', 'CREATE TABLE t (id INTEGER PRIMARY KEY);', false],
    ['YAML', 'schema.yaml', 'name: t\nschema: { sqlite: { columns: [{ name: id, type: integer }] } }\n', true],
  ])('loads what reads YAML for YAML alone: a desired state in %s', async (_, file, text, loads) => {
    const folder = await project({
      [file]: text,
      'loaded.cjs':
        "process.on('exit', () => require('fs').writeFileSync('loaded', Object.keys(require.cache).join('\\n')));",
    });
    const env = { NODE_OPTIONS: `--require ${join(folder, 'loaded.cjs')}` };
    const outcome = await schemaSync(folder, ['validate', '--url', 'sqlite::memory:', '--to', file], { env });
    expect(outcome).toMatchObject({ code: 3, stderr: '' });
    const loaded = readFileSync(join(folder, 'loaded'), 'utf8');
    expect(loaded).toContain('better-sqlite3');
    expect(/\/yaml\/dist\//.test(loaded)).toBe(loads);
  });

  test('leads to the line of a config that is no JavaScript', async () => {
    const folder = await project({ 'schema-sync.config.mjs': "export default {\n  engine: 'sqlite'.\n  url: 1\n};" });
    const { code, stderr } = await schemaSync(folder, ['validate']);
    expect(code, stderr).toBe(1);
    const [, file = ''] = /hint: To see the line: node "([^"]+)"/.exec(stderr) ?? [];
    expect(spawnSync(process.execPath, [file], { encoding: 'utf8' }).stderr).toContain('schema-sync.config.mjs:3');
  });

  test('says that its folder is gone', async () => {
    const folder = await project({});
    const command = 'rmdir "$PWD" && exec "$0" "$1" plan';
    const { status, stderr } = spawnSync('sh', ['-c', command, process.execPath, bin], {
      cwd: folder,
      encoding: 'utf8',
    });
    expect({ status, stderr }).toEqual({
      status: 1,
      stderr: expect.stringMatching(/^error\[IO\] the folder that this was started in is gone\n {2}hint: /),
    });
  });

  test('says how to go on when nothing is asked of it', async () => {
    expect(await schemaSync('.', [])).toMatchObject({ code: 1, stdout: expect.stringContaining('Usage') });
    expect(await schemaSync('.', ['--help'])).toMatchObject({ code: 0, stdout: expect.stringContaining('Usage') });
  });

  test('refuses a flag that it does not know, also where no command is', async () => {
    const outcome = await schemaSync('.', ['--verison']);
    expect(outcome).toMatchObject({ code: 1, stdout: '', stderr: expect.stringContaining('did you mean --version?') });
  });

  test.each([['-qy'], ['-yq'], ['-y', '-q'], ['--yes', '--quiet']])('hears %s', async (...flags) => {
    const folder = await project({ 'schema.sql': 'CREATE TABLE t (id INTEGER PRIMARY KEY);' });
    const outcome = await schemaSync(folder, [
      'sync',
      '--url',
      'sqlite:./app.db',
      '--to',
      'schema.sql',
      '--create',
      ...flags,
    ]);
    expect(outcome).toMatchObject({ code: 0, stderr: '' });
    expect(outcome.stdout.trim().split('\n')).toHaveLength(1);
  });

  test('takes the value of a flag for no flag', async () => {
    const folder = await project({ 'schema.sql': 'CREATE TABLE t (id INTEGER PRIMARY KEY);' });
    const outcome = await schemaSync(folder, ['generate', 'schema.sql', '-oq']);
    expect(outcome).toMatchObject({ code: 0, stderr: expect.stringContaining('1 file in q') });
  });

  test('ends quietly when its reader has seen enough', async () => {
    const folder = await project();
    const columns = Array.from({ length: 200 }, (_, i) => `column_${i} TEXT`).join(', ');
    await execute(folder, ...Array.from({ length: 100 }, (_, i) => `CREATE TABLE t${i} (${columns})`));
    const child = spawn(process.execPath, [bin, 'inspect', 'sqlite:./app.db'], {
      cwd: folder,
      env: { PATH: process.env.PATH, SCHEMA_SYNC_DRIVERS_FROM: driversFrom },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let stderr = '';
    child.stderr.on('data', (text: Buffer) => {
      stderr += String(text);
    });
    child.stdout.once('data', () => child.stdout.destroy());
    const code = await new Promise((settle) => child.on('close', settle));
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  });

  test.skipIf(!existsSync('/dev/full'))('says so when its output cannot be written', async () => {
    const folder = await project({ 'schema.sql': 'CREATE TABLE t (id INTEGER PRIMARY KEY);' });
    const lint = ['lint', 'schema.sql'];
    for (const argv of [['--version'], ['--help'], ['version'], lint, [...lint, '--format', 'json']]) {
      const full = openSync('/dev/full', 'w');
      const env = { PATH: process.env.PATH, SCHEMA_SYNC_DRIVERS_FROM: driversFrom };
      const stdio = ['ignore', full, 'pipe'] as const;
      const { status, stderr } = spawnSync(process.execPath, [bin, ...argv], {
        cwd: folder,
        env,
        stdio: [...stdio],
        encoding: 'utf8',
      });
      closeSync(full);
      expect({ argv, status, stderr }).toEqual({
        argv,
        status: 2,
        stderr: expect.stringMatching(
          /^error\[IO\] standard output cannot be written\n {2}cause: ENOSPC.*\n {2}hint: .*\n$/,
        ),
      });
    }
  });

  test('prints all of a long output before it ends', async () => {
    const folder = await project();
    const columns = Array.from({ length: 200 }, (_, i) => `column_${i} TEXT`).join(', ');
    await execute(folder, ...Array.from({ length: 200 }, (_, i) => `CREATE TABLE t${i} (${columns})`));
    const { stdout } = await schemaSync(folder, ['inspect', 'sqlite:./app.db', '--format', 'json']);
    expect(stdout.length).toBeGreaterThan(1_000_000);
    expect((JSON.parse(stdout) as { objects: unknown[] }).objects).toHaveLength(200);
  });

  test.each([
    ['SIGINT', 130, 'CANCELLED'],
    ['SIGTERM', 143, 'TERMINATED'],
  ] as const)('on %s rolls back what is under way, says so and exits %i', async (signal, code, name) => {
    const folder = await project({
      'schema.sql': Array.from(
        { length: 40 },
        (_, i) => `CREATE TABLE t${i} (id INTEGER PRIMARY KEY, x INTEGER) STRICT;`,
      ).join('\n'),
    });
    await execute(
      folder,
      ...Array.from({ length: 40 }, (_, i) => `CREATE TABLE t${i} (id INTEGER PRIMARY KEY, x INTEGER)`),
      ...Array.from(
        { length: 40 },
        (_, i) =>
          `INSERT INTO t${i} WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 20000) SELECT i, i FROM n`,
      ),
    );
    let sent = false;
    const outcome = await schemaSync(
      folder,
      ['sync', '--url', 'sqlite:./app.db', '--to', './schema.sql', '--yes', '--allow', 'all', '--no-prove'],
      {
        onStderr(text, kill) {
          if (sent || !text.includes('step 2/')) return;
          sent = true;
          kill(signal);
        },
      },
    );
    expect(outcome).toMatchObject({ code, signal: null, stderr: expect.stringContaining(`error[${name}]`) });
    expect(outcome.stderr).toContain('nothing was changed');
    const strict = await withDatabase(folder, (connection) =>
      connection.query({ text: "SELECT name FROM pragma_table_list WHERE strict = 1 AND name LIKE 't%'" }),
    );
    expect(strict).toEqual([]);
  });
});

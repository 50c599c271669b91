import { readdir } from 'node:fs/promises';
import { beforeEach, describe, expect, test } from 'vitest';
import { SyncError } from '../../src/errors.js';
import { atTerminal, execute, project, withDatabase, write } from './support.js';

let folder = '';
const goal = ['--url', 'sqlite:./app.db', '--to', './schema.sql'] as const;

beforeEach(async () => {
  folder = await project({ 'schema.sql': 'CREATE TABLE users (id INTEGER PRIMARY KEY, email TEXT);' });
  await execute(
    folder,
    'CREATE TABLE users (id INTEGER PRIMARY KEY, mail TEXT)',
    "INSERT INTO users VALUES (1, 'a@b')",
  );
});

async function rows(): Promise<readonly unknown[]> {
  return withDatabase(folder, (connection) => connection.query({ text: 'SELECT * FROM users' }));
}

describe('on a terminal', () => {
  test('a likely rename is asked about, and the plan then keeps the values', async () => {
    const outcome = await atTerminal(folder, ['sync', ...goal], ['y', 'y']);
    expect(outcome.stderr).toContain('? Was users.mail renamed to users.email? [y/N] ');
    expect(outcome.stderr).toContain('Apply this plan to sqlite:');
    expect(outcome.code).toBe(0);
    expect(await rows()).toEqual([{ id: 1, email: 'a@b' }]);
  });

  test('a rename that is denied stays a drop, which the gate stops', async () => {
    const outcome = await atTerminal(folder, ['sync', ...goal], ['n', 'y']);
    expect(outcome).toMatchObject({ code: 1, stderr: expect.stringContaining('error[GATE_CLOSED]') });
    expect(outcome.stdout).toContain('--rename users.mail=users.');
    expect(await rows()).toEqual([{ id: 1, mail: 'a@b' }]);
  });

  test.each([[['y', 'n']], [['y', '']], [['y']], [[]]])('without a clear yes nothing happens: %j', async (answers) => {
    const outcome = await atTerminal(folder, ['sync', ...goal, '--allow', 'all'], answers);
    expect(outcome).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('error[CONFIRMATION_NEEDED] not confirmed; nothing was changed'),
    });
    expect(await rows()).toEqual([{ id: 1, mail: 'a@b' }]);
  });

  test('a no is final: what was denied is not told again', async () => {
    const dry = ['sync', ...goal, '--dry-run'];
    const outcome = await atTerminal(folder, dry, ['n']);
    expect(outcome.stderr).toContain('Was users.mail renamed');
    expect(outcome.stderr).not.toContain('If it was renamed');
    expect((await atTerminal(folder, ['plan', ...goal], ['NO'])).stderr).not.toContain('If it was renamed');
  });

  test('an answer that is neither yes nor no is asked for again', async () => {
    const outcome = await atTerminal(folder, ['sync', ...goal], ['yep', 'j', 'YES', 'sure', 'y']);
    expect(outcome.code).toBe(0);
    expect(outcome.stderr.split('renamed to users.email? [y/N]')).toHaveLength(4);
    expect(outcome.stderr).toContain('yep is neither yes nor no.');
    expect(await rows()).toEqual([{ id: 1, email: 'a@b' }]);
  });

  test('a table is asked about', async () => {
    await write(folder, {
      'schema.sql':
        'CREATE TABLE people (id INTEGER PRIMARY KEY, mail TEXT); CREATE TABLE other (id INTEGER PRIMARY KEY);',
    });
    const outcome = await atTerminal(folder, ['plan', ...goal], ['y']);
    expect(outcome.stderr).toContain('Was users renamed to people? [y/N]');
    expect(outcome.stdout).toContain('rename table users to people');
  });

  test('--yes asks nothing at all', async () => {
    const outcome = await atTerminal(folder, ['sync', ...goal, '--yes', '--rename', 'users.mail=users.email'], []);
    expect(outcome.code).toBe(0);
    expect(outcome.stderr).not.toContain('?');
  });

  test('a database that is not there is asked about, and a no leaves nothing behind', async () => {
    const argv = ['sync', '--url', 'sqlite:./new.db', '--to', './schema.sql'];
    const outcome = await atTerminal(folder, argv, ['n']);
    expect(outcome.stderr).toMatch(/Make sqlite:.*new\.db, which does not exist, and apply this plan to it\? \[y\/N\]/);
    expect(await readdir(folder)).not.toContain('new.db');
    expect((await atTerminal(folder, argv, ['y'])).code).toBe(0);
    expect(await readdir(folder)).toContain('new.db');
  });

  test('a careful profile wants its name typed', async () => {
    await write(folder, {
      'schema-sync.config.json': JSON.stringify({
        profiles: { production: { url: 'sqlite:./app.db', to: './schema.sql', confirm: 'name' } },
      }),
    });
    const argv = ['sync', '--profile', 'production', '--rename', 'users.mail=users.email'];
    expect(await atTerminal(folder, argv, ['y'])).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('Type production to go on:'),
    });
    expect((await atTerminal(folder, argv, ['production'])).code).toBe(0);
  });

  test('progress is one line that is drawn over and taken away', async () => {
    const { stderr } = await atTerminal(folder, ['sync', ...goal], ['y', 'y']);
    expect(stderr).toContain('\r\u001b[2Kstep 1/');
    expect(stderr.split('\r\u001b[2K').at(-1)).toMatch(/^(?:[^\r]* in all[^\r]*\n)?$/);
    const quiet = await atTerminal(folder, ['down', 'last', '--url', 'sqlite:./app.db', '--quiet'], ['y']);
    expect(quiet.code).toBe(0);
    expect(quiet.stderr).not.toContain('\u001b[2K');
  });

  test('the phases of a plan are shown, and gone before anything else is said', async () => {
    const { stderr } = await atTerminal(folder, ['plan', ...goal], ['n']);
    expect(stderr).toContain('building the desired state');
    expect(stderr).toContain('trying the plan in scratch');
    expect(stderr).toContain('\r\u001b[2K? Was users.mail renamed');
    expect((await atTerminal(folder, ['plan', ...goal, '--format', 'json'], ['n'])).stderr).not.toContain('scratch');
  });

  test('colours follow the terminal, NO_COLOR, FORCE_COLOR and --no-color', async () => {
    const colored = async (argv: readonly string[], env: Readonly<Record<string, string>>) =>
      (await atTerminal(folder, ['diff', ...goal, ...argv], [], { env })).stdout.includes('\u001b[3');
    expect(await colored([], { NO_COLOR: '' })).toBe(true);
    expect(await colored([], { NO_COLOR: '1' })).toBe(false);
    expect(await colored(['--no-color'], { NO_COLOR: '' })).toBe(false);
    expect(await colored([], { NO_COLOR: '', FORCE_COLOR: '0' })).toBe(false);
    expect(await colored([], { NO_COLOR: '', TERM: 'dumb' })).toBe(false);
    expect(await colored([], { NO_COLOR: '', TERM: 'dumb', FORCE_COLOR: '1' })).toBe(true);
  });

  test('an interruption while a question stands ends with its own exit code, and nothing was changed', async () => {
    const controller = new AbortController();
    setTimeout(() => controller.abort(new SyncError({ code: 'TERMINATED', op: 'cli', message: 'told to end' })), 1000);
    const outcome = await atTerminal(folder, ['sync', ...goal], [], { signal: controller.signal, silent: true });
    expect(outcome).toMatchObject({ code: 143, stderr: expect.stringContaining('error[TERMINATED] told to end') });
    expect(await rows()).toEqual([{ id: 1, mail: 'a@b' }]);
  });
});

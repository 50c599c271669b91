import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { schemaSync } from '../faults/support/command.js';
import { openPlace, type Place, servers } from '../online/support.js';

const env = { SCHEMA_SYNC_DRIVERS_FROM: fileURLToPath(new URL('..', import.meta.url)) };
const run = (place: Place, ...args: readonly string[]) =>
  schemaSync([...args, '--url', place.url], { cwd: place.folder, env });

const there = [
  'CREATE TABLE t (id integer PRIMARY KEY)',
  'CREATE SCHEMA app',
  'CREATE TABLE app.t (id integer PRIMARY KEY, name text)',
  'CREATE SCHEMA bare',
];
const desired =
  'CREATE TABLE t (id integer PRIMARY KEY); CREATE SCHEMA app; CREATE TABLE app.t (id integer PRIMARY KEY, name text NOT NULL); CREATE INDEX i ON app.t (name);';

describe.each(servers)('$name', (server) => {
  const live = 'absent' in server ? test.skip : test;
  const url = 'url' in server ? server.url : '';

  live('what lies in another schema than the usual one is shown with it', async () => {
    await using place = await openPlace(url, {}, ...there);
    await place.desire(desired);
    const { stdout: state } = await run(place, 'inspect');
    expect(state).toMatch(/^table app\.t\n/m);
    expect(state).toMatch(/^table t\n/m);
    expect(state).toMatch(/^ {2}constraint {2}t_pkey /m);
    const { stdout: difference } = await run(place, 'diff', '--to', place.goal);
    expect(difference).toContain('~ table app.t\n    ~ name  not-null  no → yes\n  + index i');
    const { stdout: valid } = await run(place, 'validate', '--to', place.goal, '--schema', 'public');
    expect(valid).toMatch(/^ {2}table app\.t {2,}the schema app is not managed$/m);
    expect(valid).toMatch(/^ {2}constraint app\.t\.t_pkey {2,}the schema app/m);
    const { stdout: document } = await run(
      place,
      'validate',
      '--to',
      place.goal,
      '--schema',
      'public',
      '--format',
      'json',
    );
    expect(JSON.parse(document).unmanaged).toContainEqual({
      kind: 'table',
      name: 't',
      in: 'app',
      reason: 'the schema app is not managed',
    });
  });

  live('a scope that meets nothing is an error, not a database that is in sync', async () => {
    await using place = await openPlace(url, {}, ...there);
    await place.desire(desired);
    const to = ['--to', place.goal] as const;
    for (const command of [
      ['validate', ...to],
      ['diff', ...to],
      ['plan', ...to],
      ['sync', '--yes', ...to],
      ['inspect'],
      ['audit'],
      ['generate'],
      ['snapshot', 'save', 'kept'],
    ]) {
      const { code, stderr, stdout } = await run(place, ...command, '--schema', 'ap,typo');
      expect({ code, stdout }, command[0]).toEqual({ code: 1, stdout: '' });
      expect(stderr, command[0]).toContain(
        'error[NOT_FOUND] --schema ap,typo meets no schema\n  hint: There is: app, bare, public.',
      );
    }
    const one = await run(place, 'validate', ...to, '--schema', 'ap');
    expect(one.stderr).toContain('--schema ap meets no schema; did you mean app?');
    for (const command of [['lint'], ['fixtures']] as const) {
      const { code, stderr } = await schemaSync(
        [...command, place.goal, '--engine', 'postgres', '--scratch', place.url, '--schema', 'typo'],
        { cwd: place.folder, env },
      );
      expect(code, command[0]).toBe(1);
      expect(stderr).toContain('--schema typo meets no schema');
    }
    const some = await run(place, 'validate', ...to, '--schema', 'public,typo', '--format', 'json');
    expect(some.code, some.stderr).toBe(0);
    const at = '--schema typo';
    expect(JSON.parse(some.stdout).warnings).toContainEqual({ at, message: 'meets no schema' });
    // Nothing lies in either, and both are there.
    for (const name of ['bare', 'public']) {
      const { code, stderr } = await run(place, 'inspect', '--schema', name);
      expect({ code, stderr }, name).toEqual({ code: 0, stderr: '' });
    }
  });

  live('what of the desired state lies outside of the scope is told', async () => {
    await using place = await openPlace(url, {}, ...there);
    await place.desire(desired);
    for (const command of ['validate', 'diff', 'plan']) {
      const { stderr } = await run(place, command, '--to', place.goal, '--schema', 'public');
      expect(stderr, command).toBe(
        `warning ${place.goal}: 2 objects of the desired state are in no schema of --schema public and left out: schema app, table app.t\n`,
      );
    }
    const { stderr } = await run(place, 'validate', '--to', place.goal, '--schema', '*');
    expect(stderr).toBe('');
  });
});

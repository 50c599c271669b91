import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { project, throughPipes, write } from './support.js';

const env = { APP_DB: 'sqlite:./hidden-place/app.db' };
let folder = '';

const run = (...argv: readonly string[]) => throughPipes(folder, argv, { env });

beforeEach(async () => {
  folder = await project({
    'schema.sql': 'CREATE TABLE users (id INTEGER PRIMARY KEY, email TEXT);',
    'more.sql': 'CREATE TABLE users (id INTEGER PRIMARY KEY, email TEXT); CREATE TABLE posts (id INTEGER PRIMARY KEY);',
    'schema-sync.config.json': JSON.stringify({ targets: { main: { url: 'env:APP_DB' } } }),
  });
  await mkdir(join(folder, 'hidden-place'));
});

/** Every command that says something of a database; `@` stands for how the database is named. */
const spoken = [
  'inspect @',
  'inspect --url @',
  'diff --url @ --to more.sql',
  'diff --from @ --to more.sql',
  'diff --from more.sql --to @',
  'validate --url @ --to more.sql',
  'validate --url @ --to schema.sql',
  'validate --url @ --to @',
  'sync --url @ --to more.sql --dry-run',
  'sync --url @ --to schema.sql',
  'audit --url @',
];

/** Every other command that is given one. */
const silent = [
  'plan --url @ --to more.sql -o plan.json',
  'sync --url @ --to more.sql --yes',
  'down last --url @ --yes --allow all',
  'history --url @',
  'history --url @ --verbose',
  'lint @',
  'fixtures @',
  'generate @ -o documents',
  'snapshot save first --url @',
  'snapshot save -o state.json --url @',
];

/** And where it goes wrong: the database is of another sort, not there, or its URL says nothing. */
const failing = [
  'inspect @',
  'audit --url @',
  'history --url @',
  'validate --url schema.sql --to @',
  'sync --url @ --to schema.sql --yes',
];

const words = (line: string, name: string) => line.split(' ').map((word) => (word === '@' ? name : word));

describe('a database that is named by a reference', () => {
  test.each([
    ['env:APP_DB', [...spoken, ...silent], [[], ['--format', 'json']]],
    ['target:main', spoken, [[]]],
  ])(
    'is shown by it, by every command: %s',
    async (name, lines, formats) => {
      expect((await run('sync', '--url', name, '--to', 'schema.sql', '--yes', '--create')).code).toBe(0);
      for (const line of lines) {
        for (const format of line.startsWith('generate') ? [[]] : formats) {
          const { stdout, stderr } = await run(...words(line, name), ...format);
          expect(stdout + stderr, line).not.toContain('hidden-place');
          expect(stdout + stderr, line).not.toMatch(/\*\*\*|INTERNAL|USAGE/);
          if (spoken.includes(line)) expect(stdout, line).toContain('env:APP_DB');
        }
      }
    },
    60_000,
  );

  test.each([
    ['that is no database', { 'hidden-place/app.db': 'not a database at all, and long enough to be read as one' }, {}],
    ['that is not there', {}, { APP_DB: 'sqlite:./hidden-place/further/app.db' }],
    ['that is a folder', { 'hidden-place/app.db/x': '' }, {}],
    ['whose URL names a user', {}, { APP_DB: 'sqlite://me:it@hidden-place/app.db' }],
    ['whose engine is not known', {}, { APP_DB: 'nope:./hidden-place/app.db' }],
  ])(
    '%s is shown by it in an error, too',
    async (_, files, more) => {
      await write(folder, files);
      for (const line of failing) {
        const argv = [...words(line, 'env:APP_DB'), '--format', 'json', '--verbose'];
        const { code, stdout, stderr } = await throughPipes(folder, argv, { env: { ...env, ...more } });
        expect(code, line).not.toBe(0);
        expect(stdout + stderr, line).not.toContain('hidden-place');
      }
    },
    60_000,
  );
});

import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '../..');
const folders: string[] = [];

afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** A project of its own, which sees Drizzle as one that has installed it does. */
function project(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'schema-sync-drizzle-'));
  folders.push(folder);
  mkdirSync(join(folder, 'node_modules'));
  symlinkSync(join(root, 'integration/node_modules/drizzle-orm'), join(folder, 'node_modules/drizzle-orm'));
  for (const [name, text] of Object.entries({ 'package.json': '{ "name": "app" }', ...files })) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return folder;
}

function schemaSync(folder: string, ...args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, 'packages/core/dist/bin.js'), ...args], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: '1', SCHEMA_SYNC_DRIVERS_FROM: join(root, 'integration') },
  });
  return { status, stdout, stderr };
}

const schema = `import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { teams } from './teams';

export enum Colour { Red }
export { teams };
export const users = sqliteTable('users', {
  id: integer().primaryKey(),
  fullName: text().notNull() as ReturnType<typeof text>,
  team: integer().references(() => teams.id),
});
`;
const teams = `import { integer, sqliteTable } from 'drizzle-orm/sqlite-core';
export const teams = sqliteTable('teams', { id: integer().primaryKey() });
`;
const commonJs = `const { integer, sqliteTable } = require('drizzle-orm/sqlite-core');
exports.teams = sqliteTable('teams', { id: integer().primaryKey() });
module.exports.more = sqliteTable('more', { id: integer().primaryKey() });
`;

describe('drizzle: as a source of the command line', () => {
  test('TypeScript is read without a build, and an import without an ending is found', () => {
    const folder = project({ 'schema.ts': schema, 'teams.ts': teams });
    const url = 'sqlite:./app.db';
    const source = 'drizzle:./schema.ts';
    expect(schemaSync(folder, 'diff', '--url', url, '--to', source).stdout).toContain('users');
    const sync = schemaSync(folder, 'sync', '--url', url, '--to', source, '--yes', '--create');
    expect(sync.status, sync.stderr).toBe(0);
    expect(schemaSync(folder, 'validate', '--url', url, '--to', source).status).toBe(0);
    const shown = schemaSync(folder, 'inspect', url, '--format', 'sql').stdout;
    expect(shown).toContain('fullName');
    expect(shown).toContain('REFERENCES');
  });

  test('names of columns are made as Drizzle is told to make them', () => {
    const folder = project({ 'schema.ts': schema, 'teams.ts': teams });
    const shown = schemaSync(folder, 'inspect', 'drizzle:./schema.ts?casing=snake_case', '--format', 'sql');
    expect(shown.stdout, shown.stderr).toContain('full_name');
  });

  test('the engine is known by what the tables are declared with', () => {
    const folder = project({ 'teams.ts': teams });
    const shown = schemaSync(folder, 'inspect', 'drizzle:./teams.ts', '--format', 'sql');
    expect([shown.status, shown.stderr]).toEqual([0, '']);
  });

  test.each([
    ['ES modules', 'schema.mjs', teams],
    ['JavaScript of a project of CommonJS', 'schema.js', commonJs],
    ['CommonJS', 'schema.cjs', commonJs],
    ['TypeScript of CommonJS', 'schema.cts', teams],
  ])('%s are read', (_what, name, text) => {
    const folder = project({ [name]: text });
    const shown = schemaSync(folder, 'inspect', `drizzle:./${name}`, '--format', 'sql');
    expect(shown.stdout, shown.stderr).toContain('teams');
  });

  test('a folder is read whole, and what a file exports again is the same table', () => {
    const folder = project({
      'db/index.ts': `export * from './teams';\nexport * from './users.js';`,
      'db/teams.ts': teams,
      'db/users.ts': schema.replace('export { teams };\n', ''),
      'db/users.test.ts': 'throw new Error("not me");',
    });
    const shown = schemaSync(folder, 'inspect', 'drizzle:./db', '--format', 'sql');
    expect(shown.stdout.match(/CREATE TABLE/g), shown.stderr).toHaveLength(2);
  });

  test.each([
    ['a file that is not there', 'drizzle:./nowhere.ts', {}, 'SOURCE_NOT_FOUND', 'nowhere.ts is not there'],
    ['a file that fails', 'drizzle:./a.ts', { 'a.ts': 'throw new Error("so it is");' }, 'SOURCE_INVALID', 'so it is'],
    [
      'a file without tables',
      'drizzle:./a.ts',
      { 'a.ts': 'export const a = 1;' },
      'SOURCE_INVALID',
      'nothing is exported',
    ],
    ['a casing that there is not', 'drizzle:./a.ts?casing=x', {}, 'SOURCE_INVALID', 'there is no casing x'],
    [
      'tables of another engine',
      'drizzle:./a.ts',
      { 'a.ts': teams.replaceAll('sqlite', 'mysql').replace('integer, ', 'int as integer, ') },
      'SOURCE_INVALID',
      'declared with drizzle-orm/mysql-core, and the database is sqlite',
    ],
    [
      'a foreign key to a table that is not exported',
      'drizzle:./a.ts',
      { 'a.ts': schema.replace('export { teams };\n', ''), 'teams.ts': teams },
      'SOURCE_INVALID',
      'leads to the table teams, which no file of the source exports',
    ],
  ])('%s is an error that says so', (_what, source, files, code, message) => {
    const folder = project(files);
    const { stdout } = schemaSync(folder, 'diff', '--url', 'sqlite:./app.db', '--to', source, '--format', 'json');
    const { error } = JSON.parse(stdout) as { readonly error: Readonly<Record<string, string>> };
    expect([error.code, error.message]).toEqual([code, expect.stringContaining(message)]);
  });
});

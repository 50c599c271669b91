import { describe, expect, test } from 'vitest';
import { project, schemaSync } from './support.js';

const base = `CREATE TABLE users (id INTEGER PRIMARY KEY, email TEXT, age TEXT);
CREATE TABLE posts (id INTEGER PRIMARY KEY);
CREATE INDEX users_email ON users (email);`;

/** Merges what two states made of the base. */
async function merged(ours: string, theirs: string, ...flags: readonly string[]) {
  const folder = await project({ 'base.sql': base, 'ours.sql': ours, 'theirs.sql': theirs });
  const sides = ['--base', './base.sql', '--ours', './ours.sql', '--theirs', './theirs.sql', '--engine', 'sqlite'];
  const { stdout, stderr, code } = await schemaSync(folder, ['merge', ...sides, ...flags]);
  return { stdout, stderr, code, folder };
}

describe('a merge', () => {
  test('takes what only one side changed, property by property, and what comes of it is built and printed', async () => {
    const ours = base.replace('age TEXT', 'age TEXT, phone TEXT').replace(/CREATE TABLE posts.*\n/, '');
    const theirs = `${base.replace('email TEXT', 'email TEXT NOT NULL').replace('age TEXT', 'age INTEGER')} CREATE INDEX users_age ON users (age);`;
    const { stdout, stderr, code } = await merged(ours, theirs, '--format', 'sql');
    expect(code, stderr).toBe(0);
    expect(stdout).toMatch(/"email" TEXT NOT NULL,\s+"age" INTEGER,\s+"phone" TEXT/);
    expect(stdout).toContain('users_age');
    expect(stdout).not.toContain('posts');
    const documents = await merged(ours, theirs, '--format', 'yaml');
    expect(documents.stdout).toContain('phone');
  });

  test('tells what both changed by object and property, and prints nothing then', async () => {
    const { stdout, code } = await merged(
      base.replace('age TEXT', 'age INTEGER'),
      base.replace('age TEXT', 'age REAL'),
      '--format',
      'json',
    );
    expect(code).toBe(3);
    const found = JSON.parse(stdout);
    expect(found).not.toHaveProperty('merged');
    const id = 'table:users/columns/age/type';
    expect(found.conflicts).toEqual([
      {
        id,
        address: 'table:users',
        path: ['columns', 'age', 'type'],
        reason: 'changed',
        base: 'TEXT',
        ours: 'INTEGER',
        theirs: 'REAL',
      },
    ]);
  });

  test('is resolved by a word for each, the more exact one first, or by a rule', async () => {
    const ours = base.replace('age TEXT', 'age INTEGER').replace('email TEXT', 'email BLOB');
    const theirs = base.replace('age TEXT', 'age REAL').replace('email TEXT', 'email INTEGER');
    const one = await merged(ours, theirs, '--resolve', 'table:users/columns/age=theirs');
    expect(one).toMatchObject({ code: 3, stdout: expect.stringContaining('table:users/columns/email/type') });
    const words = ['--resolve', 'table:users=ours', '--resolve', 'table:users/columns/age=theirs'];
    const both = await merged(ours, theirs, ...words, '--format', 'sql');
    expect(both.code, both.stderr).toBe(0);
    expect(both.stdout).toMatch(/"email" BLOB,\s+"age" REAL/);
    const rule = await merged(ours, theirs, '--prefer', 'base', '--format', 'sql');
    expect(rule.stdout).toMatch(/"email" TEXT,\s+"age" TEXT/);
  });

  test('tells what one dropped and the other changed, and what needs what is gone', async () => {
    const dropped = base.replace(/CREATE TABLE users.*\n/, '').replace(/CREATE INDEX.*/, '');
    const changed = await merged(dropped, base.replace('age TEXT', 'age REAL'), '--format', 'json');
    expect(JSON.parse(changed.stdout).conflicts).toMatchObject([{ id: 'table:users', reason: 'gone' }]);
    const used = await merged(dropped, `${base} CREATE INDEX users_age ON users (age);`, '--format', 'json');
    expect(JSON.parse(used.stdout).conflicts).toMatchObject([{ id: 'index:users_age', reason: 'lacks' }]);
    const settled = await merged(dropped, `${base} CREATE INDEX users_age ON users (age);`, '--prefer', 'ours');
    expect(settled.code, settled.stderr).toBe(0);
  });

  test('that cannot be built is refused by name', async () => {
    const withoutAge = base.replace(', age TEXT', '');
    const { code, stderr } = await merged(withoutAge, `${base} CREATE INDEX users_age ON users (age);`);
    expect(code).not.toBe(0);
    expect(stderr).toContain('age');
  });

  test('keeps checks that both added, and takes lists whose order counts for one value', async () => {
    const check = (text: string) => base.replace('age TEXT', `age TEXT, CHECK (${text})`);
    const { stdout, stderr, code } = await merged(check('id > 0'), check('length(email) > 2'), '--format', 'sql');
    expect(code, stderr + stdout).toBe(0);
    expect(stdout).toContain('id > 0');
    expect(stdout).toContain('length(email) > 2');
    const index = (terms: string) => base.replace('ON users (email)', `ON users (${terms})`);
    const split = await merged(index('email, age'), index('email, id'), '--format', 'json');
    expect(JSON.parse(split.stdout).conflicts).toMatchObject([{ address: 'index:users_email', path: ['terms'] }]);
  });
});

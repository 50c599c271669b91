import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { findCases } from '../src/golden/read-case.js';
import { renameHint } from '../src/renames.js';

let root: string;

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'schema-sync-cases-'));
});

afterEach(() => rm(root, { recursive: true }));

async function write(files: Readonly<Record<string, string>>): Promise<void> {
  for (const [name, text] of Object.entries(files)) {
    await mkdir(dirname(join(root, name)), { recursive: true });
    await writeFile(join(root, name), text);
  }
}

describe('finding cases', () => {
  test('takes every folder with a before.sql, in the order of their names', async () => {
    await write({ 'b/two/before.sql': '', 'b/two/desired.yaml': '', 'a/one/before.sql': 'x', 'a/one/desired.sql': '' });
    const found = findCases(root).map(({ name, desired, before }) => ({ name, desired, before }));
    expect(found).toEqual([
      { name: 'a/one', desired: 'desired.sql', before: 'x' },
      { name: 'b/two', desired: 'desired.yaml', before: '' },
    ]);
  });

  test.each([
    ['a folder without a case', { 'a/readme.txt': '' }, 'holds no case'],
    ['no desired state', { 'a/before.sql': '' }, 'needs one of'],
    ['two desired states', { 'a/before.sql': '', 'a/desired.sql': '', 'a/desired.yaml': '' }, 'needs one of'],
    [
      'a setting that is misspelt',
      { 'a/before.sql': '', 'a/desired.sql': '', 'a/case.json': '{"alow":[]}' },
      'alow is none of',
    ],
  ] as const)('refuses %s', async (_, files, words) => {
    await write(files);
    expect(() => findCases(root)).toThrow(words);
  });
});

describe('reading renames', () => {
  test('of tables and columns', () => {
    expect(renameHint('people=users')).toMatchObject({ from: ['people'], to: ['users'] });
    expect(renameHint('users.mail=users.email')).toMatchObject({ from: ['users', 'mail'], to: ['users', 'email'] });
    expect(renameHint({ from: ['a.b'], to: ['c=d'] })).toMatchObject({ from: ['a.b'], to: ['c=d'] });
  });

  test.each(['people', '=users', 'people=', 'a=b=c'])('refuses %s', (text) => {
    expect(() => renameHint(text)).toThrow('old=new');
  });
});

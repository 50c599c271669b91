import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { FileNames } from '../../src/source/documents/file-names.js';

const named = (...names: readonly string[]) => {
  const files = new FileNames();
  return names.map((name) => files.path('t', name, '.yaml').slice('t/'.length, -'.yaml'.length));
};

test('plain names stay as they are', () => {
  expect(named('users', 'Überschrift', 'a.b-c_1', 'हिन्दी', '表')).toEqual([
    'users',
    'Überschrift',
    'a.b-c_1',
    'हिन्दी',
    '表',
  ]);
});

test('names that are devices or folders elsewhere are changed', () => {
  expect(named('con', 'NUL', 'aux.x', 'com1', 'console', '.', '..', '.git', 'a.', '', '/', 'a/../b')).toEqual([
    '_con',
    '_NUL',
    '_aux.x',
    '_com1',
    'console',
    '_',
    '_-2',
    '_git',
    'a_',
    '_-3',
    '_-4',
    'a_.._b',
  ]);
});

test('names that are one on some systems get a number', () => {
  expect(named('a', 'A', 'a-2', 'Ä', 'ä', 'A\u0308', 'a b', 'a_b')).toEqual([
    'a',
    'A-2',
    'a-2-2',
    'Ä',
    'ä-2',
    'Ä-3',
    'a_b',
    'a_b-2',
  ]);
});

test('names are cut by what a file system counts, and never within a character', () => {
  const names = named('x'.repeat(300), '表'.repeat(300), '表'.repeat(300), '𐐷'.repeat(300), `${'q\u0331'.repeat(99)}`);
  const folder = mkdtempSync(join(tmpdir(), 'names-'));
  try {
    for (const name of names) writeFileSync(join(folder, `${name}.yaml`), '');
    expect(readdirSync(folder).sort()).toEqual(names.map((name) => `${name}.yaml`).sort());
  } finally {
    rmSync(folder, { recursive: true });
  }
  expect(names.filter((name) => /\p{Cs}/u.test(name))).toEqual([]);
  expect(names[4]?.endsWith('\u0331')).toBe(true);
});

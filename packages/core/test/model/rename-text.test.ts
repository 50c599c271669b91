import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { readRenames } from '../../src/cli/renames.js';
import { newFlag, renameComment, renameField, renameFlag } from '../../src/model/rename-text.js';

test.each([
  [['old'], ['new']],
  [
    ['t', 'a b'],
    ['t', 'a.b'],
  ],
  [
    ['t "x".y', 'we ird.n=b'],
    ['t "x".y', "it's `$HOME` \\ !"],
  ],
  [['naïve'], ['$x']],
])('a flag for %j and %j is read back by a shell and by us', (from, to) => {
  const words = execFileSync('sh', ['-c', `printf '%s\\n' ${renameFlag(from, to)}`], { encoding: 'utf8' });
  const [flag, value = ''] = words.trimEnd().split('\n');
  expect(flag).toBe('--rename');
  expect(readRenames([value])).toMatchObject([{ from, to }]);
});

test('a comment quotes what it must', () => {
  expect(['mail', 'old col'].map(renameComment)).toEqual(['-- @renamed from=mail', '-- @renamed from="old col"']);
});

test('a flag for what is new is one word for a shell', () => {
  const flag = newFlag(['t; rm -rf .', 'it is']);
  const words = execFileSync('sh', ['-c', `printf '%s\\n' ${flag}`], { encoding: 'utf8' });
  expect(words).toBe('--not-renamed\n"t; rm -rf ."."it is"\n');
});

test('a field of a document quotes what YAML would take for something else', () => {
  expect(['mail', 'old col', 'no', 'a: b', '1'].map(renameField)).toEqual([
    'renamedFrom: mail',
    'renamedFrom: "old col"',
    'renamedFrom: "no"',
    'renamedFrom: "a: b"',
    'renamedFrom: "1"',
  ]);
});

import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { readRenames } from '../../src/cli/renames.js';
import { renameComment, renameFlag } from '../../src/model/rename-text.js';

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

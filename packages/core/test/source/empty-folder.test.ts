import { expect, test } from 'vitest';
import { readFiles } from '../../src/source/files/read-files.js';
import { folderOf } from './support/folder.js';

test('a folder with no source in it says how an empty schema is meant', async () => {
  const folder = folderOf({ 'readme.md': '' });
  await expect(readFiles('.', folder)).rejects.toMatchObject({
    code: 'SOURCE_INVALID',
    hint: expect.stringContaining('`-- @empty`'),
  });
});

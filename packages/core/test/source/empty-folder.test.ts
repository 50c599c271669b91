import { execFileSync } from 'node:child_process';
import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
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

test('a link that leads to itself is called so, by the path from here', async () => {
  const folder = folderOf({ 'schema/a.sql': '' });
  symlinkSync('self.sql', join(folder, 'schema/self.sql'));
  symlinkSync('me', join(folder, 'me'));
  const message = (path: string) => ({ code: 'SOURCE_NOT_FOUND', message: `${path} is a link that leads to itself` });
  await expect(readFiles('schema', folder)).rejects.toMatchObject(message('schema/self.sql'));
  await expect(readFiles('me', folder)).rejects.toMatchObject(message('me'));
});

test('what has the name of a schema file and is none is not passed over', async () => {
  const folder = folderOf({ 'a.sql': '' });
  execFileSync('mkfifo', [join(folder, 'b.sql')]);
  await expect(readFiles('.', folder)).rejects.toMatchObject({
    code: 'SOURCE_INVALID',
    message: expect.stringMatching(/^b\.sql: this is no file/),
  });
});

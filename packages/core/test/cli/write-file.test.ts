import { spawnSync } from 'node:child_process';
import {
  closeSync,
  constants,
  existsSync,
  lstatSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { writeNew, writeWhole } from '../../src/cli/write-file.js';
import { folderOf } from '../source/support/folder.js';

describe('writing a file whole', () => {
  test('makes it, and replaces it, for this user alone', async () => {
    const folder = folderOf({});
    const file = join(folder, 'new/deep/plan.json');
    for (const text of ['one', 'two']) {
      await writeWhole(file, text);
      expect(readFileSync(file, 'utf8')).toBe(text);
    }
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(readdirSync(join(folder, 'new/deep'))).toEqual(['plan.json']);
  });

  test('leaves no folder behind where it fails, and none of somebody else is taken away', async () => {
    const folder = folderOf({ 'there/.keep': '' });
    const tooLong = 'x'.repeat(300);
    for (const write of [writeWhole, writeNew]) {
      await expect(write(join(folder, 'new/deep', tooLong), 'text')).rejects.toMatchObject({ code: 'IO' });
      await expect(write(join(folder, 'other', tooLong, 'deep/file'), 'text')).rejects.toMatchObject({ code: 'IO' });
      await expect(write(join(folder, 'there', tooLong), 'text')).rejects.toMatchObject({ code: 'IO' });
    }
    expect(readdirSync(folder)).toEqual(['there']);
  });

  test('writes into what is no file, and leaves it what it is', async () => {
    const folder = folderOf({});
    const pipe = join(folder, 'pipe');
    expect(spawnSync('mkfifo', [pipe]).status).toBe(0);
    const reader = openSync(pipe, constants.O_RDWR | constants.O_NONBLOCK);
    await writeWhole(pipe, 'through');
    const bytes = Buffer.alloc(100);
    expect(bytes.toString('utf8', 0, readSync(reader, bytes))).toBe('through');
    closeSync(reader);
    expect(lstatSync(pipe).isFIFO()).toBe(true);
  });

  test.skipIf(!existsSync('/dev/full'))('names the place where there is no room', async () => {
    const file = join(folderOf({}), 'full');
    symlinkSync('/dev/full', file);
    await expect(writeWhole(file, 'text')).rejects.toMatchObject({
      code: 'IO',
      message: `${file} cannot be written`,
      cause: { code: 'ENOSPC' },
    });
    expect(lstatSync(file).isSymbolicLink()).toBe(true);
  });
});

import { mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { describe, expect, test } from 'vitest';
import { fileSnapshots } from '../../src/snapshot/file-snapshots.js';
import { decodeKey, encodeKey } from '../../src/snapshot/snapshot-key.js';
import { snapshotOf, storeSuite } from './store-suite.js';

const newFolder = () => mkdtemp(join(tmpdir(), 'snapshots-'));

storeSuite('files', async (clock) => {
  const folder = await newFolder();
  return {
    open: () => Promise.resolve(fileSnapshots(join(folder, 'store'), { clock })),
    damage: async (key, version, change) => {
      const file = join(folder, 'store', encodeKey(key), `${String(version).padStart(6, '0')}.json`);
      await writeFile(file, change(await readFile(file, 'utf8')));
      return file;
    },
    close: () => Promise.resolve(),
  };
});

describe('the files of a store', () => {
  test('stay inside of it, whatever the key, and no draft is left behind', async () => {
    const folder = await newFolder();
    const store = fileSnapshots(join(folder, 'store'));
    for (const key of ['../x', '/etc/passwd', '..', 'a/b', 'con', 'Ä', 'A', 'a'])
      await store.write(key, snapshotOf('one'));
    const files = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile());
    expect(files.map((file) => relative(folder, join(file.parentPath, file.name))).sort()).toEqual(
      ['%2E%2E', '%2E%2E%2Fx', '%2Fetc%2Fpasswd', '%41', '%63on', '%C3%84', 'a', 'a%2Fb']
        .map((name) => `store/${name}/000001.json`)
        .sort(),
    );
  });

  test('that are not snapshots do not disturb', async () => {
    const folder = await newFolder();
    await writeFile(join(folder, '.DS_Store'), '');
    const store = fileSnapshots(folder);
    await store.write('a', snapshotOf('one'));
    await writeFile(join(folder, 'a', 'notes.txt'), '');
    await writeFile(join(folder, 'a', '000002.json.tmp'), '');
    expect(await store.list()).toMatchObject([{ key: 'a', version: 1 }]);
  });

  test('a folder that cannot be written is named', async () => {
    const folder = await newFolder();
    await writeFile(join(folder, 'file'), '');
    await expect(fileSnapshots(join(folder, 'file')).write('a', snapshotOf('one'))).rejects.toMatchObject({
      code: 'IO',
      message: expect.stringContaining(join(folder, 'file')),
    });
  });
});

describe('keys', () => {
  test.each(['a', 'A', 'con', '../x', 'ä/β', 'with space', '%41', '.', '🙂'])('%s survives', (key) => {
    expect(decodeKey(encodeKey(key))).toBe(key);
    expect(encodeKey(key)).toMatch(/^[a-z0-9_%A-F-]+$/);
  });

  test.each(['', 'x'.repeat(129), '\ud800'])('%j is refused', (key) => {
    expect(() => encodeKey(key)).toThrow(expect.objectContaining({ code: 'USAGE' }));
  });

  test.each(['%', '%zz', 'A', '%61', '.DS_Store'])('%s is no encoded key', (name) => {
    expect(decodeKey(name)).toBeUndefined();
  });
});

import { chmodSync, copyFileSync, existsSync, readdirSync } from 'node:fs';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import driver from '../src/index.js';
import { type Folder, folder } from './folder.js';
import { start } from './process.js';

const root = process.getuid?.() === 0;

/** What a process leaves that is killed in the middle of a large transaction: its journal is hot. */
function dieWriting(place: Folder): void {
  const native = new Database(place.file('live.db'));
  native.exec('CREATE TABLE t (a); INSERT INTO t VALUES (zeroblob(100000))');
  native.pragma('cache_size = 1');
  native.exec('BEGIN; UPDATE t SET a = randomblob(2000000)');
  copyFileSync(place.file('live.db'), place.file('app.db'));
  copyFileSync(place.file('live.db-journal'), place.file('app.db-journal'));
  native.close();
}

/** A database in WAL mode, and what its last writer had not yet moved into it where it died. */
function leaveWal(place: Folder, died: boolean): void {
  const native = new Database(place.file('live.db'));
  native.pragma('journal_mode = WAL');
  native.exec('CREATE TABLE t (a); INSERT INTO t VALUES (1)');
  if (died) copyFileSync(place.file('live.db-wal'), place.file('app.db-wal'));
  else native.pragma('wal_checkpoint(TRUNCATE)');
  copyFileSync(place.file('live.db'), place.file('app.db'));
  native.close();
}

function read(place: Folder, recover: boolean) {
  return driver.connect(driver.options({ url: 'sqlite:app.db', directory: place.path }), { access: 'read', recover });
}

async function answer(place: Folder, access: string): Promise<unknown> {
  await using other = start('connect', place.file('app.db'), access, { uid: 65534 });
  const line = await other.line();
  return line === 'connected' ? line : JSON.parse(line);
}

describe('what a process that died left behind', () => {
  it('is rolled back for a reader who may have that done', async () => {
    using place = folder();
    dieWriting(place);
    await using reader = await read(place, true);
    expect(await reader.query({ text: 'SELECT length(a) AS n, hex(substr(a, 1, 4)) AS a FROM t' })).toEqual([
      { n: 100_000, a: '00000000' },
    ]);
    expect(existsSync(place.file('app.db-journal'))).toBe(false);
    await expect(reader.execute({ text: 'DELETE FROM t' })).rejects.toMatchObject({ code: 'PERMISSION_DENIED' });
  });

  it('is named, and left as it is, for one who may not', async () => {
    using place = folder();
    dieWriting(place);
    await expect(read(place, false)).rejects.toMatchObject({
      code: 'RECOVERY_NEEDED',
      exitCode: 2,
      message: expect.stringContaining('app.db-journal has to be rolled back') as string,
      hint: expect.stringContaining('Do not remove the journal') as string,
    });
    expect(existsSync(place.file('app.db-journal'))).toBe(true);
  });

  it('is read from the log of a database in WAL mode', async () => {
    using place = folder();
    leaveWal(place, true);
    await using reader = await read(place, false);
    expect(await reader.query({ text: 'SELECT a FROM t' })).toEqual([{ a: 1 }]);
  });

  it.skipIf(!root).each([
    ['a hot journal', dieWriting, /has to be rolled back/],
    ['a log', (place: Folder) => leaveWal(place, true), /app\.db-wal holds changes.*takes a file app\.db-shm/],
    [
      'WAL mode alone',
      (place: Folder) => leaveWal(place, false),
      /is in WAL mode: reading it takes a file app\.db-shm/,
    ],
  ])('is named where nothing can be written: %s (needs root, to become somebody else)', async (_, leave, message) => {
    using place = folder();
    leave(place);
    for (const name of readdirSync(place.path)) chmodSync(place.file(name), 0o644);
    chmodSync(place.path, 0o755);
    expect(await answer(place, 'read')).toMatchObject({
      code: 'RECOVERY_NEEDED',
      message: expect.stringMatching(message) as string,
    });
  });
});

describe('a database that is not there', () => {
  const connect = (place: Folder, access: 'read' | 'write', settings = {}) =>
    driver.connect(driver.options({ url: 'sqlite:app.db', directory: place.path, settings }), {
      access,
      missing: 'stand-in',
    });

  it.each(['read', 'write'] as const)('is stood in for by an empty one, and not made, to %s', async (access) => {
    using place = folder();
    {
      await using connection = await connect(place, access);
      expect(connection.missing).toBe(true);
      expect(await connection.query({ text: 'SELECT * FROM sqlite_schema' })).toEqual([]);
      await expect(connection.execute({ text: 'CREATE TABLE t (a)' })).rejects.toMatchObject({
        code: 'PERMISSION_DENIED',
      });
    }
    expect(readdirSync(place.path)).toEqual([]);
    (await place.connect('app.db'))[Symbol.asyncDispose]();
    await using connection = await connect(place, access);
    expect(connection.missing).toBeUndefined();
  });

  it('is an error where it may not be made', async () => {
    using place = folder();
    await expect(connect(place, 'read', { create: false })).rejects.toMatchObject({ code: 'CONNECTION_FAILED' });
  });
});

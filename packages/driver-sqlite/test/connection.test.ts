import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Connection, SyncError } from '@sync/core';
import { describe, expect, it } from 'vitest';
import driver from '../src/index.js';
import { memory } from './converge.js';
import { folder } from './folder.js';
import { start } from './process.js';

const fails = (code: string, message: RegExp) =>
  expect.objectContaining({
    code,
    message: expect.stringMatching(message) as string,
    hint: expect.any(String) as string,
  });

async function withTable(connection: Connection): Promise<void> {
  await connection.execute({ text: 'CREATE TABLE t (a)' });
}

describe('connecting', () => {
  it('makes the file when it may write, and says so when it may not', async () => {
    using place = folder();
    await expect(place.connect('new.db', 'read')).rejects.toEqual(fails('CONNECTION_FAILED', /does not exist/));
    await expect(place.connect('new.db', 'write', { create: false })).rejects.toEqual(
      fails('CONNECTION_FAILED', /does not exist/),
    );
    expect(readdirSync(place.path)).toEqual([]);
    await using connection = await place.connect('new.db');
    await withTable(connection);
    expect(existsSync(place.file('new.db'))).toBe(true);
    expect(connection.server.product).toBe('SQLite');
    expect(connection.server.features).toContain('rename-column');
  });

  it('names what is wrong with a path', async () => {
    using place = folder();
    mkdirSync(place.file('folder'));
    writeFileSync(
      place.file('text.db'),
      'this is not a database, but it is long enough to have a header of its own.'.repeat(20),
    );
    await expect(place.connect('folder')).rejects.toEqual(fails('CONNECTION_FAILED', /is a folder/));
    await expect(place.connect('none/app.db')).rejects.toEqual(
      fails('CONNECTION_FAILED', /folder of .* does not exist/),
    );
    await expect(place.connect('text.db', 'read')).rejects.toEqual(
      fails('CONNECTION_FAILED', /not a SQLite database, or it is encrypted/),
    );
    await expect(place.connect('text.db')).rejects.toEqual(
      fails('CONNECTION_FAILED', /not a SQLite database, or it is encrypted/),
    );
  });

  it('names damage', async () => {
    using place = folder();
    {
      await using connection = await place.connect('app.db');
      for (let i = 0; i < 50; i++) await connection.execute({ text: `CREATE TABLE t${i} (a)` });
    }
    const bytes = readFileSync(place.file('app.db'));
    bytes.fill(0xff, 110, 4096);
    writeFileSync(place.file('app.db'), bytes);
    await expect(place.connect('app.db', 'read')).rejects.toEqual(fails('CONNECTION_FAILED', /damaged/));
  });

  it('cannot write when it was opened to read', async () => {
    using place = folder();
    {
      await using connection = await place.connect('app.db');
      await withTable(connection);
    }
    await using reader = await place.connect('app.db', 'read');
    await expect(reader.execute({ text: 'INSERT INTO t VALUES (1)' })).rejects.toEqual(
      fails('PERMISSION_DENIED', /cannot be written/),
    );
    await expect(reader.execute({ text: 'CREATE TABLE u (a)' })).rejects.toEqual(
      fails('PERMISSION_DENIED', /cannot be written/),
    );
    await expect(reader.lock('x', { waitMs: 0 })).rejects.toEqual(fails('PERMISSION_DENIED', /only reads/));
    expect(readdirSync(place.path)).toEqual(['app.db']);
  });

  it('reads and writes a database in WAL mode', async () => {
    using place = folder();
    await using connection = await place.connect('app.db');
    await connection.query({ text: 'PRAGMA journal_mode = WAL' });
    await withTable(connection);
    await using reader = await place.connect('app.db', 'read');
    expect(await reader.query({ text: 'SELECT count(*) AS n FROM t' })).toEqual([{ n: 0 }]);
  });

  it('waits for another process, and then names it', async () => {
    using place = folder();
    {
      await using connection = await place.connect('app.db');
      await withTable(connection);
    }
    await using other = start('hold-file', place.file('app.db'));
    expect(await other.line()).toBe('held');
    await expect(place.connect('app.db', 'write', { lockWaitMs: 200 })).rejects.toEqual(
      fails('LOCK_TIMEOUT', /locked by another process/),
    );
  });

  it('waits for another process until it lets go', async () => {
    using place = folder();
    {
      await using connection = await place.connect('app.db');
      await withTable(connection);
    }
    await using other = start('hold-file', place.file('app.db'), '500');
    expect(await other.line()).toBe('held');
    await using connection = await place.connect('app.db', 'write', { lockWaitMs: 30_000 });
    expect(await connection.query({ text: 'SELECT count(*) AS n FROM t' })).toEqual([{ n: 0 }]);
  });

  const isRoot = process.getuid?.() === 0;
  it.skipIf(!isRoot)(
    'says before anything runs that a file or its folder is read-only (needs root, to become somebody else)',
    async () => {
      using place = folder();
      {
        await using connection = await place.connect('app.db');
        await withTable(connection);
      }
      const answer = async (path: string, access: string) => {
        await using other = start('connect', path, access, { uid: 65534 });
        const line = await other.line();
        return line === 'connected' ? line : (JSON.parse(line) as { code: string }).code;
      };
      chmodSync(place.path, 0o755);
      chmodSync(place.file('app.db'), 0o444);
      expect(await answer(place.file('app.db'), 'read')).toBe('connected');
      expect(await answer(place.file('app.db'), 'write')).toBe('PERMISSION_DENIED');
      chmodSync(place.file('app.db'), 0o666);
      expect(await answer(place.file('app.db'), 'write')).toBe('PERMISSION_DENIED');
      expect(await answer(join(place.path, 'new.db'), 'write')).toBe('PERMISSION_DENIED');
      chmodSync(place.file('app.db'), 0);
      expect(await answer(place.file('app.db'), 'read')).toBe('PERMISSION_DENIED');
      chmodSync(place.path, 0o777);
      chmodSync(place.file('app.db'), 0o666);
      expect(await answer(place.file('app.db'), 'write')).toBe('connected');
    },
  );
});

describe('values', () => {
  it('keeps whole numbers whole, and large ones exact', async () => {
    await using connection = await memory();
    await connection.execute({ text: 'CREATE TABLE t (a)' });
    for (const value of [5, -0.5, 2 ** 53, true, null, 'text']) {
      await connection.execute({ text: 'INSERT INTO t VALUES (?1)', params: [value] });
      await connection.execute({ text: 'INSERT INTO t SELECT ? WHERE false', params: [value] });
    }
    await connection.execute({ text: "INSERT INTO t VALUES (1152921504606846976), (-9007199254740993), (x'0102')" });
    const found = await connection.query<{ a: unknown; t: string }>({
      text: 'SELECT a, typeof(a) AS t FROM t ORDER BY rowid',
    });
    expect(found.map(({ a }) => a)).toEqual([
      5,
      -0.5,
      2 ** 53,
      1,
      null,
      'text',
      2n ** 60n,
      -9007199254740993n,
      Buffer.from([1, 2]),
    ]);
    expect(found.map(({ t }) => t)).toEqual([
      'integer',
      'real',
      'real',
      'integer',
      'null',
      'text',
      'integer',
      'integer',
      'blob',
    ]);
  });
});

describe('running statements as one', () => {
  it('rolls back whole, with the statement but not its values in the error', async () => {
    await using connection = await memory();
    await withTable(connection);
    const run = connection.atomically?.([
      { text: 'INSERT INTO t VALUES (1)' },
      { text: 'INSERT INTO nowhere VALUES (?1)', params: ['secret'] },
    ]);
    const error: unknown = await run?.catch((each: unknown) => each);
    expect(error).toMatchObject({
      code: 'STATEMENT_FAILED',
      details: { index: 1, statement: 'INSERT INTO nowhere VALUES (?1)' },
    });
    expect(JSON.stringify(error)).not.toContain('secret');
    expect(await connection.query({ text: 'SELECT * FROM t' })).toEqual([]);
  });

  it('restores settings, whether it comes to an end or not', async () => {
    await using connection = await memory();
    const settings = { 'sqlite/foreign_keys': 'off' };
    const state = async () => [
      ...(await connection.query({ text: 'PRAGMA foreign_keys' })),
      ...(await connection.query({ text: 'PRAGMA legacy_alter_table' })),
    ];
    const before = await state();
    const legacy = { text: 'PRAGMA legacy_alter_table = ON' };
    await connection.atomically?.(
      [legacy, { text: 'CREATE TABLE t AS SELECT foreign_keys AS f FROM pragma_foreign_keys' }],
      { settings },
    );
    expect(await connection.query({ text: 'SELECT f FROM t' })).toEqual([{ f: 0 }]);
    expect(await state()).toEqual(before);
    await expect(connection.atomically?.([legacy, { text: 'nonsense' }], { settings })).rejects.toMatchObject({
      code: 'STATEMENT_FAILED',
    });
    expect(await state()).toEqual(before);
    await expect(connection.atomically?.([], { settings: { 'other/thing': 1 } })).rejects.toMatchObject({
      code: 'PLAN_CORRUPT',
    });
  });

  it('stops between two statements when it is cancelled', async () => {
    await using connection = await memory();
    await withTable(connection);
    const cancel = new AbortController();
    const run = connection.atomically?.(
      [
        { text: 'INSERT INTO t VALUES (1)' },
        { text: 'INSERT INTO t VALUES (2)' },
        { text: 'INSERT INTO t VALUES (3)' },
      ],
      { signal: cancel.signal, onStatement: (index) => index === 1 && setImmediate(() => cancel.abort()) },
    );
    await expect(run).rejects.toMatchObject({ code: 'CANCELLED' });
    expect(await connection.query({ text: 'SELECT * FROM t' })).toEqual([]);
    await connection.atomically?.([{ text: 'INSERT INTO t VALUES (4)' }]);
  });

  it('stops at a check that finds rows', async () => {
    await using connection = await memory();
    await withTable(connection);
    const check = { message: 'no rows wanted', hint: 'none' };
    const run = connection.atomically?.([
      { text: 'INSERT INTO t VALUES (9007199254740993)' },
      { text: 'SELECT a FROM t', check },
    ]);
    await expect(run).rejects.toMatchObject({
      code: 'CHECK_FAILED',
      message: 'no rows wanted:\n  a 9007199254740993',
      hint: 'none',
      details: { index: 1, rows: [{ a: '9007199254740993' }] },
    });
    expect(await connection.query({ text: 'SELECT * FROM t' })).toEqual([]);
    await connection.execute({ text: 'SELECT a FROM t', check });
  });

  it('lets one transaction end before the next begins', async () => {
    await using connection = await memory();
    await withTable(connection);
    const insert = (value: number) => ({ text: `INSERT INTO t VALUES (${value})` });
    await Promise.all([
      connection.atomically?.([insert(1), insert(2)]),
      connection.atomically?.([insert(3), insert(4)]),
      connection.execute(insert(5)),
    ]);
    expect(await connection.query({ text: 'SELECT a FROM t ORDER BY rowid' })).toEqual(
      [1, 2, 3, 4, 5].map((a) => ({ a })),
    );
  });

  it('waits for a transaction of the same process, which goes on meanwhile', async () => {
    using place = folder();
    await using one = await place.connect('app.db');
    await using two = await place.connect('app.db');
    const create = (name: string) => [{ text: `CREATE TABLE ${name} (a)` }, { text: `INSERT INTO ${name} VALUES (1)` }];
    await Promise.all([
      one.atomically?.(create('t')),
      two.atomically?.(create('u')),
      two.execute({ text: 'CREATE TABLE v (a)' }),
    ]);
    expect(await one.query({ text: 'SELECT count(*) AS n FROM sqlite_schema' })).toEqual([{ n: 3 }]);
  });

  it('can be cancelled while it waits', async () => {
    using place = folder();
    await using one = await place.connect('app.db');
    await using other = start('hold-file', place.file('app.db'));
    expect(await other.line()).toBe('held');
    const run = one.atomically?.([{ text: 'CREATE TABLE t (a)' }], { signal: AbortSignal.timeout(100) });
    await expect(run).rejects.toMatchObject({ code: 'CANCELLED' });
  });

  it('leaves everything as it was when the disk is full', async () => {
    using place = folder();
    await using connection = await place.connect('app.db');
    await connection.execute({ text: 'CREATE TABLE t (a)' });
    await connection.query({ text: 'PRAGMA max_page_count = 12' });
    const fill = {
      text: 'INSERT INTO t SELECT zeroblob(3000) FROM json_each(json_array(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12))',
    };
    await expect(connection.atomically?.([{ text: 'CREATE TABLE u (a)' }, fill])).rejects.toEqual(
      fails('IO', /no room left/),
    );
    expect(await connection.query({ text: 'SELECT name FROM sqlite_schema' })).toEqual([{ name: 't' }]);
    expect(await connection.query({ text: 'PRAGMA integrity_check' })).toEqual([{ integrity_check: 'ok' }]);
  });
});

describe('a scratch database', () => {
  const scratch = async () => (await driver.scratch?.(undefined)) ?? expect.fail('there are scratch databases');

  it.each([
    "ATTACH 'leak.db' AS x",
    "/* harmless */ attach database ':memory:' AS x",
    "; VACUUM INTO 'leak.db'",
    'VACUUM',
    'DETACH x',
    "PRAGMA temp_store_directory = '/'",
  ])('runs nothing that leaves it: %s', async (text) => {
    await using connection = await scratch();
    for (const attempt of ['execute', 'query'] as const)
      await expect(connection[attempt]({ text })).rejects.toEqual(fails('UNSUPPORTED', /outside of the scratch/));
    await expect(connection.atomically?.([{ text }])).rejects.toEqual(fails('UNSUPPORTED', /outside of the scratch/));
    expect(await connection.query({ text: 'PRAGMA database_list' })).toHaveLength(1);
    expect(existsSync('leak.db')).toBe(false);
  });

  it('runs what only looks like it', async () => {
    await using connection = await scratch();
    for (const text of ['CREATE TABLE attach (vacuum)', '/* ATTACH */ SELECT 1', 'PRAGMA user_version'])
      await connection.query({ text });
  });
});

describe('what SQLite cannot read again', () => {
  it('is named, and what to do about it, wherever it is managed', async () => {
    await using connection = await memory();
    await connection.execute({ text: 'CREATE TABLE t (a, b)' });
    await connection.execute({ text: 'CREATE VIEW v AS SELECT gone FROM t' });
    await expect(connection.execute({ text: 'ALTER TABLE t DROP COLUMN b' })).rejects.toMatchObject({
      code: 'STATEMENT_FAILED',
      hint: expect.stringMatching(/view v is broken.*in the desired state or, where it is left alone, in the database/),
    });
  });
});

describe('the place of an error in its statement', () => {
  it.each([
    ['CREATE TABLE t (a,, b)', ', b)'],
    ['CREATE TABLE t (a, b\n, c d e f(', ''],
    ['CREATE TABLE t (a, b) ) x', ') x'],
    ['CREATE VIEW v AS SELECT a, (b)) FROM t', ') FROM t'],
    ['CREATE TABEL t (a)', 'TABEL t (a)'],
    ["CREATE TABLE t (a DEFAULT 'x)", "'x)"],
    ['CREATE INDEX i ON nowhere (a)', 'nowhere (a)'],
    ['CREATE TABLE t (a, bb, FOREIGN KEY (b) REFERENCES t)', 'b) REFERENCES t)'],
    ['CREATE TABLE t (a CHECK (aa > 1))', 'aa > 1))'],
  ])('is told for %j', async (text, rest) => {
    await using connection = await memory();
    const error = await connection.execute({ text }).then(
      () => undefined,
      (thrown: SyncError) => thrown,
    );
    expect(text.slice(Number(error?.details?.offset))).toBe(rest);
  });

  it.each(['CREATE TABLE t (a, a)', 'CREATE TABLE t (a CHECK (x > 1 AND x < 2))'])(
    'is left open rather than guessed for %j',
    async (text) => {
      await using connection = await memory();
      await expect(connection.execute({ text })).rejects.toMatchObject({
        details: expect.not.objectContaining({ offset: expect.anything() }) as object,
      });
    },
  );
});

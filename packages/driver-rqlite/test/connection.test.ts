import type { Connection } from '@sync/core';
import { describe, expect, test } from 'vitest';
import { freshRqliteDatabase, rqliteAbsence } from '../../../integration/servers/fresh-rqlite-database.js';
import driver from '../src/index.js';
import { scratchVersion } from '../src/scratch.js';

async function withNode(work: (connection: Connection, url: string) => Promise<void>): Promise<void> {
  await using database = await freshRqliteDatabase();
  await using connection = await driver.connect(driver.options({ url: database.url, directory: '/' }), {
    access: 'write',
  });
  await work(connection, database.url);
}

/** What the connection through which the node writes is set to. */
async function settingsAt(url: string): Promise<unknown> {
  const reply = await fetch(`${url.replace('rqlite', 'http').split('?')[0]}/db/request?level=strong`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(['PRAGMA foreign_keys', 'PRAGMA legacy_alter_table', 'PRAGMA analysis_limit']),
  });
  const { results } = (await reply.json()) as { readonly results: readonly { readonly values: unknown }[] };
  return results.map(({ values }) => values);
}

const usual = [[[1]], [[0]], [[0]]];

test('scratch is of the version that the package says', async () => {
  await using scratch = await driver.scratch?.(undefined);
  expect(scratch?.server.version).toEqual(scratchVersion);
});

test('scratch reads what is in double quotes and names nothing as a text, as nodes do', async () => {
  await using scratch = await driver.scratch?.(undefined);
  expect(await scratch?.query({ text: 'SELECT "abc" AS a' })).toEqual([{ a: 'abc' }]);
});

describe.skipIf(rqliteAbsence !== undefined)('a connection', () => {
  test('gets values as they are stored', () =>
    withNode(async (connection) => {
      const types = 'big INTEGER, at DATETIME, day DATE, flag BOOLEAN, bytes BLOB, text TEXT, none TEXT, real REAL';
      await connection.execute({ text: `CREATE TABLE kept (${types})` });
      const values =
        "9223372036854775807, '2024-01-02 03:04:05', 1700000000, 1, x'00ff', '12345678901234567', NULL, 0.5";
      await connection.execute({ text: `INSERT INTO kept VALUES (${values})` });
      expect(await connection.query({ text: 'SELECT * FROM kept' })).toEqual([
        {
          big: 9_223_372_036_854_775_807n,
          at: '2024-01-02 03:04:05',
          day: 1_700_000_000,
          flag: 1,
          bytes: Uint8Array.of(0, 255),
          text: '12345678901234567',
          none: null,
          real: 0.5,
        },
      ]);
    }));

  test('keeps values that it is given, whatever they hold', () =>
    withNode(async (connection) => {
      await connection.execute({ text: 'CREATE TABLE kept (value)' });
      const values = ['it\'s; -- \u0000 "?1"', 2 ** 53, -0.5, true, null, 'é\n'];
      for (const value of values) await connection.execute({ text: 'INSERT INTO kept VALUES (?)', params: [value] });
      const rows = await connection.query<{ readonly value: unknown }>({
        text: 'SELECT value FROM kept ORDER BY rowid',
      });
      expect(rows.map(({ value }) => value)).toEqual([
        'it\'s; -- \u0000 "?1"',
        9_007_199_254_740_992n,
        -0.5,
        1,
        null,
        'é\n',
      ]);
    }));

  test('has definitions arrive as they are written', () =>
    withNode(async (connection) => {
      const text = "CREATE VIEW chance AS SELECT random() AS r, datetime('now') AS at";
      await connection.execute({ text });
      await connection.atomically?.([{ text: text.replace('chance', 'again') }]);
      const rows = await connection.query<{ readonly sql: string }>({
        text: 'SELECT sql FROM sqlite_master ORDER BY name',
      });
      expect(rows.map(({ sql }) => sql)).toEqual([text.replace('chance', 'again'), text]);
    }));

  test('says which statement of a list failed, and leaves nothing of it', () =>
    withNode(async (connection, url) => {
      const list = [
        'CREATE TABLE one (n UNIQUE)',
        'INSERT INTO one VALUES (1)',
        'INSERT INTO one VALUES (1) -- again',
        'SELECT 1',
      ];
      const settings = { 'sqlite/foreign_keys': 'off' };
      const attempt = connection.atomically?.(
        [{ text: 'PRAGMA legacy_alter_table = ON' }, ...list.map((text) => ({ text }))],
        { settings },
      );
      await expect(attempt).rejects.toMatchObject({ code: 'CHECK_FAILED', details: { index: 3, statement: list[2] } });
      expect(await connection.query({ text: 'SELECT name FROM sqlite_master' })).toEqual([]);
      expect(await settingsAt(url)).toEqual(usual);
    }));

  test('leaves nothing of a list that fails as it is committed', () =>
    withNode(async (connection, url) => {
      const list = [
        'CREATE TABLE parents (id INTEGER PRIMARY KEY)',
        'CREATE TABLE children (parent REFERENCES parents (id) DEFERRABLE INITIALLY DEFERRED)',
        'INSERT INTO children VALUES (1)',
      ];
      await expect(connection.atomically?.(list.map((text) => ({ text })))).rejects.toMatchObject({
        code: 'CHECK_FAILED',
      });
      expect(await connection.query({ text: 'SELECT name FROM sqlite_master' })).toEqual([]);
      expect(await settingsAt(url)).toEqual(usual);
    }));

  test('commits a list that holds comments and statements without an end', () =>
    withNode(async (connection) => {
      const list = [
        'CREATE TABLE one (n) -- with a comment',
        '-- nothing else',
        'INSERT INTO one VALUES (1);',
        'SELECT 1; ',
      ];
      await connection.atomically?.(list.map((text) => ({ text })));
      expect(await connection.query({ text: 'SELECT n FROM one' })).toEqual([{ n: 1 }]);
    }));

  test('tells the rows that a check found in the middle of a list, of which nothing is left', () =>
    withNode(async (connection, url) => {
      const list = [
        { text: 'CREATE TABLE one (n)' },
        { text: 'INSERT INTO one VALUES (1), (2)' },
        { text: 'SELECT n FROM one WHERE n > ?', params: [1], check: { message: 'there are rows' } },
        { text: 'DROP TABLE one' },
      ];
      await expect(connection.atomically?.(list)).rejects.toMatchObject({
        code: 'CHECK_FAILED',
        message: 'there are rows:\n  n 2',
        details: { index: 2, rows: [{ n: 2 }] },
      });
      expect(await connection.query({ text: 'SELECT name FROM sqlite_master' })).toEqual([]);
      expect(await settingsAt(url)).toEqual(usual);
    }));

  test('that holds a lock runs lists one after the other, also where they are given at once', () =>
    withNode(async (connection) => {
      await connection.execute({ text: 'CREATE TABLE one (n)' });
      await using lock = await connection.lock('tenant');
      const insert = { text: 'INSERT INTO one SELECT count(*) FROM one' };
      await Promise.all([1, 2, 3, 4].map(() => connection.atomically?.([insert])));
      expect(await connection.query({ text: 'SELECT count(DISTINCT n) AS n FROM one' })).toEqual([{ n: 4 }]);
      expect(lock.lost.aborted).toBe(false);
    }));

  test('that only reads takes no lock and writes nothing', () =>
    withNode(async (_, url) => {
      await using reader = await driver.connect(driver.options({ url, directory: '/' }), { access: 'read' });
      await expect(reader.lock('tenant')).rejects.toMatchObject({ code: 'PERMISSION_DENIED' });
      await expect(reader.query({ text: 'CREATE TABLE one (n)' })).rejects.toMatchObject({ code: 'PERMISSION_DENIED' });
    }));
});

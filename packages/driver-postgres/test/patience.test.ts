import { address, type Connection, isSyncError, type StatementProgress, type SyncError } from '@sync/core';
import pg from 'pg';
import { describe, expect, test } from 'vitest';
import driver from '../src/index.js';
import { freshDatabase, servers } from './servers.js';

const settings = { lockTimeoutMs: 300, lockRetries: 0 };

function open(url: string, more = {}): Promise<Connection> {
  const input = { url, directory: '/', settings: { ...settings, ...more } };
  return driver.connect(driver.options(input), { access: 'write' });
}

async function failure(work: Promise<unknown>): Promise<SyncError> {
  return work.then(
    () => expect.fail('it succeeded'),
    (error) => (isSyncError(error) ? error : Promise.reject(error)),
  );
}

/** Somebody who has what the statement takes for as long as the work lasts. */
async function whileHeld(url: string, statement: string, work: () => Promise<void>): Promise<void> {
  const client = new pg.Client({ connectionString: url, application_name: 'somebody else' });
  await client.connect();
  try {
    await client.query('BEGIN');
    await client.query(statement);
    await work();
  } finally {
    await client.end();
  }
}

describe.each(servers)('$name', (server) => {
  const live = 'absent' in server ? test.skip : test;
  const url = 'url' in server ? server.url : '';

  live('a statement of a run gives way where a lock is not granted, and tells who holds it', async () => {
    await using database = await freshDatabase(url);
    await using connection = await open(database.url);
    await connection.execute({ text: 'CREATE TABLE orders (id int)' });
    await whileHeld(database.url, 'SELECT FROM orders', async () => {
      const alter = { text: 'ALTER TABLE orders ADD note text' };
      const holder = expect.stringMatching(
        /^orders held by session \d+ \(somebody else of .*\), idle in transaction since /,
      );
      const batch = [{ text: 'CREATE TABLE other ()' }, alter];
      expect(await failure(Promise.resolve(connection.atomically?.(batch, { patient: true })))).toMatchObject({
        code: 'LOCK_TIMEOUT',
        details: { holder },
      });
      expect(await failure(connection.execute(alter, { patient: true }))).toMatchObject({
        code: 'LOCK_TIMEOUT',
        details: { holder },
      });
    });
    expect(await connection.query({ text: "SELECT to_regclass('other') AS other" })).toEqual([{ other: null }]);
  });

  // Thirty milliseconds pass on a machine that has other work before anybody has looked.
  live(
    'who holds a lock is told also where the wait for it is shorter than it takes to look',
    { retry: 2 },
    async () => {
      await using database = await freshDatabase(url);
      await using connection = await open(database.url, { lockTimeoutMs: 30 });
      await connection.execute({ text: 'CREATE TABLE orders (id int)' });
      await whileHeld(database.url, 'SELECT FROM orders', async () => {
        const alter = { text: 'ALTER TABLE orders ADD note text' };
        const told = { code: 'LOCK_TIMEOUT', details: { holder: expect.stringContaining('(somebody else of ') } };
        for (let times = 0; times < 3; times++) {
          expect(await failure(Promise.resolve(connection.atomically?.([alter], { patient: true })))).toMatchObject(
            told,
          );
          expect(await failure(connection.execute(alter, { patient: true }))).toMatchObject(told);
        }
      });
      await connection.execute({ text: 'ALTER TABLE orders ADD note text' }, { patient: true });
    },
  );

  live('a lock of our own is waited for as long as --lock-wait says, or else for ten seconds', async () => {
    await using database = await freshDatabase(url);
    await using first = await open(database.url);
    await using second = await open(database.url);
    await using _ = await first.lock('mine');
    expect(await failure(second.lock('mine', { waitMs: 0 }))).toMatchObject({ code: 'LOCK_TIMEOUT' });
    expect(await failure(second.lock('mine'))).toMatchObject({
      code: 'LOCK_TIMEOUT',
      message: expect.stringContaining('within 10000 ms'),
    });
  });

  live('what a step asks for itself comes before that, and nothing of it lasts', async () => {
    await using connection = await open(url, { statementTimeoutMs: 7000 });
    const text = "SELECT current_setting('lock_timeout') || ' ' || current_setting('statement_timeout') AS found";
    const step = { 'postgres/lock_timeout': 0 };
    expect(await connection.query({ text }, { patient: true })).toEqual([{ found: '300ms 7s' }]);
    expect(await connection.query({ text }, { patient: true, settings: step })).toEqual([{ found: '0 7s' }]);
    expect(await connection.query({ text })).toEqual([{ found: '0 0' }]);
    await connection.atomically?.([{ text: `CREATE TEMP TABLE noted AS ${text}` }], { patient: true });
    expect(await connection.query({ text: 'SELECT * FROM noted' })).toEqual([{ found: '300ms 7s' }]);
  });

  live(
    'what the database says for applications stops no statement of a run, and what the connection says does',
    async () => {
      await using database = await freshDatabase(url);
      {
        await using admin = await open(database.url);
        await admin.execute({
          text: `DO 'BEGIN EXECUTE format(''ALTER DATABASE %I SET statement_timeout = 100'', current_database()); END'`,
        });
      }
      const text = "SELECT current_setting('statement_timeout') AS found";
      await using connection = await open(database.url);
      expect(await connection.query({ text })).toEqual([{ found: '100ms' }]);
      expect(await connection.query({ text }, { patient: true })).toEqual([{ found: '0' }]);
      await connection.execute({ text: 'SELECT pg_sleep(0.3)' }, { patient: true });
      const said = `${database.url}${database.url.includes('?') ? '&' : '?'}options=-c%20statement_timeout%3D9s`;
      await using bounded = await open(said);
      expect(await bounded.query({ text }, { patient: true })).toEqual([{ found: '9s' }]);
    },
  );

  live('how far an index is that takes long is told while it is built', async () => {
    await using database = await freshDatabase(url);
    await using connection = await open(database.url);
    await connection.execute({ text: 'CREATE TABLE t AS SELECT n FROM generate_series(1, 15) n' });
    const slow = 'CREATE FUNCTION slow(n int) RETURNS int IMMUTABLE LANGUAGE plpgsql';
    await connection.execute({ text: `${slow} AS 'BEGIN PERFORM pg_sleep(0.2); RETURN n; END'` });
    const told: StatementProgress[] = [];
    const onProgress = (progress: StatementProgress) => told.push(progress);
    await connection.execute({ text: 'CREATE INDEX CONCURRENTLY i ON t (slow(n))' }, { onProgress });
    expect(told[0]).toMatchObject({ phase: expect.stringContaining('building index'), noun: 'block' });
  });

  live('sizes are what the server estimates, also of what it never counted', async () => {
    await using database = await freshDatabase(url);
    await using connection = await open(database.url);
    for (const text of [
      'CREATE TABLE counted AS SELECT n FROM generate_series(1, 5000) n',
      'CREATE TABLE fresh AS SELECT n FROM generate_series(1, 5000) n',
      'CREATE TABLE empty (n int)',
      'CREATE SCHEMA "odd, {one}"',
      'CREATE TABLE "odd, {one}"."a ""t""" AS SELECT n FROM generate_series(1, 700) n',
      'CREATE TABLE parted (n int) PARTITION BY RANGE (n)',
      'CREATE TABLE part PARTITION OF parted FOR VALUES FROM (0) TO (1000)',
      'INSERT INTO parted SELECT n FROM generate_series(1, 900) n',
      'ANALYZE counted, "odd, {one}"."a ""t""", part',
    ]) {
      await connection.execute({ text });
    }
    const at = (...parts: string[]) => address('table', ...parts);
    const odd = at('odd, {one}', 'a "t"');
    const asked = [at('counted'), at('fresh'), at('empty'), odd, at('parted'), at('gone'), address('index', 'counted')];
    const sizes = await driver.sizes?.(connection, asked);
    expect(Object.fromEntries(sizes ?? [])).toEqual({
      [at('counted')]: 5000,
      [at('fresh')]: expect.any(Number),
      [at('empty')]: 0,
      [odd]: 700,
      [at('parted')]: 900,
    });
    expect(sizes?.get(at('fresh'))).toBeGreaterThan(1000);
  });
});

import { setTimeout } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import driver from '../src/index.js';
import { failure, one, open } from './own.js';
import { poolerBefore } from './pooler.js';
import { administer, freshDatabase, servers, withDatabase } from './servers.js';

describe.each(servers)('$name', (server) => {
  const live = 'absent' in server ? test.skip : test;
  const url = 'url' in server ? server.url : '';

  describe('values', () => {
    live('come as numbers where those are exact, and as text where a number would lose something', async () => {
      await using connection = await open(url);
      const row = await one(
        connection,
        `SELECT 1::int AS small, 9007199254740993::bigint AS big, 7::bigint AS fits, 1.10::numeric AS exact,
           true AS flag, ARRAY['a', NULL, 'b,"c'] AS list, DATE '2020-02-29' AS day, '{"a": 1}'::jsonb AS json, NULL AS none`,
      );
      expect(row).toEqual({
        small: 1,
        big: 9007199254740993n,
        fits: 7,
        exact: '1.10',
        flag: true,
        list: ['a', null, 'b,"c'],
        day: '2020-02-29',
        json: '{"a": 1}',
        none: null,
      });
    });

    live('go as they are, lists and objects as JSON', async () => {
      await using connection = await open(url);
      const [row] = await connection.query({
        text: 'SELECT $1::text AS text, $2::jsonb AS list, $3::jsonb AS object, $4::int AS number, $5::boolean AS flag',
        params: ["it's; --", [1, 'a'], { b: [null] }, 7, false],
      });
      expect(row).toEqual({ text: "it's; --", list: '[1, "a"]', object: '{"b": [null]}', number: 7, flag: false });
    });
  });

  describe('queries that are asked at once', () => {
    live('are answered each for itself, in their order, and before what comes after them', async () => {
      await using database = await freshDatabase(url);
      await using connection = await open(database.url);
      await connection.execute({ text: 'CREATE SEQUENCE s' });
      const next = { text: "SELECT nextval('s')::int AS n, pg_sleep(0.02)" };
      const asked = [next, next, { text: 'SELECT 1 / $1::int', params: [0] }, next].map((statement) =>
        connection.query<{ readonly n: number }>(statement).then(
          ([row]) => row?.n,
          (error) => error.details.native,
        ),
      );
      const dropped = connection.execute({ text: 'DROP SEQUENCE s' });
      expect(await Promise.all(asked)).toEqual([1, 2, '22012', 3]);
      await dropped;
    });

    live('are all told where the session ends among them', async () => {
      await using connection = await open(url);
      const asked = ['SELECT 1 AS n', 'SELECT pg_terminate_backend(pg_backend_pid())', 'SELECT 2 AS n'].map((text) =>
        connection.query({ text }).then(
          (rows) => rows,
          (error) => error.code,
        ),
      );
      expect(await Promise.all(asked)).toEqual([[{ n: 1 }], 'CONNECTION_LOST', 'CONNECTION_LOST']);
    });
  });

  describe('statements that are sent together', () => {
    const texts = (...all: readonly string[]) => all.map((text) => ({ text }));

    live('are executed each for itself, and each failure is told in its place', async () => {
      await using database = await freshDatabase(url);
      await using connection = await open(database.url);
      const statements = texts('CREATE VIEW w AS TABLE v', 'CREATE VIEW v AS SELECT 1 AS n', 'CREATE VIEW', 'TABLE v');
      const refused = (await connection.executeEach?.(statements)) ?? expect.fail('they are sent together');
      expect(refused.map((error) => error?.details?.native)).toEqual(['42P01', undefined, '42601', undefined]);
      expect(refused[2]?.details).toMatchObject({ statement: 'CREATE VIEW', index: 2 });
      expect(await one(connection, 'TABLE v')).toEqual({ n: 1 });
    });

    live('are announced up to the one that fails, which is told and takes back all of them', async () => {
      await using database = await freshDatabase(url);
      await using connection = await open(database.url);
      const statements = Array.from({ length: 120 }, (_, n) => ({ text: `CREATE VIEW v${n} AS SELECT ${n} AS n` }));
      const announced: number[] = [];
      const onStatement = (index: number) => announced.push(index);
      const wrong = statements.with(70, { text: 'CREATE VIEW v70 AS TABLE nowhere' });
      const error = await failure(async () => connection.atomically?.(wrong, { onStatement }));
      expect(error.details).toMatchObject({ native: '42P01', index: 70, statement: wrong[70]?.text });
      expect(announced).toEqual(wrong.slice(0, 71).map((_, n) => n));
      await connection.atomically?.(statements);
      expect(await one(connection, 'TABLE v119')).toEqual({ n: 119 });
    });

    live('are rows, where a run may have to wait for others', async () => {
      await using database = await freshDatabase(url);
      await using connection = await open(database.url);
      await connection.execute({ text: 'CREATE TABLE t (n integer PRIMARY KEY)' });
      const row = (n: number) => ({ text: 'INSERT INTO t VALUES ($1)', params: [n] });
      const rows = Array.from({ length: 120 }, (_, n) => row(n));
      const told: number[] = [];
      const options = { patient: true, onStatement: (index: number) => told.push(index) };
      const twice = await failure(async () => connection.atomically?.(rows.with(70, row(69)), options));
      expect(twice).toMatchObject({ code: 'CHECK_FAILED', details: { index: 70 } });
      expect(told).toEqual(rows.slice(0, 71).map((_, n) => n));
      await connection.atomically?.([{ text: 'CREATE VIEW v AS TABLE t' }, ...rows], options);
      expect(await one(connection, 'SELECT count(*)::int AS n FROM v')).toEqual({ n: 120 });
      await using other = await open(database.url, 'write', { lockTimeoutMs: 600, lockRetries: 0 });
      await connection.execute({ text: 'BEGIN; INSERT INTO t VALUES (500)' });
      const waiting = [300, 400, 500, 600].map(row);
      const kept = await failure(async () => other.atomically?.(waiting, { patient: true }));
      expect(kept).toMatchObject({ code: 'LOCK_TIMEOUT', details: { index: 2, holder: expect.any(String) } });
      await connection.execute({ text: 'ROLLBACK' });
    });

    live('wait for what a check finds', async () => {
      await using database = await freshDatabase(url);
      await using connection = await open(database.url);
      await connection.execute({ text: 'CREATE SEQUENCE s' });
      const next = { text: "SELECT nextval('s')::int AS n" };
      const check = { ...next, check: { message: 'there are more' } };
      const error = await failure(async () => connection.atomically?.([next, next, check, next, next]));
      expect(error).toMatchObject({ code: 'CHECK_FAILED', details: { index: 2 } });
      expect(await one(connection, next.text), 'nothing was sent after it').toEqual({ n: 4 });
    });

    live('are all told where the session ends among them', async () => {
      await using connection = await open(url);
      const ending = texts('SELECT 1', 'SELECT pg_terminate_backend(pg_backend_pid())', 'SELECT 2');
      const refused = await connection.executeEach?.(ending);
      expect(refused?.map((error) => error?.code)).toEqual([undefined, 'CONNECTION_LOST', 'CONNECTION_LOST']);
    });
  });

  describe('cancelling', () => {
    live('ends what is sent together, too, with all that is behind it', async () => {
      await using database = await freshDatabase(url);
      await using connection = await open(database.url);
      const statements = ['CREATE TABLE t ()', 'SELECT pg_sleep(60)', 'SELECT 1'].map((text) => ({ text }));
      const signal = AbortSignal.timeout(100);
      const error = await failure(async () => connection.atomically?.(statements, { signal }));
      expect(error.code).toBe('CANCELLED');
      expect(await one(connection, "SELECT to_regclass('t') AS t")).toEqual({ t: null });
    });

    live('ends all that are sent together, each for itself', async () => {
      await using connection = await open(url);
      const statements = Array.from({ length: 20 }, () => ({ text: 'SELECT pg_sleep(60)' }));
      const signal = AbortSignal.timeout(100);
      const error = await failure(async () => connection.executeEach?.(statements, { signal }));
      expect(error.code).toBe('CANCELLED');
      expect(await one(connection, 'SELECT 1 AS n'), 'nothing of it hits what comes after').toEqual({ n: 1 });
    });

    live('ends the statement on the server, and the session goes on', async () => {
      await using connection = await open(url);
      const stop = AbortSignal.timeout(100);
      const began = performance.now();
      const error = await failure(() => connection.execute({ text: 'SELECT pg_sleep(30)' }, { signal: stop }));
      expect(error.code).toBe('CANCELLED');
      expect(performance.now() - began).toBeLessThan(10_000);
      expect(await one(connection, 'SELECT 1 AS one')).toEqual({ one: 1 });
    });

    live('rolls a transaction back', async () => {
      await using database = await freshDatabase(url);
      await using connection = await open(database.url);
      const statements = [{ text: 'CREATE TABLE half ()' }, { text: 'SELECT pg_sleep(30)' }];
      const error = await failure(async () =>
        connection.atomically?.(statements, { signal: AbortSignal.timeout(100) }),
      );
      expect(error.code).toBe('CANCELLED');
      expect(await one(connection, "SELECT to_regclass('half') AS half")).toEqual({ half: null });
    });
  });

  describe('settings', () => {
    live('hold for a statement or a batch, and a lock that is not granted in time says so', async () => {
      await using database = await freshDatabase(url);
      await using holder = await open(database.url);
      await using waiter = await open(database.url);
      await holder.execute({ text: 'CREATE TABLE t ()' });
      await holder.execute({ text: 'BEGIN' });
      await holder.execute({ text: 'LOCK TABLE t' });
      const settings = { 'postgres/lock_timeout': 100 };
      const alter = { text: 'ALTER TABLE t ADD COLUMN c int' };
      expect((await failure(() => waiter.execute(alter, { settings }))).code).toBe('LOCK_TIMEOUT');
      expect((await failure(async () => waiter.atomically?.([alter], { settings }))).code).toBe('LOCK_TIMEOUT');
      expect(await one(waiter, 'SHOW lock_timeout')).toEqual({ lock_timeout: '0' });
      await holder.execute({ text: 'ROLLBACK' });
    });

    live(
      'that make transactions strict have one rolled back that another came before, and it may be run again',
      async () => {
        await using database = await freshDatabase(url);
        await using first = await open(database.url);
        const strict = "'ALTER DATABASE %I SET default_transaction_isolation = ''repeatable read'''";
        await first.execute({ text: `DO $$ BEGIN EXECUTE format(${strict}, current_database()); END $$` });
        await first.execute({ text: 'CREATE TABLE t (n integer); INSERT INTO t VALUES (1)' });
        await using second = await open(database.url);
        await first.execute({ text: 'BEGIN; UPDATE t SET n = 2' });
        const more = { text: 'UPDATE t SET n = n + 1' };
        const refused = failure(async () => second.atomically?.([more]));
        const waiters = { text: 'SELECT FROM pg_locks WHERE NOT granted AND pid <> pg_backend_pid()' };
        while ((await first.query(waiters)).length === 0);
        await first.execute({ text: 'COMMIT' });
        expect(await refused).toMatchObject({ code: 'LOCK_TIMEOUT', details: { native: '40001' } });
        await second.atomically?.([more]);
        expect(await one(first, 'TABLE t')).toEqual({ n: 3 });
      },
    );

    live('are refused where nobody knows them', async () => {
      await using connection = await open(url);
      const error = await failure(() =>
        connection.execute({ text: 'SELECT 1' }, { settings: { 'postgres/role': 'postgres' } }),
      );
      expect(error.code).toBe('PLAN_CORRUPT');
    });
  });

  describe('a session that ends', () => {
    live('loses its lock, and says so to who holds it and to who asks', async () => {
      await using connection = await open(url);
      await using lock = await connection.lock('lost', { waitMs: 1000 });
      const pid = await one<{ readonly pid: number }>(connection, 'SELECT pg_backend_pid() AS pid');
      await administer(url, `SELECT pg_terminate_backend(${pid?.pid})`);
      for (let left = 100; left > 0 && !lock.lost.aborted; left--) await setTimeout(20);
      expect(lock.lost.aborted).toBe(true);
      expect((await failure(() => connection.query({ text: 'SELECT 1' }))).code).toBe('CONNECTION_LOST');
    });

    live('fails the statement that was under way', async () => {
      await using connection = await open(url);
      const pid = await one<{ readonly pid: number }>(connection, 'SELECT pg_backend_pid() AS pid');
      const sleeping = failure(() => connection.query({ text: 'SELECT pg_sleep(30)' }));
      await setTimeout(100);
      await administer(url, `SELECT pg_terminate_backend(${pid?.pid})`);
      expect((await sleeping).code).toBe('CONNECTION_LOST');
    });
  });

  live('a lock that is taken names its holder', async () => {
    await using one = await open(url);
    await using two = await open(url, 'write', { applicationName: 'the other' });
    await using _ = await two.lock('tenant a', { waitMs: 0 });
    const error = await failure(() => one.lock('tenant a', { waitMs: 0 }));
    expect(error.hint).toMatch(/held by session \d+ \(the other of postgres\) since \d{4}-/);
  });

  live('waiting for a lock keeps nobody from building an index concurrently', async () => {
    await using database = await freshDatabase(url);
    await using holder = await open(database.url);
    await using waiter = await open(database.url);
    await holder.execute({ text: 'CREATE TABLE t (c int)' });
    await using _ = await holder.lock('run', { waitMs: 0 });
    const waiting = failure(() => waiter.lock('run', { waitMs: 1500 }));
    const settings = { 'postgres/statement_timeout': 1000 };
    await holder.execute({ text: 'CREATE INDEX CONCURRENTLY i ON t (c)' }, { settings });
    expect((await waiting).code).toBe('LOCK_TIMEOUT');
  });

  describe('errors', () => {
    const cases: readonly (readonly [string, string, string, string])[] = [
      ['SELEC 1', 'STATEMENT_FAILED', 'syntax error', ''],
      ['SELECT 1/0', 'STATEMENT_FAILED', 'division by zero', ''],
      ['INSERT INTO t VALUES (1)', 'CHECK_FAILED', 'duplicate key', 'Rows that are there'],
      ['SET ROLE nobody_at_all', 'STATEMENT_FAILED', 'does not exist', ''],
    ];
    live.each(cases)('of %s', async (text, code, message, hint) => {
      await using database = await freshDatabase(url);
      await using connection = await open(database.url);
      await connection.execute({ text: 'CREATE TABLE t (id int PRIMARY KEY)' });
      await connection.execute({ text: 'INSERT INTO t VALUES (1)' });
      const error = await failure(() => connection.execute({ text }));
      expect(error).toMatchObject({ code, message: expect.stringContaining(message) });
      expect(error.hint ?? '').toContain(hint);
      expect(error.details).toMatchObject({ statement: text, native: expect.stringMatching(/^[0-9A-Z]{5}$/) });
    });

    live('of a server without TLS where TLS is demanded', async () => {
      const error = await failure(() => open(`${url}?sslmode=require`));
      expect(error).toMatchObject({ code: 'CONNECTION_FAILED', hint: expect.stringContaining('sslmode=disable') });
    });

    live('of a role that may not', async () => {
      await using database = await freshDatabase(url);
      await administer(url, 'DROP ROLE IF EXISTS guest', 'CREATE ROLE guest LOGIN');
      await administer(database.url, 'CREATE TABLE secrets ()');
      await using connection = await open(Object.assign(new URL(database.url), { username: 'guest' }).href);
      const error = await failure(() => connection.query({ text: 'SELECT * FROM secrets' }));
      expect(error.code).toBe('PERMISSION_DENIED');
    });
  });

  describe('scratch', () => {
    const scratchOf = (target: string) =>
      driver.scratch?.(driver.options({ url: target, directory: '/' })) ?? expect.fail('there is scratch');
    const leftovers = async () => {
      await using connection = await open(url);
      return connection.query({
        text: "SELECT datname FROM pg_database WHERE datname LIKE '\\_schema\\_sync\\_scratch\\_1\\_%'",
      });
    };

    live('has the encoding and the collation of its target', async () => {
      const name = `latin_${process.pid}`;
      const clauses = "TEMPLATE template0 ENCODING 'LATIN1' LC_COLLATE 'C' LC_CTYPE 'C'";
      await administer(url, `DROP DATABASE IF EXISTS ${name}`, `CREATE DATABASE ${name} ${clauses}`);
      {
        await using scratch = await scratchOf(withDatabase(url, name));
        expect(await one(scratch, 'SHOW server_encoding')).toEqual({ server_encoding: 'LATIN1' });
      }
      await administer(url, `DROP DATABASE ${name}`);
    });

    live('sweeps up what a crashed run left, and nothing else', async () => {
      await administer(url, 'CREATE DATABASE _schema_sync_scratch_1_dead');
      await using _ = await scratchOf(url);
      expect(await leftovers()).toEqual([]);
    });

    live('is refused to a role that may create none, with the ways out', async () => {
      await administer(url, 'DROP ROLE IF EXISTS without_createdb', 'CREATE ROLE without_createdb LOGIN');
      // PGlite, which stands in for a server of its version, does not carry this.
      await using target = await freshDatabase(url);
      await administer(target.url, 'CREATE EXTENSION postgres_fdw');
      const restricted = Object.assign(new URL(target.url), { username: 'without_createdb' }).href;
      const error = await failure(() => scratchOf(restricted));
      expect(error).toMatchObject({ code: 'SCRATCH_UNAVAILABLE', hint: expect.stringContaining('CREATEDB') });
    });

    test('is refused where no server is known', async () => {
      expect((await failure(async () => driver.scratch?.(undefined))).code).toBe('SCRATCH_UNAVAILABLE');
    });
  });

  describe('a pooler', () => {
    live(
      'is not taken for a server where a schema is to be changed: a statement sets what holds for itself',
      async () => {
        await using pooler = await poolerBefore(url);
        await using connection = await open(pooler.url);
        expect(await one(connection, "SELECT set_config('work_mem', '77MB', true)")).toBeDefined();
        expect(await one(connection, 'SHOW work_mem')).not.toEqual({ work_mem: '77MB' });
        expect(await one(connection, 'SHOW search_path')).toEqual({ search_path: 'public' });
      },
    );

    live('is read through in one transaction that cannot write', async () => {
      await using pooler = await poolerBefore(url);
      await using connection = await open(pooler.url, 'read');
      expect(await one(connection, 'SHOW transaction_read_only')).toEqual({ transaction_read_only: 'on' });
      expect((await failure(() => connection.execute({ text: 'CREATE TABLE t ()' }))).code).toBe('PERMISSION_DENIED');
    });

    live('is taken for a server where somebody says that it is as good as one', async () => {
      await using pooler = await poolerBefore(url);
      await using connection = await open(pooler.url, 'write', { pooler: 'session' });
      expect(await one(connection, 'SELECT 1 AS one')).toEqual({ one: 1 });
    });
  });

  live('a hostile name of a database is a name', async () => {
    const name = `we"ird; -- 'name' $1 ${process.pid}`;
    const quoted = driver.dialect.quote(name);
    await administer(url, `CREATE DATABASE ${quoted}`);
    {
      await using connection = await open(withDatabase(url, name));
      expect(connection.database).toBe(name);
      await using scratch =
        (await driver.scratch?.(driver.options({ url: withDatabase(url, name), directory: '/' }))) ?? expect.fail();
      expect(scratch.database).not.toBe(name);
    }
    await administer(url, `DROP DATABASE ${quoted}`);
  });

  live('a password that a function gives is asked for', async () => {
    let asked = 0;
    const password = async () => {
      asked++;
      return 'token';
    };
    await using connection = await open(url, 'read', { password });
    expect(await one(connection, 'SELECT 1 AS one')).toEqual({ one: 1 });
    // The server trusts this address and asks nobody.
    expect(asked).toBeLessThanOrEqual(1);
  });
});

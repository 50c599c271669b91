import { setTimeout } from 'node:timers/promises';
import { address } from '@sync/core';
import { mariadbFlavour, mysqlFlavour, rowVersionsOf, type TogetherSession } from '@sync/dialect-mysql';
import { describe, expect, test } from 'vitest';
import { wireTo } from '../../../integration/faults/support/cut.js';
import { administerMysql, databaseUrl, freshMysqlDatabase } from '../../../integration/servers/fresh-mysql-database.js';
import { realServer } from '../../../integration/servers/real-server.js';
import { driverOf } from '../src/index.js';
import { startSession } from '../src/start-session.js';

const servers = [
  { name: 'mysql-9', scheme: 'mysql', other: 'mariadb', flavour: mysqlFlavour },
  { name: 'mariadb-10', scheme: 'mariadb', other: 'mysql', flavour: mariadbFlavour },
  { name: 'mariadb-11', scheme: 'mariadb', other: 'mysql', flavour: mariadbFlavour },
] as const;

describe.each(servers)('$name', ({ name, scheme, other, flavour }) => {
  const server = realServer(name);
  if ('absent' in server) {
    test.skip(`absent: ${server.absent}`, () => {});
    return;
  }
  const driver = driverOf(flavour, [scheme]);
  const connect = (url: string, access: 'read' | 'write' = 'write') =>
    driver.connect(driver.options({ url, directory: '/' }), { access });
  const reasonOf = (url: string) =>
    connect(url).then(
      () => 'let in',
      (error: { readonly details?: { readonly reason?: string } }) => error.details?.reason,
    );

  test('tells the four ways of not being let in apart', async () => {
    const at = (user: string, database = 'mysql', parameters = '') =>
      `${Object.assign(new URL(databaseUrl(server.url, scheme, database)), { username: user }).href}${parameters}`;
    await administerMysql(server.url, "CREATE USER IF NOT EXISTS wire_test IDENTIFIED BY 'se cret'");
    expect(await reasonOf(`${scheme}://root@127.0.0.1:1/x`)).toBe('host');
    expect(await reasonOf(at('wire_test'))).toBe('credentials');
    expect(await reasonOf(at('root', 'no such database'))).toBe('database');
    expect(await reasonOf(at('wire_test:se%20cret', 'mysql').replace('%3A', ':').replace('%2520', '%20'))).toBe(
      'database',
    );
    expect(await reasonOf(at('root', 'mysql', '?ssl-mode=VERIFY_CA'))).toBe('tls');
  });

  test('gives a lock to one alone, though two ask for it at once over one session', async () => {
    await using database = await freshMysqlDatabase(server.url, scheme);
    await using connection = await connect(database.url);
    const asked = await Promise.allSettled([1, 2].map(() => connection.lock('a', { waitMs: 200 })));
    expect(asked.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    for (const each of asked) if (each.status === 'fulfilled') await each.value[Symbol.asyncDispose]();
    await using again = await connection.lock('a', { waitMs: 200 });
    expect(again.lost.aborted).toBe(false);
  });

  test('is not taken for its relative', async () => {
    const mistaken = driverOf(other === 'mysql' ? mysqlFlavour : mariadbFlavour, [other]);
    const options = mistaken.options({ url: databaseUrl(server.url, other, 'mysql'), directory: '/' });
    await expect(mistaken.connect(options, { access: 'read' })).rejects.toMatchObject({
      code: 'CONNECTION_FAILED',
      hint: expect.stringContaining(`${scheme}://`),
    });
  });

  test('ends a statement on the server when it is cancelled, and goes on', async () => {
    await using database = await freshMysqlDatabase(server.url, scheme);
    await using connection = await connect(database.url);
    const stop = new AbortController();
    const begun = performance.now();
    const sleeping = connection.query({ text: 'SELECT SLEEP(30)' }, { signal: stop.signal });
    await setTimeout(200);
    stop.abort();
    await sleeping.catch((error) => expect(error).toMatchObject({ code: 'CANCELLED' }));
    expect(performance.now() - begun).toBeLessThan(15_000);
    expect(await connection.query({ text: "SELECT 1 AS 'one'" })).toEqual([{ one: 1 }]);
  });

  test('ends nothing by its number on a server that the same address leads to later', async () => {
    const options = driver.options({ url: databaseUrl(server.url, scheme, 'mysql'), directory: '/' });
    const { session } = await startSession(options, { flavour, access: 'read' });
    const sleep = async (is: string | undefined) => {
      const asked = "CONCAT_WS(' ', @@hostname, @@port, @@server_id)";
      session.server = is === undefined ? session.server : { asked, is };
      const stop = new AbortController();
      const slept = session.send({ text: "SELECT SLEEP(1.5) AS 'ended'" }, { op: 'query', signal: stop.signal });
      await setTimeout(200);
      stop.abort();
      return slept.catch((error) => error);
    };
    try {
      // A sleep that was ended says 1, or fails.
      expect(await sleep(undefined)).not.toEqual([{ ended: 0 }]);
      expect(await sleep("another's 3306 1")).toEqual([{ ended: 0 }]);
    } finally {
      await session.close();
    }
  });

  test('waits for a statement that takes longer than a server may be silent, and not for a network that is', async () => {
    await using database = await freshMysqlDatabase(server.url, scheme);
    await using wire = await wireTo(database.url);
    const options = driver.options({ url: wire.url, directory: '/', settings: { silenceMs: 900, create: false } });
    await using connection = await driver.connect(options, { access: 'write' });
    expect(await connection.query({ text: "SELECT SLEEP(2) AS 'slept'" })).toEqual([{ slept: 0 }]);
    const sleeping = connection.query({ text: 'SELECT SLEEP(60)' });
    await setTimeout(100);
    wire.swallow('everybody’s');
    await expect(sleeping).rejects.toMatchObject({
      code: 'CONNECTION_LOST',
      message: expect.stringContaining('nothing has been heard of the server for'),
    });
    await expect(connection.query({ text: 'SELECT 1' })).rejects.toMatchObject({ code: 'CONNECTION_LOST' });
  });

  test('drops scratch databases that a crash left, and none that somebody works in', async () => {
    const left = '_schema_sync_scratch_0123456789abcdef';
    await administerMysql(server.url, `CREATE DATABASE IF NOT EXISTS ${left}`);
    await using database = await freshMysqlDatabase(server.url, scheme);
    const near = driver.options({ url: database.url, directory: '/' });
    const open = () => driver.scratch?.(near) ?? Promise.reject(new TypeError('there is scratch'));
    await using first = await open();
    await using second = await open();
    const rows = await second.query<{ readonly name: string }>({
      text: "SELECT schema_name AS 'name' FROM information_schema.schemata",
    });
    const names = rows.map((row) => row.name);
    expect(names).toContain(first.database);
    expect(names).not.toContain(left);
  });

  test('takes days that there are none of in scratch as what somebody wrote, and not as a step of a plan', async () => {
    await using database = await freshMysqlDatabase(server.url, scheme);
    const near = driver.options({ url: database.url, directory: '/' });
    await using scratch = await (driver.scratch?.(near) ?? Promise.reject(new TypeError('there is scratch')));
    const text = "CREATE TABLE days (day date NOT NULL DEFAULT '0000-00-00')";
    const isStrict = /NO_ZERO_DATE/.test(String((await scratch.query({ text: 'SELECT @@sql_mode AS m' }))[0]?.m));
    if (isStrict) await expect(scratch.execute({ text })).rejects.toMatchObject({ details: { number: 1067 } });
    else await scratch.execute({ text }).then(() => scratch.execute({ text: 'DROP TABLE days' }));
    await scratch.execute({ text }, { desired: true });
  });

  test('runs no event in a scratch database', async () => {
    await using database = await freshMysqlDatabase(server.url, scheme);
    const near = driver.options({ url: database.url, directory: '/' });
    await using scratch = await (driver.scratch?.(near) ?? Promise.reject(new TypeError('there is scratch')));
    await scratch.execute({ text: 'CREATE EVENT soon ON SCHEDULE EVERY 1 SECOND DO SET @a = 1' });
    await scratch.execute({ text: 'ALTER EVENT soon ENABLE' });
    const [event] = await scratch.query<{ readonly status: string }>({
      text: "SELECT status AS 'status' FROM information_schema.events WHERE event_schema = DATABASE()",
    });
    expect(event?.status).toMatch(/SIDE_DISABLED$/);
  });

  test('gives way to whoever holds a table, and says so', async () => {
    await using database = await freshMysqlDatabase(server.url, scheme);
    await using holder = await connect(database.url);
    await using waiter = await connect(database.url);
    await holder.execute({ text: 'CREATE TABLE held (id INT PRIMARY KEY)' });
    await holder.execute({ text: 'LOCK TABLES held WRITE' });
    const waiting = waiter.execute({ text: 'ALTER TABLE held ADD a INT' }, { patient: true });
    await expect(waiting).rejects.toMatchObject({ code: 'LOCK_TIMEOUT' });
  });

  test('asks many things at once, and goes on without those that cannot be answered', async () => {
    await using database = await freshMysqlDatabase(server.url, scheme);
    await using connection = await connect(database.url);
    if (!('queryTogether' in connection)) throw new TypeError('it asks together');
    const { queryTogether } = connection as TogetherSession;
    await connection.execute({ text: 'CREATE TABLE there (id INT PRIMARY KEY)' });
    const texts = ['SHOW CREATE TABLE there', 'SHOW CREATE TABLE gone', 'SHOW CREATE VIEW there', 'SELECT 1 AS one'];
    const answers = await queryTogether.call(connection, texts);
    expect(answers.map((rows) => rows?.length)).toEqual([1, undefined, undefined, 1]);
    await expect(connection.execute({ text: 'SELECT 1; SELECT 2' })).rejects.toMatchObject({
      code: 'STATEMENT_FAILED',
    });
  });

  test('says whose transaction is open for longest when it gives way', async () => {
    await using database = await freshMysqlDatabase(server.url, scheme);
    await using holder = await connect(database.url);
    await using waiter = await connect(database.url);
    await holder.execute({ text: 'CREATE TABLE held (id INT PRIMARY KEY)' });
    await holder.execute({ text: 'START TRANSACTION' });
    await holder.query({ text: 'SELECT * FROM held' });
    const [me] = await holder.query<{ readonly id: number }>({ text: "SELECT CONNECTION_ID() AS 'id'" });
    const waiting = waiter.execute({ text: 'ALTER TABLE held ADD a INT' }, { patient: true });
    await expect(waiting).rejects.toMatchObject({
      code: 'LOCK_TIMEOUT',
      details: {
        holder: expect.stringMatching(new RegExp(`connection ${me?.id} \\(root from .*\\), open since .* and idle`)),
      },
    });
  });

  test('reads texts as it is told, whatever sql_mode the server has', async () => {
    await using database = await freshMysqlDatabase(server.url, scheme);
    await using connection = await connect(database.url);
    const [row] = await connection.query<{ readonly mode: string }>({ text: "SELECT @@sql_mode AS 'mode'" });
    expect(row?.mode).toMatch(/STRICT_ALL_TABLES/);
    expect(row?.mode).not.toMatch(/ANSI_QUOTES|NO_BACKSLASH_ESCAPES|IGNORE_SPACE/);
  });

  test.skipIf(scheme === 'mariadb')('says how a table is made that takes no more columns at once', async () => {
    await using database = await freshMysqlDatabase(server.url, scheme);
    await using connection = await connect(database.url);
    await connection.execute({ text: 'CREATE TABLE worn (id INT PRIMARY KEY)' });
    const wear = async (): Promise<unknown> => {
      for (let n = 0; n < 300; n++) {
        const change = n % 2 === 0 ? 'ADD COLUMN a INT' : 'DROP COLUMN a';
        await connection.execute({ text: `ALTER TABLE worn ${change}, ALGORITHM=INSTANT` });
      }
      return undefined;
    };
    await expect(wear()).rejects.toMatchObject({
      code: 'UNSUPPORTED',
      details: { number: 4092 },
      hint: expect.stringContaining('OPTIMIZE TABLE'),
    });
    await connection.query({ text: 'OPTIMIZE TABLE worn' });
    await connection.execute({ text: 'ALTER TABLE worn ADD COLUMN b INT, ALGORITHM=INSTANT' });
  });

  test.skipIf(scheme === 'mariadb')('asks for versions of rows where the server has few tables', async () => {
    await using database = await freshMysqlDatabase(server.url, scheme);
    await using connection = await connect(database.url);
    await connection.execute({ text: 'CREATE TABLE worn (id INT PRIMARY KEY)' });
    const worn = address('table', 'worn');
    // Fewer than half of what the server takes least of are in the way of nothing.
    for (let n = 0; n < 32; n++) {
      expect(await rowVersionsOf(connection, [worn], 1_000_000)).toEqual(new Map());
      const change = n % 2 === 0 ? 'ADD COLUMN a INT' : 'DROP COLUMN a';
      await connection.execute({ text: `ALTER TABLE worn ${change}, ALGORITHM=INSTANT` });
    }
    expect(await rowVersionsOf(connection, [worn], 1_000_000)).toEqual(new Map([[worn, 32]]));
    expect(await rowVersionsOf(connection, [worn], 10)).toEqual(new Map());
  });
});

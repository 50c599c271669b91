import { join } from 'node:path';
import { type RunEvent, tenantContext } from '@sync/core';
import { describe, expect, type TestContext, test } from 'vitest';
import { failure, openClient, openPlace, type Place, servers, until } from '../online/support.js';
import { administer, withDatabase } from '../servers/fresh-database.js';
import { type OwnServer, startOwnServer } from '../servers/own-server.mjs';
import { wireTo } from './support/cut.js';
import { mountSmall } from './support/small-disk.js';

/** Rows whose index takes two seconds. */
const before = [
  'CREATE TABLE orders (id integer, note text)',
  'INSERT INTO orders SELECT n FROM generate_series(1, 40) n',
  "CREATE FUNCTION slow(n integer) RETURNS integer IMMUTABLE LANGUAGE plpgsql AS 'BEGIN PERFORM pg_sleep(0.05); RETURN n; END'",
];
const desired = `
CREATE TABLE orders (id integer, note varchar(10), total integer);
CREATE FUNCTION slow(n integer) RETURNS integer IMMUTABLE LANGUAGE plpgsql AS 'BEGIN PERFORM pg_sleep(0.05); RETURN n; END';
CREATE TABLE first ();
CREATE INDEX orders_slow ON orders (slow(id));
`;
const building =
  "SELECT FROM pg_stat_activity WHERE datname = current_database() AND state = 'active' AND query LIKE 'CREATE INDEX orders_slow%'";

const waiting =
  "SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock' AND application_name LIKE 'schema-sync%'";

const sync = (place: Place, url = place.url) =>
  place.engine.sync(tenantContext({ id: 'default', target: { url, directory: place.folder } }), place.goal, {
    online: 'never',
    prove: false,
    allow: 'all',
  });
const root = async (place: Place) => (await place.engine.inspect(place.tenant)).catalogue.root;

async function expectConverges(place: Place): Promise<void> {
  await sync(place);
  expect((await place.engine.validate(place.tenant, place.goal)).inSync).toBe(true);
}

/** More partitions than this server can lock at once, made a few at a time. */
const parts = `
DO $$
BEGIN
  FOR i IN 0..1999 LOOP
    EXECUTE format('CREATE TABLE part_%s PARTITION OF whole FOR VALUES IN (%s)', i, i);
    IF i % 20 = 19 THEN COMMIT; END IF;
  END LOOP;
END
$$`;

/** Somebody else again, after the server has been away. */
async function reopened({ url }: Place) {
  const client = await openClient(url, 'somebody else');
  return { client, [Symbol.asyncDispose]: () => client.end() };
}

async function ownServer(name: string, skip: TestContext['skip'], settings = {}): Promise<OwnServer> {
  const server = await startOwnServer(name, { settings });
  return 'absent' in server ? skip(`absent: ${server.absent}`) : server;
}

describe.each(servers)('$name', (server) => {
  const live = 'absent' in server ? test.skip : test;
  const url = 'url' in server ? server.url : '';

  test('a server that is killed in the middle of a batch has none of it, and the next run converges', async ({
    skip,
  }) => {
    await using own = await ownServer(server.name, skip);
    await using place = await openPlace(own.url, {}, ...before);
    await place.desire(desired);
    const base = await root(place);
    const run = failure(sync(place));
    await until(place.other, building);
    await own.kill();
    expect(await run).toMatchObject({ code: 'CONNECTION_LOST', details: { steps: { done: 0 } } });
    await own.start();
    expect(await root(place)).toBe(base);
    await expectConverges(place);
  });

  const orders = 'CREATE TABLE orders (id bigint PRIMARY KEY, total integer);';
  const rows = 'INSERT INTO orders SELECT n, n FROM generate_series(1, 60000) n';
  const online = { online: 'always', prove: false, allow: 'all' } as const;

  test('a server that is killed while an online plan fills a column keeps what was filled, and the next goes on', async ({
    skip,
  }) => {
    await using own = await ownServer(server.name, skip, { synchronous_commit: 'on' });
    await using place = await openPlace(own.url, {}, orders, rows);
    await place.desire(
      'CREATE TABLE orders (id bigint PRIMARY KEY, total integer, token uuid NOT NULL DEFAULT gen_random_uuid());',
    );
    let killed: Promise<void> | undefined;
    const onEvent = (event: RunEvent) => {
      if (event.type === 'within' && event.done >= 3000) killed ??= own.kill();
    };
    const run = failure(place.engine.sync(place.tenant, place.goal, { ...online, onEvent }));
    expect((await run).details?.failure).toMatch(/CONNECTION_LOST|LOCK_LOST/);
    await killed;
    await own.start();
    await using other = await reopened(place);
    const filled = 'SELECT count(token)::int AS filled, count(*)::int AS all FROM orders';
    const [before] = (await other.client.query(filled)).rows;
    expect(before.filled).toBeGreaterThanOrEqual(3000);
    expect(before.filled).toBeLessThan(before.all);
    await place.engine.sync(place.tenant, place.goal, online);
    expect((await place.engine.validate(place.tenant, place.goal)).inSync).toBe(true);
    expect((await other.client.query('SELECT count(DISTINCT token)::int AS n FROM orders')).rows).toEqual([
      { n: before.all },
    ]);
  });

  test('a server that is killed in the middle of CREATE INDEX CONCURRENTLY leaves nothing that the next plan does not drop', async ({
    skip,
  }) => {
    await using own = await ownServer(server.name, skip, { synchronous_commit: 'on' });
    await using place = await openPlace(own.url, {}, orders, rows);
    await place.desire(`${orders} CREATE INDEX orders_total ON orders (total);`);
    const writer = await openClient(place.url, 'a writer');
    await writer.query('BEGIN; INSERT INTO orders VALUES (0, 0)');
    const run = failure(place.engine.sync(place.tenant, place.goal, online));
    await until(place.other, "SELECT FROM pg_stat_progress_create_index WHERE phase LIKE 'waiting%'");
    await own.kill();
    expect((await run).details?.failure).toMatch(/CONNECTION_LOST|LOCK_LOST/);
    await own.start();
    await place.desire(orders);
    await place.engine.sync(place.tenant, place.goal, online);
    await using other = await reopened(place);
    expect((await other.client.query("SELECT FROM pg_class WHERE relname = 'orders_total'")).rows).toEqual([]);
    expect((await place.engine.validate(place.tenant, place.goal)).inSync).toBe(true);
  });

  describe('a server with little room for locks', () => {
    const few = {
      max_locks_per_transaction: '10',
      max_connections: '10',
      max_worker_processes: '1',
      max_wal_senders: '0',
    };
    const tables = (count: number) =>
      Array.from({ length: count }, (_, n) => `CREATE TABLE table_${n} (id bigint PRIMARY KEY);`).join('\n');

    test('has a plan commit on the way', async ({ skip }) => {
      await using own = await ownServer(server.name, skip, few);
      await using place = await openPlace(own.url, {});
      await place.desire(tables(300));
      const { up } = await place.engine.plan(place.tenant, place.goal, { prove: false });
      expect(up.length).toBeGreaterThan(1);
      await expectConverges(place);
    });

    test('says what to raise where a step alone takes more, and has none of it', async ({ skip }) => {
      await using own = await ownServer(server.name, skip, few);
      await using place = await openPlace(own.url, {}, 'CREATE TABLE whole (n integer) PARTITION BY LIST (n)', parts);
      const goal = (columns: string) =>
        [
          `CREATE TABLE whole (${columns}) PARTITION BY LIST (n);`,
          ...Array.from({ length: 2000 }, (_, i) => `CREATE TABLE part_${i} PARTITION OF whole FOR VALUES IN (${i});`),
        ].join('\n');
      await place.desire(goal('n integer, more integer'));
      const refused = await failure(sync(place));
      expect(refused).toMatchObject({ code: 'IO', details: { native: '53200', steps: { done: 0 } } });
      expect(refused.hint).toMatch(/max_locks_per_transaction/);
      await place.desire(goal('n integer'));
      expect((await place.engine.validate(place.tenant, place.goal)).inSync).toBe(true);
    });
  });

  live('a network that is cut in the middle of a batch leaves none of it, and the next run converges', async () => {
    await using place = await openPlace(url, {}, ...before);
    await using wire = await wireTo(place.url);
    await place.desire(desired);
    const base = await root(place);
    const run = failure(sync(place, wire.url));
    await until(place.other, building);
    wire.cut();
    expect((await run).code).toMatch(/CONNECTION_LOST|LOCK_LOST/);
    // The server goes on with what it is at, finds nobody to tell, and takes it back; the lock is held until then.
    await until(
      place.other,
      'SELECT WHERE NOT EXISTS (SELECT FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid())',
    );
    expect(await root(place)).toBe(base);
    await expectConverges(place);
  });

  live('of two runs at once one waits, and then finds nothing left to do', async () => {
    await using place = await openPlace(url, {}, ...before);
    await place.desire(desired);
    const { tenant } = place;
    const options = { online: 'never', prove: false, allow: 'all' } as const;
    // Whoever writes to the table keeps the first one at work for as long as the second takes to get there.
    const writer = await openClient(place.url, 'a writer');
    await writer.query('BEGIN; LOCK TABLE orders IN ROW EXCLUSIVE MODE');
    const first = sync(place);
    await until(place.other, waiting);
    const refused = await failure(place.engine.sync(tenant, place.goal, { ...options, lockWaitMs: 0 }));
    expect(refused).toMatchObject({
      code: 'LOCK_TIMEOUT',
      hint: expect.stringMatching(/held by session \d+ \(schema-sync/),
    });
    const second = place.engine.sync(tenant, place.goal, options).then(
      ({ report }) => report?.steps.done ?? 0,
      (error) => error.code,
    );
    await writer.end();
    expect((await first).report?.outcome).toBe('done');
    expect([0, 'BASE_MISMATCH'], 'it made a plan for what was there before, or found it done').toContain(await second);
    expect((await place.engine.validate(place.tenant, place.goal)).inSync).toBe(true);
    expect(await place.value("SELECT count(*)::int FROM _schema_sync_runs WHERE outcome = 'done'")).toBe(1);
  });

  test('a disk that is full takes the batch back, and the next run converges', async ({ skip }) => {
    await using own = await ownServer(server.name, skip);
    using disk = mountSmall(join(own.folder, 'small'), 24, skip);
    try {
      await administer(own.url, `CREATE TABLESPACE small LOCATION '${disk.folder}'`);
      await administer(own.url, 'CREATE DATABASE brim TABLESPACE small TEMPLATE template0');
      const target = withDatabase(own.url, 'brim');
      await administer(
        target,
        'CREATE TABLE orders (id integer, note text)',
        "INSERT INTO orders SELECT n, repeat('x', 100) FROM generate_series(1, 60000) n",
      );
      await using place = await openPlace(own.url, {});
      const tenant = tenantContext({ id: 'default', target: { url: target, directory: place.folder } });
      await place.desire('CREATE TABLE first (); CREATE TABLE orders (id bigint, note text);');
      const base = (await place.engine.inspect(tenant)).catalogue.root;
      const error = await failure(sync(place, target));
      expect(error).toMatchObject({ code: 'IO', hint: expect.stringContaining('disk is full') });
      expect(error.message).toContain('nothing was changed');
      expect((await place.engine.inspect(tenant)).catalogue.root).toBe(base);
      await administer(target, 'DELETE FROM orders WHERE id > 100', 'VACUUM FULL orders');
      await sync(place, target);
      expect((await place.engine.validate(tenant, place.goal)).inSync).toBe(true);
    } finally {
      await own.stop();
    }
  });
});

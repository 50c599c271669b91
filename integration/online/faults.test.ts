import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { type RunEvent, tenantContext } from '@sync/core';
import { describe, expect, test } from 'vitest';
import { bin } from '../faults/support/command.js';
import { failure, online, openClient, openPlace, type Place, servers, terminate, until } from './support.js';

const patient = { lockTimeoutMs: 150, lockRetries: 1 };
const table = 'CREATE TABLE orders (id bigint PRIMARY KEY, total integer);';
const indexed = `${table} CREATE INDEX orders_total ON orders (total);`;
const filled =
  'CREATE TABLE orders (id bigint PRIMARY KEY, total integer, token uuid NOT NULL DEFAULT gen_random_uuid());';
const manyRows = 'INSERT INTO orders SELECT n, n FROM generate_series(1, 60000) n';
const building =
  "SELECT FROM pg_stat_progress_create_index WHERE datname = current_database() AND phase LIKE 'waiting%'";
const drivers = fileURLToPath(new URL('..', import.meta.url));

const sync = (place: Place, onEvent: (event: RunEvent) => void = () => {}) =>
  place.engine.sync(place.tenant, place.goal, { ...online, prove: false, allow: [], onEvent });

/** The same from the command line, in a process that can be killed. */
function start({ url, goal, folder }: Place): ChildProcess {
  const args = [bin, 'sync', '--url', url, '--to', goal, '--online', '--yes', '--no-prove'];
  return spawn(process.execPath, args, {
    cwd: folder,
    env: { ...process.env, SCHEMA_SYNC_DRIVERS_FROM: drivers },
    stdio: 'ignore',
  });
}

async function kill(child: ChildProcess): Promise<void> {
  child.kill('SIGKILL');
  await once(child, 'exit');
}

async function expectConverges(place: Place): Promise<void> {
  await sync(place);
  expect((await place.engine.validate(place.tenant, place.goal)).inSync).toBe(true);
  expect(await place.value('SELECT count(*)::int FROM pg_index WHERE NOT indisvalid')).toBe(0);
  expect(await place.value("SELECT count(*)::int FROM pg_constraint WHERE conname LIKE 'schema_sync%'")).toBe(0);
}

describe.each(servers)('$name', (server) => {
  const live = 'absent' in server ? test.skip : test;
  const url = 'url' in server ? server.url : '';

  live('a lock that is never granted is given up by name, and nothing is changed', async () => {
    await using place = await openPlace(url, patient, table);
    await place.desire('CREATE TABLE orders (id bigint PRIMARY KEY, total integer, note text);');
    const before = (await place.engine.inspect(place.tenant)).catalogue.root;
    await place.other.query('BEGIN; SELECT FROM orders');
    const events: RunEvent[] = [];
    const error = await failure(sync(place, (event) => events.push(event)));
    expect(error).toMatchObject({
      code: 'LOCK_TIMEOUT',
      message: expect.stringMatching(/in 2 attempts of 150 ms .*orders held by session \d+ \(somebody else of /),
      details: { steps: { done: 0, total: 1 } },
    });
    expect(error.message).toContain('nothing was changed');
    expect(events).toContainEqual(expect.objectContaining({ type: 'retry', attempts: 1, retries: 1 }));
    expect((await place.engine.inspect(place.tenant)).catalogue.root).toBe(before);
    await place.other.query('COMMIT');
    await expectConverges(place);
  });

  live('a lock that is granted in time is only waited for', async () => {
    await using place = await openPlace(url, { lockTimeoutMs: 150 }, table);
    await place.desire('CREATE TABLE orders (id bigint PRIMARY KEY, total integer, note text);');
    await place.other.query('BEGIN; SELECT FROM orders');
    const { report } = await sync(place, ({ type }) => {
      if (type === 'retry') void place.other.query('COMMIT');
    });
    expect(report?.outcome).toBe('done');
  });

  live(
    'a session that is ended in the middle of CREATE INDEX CONCURRENTLY leaves an index that makes way',
    async () => {
      await using place = await openPlace(url, patient, table);
      await place.desire(indexed);
      const writer = await openClient(place.url, 'a writer');
      await writer.query('BEGIN; INSERT INTO orders VALUES (1, 1)');
      const run = failure(sync(place));
      await until(place.other, building);
      await terminate(place.other);
      expect((await run).details?.failure).toMatch(/^(?:CONNECTION|LOCK)_LOST$/);
      await writer.query('COMMIT');
      await writer.end();
      expect(await place.value("SELECT indisvalid FROM pg_index WHERE indexrelid = 'orders_total'::regclass")).toBe(
        false,
      );
      const { unmanaged } = await place.engine.inspect(place.tenant);
      expect(unmanaged).toContainEqual(expect.objectContaining({ kind: 'index', name: 'orders_total' }));
      await expectConverges(place);
      expect(await place.value("SELECT indisvalid FROM pg_index WHERE indexrelid = 'orders_total'::regclass")).toBe(
        true,
      );
    },
  );

  live('such an index makes way for one that is built at once, too', async () => {
    await using place = await openPlace(url, patient, table, 'INSERT INTO orders VALUES (1, 1), (2, 1)');
    await failure(place.other.query('CREATE UNIQUE INDEX CONCURRENTLY orders_total ON orders (total)'));
    await place.desire(indexed);
    await place.engine.sync(place.tenant, place.goal, { online: 'never', allow: 'all' });
    await expectConverges(place);
  });

  live('what failed attempts left is dropped by the next plan, whatever its name and whatever is desired', async () => {
    // What REINDEX leaves of the server's own tables lies in no schema of ours.
    const invalid =
      "SELECT count(*)::int FROM pg_index JOIN pg_class r ON r.oid = indrelid WHERE NOT indisvalid AND relkind = 'r'";
    await using place = await openPlace(
      url,
      patient,
      table,
      'INSERT INTO orders VALUES (1, 1), (2, 1)',
      'CREATE SCHEMA "we""ird"',
      'CREATE TABLE "we""ird"."order" (id integer, note text)',
      'CREATE INDEX whole ON "we""ird"."order" (id)',
    );
    await failure(place.other.query('CREATE UNIQUE INDEX CONCURRENTLY orders_total ON orders (total)'));
    const writer = await openClient(place.url, 'a writer');
    await writer.query('BEGIN; INSERT INTO "we""ird"."order" VALUES (1)');
    const builder = await openClient(place.url, 'somebody who builds');
    const rebuilt = failure(builder.query('REINDEX TABLE CONCURRENTLY "we""ird"."order"'));
    await until(place.other, building);
    const weird =
      'CREATE SCHEMA "we""ird"; CREATE TABLE "we""ird"."order" (id integer, note text); CREATE INDEX whole ON "we""ird"."order" (id);';
    await place.desire(`${table} ${weird}`);
    const early = await place.engine.plan(place.tenant, place.goal, online);
    expect(early.up.flatMap(({ steps }) => steps.map(({ summary }) => summary))).toEqual([
      'drop index orders_total, which is invalid: an attempt that failed left it',
    ]);
    await place.other.query(
      'SELECT pg_cancel_backend(pid) FROM pg_stat_progress_create_index WHERE datname = current_database()',
    );
    await rebuilt;
    await builder.end();
    await writer.query('COMMIT');
    await writer.end();
    expect(await place.value(invalid)).toBe(2);
    const plan = await place.engine.plan(place.tenant, place.goal);
    expect(plan).toMatchObject({ proof: { up: true, down: true }, down: [] });
    expect(plan.up.map(({ sweeps, steps }) => [sweeps, steps.map(({ number }) => number)])).toEqual([
      [true, [1]],
      [true, [2]],
    ]);
    await place.engine.apply(place.tenant, plan);
    expect(await place.value(invalid)).toBe(0);
    expect(await place.value("SELECT count(*)::int FROM pg_class WHERE relname LIKE 'whole%'")).toBe(1);
    expect((await sync(place)).inSync).toBe(true);
  });

  live('an invalid index that is being built by the time of a plan is not touched', async () => {
    await using place = await openPlace(url, patient, table, 'INSERT INTO orders VALUES (1, 1), (2, 1)');
    await failure(place.other.query('CREATE UNIQUE INDEX CONCURRENTLY orders_total ON orders (total)'));
    await place.desire('CREATE TABLE orders (id bigint PRIMARY KEY, total integer, note text);');
    const plan = await place.engine.plan(place.tenant, place.goal);
    const writer = await openClient(place.url, 'a writer');
    await writer.query('BEGIN; UPDATE orders SET total = 2 WHERE id = 2');
    const builder = await openClient(place.url, 'somebody who builds');
    const built = builder.query('REINDEX INDEX CONCURRENTLY orders_total');
    await until(place.other, building);
    expect(await failure(place.engine.apply(place.tenant, plan))).toMatchObject({
      code: 'CHECK_FAILED',
      message: expect.stringContaining('index orders_total was invalid when the plan was made'),
    });
    await writer.query('COMMIT');
    await built;
    await Promise.all([writer.end(), builder.end()]);
    await sync(place);
    expect((await place.engine.validate(place.tenant, place.goal)).inSync).toBe(true);
  });

  live('a process that is killed in the middle of CREATE INDEX CONCURRENTLY is finished by the next', async () => {
    await using place = await openPlace(url, patient, table);
    await place.desire(indexed);
    const writer = await openClient(place.url, 'a writer');
    await writer.query('BEGIN; INSERT INTO orders VALUES (1, 1)');
    const child = start(place);
    await until(place.other, building);
    await kill(child);
    await writer.query('COMMIT');
    await writer.end();
    await expectConverges(place);
  });

  live(
    'a session that is ended in the middle of filling a column loses nothing, and the next plan goes on',
    async () => {
      await using place = await openPlace(url, patient, table, manyRows);
      await place.desire(filled);
      let ending: Promise<void> | undefined;
      const run = failure(
        sync(place, (event) => {
          if (event.type === 'within' && event.done >= 3000) ending ??= terminate(place.other);
        }),
      );
      // The lock goes with the session: one of the two is heard of first.
      expect((await run).details?.failure).toMatch(/^(?:CONNECTION|LOCK)_LOST$/);
      await ending;
      const done = await place.value('SELECT count(token)::int FROM orders');
      expect(done).toBeGreaterThanOrEqual(3000);
      expect(done).toBeLessThan(60_000);
      await place.other.query('CREATE TABLE first AS SELECT id, token FROM orders WHERE token IS NOT NULL');
      await place.desire(`${filled} CREATE TABLE first (id bigint, token uuid);`);
      await expectConverges(place);
      expect(await place.value('SELECT count(DISTINCT token)::int FROM orders')).toBe(60_000);
      expect(await place.value('SELECT count(*)::int FROM first JOIN orders USING (id, token)')).toBe(done);
    },
  );

  live('a process that is killed in the middle of filling a column is finished by the next', async () => {
    await using place = await openPlace(url, patient, table, manyRows);
    await place.desire(filled);
    const child = start(place);
    await until(place.other, "SELECT FROM pg_attribute WHERE attrelid = 'orders'::regclass AND attname = 'token'");
    await until(place.other, 'SELECT FROM orders WHERE token IS NOT NULL LIMIT 1');
    await kill(child);
    await expectConverges(place);
    expect(await place.value('SELECT count(DISTINCT token)::int FROM orders')).toBe(60_000);
  });

  live(
    'a process that is killed while a column gets another type is finished by the next, with what was written',
    async () => {
      await using place = await openPlace(
        url,
        patient,
        table,
        manyRows,
        'CREATE INDEX orders_total ON orders (total)',
        'ALTER TABLE orders ALTER total SET NOT NULL, ADD CONSTRAINT positive CHECK (total > 0)',
      );
      await place.desire(
        'CREATE TABLE orders (id bigint PRIMARY KEY, total bigint NOT NULL CONSTRAINT positive CHECK (total > 0)); CREATE INDEX orders_total ON orders (total);',
      );
      const child = start(place);
      const copied = 'schema_sync_new_total';
      await until(
        place.other,
        `SELECT FROM pg_attribute WHERE attrelid = 'orders'::regclass AND attname = '${copied}'`,
      );
      await until(place.other, `SELECT FROM orders WHERE ${copied} IS NOT NULL LIMIT 1`);
      await kill(child);
      const done = Number(await place.value(`SELECT count(${copied})::int FROM orders`));
      expect(done).toBeLessThan(60_000);
      await place.other.query('UPDATE orders SET total = 70000 WHERE id IN (1, 60000)');
      await place.other.query('INSERT INTO orders VALUES (60001, 80000)');
      let filled = 0;
      const { report } = await sync(place, (event) => {
        if (event.type === 'within' && event.noun === 'row') filled = event.done;
      });
      expect(filled).toBeLessThanOrEqual(60_000 - done);
      // What it went on with is nothing to come back.
      const back = failure(place.engine.down(place.tenant, report?.run ?? '', { prove: false, allow: 'all' }));
      expect(await back).toMatchObject({
        code: 'PLAN_IMPOSSIBLE',
        details: {
          scaffolding: expect.arrayContaining([
            `column ${copied} of table orders`,
            'trigger orders.zz_schema_sync_copy_total',
          ]),
        },
      });
      await expectConverges(place);
      expect(await place.value('SELECT sum(total)::bigint::text FROM orders')).toBe(
        String((60_000 * 60_001) / 2 - 60_001 + 140_000 + 80_000),
      );
      expect(await place.value("SELECT count(*)::int FROM pg_proc WHERE proname LIKE 'schema_sync%'")).toBe(0);
    },
  );

  const rounding = `
    CREATE FUNCTION even() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN NEW.total := NEW.total / 2 * 2; RETURN NEW; END';`;
  const lastOfAll = (name: string) =>
    `CREATE TRIGGER "${name}" BEFORE INSERT OR UPDATE ON orders FOR EACH ROW EXECUTE FUNCTION even();`;
  const wide = 'CREATE TABLE orders (id bigint PRIMARY KEY, total bigint);';

  live.each(['zzz', 'über', 'z{', '日本'])('what a trigger %s makes of a value is what is copied', async (name) => {
    const rest = `${rounding} ${lastOfAll(name)}`;
    await using place = await openPlace(url, patient, table, manyRows, rest);
    await place.desire(`${wide} ${rest}`);
    let written: Promise<unknown> | undefined;
    await place.engine.sync(place.tenant, place.goal, {
      ...online,
      allow: 'all',
      onEvent: (event) => {
        if (event.type === 'within' && event.done >= 3000) {
          written ??= place.other.query('UPDATE orders SET total = 7 WHERE id = 1; INSERT INTO orders VALUES (0, 9)');
        }
      },
    });
    await written;
    expect(await place.value("SELECT string_agg(total::text, ',' ORDER BY id) FROM orders WHERE id < 2")).toBe('8,6');
    expect(await place.value('SELECT count(*)::int FROM orders WHERE total % 2 = 1')).toBe(0);
    await expectConverges(place);
  });

  live(
    'a trigger that somebody made while a column is copied stops the swap, and the next plan copies behind it',
    async () => {
      await using place = await openPlace(url, patient, table, manyRows, rounding);
      await place.desire(`${wide} ${rounding}`);
      let made: Promise<unknown> | undefined;
      const error = await failure(
        sync(place, (event) => {
          if (event.type === 'within' && event.done >= 3000) made ??= place.other.query(lastOfAll('zzz'));
        }),
      );
      await made;
      expect(error).toMatchObject({ code: 'PARTIAL', message: expect.stringContaining('fires after the one') });
      await place.other.query('UPDATE orders SET total = 7 WHERE id = 1');
      await place.desire(`${wide} ${rounding} ${lastOfAll('zzz')}`);
      await place.engine.sync(place.tenant, place.goal, { ...online, allow: 'all' });
      expect(await place.value('SELECT total::int FROM orders WHERE id = 1')).toBe(6);
      await expectConverges(place);
      expect(await place.value("SELECT count(*)::int FROM pg_proc WHERE proname LIKE 'schema_sync%'")).toBe(0);
    },
  );

  live('what stands on a column and nobody covers stops its change before anything has begun', async () => {
    await using place = await openPlace(url, patient, table);
    await place.other.query('CREATE TEMPORARY VIEW of_a_session AS SELECT total FROM orders');
    await place.desire('CREATE TABLE orders (id bigint PRIMARY KEY, total bigint)');
    const error = await failure(sync(place));
    expect(error).toMatchObject({
      code: 'CHECK_FAILED',
      message: expect.stringContaining('column total of table orders'),
    });
    await place.other.query('DROP VIEW of_a_session');
    await sync(place);
    await expectConverges(place);
  });

  live('a plan that was saved says which table is online and why, is proven, and runs both ways', async () => {
    await using place = await openPlace(url, patient, table, 'CREATE INDEX by_id ON orders (id)', manyRows);
    await place.desire(
      'CREATE TABLE orders (id bigint PRIMARY KEY, total bigint NOT NULL); CREATE INDEX by_id ON orders (id, total);',
    );
    const made = await place.engine.plan(place.tenant, place.goal, { online: { fromRows: 50_000 } });
    expect(made.online).toEqual({ fromRows: 50_000, large: [{ address: 'table:orders', rows: expect.any(Number) }] });
    expect(made.proof).toMatchObject({ up: true, down: true });
    const saved = JSON.parse(JSON.stringify(made)) as typeof made;
    const { root } = (await place.engine.inspect(place.tenant)).catalogue;
    await place.engine.apply(place.tenant, saved, { allow: 'all' });
    expect((await place.engine.validate(place.tenant, place.goal)).inSync).toBe(true);
    await place.engine.down(place.tenant, saved, { allow: 'all' });
    expect((await place.engine.inspect(place.tenant)).catalogue.root).toBe(root);
    expect(await place.value('SELECT sum(total)::text FROM orders')).toBe(String((60_000 * 60_001) / 2));
  });

  live('whoever stops a run is heard between two rounds', async () => {
    await using place = await openPlace(url, patient, table, manyRows);
    await place.desire(filled);
    const stop = new AbortController();
    const error = await failure(
      place.engine.sync(place.tenant, place.goal, {
        ...online,
        signal: stop.signal,
        onEvent: (event) => {
          if (event.type === 'within' && event.done >= 2000) stop.abort();
        },
      }),
    );
    expect(error).toMatchObject({ code: 'CANCELLED', details: { steps: { done: 1 } } });
    expect(await place.value('SELECT count(token)::int FROM orders')).toBeLessThan(60_000);
    await expectConverges(place);
    expect(await place.value('SELECT count(DISTINCT token)::int FROM orders')).toBe(60_000);
  });

  live('a scan that takes longer than statements may is given up, and takes a constraint back again', async () => {
    const slow =
      "CREATE FUNCTION slow(n integer) RETURNS boolean IMMUTABLE LANGUAGE plpgsql AS 'BEGIN PERFORM pg_sleep(0.1); RETURN true; END';";
    const rows = 'INSERT INTO orders SELECT n, n FROM generate_series(1, 30) n';
    await using place = await openPlace(url, { ...patient, statementTimeoutMs: 1000 }, table, rows, slow);
    await place.desire(
      `${slow} CREATE TABLE orders (id bigint PRIMARY KEY, total integer CONSTRAINT looked CHECK (slow(total)));`,
    );
    const error = await failure(sync(place));
    expect(error.message).toContain('statement timeout');
    expect(await place.value("SELECT count(*)::int FROM pg_constraint WHERE conname = 'looked'")).toBe(0);
    const { url: target, folder, goal } = place;
    const tenant = tenantContext({ id: 'online', target: { url: target, directory: folder } });
    await place.engine.sync(tenant, goal, { ...online, prove: false });
    await expectConverges(place);
  });

  live('rows that do not comply take a constraint back again', async () => {
    await using place = await openPlace(url, patient, table, 'INSERT INTO orders VALUES (1, -1)');
    await place.desire(
      'CREATE TABLE orders (id bigint PRIMARY KEY, total integer CONSTRAINT positive CHECK (total > 0));',
    );
    expect(await failure(sync(place))).toMatchObject({ code: 'CHECK_FAILED' });
    await place.other.query('INSERT INTO orders VALUES (2, -2)');
  });
});

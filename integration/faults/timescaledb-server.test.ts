import { createEngine, tenantContext } from '@sync/core';
import driver from '@sync/driver-timescaledb';
import pg from 'pg';
import { describe, expect, test } from 'vitest';
import { failure, openPlace, type Place, until } from '../online/support.js';
import { startOwnServer } from '../servers/own-server.mjs';
import { realServer } from '../servers/real-server.js';
import { wireTo } from './support/cut.js';

const slow =
  "CREATE FUNCTION slow(n integer) RETURNS integer IMMUTABLE LANGUAGE plpgsql AS 'BEGIN PERFORM pg_sleep(0.05); RETURN n; END'";

/** Rows that move into four chunks, and whose index takes two seconds. */
const before = [
  'CREATE EXTENSION timescaledb',
  'CREATE TABLE readings (time timestamptz NOT NULL, id integer)',
  "INSERT INTO readings SELECT '2026-01-01'::timestamptz + n * interval '15 hours', n FROM generate_series(1, 40) n",
  slow,
];
const desired = `
CREATE TABLE readings (time timestamptz NOT NULL, id integer, note text);
SELECT create_hypertable('readings', 'time');
${slow};
CREATE INDEX readings_slow ON readings (slow(id));
`;
const building =
  "SELECT FROM pg_stat_activity WHERE datname = current_database() AND state = 'active' AND query LIKE 'CREATE INDEX readings_slow%'";

const waiting =
  "SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock' AND application_name LIKE 'schema-sync%'";

/** Its chunks, those that nothing refers to any more included, and its rows. */
const state = `
SELECT
  (SELECT count(*)::int FROM _timescaledb_catalog.hypertable) AS hypertables,
  (SELECT count(*)::int FROM pg_class WHERE relkind = 'r' AND relnamespace = '_timescaledb_internal'::regnamespace AND relname LIKE '\\_hyper\\_%') AS chunks,
  (SELECT count(*)::int FROM readings) AS rows`.trim();
const untouched = { hypertables: 0, chunks: 0, rows: 40 };
const done = { hypertables: 1, chunks: 4, rows: 40 };

async function open(url: string): Promise<Place> {
  return { ...(await openPlace(url, {}, ...before)), engine: createEngine({ driver }) };
}

const sync = (place: Place, url = place.url, lockWaitMs?: number) =>
  place.engine.sync(tenantContext({ id: 'default', target: { url, directory: place.folder } }), place.goal, {
    prove: false,
    allow: 'all',
    ...(lockWaitMs !== undefined && { lockWaitMs }),
  });

async function stateOf({ url }: Pick<Place, 'url'>): Promise<unknown> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(state)).rows[0];
  } finally {
    await client.end();
  }
}

async function expectConverges(place: Place): Promise<void> {
  expect(await stateOf(place)).toEqual(untouched);
  await sync(place);
  expect((await place.engine.validate(place.tenant, place.goal)).inSync).toBe(true);
  expect(await stateOf(place)).toEqual(done);
}

describe('TimescaleDB, Apache edition', () => {
  const server = realServer('timescaledb');
  if ('absent' in server) {
    describe.skip(`absent: ${server.absent}`, () => {});
    return;
  }

  test('a server that is killed while a table becomes a hypertable has none of it, and the next run converges', async ({
    skip,
  }) => {
    const own = await startOwnServer('timescaledb');
    if ('absent' in own) return skip(`absent: ${own.absent}`);
    await using _ = own;
    await using place = await open(own.url);
    await place.desire(desired);
    const run = failure(sync(place));
    await until(place.other, building);
    await own.kill();
    expect(await run).toMatchObject({ code: 'CONNECTION_LOST', details: { steps: { done: 0 } } });
    await own.start();
    await expectConverges(place);
  });

  test('a network that is cut meanwhile leaves none of it, and the next run converges', async () => {
    await using place = await open(server.url);
    await using wire = await wireTo(place.url);
    await place.desire(desired);
    const run = failure(sync(place, wire.url));
    await until(place.other, building);
    wire.cut();
    expect((await run).code).toMatch(/CONNECTION_LOST|LOCK_LOST/);
    // The server finds nobody to tell, and takes it back. Workers of the extension are always there.
    await until(
      place.other,
      "SELECT WHERE NOT EXISTS (SELECT FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid() AND backend_type = 'client backend')",
    );
    await expectConverges(place);
  });

  test('of two runs at once one waits, and then finds nothing left to do', async () => {
    await using place = await open(server.url);
    await place.desire(desired);
    // Whoever writes to the table keeps the first one at work for as long as the second takes to get there.
    const writer = new pg.Client({ connectionString: place.url });
    await writer.connect();
    await writer.query('BEGIN; LOCK TABLE readings IN ROW EXCLUSIVE MODE');
    const first = sync(place);
    await until(place.other, waiting);
    expect(await failure(sync(place, place.url, 0))).toMatchObject({
      code: 'LOCK_TIMEOUT',
      hint: expect.stringMatching(/held by session \d+ \(schema-sync/),
    });
    const second = sync(place).then(
      ({ report }) => report?.steps.done ?? 0,
      (error) => error.code,
    );
    await writer.end();
    expect((await first).report?.outcome).toBe('done');
    expect([0, 'BASE_MISMATCH'], 'it made a plan for what was there before, or found it done').toContain(await second);
    expect(await stateOf(place)).toEqual(done);
    expect(await place.value("SELECT count(*)::int FROM _schema_sync_runs WHERE outcome = 'done'")).toBe(1);
  });
});

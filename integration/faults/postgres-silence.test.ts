import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { openPlace, type Place, servers, until } from '../online/support.js';
import { expectClean, schemaSync } from './support/command.js';
import { wireTo } from './support/cut.js';

const drivers = fileURLToPath(new URL('..', import.meta.url));

/** Rows whose index takes four seconds. */
const before = [
  'CREATE TABLE orders (id integer)',
  'INSERT INTO orders SELECT n FROM generate_series(1, 40) n',
  "CREATE FUNCTION slow(n integer) RETURNS integer IMMUTABLE LANGUAGE plpgsql AS 'BEGIN PERFORM pg_sleep(0.1); RETURN n; END'",
];
const desired = `
CREATE TABLE orders (id integer);
CREATE FUNCTION slow(n integer) RETURNS integer IMMUTABLE LANGUAGE plpgsql AS 'BEGIN PERFORM pg_sleep(0.1); RETURN n; END';
CREATE TABLE first ();
CREATE INDEX orders_slow ON orders (slow(id));
`;
const ours = "FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'schema-sync'";
const building = `SELECT ${ours} AND state = 'active' AND query LIKE 'CREATE INDEX orders_slow%'`;
const nobody = `SELECT WHERE NOT EXISTS (SELECT ${ours})`;

/** Runs a plan that gives a silent server two seconds. */
function sync({ goal, folder }: Place, url: string) {
  const patient = Object.assign(new URL(url), { search: '?tcp_user_timeout=2000' }).href;
  return schemaSync(['sync', '--url', patient, '--to', goal, '--yes', '--allow', 'all', '--no-prove', '--no-online'], {
    cwd: folder,
    env: { SCHEMA_SYNC_DRIVERS_FROM: drivers },
  });
}

async function expectConverges(place: Place): Promise<void> {
  await until(place.other, nobody);
  expect(await place.value("SELECT to_regclass('first')"), 'it committed nothing').toBeNull();
  const ended = await sync(place, place.url);
  expect(ended, ended.stderr).toMatchObject({ code: 0 });
  expect((await place.engine.validate(place.tenant, place.goal)).inSync).toBe(true);
}

// Each waits for seconds, in a database of its own.
describe.concurrent.each(servers)('$name', (server) => {
  const live = 'absent' in server ? test.skip : test;
  const url = 'url' in server ? server.url : '';

  live('a statement that takes longer than a server may be silent is waited for', async () => {
    await using place = await openPlace(url, {}, ...before);
    await using wire = await wireTo(place.url);
    await place.desire(desired);
    const ended = await sync(place, wire.url);
    expect(ended, ended.stderr).toMatchObject({ code: 0 });
  });

  live('a network that falls silent ends a run with what held, and the next converges', async () => {
    await using place = await openPlace(url, {}, ...before);
    await place.desire(desired);
    {
      await using wire = await wireTo(place.url);
      const run = sync(place, wire.url);
      await until(place.other, building);
      wire.swallow('everybody’s');
      const ended = await run;
      expect(ended, ended.stderr).toMatchObject({ code: 2, signal: null });
      expect(ended.stderr).toContain('error[CONNECTION_LOST]');
      expect(ended.stderr).toContain('nothing has been heard of the server for');
      expect(ended.stderr).toMatch(/0 of \d steps held for certain/);
      expect(ended.stderr).toMatch(/^ {2}hint: Look into the network between/m);
      expectClean(ended.stderr);
    }
    await expectConverges(place);
  });

  live(
    'an answer that is lost is not waited for, and its session is ended, so that the next run may begin at once',
    async () => {
      await using place = await openPlace(url, {}, ...before);
      await using wire = await wireTo(place.url);
      await place.desire(desired);
      const run = sync(place, wire.url);
      await until(place.other, building);
      wire.swallow('theirs');
      const ended = await run;
      expect(ended, ended.stderr).toMatchObject({ code: 2, signal: null });
      expect(ended.stderr).toContain('error[CONNECTION_LOST]');
      expect(ended.stderr).toContain('its answer was lost on the way');
      await expectConverges(place);
    },
  );

  live('a session whose end was never heard is not waited for', async () => {
    await using place = await openPlace(url, {}, ...before);
    await using wire = await wireTo(place.url);
    await place.desire(desired);
    const run = sync(place, wire.url);
    await until(place.other, building);
    wire.swallow('theirs');
    await place.value(`SELECT pg_terminate_backend(pid) ${ours} AND query LIKE 'CREATE INDEX%'`);
    const ended = await run;
    expect(ended, ended.stderr).toMatchObject({ code: 2, signal: null });
    expect(ended.stderr).toContain('the session is gone from the server');
    await expectConverges(place);
  });

  live('a network that is silent from the start is told after connectTimeoutMs', async () => {
    await using place = await openPlace(url, {}, ...before);
    await using wire = await wireTo(place.url);
    await place.desire(desired);
    wire.swallow('everybody’s');
    const silent = Object.assign(new URL(wire.url), { search: '?connect_timeout=1' }).href;
    const ended = await schemaSync(['plan', '--url', silent, '--to', place.goal], {
      cwd: place.folder,
      env: { SCHEMA_SYNC_DRIVERS_FROM: drivers },
    });
    expect(ended, ended.stderr).toMatchObject({ code: 2, signal: null });
    expect(ended.stderr).toContain('error[CONNECTION_FAILED]');
    expect(ended.stderr).toContain('did not answer in time');
  });
});

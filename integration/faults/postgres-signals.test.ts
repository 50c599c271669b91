import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { openPlace, servers, until } from '../online/support.js';
import { expectClean, schemaSync } from './support/command.js';

const drivers = fileURLToPath(new URL('..', import.meta.url));

/** Rows whose index takes half a minute. */
const before = [
  'CREATE TABLE orders (id integer)',
  'INSERT INTO orders SELECT n FROM generate_series(1, 300) n',
  "CREATE FUNCTION slow(n integer) RETURNS integer IMMUTABLE LANGUAGE plpgsql AS 'BEGIN PERFORM pg_sleep(0.1); RETURN n; END'",
];
const same = `
CREATE TABLE orders (id integer);
CREATE FUNCTION slow(n integer) RETURNS integer IMMUTABLE LANGUAGE plpgsql AS 'BEGIN PERFORM pg_sleep(0.1); RETURN n; END';
`;
const atWork =
  "SELECT query FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'schema-sync' AND state = 'active' AND query LIKE 'CREATE INDEX%'";

describe.each(servers)('$name', (server) => {
  const live = 'absent' in server ? test.skip : test;
  const url = 'url' in server ? server.url : '';

  for (const [signal, exit, code] of [
    ['SIGINT', 130, 'CANCELLED'],
    ['SIGTERM', 143, 'TERMINATED'],
  ] as const) {
    live(`${signal} cancels what the server is at, and takes the batch back`, async () => {
      await using place = await openPlace(url, {}, ...before);
      await place.desire(`${same} CREATE TABLE first (); CREATE INDEX orders_slow ON orders (slow(id));`);
      let isWatched = false;
      const ended = await schemaSync(
        ['sync', '--url', place.url, '--to', place.goal, '--yes', '--allow', 'all', '--no-prove'],
        {
          cwd: place.folder,
          env: { SCHEMA_SYNC_DRIVERS_FROM: drivers },
          onError: (_, child) => {
            if (isWatched) return;
            isWatched = true;
            // Ends with the connection where it never comes to that.
            until(place.other, atWork).then(
              () => child.kill(signal),
              () => {},
            );
          },
        },
      );
      expect(ended, ended.stderr).toMatchObject({ code: exit, signal: null });
      expect(ended.stderr).toContain(`error[${code}]`);
      expectClean(ended.stderr);
      expect((await place.other.query(atWork)).rows).toEqual([]);
      expect(await place.value("SELECT to_regclass('first')")).toBeNull();
    });
  }
});

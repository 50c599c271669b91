import { setTimeout } from 'node:timers/promises';
import type { PlanRequest } from '@sync/core';
import { describe, expect, test } from 'vitest';
import { online, openClient, openPlace, type Place, servers } from './support.js';

const slow =
  "CREATE FUNCTION slow(n bigint) RETURNS bigint VOLATILE LANGUAGE plpgsql AS 'BEGIN PERFORM pg_sleep(0.1); RETURN n; END';";
const around = (least: number) => `${slow}
CREATE TABLE orders (id bigint PRIMARY KEY);
CREATE MATERIALIZED VIEW big AS SELECT slow(id) AS id FROM orders WHERE id > ${least};
CREATE UNIQUE INDEX big_id ON big (id);
CREATE VIEW counted AS SELECT count(*) FROM big;`;

/** How many reads were refused, by a server that lets nobody wait for half a second. */
async function refusedWhile(place: Place, request: PlanRequest): Promise<number> {
  const reader = await openClient(place.url, 'whoever reads');
  await reader.query('SET lock_timeout = 400');
  let [refused, working] = [0, true];
  const reading = (async () => {
    while (working) {
      await reader.query('SELECT * FROM counted').catch(() => refused++);
      await setTimeout(10);
    }
  })();
  try {
    await place.engine.sync(place.tenant, place.goal, { ...request, prove: false, allow: 'all' });
  } finally {
    working = false;
    await reading;
    await reader.end();
  }
  return refused;
}

describe.each(servers)('$name', (server) => {
  const live = 'absent' in server ? test.skip : test;
  const url = 'url' in server ? server.url : '';
  const open = () => openPlace(url, {}, around(10), 'INSERT INTO orders SELECT generate_series(1, 20)');
  const refresh = 'REFRESH MATERIALIZED VIEW big';

  live('a materialized view is read while its new query runs', async () => {
    await using place = await open();
    await place.other.query(refresh);
    await place.desire(around(5));
    expect(await refusedWhile(place, online)).toBe(0);
    expect(await place.value('SELECT count::int FROM counted')).toBe(15);
    expect((await place.engine.validate(place.tenant, place.goal)).inSync).toBe(true);
    await place.desire(around(8));
    expect(await refusedWhile(place, { online: 'never' })).toBeGreaterThan(0);
  });

  live('what a run left that was stopped before it took the place of the old one makes way', async () => {
    await using place = await open();
    await place.other.query(refresh);
    await place.other.query('CREATE MATERIALIZED VIEW schema_sync_new_big AS SELECT 1 AS id');
    await place.other.query('CREATE UNIQUE INDEX schema_sync_new_big_id ON schema_sync_new_big (id)');
    await place.desire(around(5));
    await place.engine.sync(place.tenant, place.goal, { ...online, allow: 'all' });
    expect((await place.engine.validate(place.tenant, place.goal)).inSync).toBe(true);
    expect(await place.value("SELECT count(*)::int FROM pg_class WHERE relname LIKE 'schema_sync%'")).toBe(0);
    expect(await place.value('SELECT count::int FROM counted')).toBe(15);
  });
});

import { describe, expect, test } from 'vitest';
import { failure, online, openClient, openPlace, type Place, servers, terminate, until } from './support.js';

const before = [
  'CREATE TABLE orders (id integer PRIMARY KEY, total integer, note text)',
  'CREATE VIEW totals AS SELECT total FROM orders',
  'GRANT SELECT ON totals TO pg_monitor',
  'ALTER VIEW totals OWNER TO pg_read_all_stats',
  'CREATE VIEW theirs AS SELECT id, total FROM orders',
  'GRANT SELECT (id) ON theirs TO PUBLIC',
  "COMMENT ON VIEW theirs IS 'left alone'",
];
const desired = `
CREATE TABLE orders (id integer PRIMARY KEY, total bigint, note text);
CREATE INDEX orders_note ON orders (note);
CREATE VIEW totals AS SELECT total FROM orders;
`;
const request = { exclude: ['theirs'], prove: false, allow: 'all' } as const;
const waiting =
  "SELECT FROM pg_stat_progress_create_index WHERE datname = current_database() AND phase LIKE 'waiting%'";
const facts = `
SELECT string_agg(format('%s of %s: %s %s %s', c.relname, c.relowner::regrole, c.relacl, a.attacl, d.description), '; ' ORDER BY c.relname)
FROM pg_class c
JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = 1
LEFT JOIN pg_description d ON d.objoid = c.oid
WHERE c.relname IN ('totals', 'theirs')`;

/** Stops a run while an index is being built, and with it the view that is left alone. */
async function stopMidway(place: Place, url: string): Promise<void> {
  const holder = await openClient(url, 'a long transaction');
  await holder.query('BEGIN ISOLATION LEVEL REPEATABLE READ; SELECT count(*) FROM pg_class');
  const run = failure(place.engine.sync(place.tenant, place.goal, { ...online, ...request }));
  await until(place.other, waiting);
  await terminate(place.other);
  await run;
  await holder.end();
}

describe.each(servers)('$name', (server) => {
  const live = 'absent' in server ? test.skip : test;
  const url = 'url' in server ? server.url : '';

  live(
    'what a run took down before it was stopped comes back with its owner, its privileges and its comments',
    async () => {
      await using place = await openPlace(url, {}, ...before);
      const facing = await place.value(facts);
      await place.desire(desired);
      await stopMidway(place, place.url);
      // The run had brought this one back already; where a process dies it may not have.
      await place.other.query('DROP VIEW totals');
      expect(await place.value(facts)).toBeNull();
      const { inSync } = await place.engine.validate(place.tenant, place.goal, request);
      expect(inSync).toBe(false);
      // One that fails before it does anything does not make what was lost forgotten.
      await place.other.query('ALTER TABLE orders RENAME TO away');
      await failure(place.engine.sync(place.tenant, place.goal, { ...request, allow: [] }));
      await place.other.query('ALTER TABLE away RENAME TO orders');
      await place.engine.sync(place.tenant, place.goal, request);
      expect(await place.value(facts)).toBe(facing);
      expect((await place.engine.validate(place.tenant, place.goal, request)).inSync).toBe(true);
    },
  );

  live('what somebody drops after a run has ended is not brought back', async () => {
    await using place = await openPlace(url, {}, ...before);
    await place.desire(desired);
    await stopMidway(place, place.url);
    await place.engine.sync(place.tenant, place.goal, request);
    await place.other.query('DROP VIEW theirs');
    expect((await place.engine.validate(place.tenant, place.goal, request)).inSync).toBe(true);
  });
});

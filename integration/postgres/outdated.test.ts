import type { Plan } from '@sync/core';
import { describe, expect, test } from 'vitest';
import { failure, openPlace, type Place, servers } from '../online/support.js';

const objects = `
CREATE TABLE t (id int PRIMARY KEY, a int, b int);
CREATE VIEW v AS SELECT id, a FROM t;
CREATE FUNCTION f(a int) RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE TYPE mood AS ENUM ('sad', 'ok');
CREATE VIEW stays AS SELECT id FROM t;
CREATE VIEW goes AS SELECT id FROM t;`;
const desired = objects
  .replace('a int, b int', 'a bigint, b int GENERATED ALWAYS AS (id + 1) STORED')
  .replace("RETURNS int LANGUAGE sql AS 'SELECT 1'", "RETURNS bigint LANGUAGE sql AS 'SELECT 1::bigint'")
  .replace("'sad', 'ok'", "'ok', 'sad'")
  .replace('VIEW goes', 'MATERIALIZED VIEW goes');

/** What somebody may do between a plan and its run that no hash tells, how it is told, and how it is undone. */
const meanwhile: readonly (readonly [done: string, told: string, undone: string])[] = [
  [
    'GRANT SELECT ON v TO pg_monitor',
    'view "v": granted since: SELECT to pg_monitor',
    'REVOKE SELECT ON v FROM pg_monitor',
  ],
  [
    'GRANT UPDATE (a) ON v TO pg_monitor',
    'view "v": granted since: UPDATE (a) to pg_monitor',
    'REVOKE UPDATE (a) ON v FROM pg_monitor',
  ],
  [
    'REVOKE INSERT ON v FROM CURRENT_USER',
    'view "v": granted since: no INSERT for the owner',
    'GRANT INSERT ON v TO CURRENT_USER',
  ],
  [
    'REVOKE EXECUTE ON FUNCTION f FROM PUBLIC',
    'function "f(integer)": no longer granted: EXECUTE to public',
    'GRANT EXECUTE ON FUNCTION f TO PUBLIC',
  ],
  [
    'GRANT USAGE ON TYPE mood TO pg_monitor WITH GRANT OPTION',
    'enum "mood": granted since: USAGE to pg_monitor with grant option',
    'REVOKE USAGE ON TYPE mood FROM pg_monitor',
  ],
  [
    'ALTER FUNCTION f DEPENDS ON EXTENSION plpgsql',
    'function "f(integer)": said since: ALTER ROUTINE public.f(integer) DEPENDS ON EXTENSION plpgsql',
    'ALTER FUNCTION f NO DEPENDS ON EXTENSION plpgsql',
  ],
];

async function planned(place: Place): Promise<Plan> {
  const plan = await place.engine.plan(place.tenant, place.goal, {});
  // As a file has it.
  return JSON.parse(JSON.stringify(plan));
}

describe.each(servers)('$name', (server) => {
  const live = 'absent' in server ? test.skip : test;
  const url = 'url' in server ? server.url : '';

  live('what was said of a thing since the plan that makes it again is not lost', async () => {
    await using place = await openPlace(url, {}, objects, 'GRANT UPDATE ON v TO pg_read_all_stats');
    await place.desire(desired);
    const plan = await planned(place);
    const only = [
      [
        'GRANT SELECT ON goes TO pg_monitor',
        'view "goes": granted since: SELECT to pg_monitor',
        'REVOKE SELECT ON goes FROM pg_monitor',
      ],
      [
        'GRANT SELECT (b) ON t TO pg_monitor',
        'table "t": granted since: SELECT (b) to pg_monitor',
        'REVOKE SELECT (b) ON t FROM pg_monitor',
      ],
    ] as const;
    for (const [done, told, undone] of [...meanwhile, ...only]) {
      await place.other.query(done);
      const error = await failure(place.engine.apply(place.tenant, plan, { allow: 'all' }));
      expect({ code: error.code, message: error.message }, done).toMatchObject({
        code: 'BASE_MISMATCH',
        message: expect.stringContaining(told),
      });
      await place.other.query(undone);
    }
    await place.other.query('GRANT SELECT ON stays TO pg_monitor');
    await place.other.query('GRANT SELECT ON t TO pg_monitor');
    const { run } = await place.engine.apply(place.tenant, plan, { allow: 'all' });
    for (const [done, told, undone] of meanwhile) {
      await place.other.query(done);
      const error = await failure(place.engine.down(place.tenant, run ?? '', { allow: 'all' }));
      expect({ code: error.code, message: error.message }, done).toMatchObject({
        code: 'BASE_MISMATCH',
        message: expect.stringContaining(told),
      });
      await place.other.query(undone);
    }
    await place.engine.down(place.tenant, run ?? '', { allow: 'all' });
    expect(
      await place.value(
        "SELECT string_agg(relname || ' ' || relacl::text, '; ' ORDER BY relname) FROM pg_class WHERE relname IN ('stays', 'v', 't')",
      ),
    ).toMatch(/^stays .*pg_monitor=r.* t .*pg_monitor=r.* v .*pg_read_all_stats=w/);
  });

  live('a new plan keeps it', async () => {
    await using place = await openPlace(url, {}, objects);
    await place.desire(desired);
    await planned(place);
    await place.other.query('GRANT SELECT ON v TO pg_monitor');
    await place.engine.sync(place.tenant, place.goal, { allow: 'all' });
    expect(await place.value("SELECT relacl::text FROM pg_class WHERE relname = 'v'")).toContain('pg_monitor=r');
  });
});

import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createEngine, type Session, tenantContext } from '@sync/core';
import { describe, expect, test } from 'vitest';
import driver from '../src/index.js';
import { freshDatabase, servers } from './servers.js';

const access = `
REVOKE USAGE ON TYPE mood FROM PUBLIC;
GRANT USAGE ON TYPE mood TO pg_monitor WITH GRANT OPTION;
ALTER TYPE mood OWNER TO pg_read_all_stats;
GRANT SELECT (twice), UPDATE (a) ON t TO pg_monitor;
GRANT SELECT, INSERT ON v TO pg_monitor, PUBLIC;
GRANT UPDATE (a) ON v TO pg_signal_backend;
ALTER VIEW v OWNER TO pg_read_all_stats;
GRANT SELECT ON m TO pg_monitor WITH GRANT OPTION;
REVOKE EXECUTE ON FUNCTION f(int) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION f(int) TO pg_monitor;
ALTER FUNCTION f(int) OWNER TO pg_read_all_stats;
COMMENT ON VIEW v IS 'stays';
`;

const before = `
CREATE TYPE mood AS ENUM ('sad', 'ok');
CREATE TABLE t (id int, a int, twice int GENERATED ALWAYS AS (id * 2) STORED);
CREATE VIEW v AS SELECT id, a FROM t;
CREATE MATERIALIZED VIEW m AS SELECT a FROM t;
CREATE FUNCTION f(a int) RETURNS int LANGUAGE sql AS 'SELECT 1';
`;

const after = `
CREATE TYPE mood AS ENUM ('ok');
CREATE TABLE t (id int, a bigint, twice int GENERATED ALWAYS AS (id * 3) STORED);
CREATE VIEW v AS SELECT a, id FROM t;
CREATE MATERIALIZED VIEW m AS SELECT a, id FROM t;
CREATE FUNCTION f(a int) RETURNS bigint LANGUAGE sql AS 'SELECT 1::bigint';
COMMENT ON VIEW v IS 'stays';
`;

describe.each(servers)('$name', (server) => {
  if ('absent' in server) {
    describe.skip(`absent: ${server.absent}`, () => {});
    return;
  }
  test('what is dropped and created again keeps its owner and its privileges, though nobody asked for them', async () => {
    await using target = await freshDatabase(server.url);
    const directory = await mkdtemp(join(tmpdir(), 'access-'));
    try {
      await writeFile(join(directory, 'before.sql'), before);
      await writeFile(join(directory, 'after.sql'), after);
      const tenant = tenantContext({ id: 'default', target: { url: target.url, directory } });
      const engine = createEngine({ driver });
      await engine.sync(tenant, join(directory, 'before.sql'), { allow: 'all' });
      await using connection = await driver.connect(driver.options({ url: target.url, directory }), {
        access: 'write',
      });
      for (const text of access.trim().split('\n')) await connection.execute({ text });
      const first = await accessOf(connection);
      const plan = await engine.plan(tenant, join(directory, 'after.sql'));
      await engine.apply(tenant, plan, { allow: 'all' });
      expect(await accessOf(connection)).toEqual(first);
      await engine.down(tenant, plan, { allow: 'all' });
      expect(await accessOf(connection)).toEqual(first);
    } finally {
      await rm(directory, { recursive: true });
    }
  });
});

/** Each list as a set, with one order, whatever order things were granted in. */
async function accessOf(session: Session): Promise<readonly unknown[]> {
  const list = (acl: string) => `(SELECT array_agg(e::text ORDER BY e::text) FROM unnest(${acl}) e)::text`;
  return session.query({
    text: `
SELECT relname::text AS name, pg_get_userbyid(relowner)::text AS owner, ${list('relacl')} AS acl
FROM pg_class WHERE relname IN ('t', 'v', 'm')
UNION ALL SELECT typname::text, pg_get_userbyid(typowner)::text, ${list('typacl')} FROM pg_type WHERE typname = 'mood'
UNION ALL SELECT proname::text, pg_get_userbyid(proowner)::text, ${list('proacl')} FROM pg_proc WHERE proname = 'f'
UNION ALL SELECT attrelid::regclass || '.' || attname, '', ${list('attacl')} FROM pg_attribute WHERE attacl IS NOT NULL AND NOT attisdropped AND attrelid >= 16384
ORDER BY 1`,
  });
}

import { type PlanRequest, tenantContext } from '@sync/core';
import { describe, expect, test } from 'vitest';
import { openPlace, type Place, servers } from '../online/support.js';

const objects = `
CREATE SCHEMA app;
CREATE TABLE t (id int, a int);
CREATE TABLE parted (id int) PARTITION BY LIST (id);
CREATE VIEW v AS SELECT a FROM t;
CREATE VIEW granted AS SELECT a FROM t;
GRANT SELECT ON granted TO pg_monitor;
REVOKE UPDATE ON granted FROM CURRENT_USER;
CREATE MATERIALIZED VIEW m AS SELECT a FROM t;
CREATE FUNCTION f(a int) RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE FUNCTION app.f(a int) RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE TYPE mood AS ENUM ('sad', 'ok');
CREATE SEQUENCE numbers;`;
const byDefault = `
ALTER DEFAULT PRIVILEGES GRANT SELECT ON TABLES TO pg_signal_backend;
ALTER DEFAULT PRIVILEGES REVOKE DELETE ON TABLES FROM CURRENT_USER;
ALTER DEFAULT PRIVILEGES GRANT USAGE ON SEQUENCES TO pg_signal_backend;
ALTER DEFAULT PRIVILEGES GRANT USAGE ON SCHEMAS TO pg_signal_backend;
ALTER DEFAULT PRIVILEGES REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;
ALTER DEFAULT PRIVILEGES REVOKE USAGE ON TYPES FROM PUBLIC;
ALTER DEFAULT PRIVILEGES IN SCHEMA app GRANT EXECUTE ON FUNCTIONS TO pg_signal_backend WITH GRANT OPTION;`;
const desired = objects
  .replace('t (id int, a int)', 't (id int, a bigint)')
  .replace('BY LIST', 'BY RANGE')
  .replaceAll("RETURNS int LANGUAGE sql AS 'SELECT 1'", "RETURNS bigint LANGUAGE sql AS 'SELECT 1::bigint'")
  .replace("'sad', 'ok'", "'ok', 'sad'");

/** What each thing lets whom do, whether that is said or assumed. */
const rights = (place: Place) =>
  place.value(`
WITH things (name, acl, owner, type) AS (
  SELECT relname, relacl, relowner, CASE relkind WHEN 'S' THEN 's' ELSE 'r' END::"char"
  FROM pg_class
  WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p', 'v', 'm', 'S') AND relname !~ '^_schema_sync'
  UNION ALL
  SELECT oid::regprocedure::text, proacl, proowner, 'f' FROM pg_proc WHERE oid >= 16384
  UNION ALL
  SELECT typname, typacl, typowner, 'T' FROM pg_type WHERE typname = 'mood'
  UNION ALL
  SELECT nspname, nspacl, nspowner, 'n' FROM pg_namespace WHERE nspname = 'app'
)
SELECT string_agg(format('%s of %s: %s', name, owner::regrole, (
  SELECT string_agg(format('%s%s %s', x.grantee::regrole, CASE WHEN x.is_grantable THEN '*' END, x.privilege_type), ' ' ORDER BY x.grantee, x.privilege_type)
  FROM aclexplode(coalesce(acl, acldefault(type, owner))) x
)), E'\\n' ORDER BY name)
FROM things`);

async function upAndDown(place: Place, request: PlanRequest, goal: string): Promise<void> {
  const before = await rights(place);
  await place.desire(goal);
  await place.engine.sync(place.tenant, place.goal, { ...request, allow: 'all' });
  expect(await rights(place), 'up').toBe(before);
  expect((await place.engine.validate(place.tenant, place.goal, request)).inSync).toBe(true);
  const [run] = await place.engine.history(place.tenant);
  await place.engine.down(place.tenant, run?.run ?? '', { allow: 'all' });
  expect(await rights(place), 'down').toBe(before);
}

describe.each(servers)('$name', (server) => {
  const live = 'absent' in server ? test.skip : test;
  const url = 'url' in server ? server.url : '';

  live('what is made again gets no rights from what its maker says by default', async () => {
    await using place = await openPlace(url, {}, objects, byDefault);
    await upAndDown(place, {}, desired);
  });

  live('nor does it where privileges are asked for, whatever becomes of what is said by default', async () => {
    await using place = await openPlace(url, {}, objects, byDefault);
    await upAndDown(place, { with: ['grants'] }, desired);
    await upAndDown(place, { with: ['grants'] }, desired + byDefault);
    await upAndDown(
      place,
      { with: ['grants', 'owners'] },
      desired + byDefault.replace('SELECT ON TABLES', 'INSERT ON TABLES'),
    );
  });

  live('what a plan drops comes back on the way down with its owner and its rights', async () => {
    await using place = await openPlace(url, {}, objects, 'ALTER TABLE t OWNER TO pg_monitor', byDefault);
    const before = await rights(place);
    await place.desire('CREATE TABLE fresh (id int);');
    const whole = { schemas: 'all', allow: 'all' } as const;
    await place.engine.sync(place.tenant, place.goal, whole);
    expect(await rights(place), 'what is new has what is said by default').toMatch(
      /^fresh of \w+: .*pg_signal_backend SELECT/,
    );
    const [run] = await place.engine.history(place.tenant);
    await place.engine.down(place.tenant, run?.run ?? '', whole);
    expect(await rights(place)).toBe(before);
  });

  live('what another database grants to others is not asked for with its schema', async () => {
    await using place = await openPlace(url, {}, 'SELECT');
    await using other = await openPlace(
      url,
      {},
      'CREATE TABLE t (id int)',
      'GRANT SELECT ON t TO pg_monitor',
      'ALTER TABLE t OWNER TO pg_monitor',
    );
    await place.engine.sync(
      tenantContext({ id: 'copy', target: { url: place.url, directory: place.folder } }),
      other.url,
    );
    expect(await rights(place)).not.toContain('pg_monitor');
  });

  live('what is granted to the owner is had already, and what was taken from an owner can be given back', async () => {
    const owned = ['CREATE TABLE t (id int, a int)', 'ALTER TABLE t OWNER TO pg_monitor', 'CREATE TABLE old (id int)'];
    await using place = await openPlace(
      url,
      {},
      ...owned,
      'ALTER TABLE old OWNER TO pg_monitor',
      'REVOKE INSERT ON old FROM pg_monitor',
      'GRANT USAGE ON LANGUAGE plpgsql TO pg_monitor',
    );
    await place.desire(`
CREATE TABLE t (id int, a int);
GRANT SELECT ON t TO pg_monitor;
GRANT SELECT (a) ON t TO pg_monitor;
-- @renamed from=old
CREATE TABLE fresh (id int);
GRANT SELECT ON fresh TO pg_monitor, pg_signal_backend;`);
    const request = { with: ['grants'], allow: 'all' } as const;
    const before = await rights(place);
    const result = await place.engine.sync(place.tenant, place.goal, request);
    expect(result.difference.changes.map(({ id }) => id)).toEqual([
      'alter postgres/access:fresh.table',
      'rename table:fresh',
    ]);
    const { inSync, inspection } = await place.engine.validate(place.tenant, place.goal, request);
    expect(inSync).toBe(true);
    expect(inspection.unmanaged).toContainEqual(
      expect.objectContaining({ kind: 'privileges', name: 'language plpgsql' }),
    );
    const [run] = await place.engine.history(place.tenant);
    await place.engine.down(place.tenant, run?.run ?? '', { allow: 'all' });
    expect(await rights(place)).toBe(before);
  });

  live('rights that end with what is made again are gated, and one of another kind takes them over', async () => {
    const view = 'VIEW v AS SELECT id FROM t; CREATE VIEW over AS SELECT id FROM v;';
    await using place = await openPlace(
      url,
      {},
      'CREATE TABLE t (id int)',
      `CREATE ${view}`,
      'GRANT SELECT ON v TO pg_monitor',
    );
    const may = () => place.value("SELECT has_table_privilege('pg_monitor', 'v', 'SELECT')");
    await place.desire(`CREATE TABLE t (id bigint); CREATE ${view}`);
    const allow = ['blocks-writes', 'blocks-reads', 'correctness', 'slow'] as const;
    const refused = place.engine.sync(place.tenant, place.goal, { with: ['grants'], allow });
    await expect(refused).rejects.toMatchObject({
      code: 'GATE_CLOSED',
      message: expect.stringContaining('SELECT'),
    });
    expect(await may()).toBe(true);

    const before = await rights(place);
    await place.desire(`CREATE TABLE t (id int); CREATE MATERIALIZED ${view}`);
    const asked = await place.engine.plan(place.tenant, place.goal, { with: ['grants'] });
    expect(
      asked.up.flatMap(({ steps }) => steps.flatMap(({ hazards }) => hazards.map((each) => each.class))),
    ).toContain('access');
    await place.engine.sync(place.tenant, place.goal, { allow: 'all' });
    expect(await may()).toBe(true);
    const [run] = await place.engine.history(place.tenant);
    await place.engine.down(place.tenant, run?.run ?? '', { allow: 'all' });
    expect(await rights(place)).toBe(before);
  });

  live('a role that owns some of what is there proves its plans without the owners of the rest', async () => {
    await using place = await openPlace(
      url,
      {},
      'CREATE TABLE theirs (id int)',
      'ALTER TABLE theirs OWNER TO pg_monitor',
    );
    const target = new URL(place.url);
    const role = target.pathname.replace('/test', 'role');
    await place.other.query(`CREATE ROLE ${role} LOGIN CREATEDB; GRANT ALL ON SCHEMA public TO ${role}`);
    try {
      await place.desire('CREATE TABLE theirs (id int); CREATE TABLE mine (id int);');
      target.username = role;
      const tenant = tenantContext({ id: 'test', target: { url: target.href, directory: place.folder } });
      expect((await place.engine.plan(tenant, place.goal)).proof).toMatchObject({ up: true, down: true });
    } finally {
      await place.other.query(`DROP OWNED BY ${role}; DROP ROLE ${role}`);
    }
  });

  const [a, b, c] = ['pg_monitor', 'pg_signal_backend', 'pg_read_all_settings'] as const;
  const as = (role: string, ...what: readonly string[]) => `SET ROLE ${role}; ${what.join('; ')}; RESET ROLE`;
  const made = 'CREATE TABLE t (id int, n int); CREATE FUNCTION f() RETURNS int LANGUAGE sql AS $$ SELECT 1 $$;';
  const lets = `GRANT SELECT ON t TO ${a} WITH GRANT OPTION`;
  const passes = as(a, `GRANT SELECT ON t TO ${b}`);

  live.each([
    ['that one has it no more', [lets, passes], [`GRANT SELECT ON t TO ${b}`]],
    ['the other one has it no more', [lets, passes], [lets]],
    ['both have it no more', [lets, passes], []],
    ['that one passes nothing on any more', [lets, passes], [`GRANT SELECT ON t TO ${a}, ${b}`]],
    ['the owner has granted it, too', [lets, passes, `GRANT SELECT ON t TO ${b}`], [lets, `GRANT UPDATE ON t TO ${b}`]],
    ['everybody has it', [lets, as(a, 'GRANT SELECT ON t TO PUBLIC')], [lets]],
    [
      'one of three in a row has it no more',
      [lets, as(a, `GRANT SELECT ON t TO ${b} WITH GRANT OPTION`), as(b, `GRANT SELECT ON t TO ${c}`)],
      [lets, `GRANT SELECT ON t TO ${c}`],
    ],
    [
      'it is of a column, and who passed it on is revoked',
      [lets, as(a, `GRANT SELECT (n) ON t TO ${b}`)],
      [`GRANT SELECT (n) ON t TO ${b}`],
    ],
    ['it is of a column, and the column is revoked', [lets, as(a, `GRANT SELECT (n) ON t TO ${b}`)], [lets]],
    [
      'it is of a function',
      [
        'REVOKE EXECUTE ON FUNCTION f() FROM PUBLIC',
        `GRANT EXECUTE ON FUNCTION f() TO ${a} WITH GRANT OPTION`,
        as(a, `GRANT EXECUTE ON FUNCTION f() TO ${b}`),
      ],
      ['REVOKE EXECUTE ON FUNCTION f() FROM PUBLIC', `GRANT EXECUTE ON FUNCTION f() TO ${b}`],
    ],
  ])('what somebody passed on settles where %s', async (_, before, after) => {
    await using place = await openPlace(url, {}, made, ...before);
    const request = { with: ['grants'] } as const;
    const all = `
SELECT string_agg(DISTINCT format('%s %s %s', x.grantee::regrole, x.privilege_type, what), E'\\n')
FROM (
  SELECT 't', relacl FROM pg_class WHERE oid = 't'::regclass
  UNION ALL
  SELECT attname, attacl FROM pg_attribute WHERE attrelid = 't'::regclass
  UNION ALL
  SELECT 'f', proacl FROM pg_proc WHERE oid = 'f()'::regprocedure
) a (what, acl), aclexplode(a.acl) x`;
    const had = await place.value(all);
    await place.desire(`${made} ${after.map((text) => `${text};`).join(' ')}`);
    await place.engine.sync(place.tenant, place.goal, { ...request, allow: 'all' });
    expect((await place.engine.validate(place.tenant, place.goal, request)).inSync).toBe(true);
    const [run] = await place.engine.history(place.tenant);
    await place.engine.down(place.tenant, run?.run ?? '', { allow: 'all' });
    expect(await place.value(all)).toBe(had);
  });

  live('who granted something makes no difference', async () => {
    await using place = await openPlace(url, {}, made, lets, passes, `GRANT SELECT ON t TO ${b}`);
    await place.desire(`${made} ${lets}; GRANT SELECT ON t TO ${b};`);
    expect((await place.engine.validate(place.tenant, place.goal, { with: ['grants'] })).inSync).toBe(true);
  });
});

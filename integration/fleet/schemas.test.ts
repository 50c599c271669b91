import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createEngine, isSyncError, sealPlan, tenantContext } from '@sync/core';
import postgresDriver from '@sync/driver-postgres';
import { describe, expect, test } from 'vitest';
import { administer, freshDatabase } from '../servers/fresh-database.js';
import { realServer } from '../servers/real-server.js';
import { openFleetOf } from './open-fleet.js';
import { rowsOf } from './rows-of.js';

const engine = createEngine({ driver: postgresDriver });

/** A schema of a database as a tenant. */
const tenantIn = (url: string, name: string, beside = 't_*') =>
  tenantContext({ id: 'one', target: { url, directory: import.meta.dirname, settings: { schema: name, beside } } });

const state = `
CREATE TYPE mood AS ENUM ('sad', 'ok');
CREATE TABLE users (id serial PRIMARY KEY, mail citext NOT NULL UNIQUE, feels mood DEFAULT 'ok', plan integer REFERENCES plans (id));
CREATE TABLE orders (id integer PRIMARY KEY, of_user integer REFERENCES users, total numeric DEFAULT 0 CHECK (total >= 0));
CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN new; END $$;
CREATE TRIGGER touched BEFORE UPDATE ON orders FOR EACH ROW EXECUTE FUNCTION touch();
CREATE VIEW owing AS SELECT u.id, usual(u.id) AS a, other.one() AS b FROM users u JOIN orders o ON o.of_user = u.id;
COMMENT ON TABLE users IS 'not public.users, and not t_a.users';`;

const shared = [
  'CREATE EXTENSION citext',
  'CREATE TABLE plans (id integer PRIMARY KEY)',
  "CREATE FUNCTION usual(integer) RETURNS integer LANGUAGE sql IMMUTABLE AS 'SELECT $1'",
  'CREATE SCHEMA other',
  "CREATE FUNCTION other.one() RETURNS integer LANGUAGE sql AS 'SELECT 1'",
];

describe.each(['postgres-18', 'postgres-13'])('schemas of one database as tenants, on %s', (name) => {
  const server = realServer(name);
  const live = 'absent' in server ? test.skip : test;
  const url = 'url' in server ? server.url : '';

  live('are made, compared, synced, taken back and dropped, and refer to what they share', async () => {
    await using database = await freshDatabase(url);
    await administer(database.url, ...shared, 'CREATE SCHEMA t_a', 'CREATE SCHEMA "t_b C"');
    await administer(
      database.url,
      'CREATE TABLE "t_b C".orders (id integer PRIMARY KEY)',
      'INSERT INTO "t_b C".orders VALUES (7)',
    );
    const tenants = [{ id: 'a' }, { id: 'b', name: 't_b C' }];
    await using fleet = await openFleetOf({ url: database.url, schema: 't_{tenant}', tenants });
    await fleet.desire(state);
    const before = await fleet.run('validate', '--all-tenants');
    expect(before).toMatchObject({ code: 3, stdout: expect.stringContaining('2 tenants, 2 states') });
    expect(await fleet.run('sync', '--all-tenants', '--yes', '--allow', 'all')).toMatchObject({ code: 0 });
    expect(await fleet.run('validate', '--all-tenants')).toMatchObject({ code: 0 });
    expect((await fleet.run('audit', '--all-tenants', '--exit-code')).stdout).toContain('2 tenants, 1 state');
    expect(await rowsOf(database.url, 'SELECT id FROM "t_b C".orders')).toEqual([{ id: 7 }]);
    const comment = "SELECT obj_description('t_a.users'::regclass) AS said";
    expect(await rowsOf(database.url, comment)).toEqual([{ said: 'not public.users, and not t_a.users' }]);
    const own =
      "SELECT nspname FROM pg_class c JOIN pg_namespace n ON n.oid = relnamespace WHERE relname = '_schema_sync_runs' ORDER BY 1";
    expect(await rowsOf(database.url, own)).toEqual([{ nspname: 't_a' }, { nspname: 't_b C' }]);
    await fleet.desire(state.replace('total numeric', 'note text, total numeric'));
    expect((await fleet.run('sync', '--all-tenants', '--yes', '--allow', 'all')).stdout).toContain('2 synced');
    expect(await fleet.run('down', 'last', '--tenant', 'b', '--yes', '--allow', 'all')).toMatchObject({ code: 0 });
    expect((await fleet.run('history', '--tenant', 'b')).stdout).toContain('down');
    await fleet.desire(state);
    const one = await fleet.run('validate', '--all-tenants');
    expect(one.stdout).toMatch(/1 tenant out of sync: a[\s\S]*1 tenant in sync with .*: b/);
    expect(await fleet.run('tenants', 'drop', 'b', '--yes', '--allow', 'data-loss')).toMatchObject({ code: 0 });
    expect(await rowsOf(database.url, "SELECT FROM pg_namespace WHERE nspname = 't_b C'")).toEqual([]);
  });

  live('drop nothing of each other by way of code that they share', async () => {
    await using database = await freshDatabase(url);
    const drop = (what: string) => `EXECUTE 'DROP ${what} IF EXISTS ' || 't_' || 'b.precious'`;
    const shared = (call: string, statement: string) =>
      `CREATE FUNCTION ${call} RETURNS integer LANGUAGE plpgsql AS $$ BEGIN ${statement}; RETURN 1; END $$`;
    await administer(
      database.url,
      ...['a', 'b'].flatMap((id) => [`CREATE SCHEMA t_${id}`, `CREATE TABLE t_${id}.users (id integer PRIMARY KEY)`]),
      'INSERT INTO t_a.users VALUES (1)',
      'CREATE TABLE t_b.precious (id integer)',
      'CREATE FUNCTION t_b.precious() RETURNS integer LANGUAGE sql AS $$SELECT 1$$',
      ...[shared('of_table()', drop('TABLE')), shared('of_function()', drop('FUNCTION')), shared('of_none()', 'NULL')],
    );
    await using fleet = await openFleetOf({ url: database.url, schema: 't_*' });
    const sync = async (call: string) => {
      await fleet.desire(`CREATE TABLE users (id integer PRIMARY KEY, n integer NOT NULL DEFAULT ${call}());`);
      return fleet.run('sync', '--tenant', 't_a', '--yes', '--allow', 'all', '--no-prove');
    };
    for (const call of ['of_table', 'of_function']) {
      const { stdout, stderr } = await sync(call);
      expect(stdout + stderr).toContain('a statement reaches beyond schema t_a, to which this tenant is kept: to t_b');
    }
    const left = "SELECT count(*)::int AS left FROM pg_class WHERE oid = to_regclass('t_b.precious')";
    expect(await rowsOf(database.url, left)).toEqual([{ left: 1 }]);
    expect(await rowsOf(database.url, "SELECT to_regproc('t_b.precious')::text AS name")).toEqual([
      { name: 't_b.precious' },
    ]);
    const synced = await sync('of_none');
    expect(synced.stdout + synced.stderr).toContain('1 synced');
    // What is a tenant's own goes.
    await fleet.desire('CREATE TABLE instead (id integer);');
    expect((await fleet.run('sync', '--tenant', 't_a', '--yes', '--allow', 'all')).stdout).toContain('1 synced');
  });

  live('are kept to by migrations, also where these run without a transaction', { timeout: 120_000 }, async () => {
    await using database = await freshDatabase(url);
    await administer(database.url, 'CREATE SCHEMA t_a', 'CREATE SCHEMA t_b', 'CREATE TABLE t_b.precious (id integer)');
    await using fleet = await openFleetOf({ url: database.url, schema: 't_{tenant}' });
    await mkdir(join(fleet.folder, 'm'));
    const up = (text: string, how = ' transaction:false') =>
      writeFile(join(fleet.folder, 'm/20240101000000_first.sql'), `-- migrate:up${how}\n${text}\n`);
    const beyond = /reaches beyond schema t_a, to which this tenant is kept/;
    const bracketed = /opens or ends transactions by itself, by which it would no longer be held to t_a/;
    for (const [text, told, how] of [
      ['DROP TABLE t_b.precious;', beyond],
      ["DO $$ BEGIN EXECUTE 'DROP TABLE t_' || 'b.precious'; END $$;", beyond],
      ['SET search_path = t_b; DROP TABLE precious;', beyond],
      ['BEGIN; DROP TABLE t_b.precious; COMMIT;', bracketed],
      ['/* and so on */ COMMIT; DROP TABLE t_b.precious;', bracketed, ''],
      ['ABORT; DROP TABLE t_b.precious;', bracketed, ''],
      ['CREATE TABLE a (id integer); CREATE INDEX CONCURRENTLY i ON a (id);', /What cannot be run in one/],
    ] as const) {
      await up(text, how);
      const { code, stderr } = await fleet.run('migrate', 'up', '--dir', 'm', '--tenant', 'a', '--yes');
      expect(code, text).not.toBe(0);
      expect(stderr).toMatch(told);
    }
    expect(await rowsOf(database.url, "SELECT to_regclass('t_b.precious')::text AS name")).toEqual([
      { name: 't_b.precious' },
    ]);
    await up('CREATE TABLE c (id integer); INSERT INTO c VALUES (1);');
    const ran = await fleet.run('migrate', 'up', '--dir', 'm', '--tenant', 'a', '--yes');
    expect(ran.code, ran.stderr).toBe(0);
    const noted =
      'SELECT (SELECT count(*)::int FROM t_a.c) AS c, (SELECT count(*)::int FROM t_a.schema_migrations) AS m';
    expect(await rowsOf(database.url, noted)).toEqual([{ c: 1, m: 1 }]);
  });

  live('have a plan and a proof of each state, and a new one begins with it', async () => {
    await using database = await freshDatabase(url);
    const ids = Array.from({ length: 6 }, (_, i) => `t_${i}`);
    await administer(database.url, ...ids.map((id) => `CREATE SCHEMA ${id}`), 'CREATE TABLE t_3.t (id integer)');
    await using fleet = await openFleetOf({ url: database.url, schema: 't_{tenant}' });
    await fleet.desire(
      "CREATE TABLE t (id integer PRIMARY KEY, x text DEFAULT 't_1.example'); CREATE INDEX i ON t (x);",
    );
    const shown = JSON.parse((await fleet.run('sync', '--all-tenants', '--dry-run', '--format', 'json')).stdout);
    expect(shown.classes.map((each: { readonly tenants: readonly string[] }) => each.tenants.length)).toEqual([5, 1]);
    expect((await fleet.run('sync', '--all-tenants', '--yes', '--allow', 'all')).stdout).toContain('6 synced');
    expect(await fleet.run('tenants', 'add', '7', '--yes')).toMatchObject({ code: 0 });
    expect(await fleet.run('tenants', 'add', '7', '--yes')).toMatchObject({ code: 1 });
    expect((await fleet.run('validate', '--all-tenants')).stdout).toContain('7 tenants, 1 state');
    // A value that reads like the name of a tenant is a value.
    await administer(database.url, "ALTER TABLE t_1.t ALTER x SET DEFAULT 'public.example'");
    expect(await fleet.run('validate', '--all-tenants')).toMatchObject({ code: 3 });
  });

  live('are not dropped while others stand on them', async () => {
    await using database = await freshDatabase(url);
    await administer(
      database.url,
      'CREATE SCHEMA t_a',
      'CREATE TABLE t_a.t (id integer)',
      'CREATE VIEW v AS SELECT id FROM t_a.t',
    );
    await using fleet = await openFleetOf({ url: database.url, schema: 't_{tenant}' });
    const dropped = await fleet.run('tenants', 'drop', 'a', '--yes', '--allow', 'data-loss');
    expect(dropped).toMatchObject({ code: 1, stderr: expect.stringContaining('rule _RETURN on view') });
    expect(await rowsOf(database.url, 'SELECT id FROM v')).toEqual([]);
  });

  live('are named by no desired state and by no plan of another one', async () => {
    await using database = await freshDatabase(url);
    await administer(
      database.url,
      'CREATE SCHEMA t_a',
      'CREATE SCHEMA t_b',
      'CREATE TABLE t_b.t (id integer)',
      "CREATE FUNCTION t_b.f() RETURNS int LANGUAGE sql AS 'SELECT 1'",
      'CREATE TABLE s (id integer)',
    );
    await using fleet = await openFleetOf({ url: database.url, schema: 't_{tenant}' });
    for (const text of ['CREATE TABLE t_b.u (id integer);', 'CREATE SCHEMA t_b; CREATE TABLE t_b.u (id integer);']) {
      await fleet.desire(text);
      const refused = await fleet.run('sync', '--tenant', 'a', '--yes');
      expect(refused, text).toMatchObject({
        code: 1,
        stderr: expect.stringContaining('schema t_b, which is that of a tenant'),
      });
    }
    await fleet.desire('CREATE TABLE u (id integer); CREATE VIEW v AS SELECT id FROM t_b.t;');
    expect(await fleet.run('sync', '--tenant', 'a', '--yes')).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('t_b'),
    });
    const plan = await engine.plan(
      tenantIn(database.url, 't_a'),
      await stateOf(database.url, 'CREATE TABLE u (id integer);'),
      { prove: false },
    );
    for (const [text, why] of [
      ['ALTER TABLE t_b.t ADD y integer', 't_b.t'],
      ['SELECT id FROM t_b.t', 't_b.t'],
      ["CREATE FUNCTION t_b.g() RETURNS int LANGUAGE sql AS 'SELECT 1'", 't_b.g'],
      ["CREATE OR REPLACE FUNCTION t_b.f() RETURNS int LANGUAGE sql AS 'SELECT 2'", 't_b.f'],
      ['GRANT EXECUTE ON FUNCTION t_b.f() TO PUBLIC', 't_b.f'],
      [hidden("CREATE FUNCTION t_b.g() RETURNS int LANGUAGE sql AS 'SELECT 1'"), 't_b.g'],
      ['ALTER TABLE _schema_sync_public.s ADD y integer', 'public.s'],
    ] as const) {
      const up = plan.up.map((batch) => ({
        ...batch,
        steps: batch.steps.map((step) => ({ ...step, sql: [...step.sql, { text }] })),
      }));
      const run = engine.apply(tenantIn(database.url, 't_a'), sealPlan({ ...plan, up }));
      await expect(run, text).rejects.toMatchObject({ code: 'TENANT_INVALID', message: expect.stringContaining(why) });
    }
    const whole = tenantContext({ id: 'whole', target: { url: database.url, directory: import.meta.dirname } });
    const others = await engine.plan(whole, await engine.compile(database.url), { prove: false, schemas: 'all' });
    expect(others.up).toEqual([]);
    const made = await engine.inspect(tenantIn(database.url, 't_a'));
    expect(made.catalogue.size).toBe(0);
  });

  live('have a lock each', async () => {
    await using database = await freshDatabase(url);
    await administer(database.url, 'CREATE SCHEMA t_a', 'CREATE SCHEMA t_b');
    const connect = (schema: string) =>
      postgresDriver.connect(postgresDriver.options(tenantIn(database.url, schema).target), { access: 'write' });
    await using one = await connect('t_a');
    await using same = await connect('t_a');
    await using other = await connect('t_b');
    await using _ = await one.lock('schema-sync', { waitMs: 0 });
    await using __ = await other.lock('schema-sync', { waitMs: 0 });
    await expect(same.lock('schema-sync', { waitMs: 0 })).rejects.toMatchObject({ code: 'LOCK_TIMEOUT' });
  });

  live('may be called anything that is a name, and are never anything else', async () => {
    await using database = await freshDatabase(url);
    await administer(database.url, 'CREATE TABLE public.kept (id integer)', 'INSERT INTO kept VALUES (1)');
    const goal = await stateOf(
      database.url,
      "CREATE TABLE things (id serial PRIMARY KEY, a text DEFAULT 'public'); CREATE VIEW v AS SELECT id FROM things;",
    );
    const outcomes = await inParallel(hostile, 6, async (name) => {
      const tenant = tenantIn(database.url, name, '*');
      try {
        postgresDriver.options(tenant.target);
      } catch (error) {
        expect(isSyncError(error) && error.code, JSON.stringify(name)).toMatch(/_INVALID$/);
        return 'refused';
      }
      await engine.sync(tenant, goal, { prove: false, create: true });
      const literal = `'${name.replaceAll("'", "''")}'`;
      const held = `SELECT relname FROM pg_class c JOIN pg_namespace n ON n.oid = relnamespace WHERE nspname = ${literal} AND relname = 'things'`;
      expect(await rowsOf(database.url, held), JSON.stringify(name)).toEqual([{ relname: 'things' }]);
      await postgresDriver.drop?.(postgresDriver.options(tenant.target));
      return 'kept';
    });
    expect(hostile.length).toBeGreaterThanOrEqual(100);
    expect(outcomes.filter((each) => each === 'refused').length).toBeGreaterThan(10);
    const left = "SELECT nspname FROM pg_namespace WHERE nspname !~ '^pg_' AND nspname <> 'information_schema'";
    expect(await rowsOf(database.url, left)).toEqual([{ nspname: 'public' }]);
    expect(await rowsOf(database.url, 'SELECT id FROM kept')).toEqual([{ id: 1 }]);
  });

  async function stateOf(database: string, text: string) {
    await using fleet = await openFleetOf({ url: database, schema: 't_{tenant}' });
    await fleet.desire(text);
    return engine.compile('./s', { directory: fleet.folder, near: tenantIn(database, 't_nobody') });
  }
});

/** A statement in a text, and in a transaction within the transaction, where nobody who reads SQL finds it. */
function hidden(statement: string): string {
  return `DO $do$ BEGIN BEGIN EXECUTE $sql$${statement}$sql$; EXCEPTION WHEN division_by_zero THEN END; END $do$`;
}

/** Does some work for each, a few at a time. */
async function inParallel<T, R>(all: readonly T[], at: number, work: (each: T) => Promise<R>): Promise<readonly R[]> {
  const results: R[] = [];
  const waiting = all.values();
  const walk = async () => {
    for (const each of waiting) results.push(await work(each));
  };
  await Promise.all(Array.from({ length: at }, walk));
  return results;
}

/** Names that lead elsewhere where somebody takes them for SQL, for a pattern, for a path, or for a setting. */
const hostile: readonly string[] = [
  ...[
    'public',
    'pg_catalog',
    'information_schema',
    'pg_temp',
    'pg_toast',
    '_schema_sync_public',
    '_schema_sync',
    '',
    '\0',
    'a\0b',
  ],
  ...['x'.repeat(64), 'x'.repeat(63), 'ü'.repeat(32), 'ü'.repeat(31), '_schema_sync_x', 'pg_', 'pg_a'],
  ...[
    "'",
    "''",
    '"',
    '""',
    '"a"',
    "a'b",
    'a"b',
    '\\',
    "\\'",
    '\\"',
    '`',
    '$$',
    '$a$',
    '$1',
    ';',
    '--',
    '/*',
    '*/',
    '#',
  ],
  ...[
    "'; DROP TABLE public.kept; --",
    '"; DROP TABLE public.kept; --',
    'a; DROP SCHEMA public CASCADE',
    "x' OR '1'='1",
    '"."',
    'a.b',
    '.',
    '..',
    'public.kept',
    '"public"',
    'PUBLIC',
    'Public',
    'public ',
    ' public',
    'public,pg_catalog',
    'a, public',
    '$user',
    '"$user"',
    '%',
    '_',
    '*',
    '?',
    '%s',
    '%I',
    '%%',
    '{tenant}',
    '{}',
    '[',
    ']',
    '(',
    ')',
    '()',
    't',
    'v',
    'id',
    'kept',
    'new',
    'old',
    'select',
    'table',
    'user',
    'SCHEMA',
    'nextval',
    'regclass',
    'true',
    'null',
    'default',
    '1',
    '0',
    '-1',
    '1e5',
    'a b',
    ' ',
    '\t',
    '\n',
    '\r\n',
    'a\nb',
    '\u00a0',
    '\u200b',
    '\u202e',
    'é',
    'e\u0301',
    'İ',
    'ı',
    '😀',
    '名前',
    '../x',
    '/etc/passwd',
    'a/b',
    'a?b=c',
    'a#b',
    'a%2fb',
    'a@b:1',
    'env:HOME',
    'file:x',
    "E'\\x'",
    'U&"a"',
    '::regclass',
    'a::b',
    '@',
    '~',
    '!',
    '^',
    '&',
    '|',
    '<',
    '>',
    '=',
    '+',
  ],
];

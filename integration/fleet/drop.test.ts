import { setTimeout } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { administer, freshDatabase } from '../servers/fresh-database.js';
import { realServer } from '../servers/real-server.js';
import { at } from './kinds/kind.js';
import { playedKinds } from './kinds.js';
import { openFleetOf } from './open-fleet.js';
import { rowsOf } from './rows-of.js';

const sure = ['--yes', '--allow', 'data-loss'];
/**
 * A database of PostgreSQL is dropped by nobody while others are connected to it, and MySQL lets nobody into one that is about to be dropped: there the server keeps others away
 * before they come as far as the lock.
 */
const isKept = (name: string) => name.startsWith('databases of postgres') || name.startsWith('databases of mysql');
const locked = playedKinds.filter(({ name }) => !isKept(name));

describe.each(locked)('a tenant of $name', (kind) => {
  const live = kind.isThere ? test : test.skip;

  live('is kept from whoever would change it until it is gone', async () => {
    await using tenants = await kind.openTenants(['a', 'b']);
    await at(tenants, 'a', 'CREATE TABLE t (id integer PRIMARY KEY)');
    await using reader = await tenants.open('a');
    await reader.query(kind.scheme === 'sqlite' ? 'BEGIN IMMEDIATE' : 'BEGIN');
    await reader.query('SELECT * FROM t');
    let isOver = false;
    const dropped = tenants.run('tenants', 'drop', 'a', ...sure).finally(() => {
      isOver = true;
    });
    const baseline = () => tenants.run('baseline', '--tenant', 'a', '--again', '--lock-wait', '0');
    await setTimeout(500);
    let refused = false;
    while (!refused && !isOver) refused = (await baseline()).stderr.includes('the lock schema-sync');
    expect(refused).toBe(true);
    await reader.query('ROLLBACK');
    expect(await dropped).toMatchObject({ code: 0 });
    expect((await tenants.run('tenants', 'list')).stdout).toContain('1 tenant of fleet');
  });
});

describe.each(['postgres-18', 'postgres-13'])('a schema of %s', (name) => {
  const server = realServer(name);
  const live = 'absent' in server ? test.skip : test;
  const url = 'url' in server ? server.url : '';

  live('is not dropped where it would take along what lies elsewhere, which is named', async () => {
    await using database = await freshDatabase(url);
    await administer(database.url, ...own, ...standing.flatMap(([, ...statements]) => statements));
    await using fleet = await openFleetOf({ url: database.url, schema: 't_{tenant}' });
    const { code, stderr } = await fleet.run('tenants', 'drop', 'a', ...sure);
    expect({ code, stderr }).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('is needed by what lies elsewhere'),
    });
    for (const [what] of standing) expect(stderr.replaceAll(/\s+/g, ' ')).toContain(what);
    expect(await rowsOf(database.url, 'SELECT id FROM t_a.t')).toEqual([{ id: 1 }]);
  });

  live('is dropped with whatever is in it and of it', async () => {
    await using database = await freshDatabase(url);
    await administer(database.url, ...own, ...within);
    await using fleet = await openFleetOf({ url: database.url, schema: 't_{tenant}' });
    expect(await fleet.run('tenants', 'drop', 'a', ...sure)).toMatchObject({ code: 0 });
    expect(await rowsOf(database.url, "SELECT FROM pg_namespace WHERE nspname = 't_a'")).toEqual([]);
    expect(await rowsOf(database.url, 'SELECT id FROM shared')).toEqual([{ id: 1 }]);
  });
});

const own = [
  'CREATE SCHEMA t_a',
  'CREATE SCHEMA t_b',
  'CREATE TABLE shared (id int PRIMARY KEY)',
  'INSERT INTO shared VALUES (1)',
  "CREATE TYPE t_a.mood AS ENUM ('sad')",
  'CREATE TABLE t_a.t (id int PRIMARY KEY REFERENCES shared, m t_a.mood, note text)',
  'INSERT INTO t_a.t VALUES (1)',
  "CREATE FUNCTION t_a.same(int, int) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT $1 = $2'",
  "CREATE FUNCTION t_a.touch() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN new; END'",
  "CREATE FUNCTION t_a.seen() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN END'",
];

/** What stands on something in a schema and lies elsewhere, or nowhere. */
const standing: readonly (readonly [what: string, ...statements: readonly string[]])[] = [
  ['event trigger watch', 'CREATE EVENT TRIGGER watch ON ddl_command_end EXECUTE FUNCTION t_a.seen()'],
  ['operator =~=', 'CREATE OPERATOR public.=~= (LEFTARG = int, RIGHTARG = int, FUNCTION = t_a.same)'],
  ['extension citext', 'CREATE EXTENSION citext SCHEMA t_a'],
  ['table t_b.other', 'CREATE TABLE t_b.other (m t_a.mood)'],
  ['policy p on table shared', 'CREATE POLICY p ON shared USING (t_a.same(id, id))'],
  ['trigger g on table shared', 'CREATE TRIGGER g BEFORE INSERT ON shared FOR EACH ROW EXECUTE FUNCTION t_a.touch()'],
  [
    'table part',
    'CREATE TABLE t_a.whole (id int) PARTITION BY LIST (id)',
    'CREATE TABLE part PARTITION OF t_a.whole FOR VALUES IN (1)',
  ],
];

/** One of each of what may be in a schema, or be a part of what is. */
const within = [
  'CREATE VIEW t_a.v AS SELECT t.id, shared.id AS other FROM t_a.t JOIN shared USING (id)',
  'CREATE MATERIALIZED VIEW t_a.m AS SELECT id FROM t_a.v',
  'CREATE TABLE t_a.child (id serial PRIMARY KEY, of_t int REFERENCES t_a.t, c int GENERATED ALWAYS AS IDENTITY, CHECK (t_a.same(id, id)))',
  'CREATE TABLE t_a.whole (id int) PARTITION BY LIST (id)',
  'CREATE TABLE t_a.part PARTITION OF t_a.whole FOR VALUES IN (1)',
  'CREATE TRIGGER g BEFORE INSERT ON t_a.t FOR EACH ROW EXECUTE FUNCTION t_a.touch()',
  'CREATE RULE r AS ON INSERT TO t_a.child DO ALSO SELECT 1',
  'ALTER TABLE t_a.t ENABLE ROW LEVEL SECURITY',
  'CREATE POLICY p ON t_a.t USING (t_a.same(id, id))',
  'CREATE DOMAIN t_a.small AS int CHECK (t_a.same(value, value))',
  'CREATE STATISTICS t_a.s ON id, note FROM t_a.t',
  'CREATE OPERATOR t_a.=~= (LEFTARG = int, RIGHTARG = int, FUNCTION = t_a.same)',
  "CREATE FUNCTION t_a.fit(t_a.mood) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT 1'",
  'CREATE CAST (t_a.mood AS int) WITH FUNCTION t_a.fit(t_a.mood)',
  'ALTER DEFAULT PRIVILEGES IN SCHEMA t_a GRANT SELECT ON TABLES TO PUBLIC',
  'CREATE PUBLICATION p FOR TABLE t_a.t',
  "COMMENT ON TABLE t_a.t IS 'its own'",
];

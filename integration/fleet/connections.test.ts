import { randomBytes } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { withDatabase } from '../servers/fresh-database.js';
import { realServer } from '../servers/real-server.js';
import { type Engine, mysql, openFleet, openFleetOf, postgres } from './open-fleet.js';

/** How somebody is made who may have so many connections at a time, and make databases. */
interface Limited extends Engine {
  readonly grants: (name: string, limit: number) => readonly string[];
  readonly drop: (name: string) => string;
}

const limitedPostgres = (name: string): Limited => ({
  ...postgres(name),
  grants: (role, limit) => [`CREATE ROLE ${role} LOGIN CREATEDB CONNECTION LIMIT ${limit}`],
  drop: (role) => `DROP ROLE IF EXISTS ${role}`,
});

const limitedMysql = (name: string, scheme: string): Limited => ({
  ...mysql(name, scheme),
  grants: (user, limit) => [
    `CREATE USER ${user}@'%' WITH MAX_USER_CONNECTIONS ${limit}`,
    `GRANT ALL ON *.* TO ${user}@'%'`,
  ],
  drop: (user) => `DROP USER IF EXISTS ${user}@'%'`,
});

const engines = [
  limitedPostgres('postgres-18'),
  limitedPostgres('postgres-13'),
  limitedMysql('mysql-9', 'mysql'),
  limitedMysql('mariadb-11', 'mariadb'),
];

describe.each([postgres('postgres-18'), postgres('postgres-13')])('a tenant of $name', (engine) => {
  const server = realServer(engine.name);
  const live = 'absent' in server ? test.skip : test;
  const url = 'url' in server ? server.url : '';

  live('is read again where its connection is lost, and it is told', async () => {
    await using fleet = await openFleet(engine, url, ['a'], (prefix) => ({ database: `${prefix}{tenant}` }));
    const at = withDatabase(url, `${fleet.prefix}a`);
    await engine.administer(at, 'CREATE TABLE t (id integer PRIMARY KEY); CREATE VIEW v AS TABLE t');
    await fleet.desire('CREATE TABLE t (id integer PRIMARY KEY); CREATE VIEW v AS TABLE t;');
    // Whoever reads waits for the one who has the view to himself, and both are ended.
    const held = engine.administer(at, 'BEGIN', 'LOCK TABLE v', 'SELECT pg_sleep(60)').catch(() => {});
    const read = fleet.run('validate', '--all-tenants', '--format', 'json', '--lock-wait', '60');
    await engine.administer(
      url,
      `DO $$ BEGIN
        WHILE NOT EXISTS (SELECT FROM pg_stat_activity WHERE datname = '${fleet.prefix}a' AND wait_event_type = 'Lock') LOOP
          PERFORM pg_sleep(0.1), pg_stat_clear_snapshot();
        END LOOP;
        PERFORM pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '${fleet.prefix}a';
      END $$`,
    );
    await held;
    expect(JSON.parse((await read).stdout)).toMatchObject({ inSync: true, failed: [], retries: 1 });
  });

  live('may take five connections: fewer are refused', async () => {
    await using fleet = await openFleetOf({ url, tenants: ['a'], database: '{tenant}', maxConnections: 4 });
    const refused = await fleet.run('validate', '--all-tenants');
    expect(refused).toMatchObject({ code: 1, stderr: expect.stringContaining('maxConnections: 4 are too few') });
  });
});

const ids = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];

describe.each(engines)('connections to $name', (engine) => {
  const server = realServer(engine.name);
  const live = 'absent' in server ? test.skip : test;
  const url = 'url' in server ? server.url : '';

  /** The databases of a fleet whose user may have `limit` connections. */
  async function open(limit: number, more: object) {
    const user = `fleet_${randomBytes(6).toString('hex')}`;
    await engine.administer(url, ...engine.grants(user, limit));
    const at = `${engine.scheme}://${user}@${new URL(url).host}`;
    const fleet = await openFleet(engine, url, ids, (prefix) => ({ database: `${prefix}{tenant}`, url: at, ...more }));
    if (engine.scheme === 'postgres')
      for (const id of ids) await engine.administer(url, `ALTER DATABASE ${fleet.prefix}${id} OWNER TO ${user}`);
    return {
      ...fleet,
      [Symbol.asyncDispose]: async () => {
        await fleet[Symbol.asyncDispose]();
        await engine.administer(url, engine.drop(user));
      },
    };
  }

  live('are never more than were asked for, however many tenants there are at a time', async () => {
    // Nothing is tried again: one connection too many would be a tenant that fails.
    await using fleet = await open(5, { maxConnections: 5, retries: 0 });
    const synced = await fleet.run('sync', '--all-tenants', '--yes', '--parallel', '8', '--format', 'json');
    expect(JSON.parse(synced.stdout)).toMatchObject({ inSync: true, failed: [], retries: 0 });
    const seen = await fleet.run('validate', '--all-tenants', '--parallel', '8', '--format', 'json');
    expect(JSON.parse(seen.stdout)).toMatchObject({ inSync: true, failed: [], retries: 0 });
  });

  live('are tried again where all are taken, and it is told', async () => {
    await using fleet = await open(3, { retries: 30 });
    const seen = await fleet.run('audit', '--all-tenants', '--parallel', '8');
    expect(seen.stdout).toContain('8 tenants');
    expect(seen.stderr).toMatch(/connections were tried again \d+ times?, the last for: /);
    expect(seen.code).toBe(0);
    await using impatient = await openFleetOf({
      url: 'postgres://nobody@127.0.0.1:1',
      tenants: ['a'],
      database: '{tenant}',
      retries: 1,
    });
    const refused = await impatient.run('validate', '--all-tenants', '--format', 'json');
    expect(JSON.parse(refused.stdout)).toMatchObject({ failed: [{ tenant: 'a' }], retries: 1 });
  });
});

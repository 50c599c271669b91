import { randomBytes } from 'node:crypto';
import { integer, pgTable, text } from 'drizzle-orm/pg-core';
import { describe, expect, test } from 'vitest';
import { administer } from '../servers/fresh-database.js';
import { realServer } from '../servers/real-server.js';
import { migratorOver, postgresPlace } from './place.js';

const server = realServer('postgres-18');
const url = 'url' in server ? server.url : '';
const isLong = process.env.TEST_LONG === '1';

const users = pgTable('users', { id: integer().primaryKey() });
const wider = pgTable('users', { id: integer().primaryKey(), name: text() });

describe.skipIf('absent' in server)('a session of PostgreSQL', () => {
  test('that is ended in the middle takes its lock along, and the next call comes through', async () => {
    await using place = await postgresPlace(url);
    const { migrator, query } = place;
    await migrator.migrate('app', { users }, { prove: false });
    const holder = await place.pool.connect();
    await holder.query('BEGIN; LOCK TABLE users IN ACCESS SHARE MODE');
    const outcome = migrator.migrate('app', { users: wider }, { prove: false }).catch((error: unknown) => error);
    const ended = `
      SELECT pg_terminate_backend(pid) FROM pg_stat_activity
      WHERE datname = current_database() AND wait_event_type = 'Lock' AND query LIKE 'ALTER TABLE%'`;
    while ((await query(ended)).length === 0);
    expect(await outcome).toMatchObject({ code: 'CONNECTION_LOST' });
    await holder.query('ROLLBACK');
    holder.release();
    const again = await migrator.migrate('app', { users: wider }, { prove: false, lockTimeout: 10_000 });
    expect(again).toMatchObject({ outcome: 'migrated', idx: 1 });
  });

  test('is enough: two calls over a pool of one come through, one after the other', async () => {
    await using place = await postgresPlace(url, { max: 1 });
    const call = () => place.migratorOf().migrate('app', { users }, { prove: false });
    expect((await Promise.all([call(), call()])).map(({ outcome }) => outcome).sort()).toEqual([
      'migrated',
      'unchanged',
    ]);
  });

  test('of somebody who may make no schemas migrates where those are there that it needs', async () => {
    await using place = await postgresPlace(url);
    const role = `tables_${randomBytes(4).toString('hex')}`;
    await administer(url, `CREATE ROLE ${role} LOGIN CREATEDB PASSWORD '${role}'`);
    try {
      await place.query(`CREATE SCHEMA migrations AUTHORIZATION ${role}; GRANT CREATE ON SCHEMA public TO ${role}`);
      await using own = migratorOver(Object.assign(new URL(place.url), { username: role, password: role }).href);
      expect(await own.migrator.migrate('app', { users }, { prove: false })).toMatchObject({ outcome: 'migrated' });
      expect(await own.migrator.migrate('app', { users: wider }, { prove: false })).toMatchObject({ idx: 1 });
      await expect(own.migrator.migrate('plugin-notes', { users }, { prove: false })).rejects.toMatchObject({
        code: 'PERMISSION_DENIED',
      });
    } finally {
      await place.query(`DROP OWNED BY ${role}`);
      await administer(url, `DROP ROLE ${role}`);
    }
  });

  test('of somebody who may only read is refused by name, and asks nothing of whoever may read the books', async () => {
    await using place = await postgresPlace(url);
    const role = `reader_${randomBytes(4).toString('hex')}`;
    // Who may make no databases has a scratch in the process, which takes seconds to start.
    await administer(url, `CREATE ROLE ${role} LOGIN CREATEDB PASSWORD '${role}'`);
    try {
      await place.migrator.migrate('app', { users }, { prove: false });
      await using reader = migratorOver(Object.assign(new URL(place.url), { username: role, password: role }).href);
      const refused = { code: 'PERMISSION_DENIED', message: expect.not.stringContaining('password') as string };
      await expect(reader.migrator.migrate('app', { users }, { prove: false })).rejects.toMatchObject(refused);
      await place.query(`GRANT USAGE ON SCHEMA migrations TO ${role}`);
      await place.query(`GRANT SELECT ON ALL TABLES IN SCHEMA migrations TO ${role}`);
      reader.asked.length = 0;
      expect(await reader.migrator.migrate('app', { users })).toMatchObject({ outcome: 'unchanged' });
      expect(reader.asked).toHaveLength(1);
      expect(await reader.migrator.getStatus('app')).toMatchObject({ hasRun: true, snapshots: 1 });
      expect(await reader.migrator.getHistory('app')).toMatchObject([{ idx: 0, how: 'migrated' }]);
      await expect(reader.migrator.migrate('app', { users: wider }, { prove: false })).rejects.toMatchObject(refused);
      expect(await place.migrator.migrate('app', { users })).toMatchObject({ outcome: 'unchanged' });
    } finally {
      await place.query(`DROP OWNED BY ${role}`);
      await administer(url, `DROP ROLE ${role}`);
    }
  });

  test.skipIf(!isLong)(
    'makes a thousand tables at once, and asks one question about them from then on',
    async () => {
      await using place = await postgresPlace(url);
      const names = Array.from({ length: 1000 }, (_, i) => `t${i}`);
      const schema = Object.fromEntries(
        names.map((name) => [name, pgTable(name, { id: integer().primaryKey(), name: text().unique() })]),
      );
      expect(await place.migrator.migrate('app', schema)).toMatchObject({ outcome: 'migrated' });
      place.asked.length = 0;
      expect(await place.migratorOf().migrate('app', schema)).toMatchObject({ outcome: 'unchanged' });
      expect(place.asked).toHaveLength(1);
      const less = Object.fromEntries(Object.entries(schema).slice(1));
      expect(await place.migrator.checkMigration('app', less)).toMatchObject({
        destructive: [{ change: 'drop table:t0', rows: 0 }],
      });
    },
    900_000,
  );
});

import { integer, pgTable, text } from 'drizzle-orm/pg-core';
import * as lite from 'drizzle-orm/sqlite-core';
import { describe, expect, test } from 'vitest';
import { type Kit, KitHistory, postgresKit, sqliteKit } from '../drizzle-kit/kit.js';
import { realServer } from '../servers/real-server.js';
import { postgresPlace, sqlitePlace } from './place.js';

const server = realServer('postgres-18');
const url = 'url' in server ? server.url : '';

const users = pgTable('users', { id: integer().primaryKey(), name: text().unique() });
const wider = pgTable('users', { id: integer().primaryKey(), name: text().unique(), more: text() });

async function builtByKit(kit: Kit, place: string, ...goals: readonly Readonly<Record<string, unknown>>[]) {
  using history = new KitHistory(kit, place, undefined);
  for (const goal of goals) await history.migrateTo(goal);
}

describe.skipIf('absent' in server)('a database of PostgreSQL that others migrated', () => {
  test.each([
    ['as it was written before', []],
    [
      'with the columns of newer releases',
      [
        'ALTER TABLE drizzle.__drizzle_migrations ADD COLUMN name text, ADD COLUMN applied_at timestamptz DEFAULT now()',
        "UPDATE drizzle.__drizzle_migrations SET name = '20260101000000_step'",
      ],
    ],
  ])('by Drizzle Kit is taken over without running anything, its book %s', async (_layout, changes) => {
    await using place = await postgresPlace(url);
    const { migrator, query } = place;
    await builtByKit(postgresKit, place.url, { users: pgTable('users', { id: integer().primaryKey() }) }, { users });
    for (const change of changes) await query(change);
    const book = await query('SELECT * FROM drizzle.__drizzle_migrations');
    expect(book).toHaveLength(2);
    expect(await migrator.migrate('app', { users })).toMatchObject({ outcome: 'found', idx: 0, sql: [] });
    expect(await migrator.migrate('app', { users })).toMatchObject({ outcome: 'unchanged' });
    expect(await migrator.migrate('app', { wider })).toMatchObject({
      sql: ['ALTER TABLE public.users ADD COLUMN more text'],
    });
    expect(await query('SELECT * FROM drizzle.__drizzle_migrations')).toEqual(book);
  });

  test('by plugin-sql keeps its books and its tables where they lie', async () => {
    await using place = await postgresPlace(url);
    const { migrator, query } = place;
    const plugin = '@elizaos/plugin-people';
    await migrator.initialize();
    await query('CREATE TABLE users (id integer PRIMARY KEY, name text CONSTRAINT users_name_unique UNIQUE)');
    await query('CREATE TABLE gone (id integer PRIMARY KEY); CREATE TABLE others (id integer PRIMARY KEY)');
    const drawn = (name: string) => ({ name, schema: '', columns: {}, indexes: {} });
    const snapshot = {
      version: '7',
      dialect: 'postgresql',
      tables: { 'public.users': drawn('users'), 'public.gone': drawn('gone') },
    };
    const entries = [{ idx: 0, version: '7', when: 1, tag: '0000_plugin_people', breakpoints: true }];
    await place.pool.query('INSERT INTO migrations._snapshots (plugin_name, idx, snapshot) VALUES ($1, 0, $2)', [
      plugin,
      snapshot,
    ]);
    await place.pool.query("INSERT INTO migrations._journal VALUES ($1, '7', 'postgresql', $2)", [
      plugin,
      JSON.stringify(entries),
    ]);
    await place.pool.query(
      "INSERT INTO migrations._migrations (plugin_name, hash, created_at) VALUES ($1, 'theirs', 1)",
      [plugin],
    );
    const gone = pgTable('gone', { id: integer().primaryKey() });
    expect(await migrator.checkMigration(plugin, { users })).toMatchObject({
      destructive: [{ change: 'drop table:gone', rows: 0 }],
    });
    expect(await migrator.migrate(plugin, { users, gone })).toMatchObject({ outcome: 'found', idx: 1, sql: [] });
    expect(await migrator.migrate(plugin, { users, gone })).toMatchObject({ outcome: 'unchanged' });
    expect(await migrator.migrate(plugin, { wider, gone })).toMatchObject({
      sql: ['ALTER TABLE public.users ADD COLUMN more text'],
    });
    expect((await migrator.getHistory(plugin)).map(({ tag, how }) => [tag, how])).toEqual([
      ['0000_plugin_people', undefined],
      ['0001_elizaos_plugin_people', 'taken over'],
      ['0002_elizaos_plugin_people', 'migrated'],
    ]);
    await expect(migrator.rollback(plugin, 0)).rejects.toMatchObject({ code: 'NOT_FOUND', details: { known: [1, 2] } });
  });
});

test('a file of SQLite that Drizzle Kit migrated is taken over without running anything', async () => {
  using place = sqlitePlace();
  const table = lite.sqliteTable('users', { id: lite.integer().primaryKey(), name: lite.text().unique() });
  await builtByKit(sqliteKit, `sqlite:${place.path}`, { table });
  expect(await place.migrator.migrate('app', { table })).toMatchObject({ outcome: 'found', sql: [] });
  expect(place.query('SELECT count(*) AS n FROM __drizzle_migrations')).toEqual([{ n: 1 }]);
});

test('a file whose schema lags behind is taken over as it is, and brought along', async () => {
  using place = sqlitePlace();
  const old = lite.sqliteTable('users', { id: lite.integer().primaryKey(), name: lite.text() });
  const gone = lite.sqliteTable('gone', { id: lite.integer().primaryKey() });
  await builtByKit(sqliteKit, `sqlite:${place.path}`, { old, gone });
  place.query("INSERT INTO users VALUES (1, 'kept') RETURNING id");
  const table = lite.sqliteTable('users', { id: lite.integer().primaryKey(), name: lite.text(), more: lite.text() });
  expect(await place.migrator.migrate('app', { table })).toMatchObject({ idx: 1, changes: ['alter table:users'] });
  expect((await place.migrator.getHistory('app')).map(({ how }) => how)).toEqual(['found', 'migrated']);
  expect(place.query('SELECT name, (SELECT count(*) FROM gone) AS n FROM users')).toEqual([{ name: 'kept', n: 0 }]);
});

import postgresDriver from '@sync/driver-postgres';
import { RuntimeMigrator } from '@sync/drizzle';
import { drizzle as overSqlite } from 'drizzle-orm/better-sqlite3';
import { drizzle } from 'drizzle-orm/node-postgres';
import { integer, pgEnum, pgTable, text } from 'drizzle-orm/pg-core';
import { drizzle as overPostgresJs } from 'drizzle-orm/postgres-js';
import * as lite from 'drizzle-orm/sqlite-core';
import pg from 'pg';
import postgres from 'postgres';
import { describe, expect, test } from 'vitest';
import { realServer } from '../servers/real-server.js';
import { postgresPlace, sqlitePlace } from './place.js';

const server = realServer('postgres-18');
const url = 'url' in server ? server.url : '';

const mood = pgEnum('mood', ['calm']);
const users = pgTable('users', { id: integer().primaryKey(), mood: mood() });
const notes = pgTable('notes', { id: integer().primaryKey(), user: integer().references(() => users.id) });
const plugins = [
  { name: 'plugin-notes', schema: { notes } },
  { name: 'app', schema: { users, mood } },
];
const driver = postgresDriver;

describe.skipIf('absent' in server)('a schema of PostgreSQL for each tenant', () => {
  test('may be called by what looks like the mark of a parameter', async () => {
    await using place = await postgresPlace(url);
    await place.query('CREATE SCHEMA "w?$1"');
    const pool = new pg.Pool({ connectionString: place.url, options: '-c search_path=w?$1' });
    pool.on('connect', (each) => each.on('error', () => {}));
    pool.on('error', () => {});
    const asked: string[] = [];
    const logger = { logQuery: (query: string) => asked.push(query) };
    const migrator = new RuntimeMigrator(drizzle({ client: pool, logger }), { driver });
    try {
      expect(await migrator.migrate('app', { users, mood }, { prove: false })).toMatchObject({ outcome: 'migrated' });
      asked.length = 0;
      expect(await migrator.migrate('app', { users, mood })).toMatchObject({ outcome: 'unchanged' });
      expect(await migrator.migrateAll([{ name: 'app', schema: { users, mood } }])).toMatchObject([
        { outcome: 'unchanged' },
      ]);
      expect(asked).toHaveLength(2);
      expect(asked[0]).toContain('"w?$1".migrations_migrations WHERE plugin_name = $1');
      expect(await place.query('SELECT plugin_name FROM "w?$1".migrations_journal')).toEqual([{ plugin_name: 'app' }]);
    } finally {
      await pool.end();
    }
  });

  test('holds all plugins and their books, by the search path of the client, and each goes by itself', async () => {
    await using place = await postgresPlace(url);
    await place.query('CREATE SCHEMA acme; CREATE SCHEMA "Globex"; CREATE TABLE users (theirs text)');
    const pool = new pg.Pool({ connectionString: place.url, options: '-c search_path=acme,public', max: 2 });
    // A database is dropped with whoever is still saying goodbye to it.
    pool.on('connect', (each) => each.on('error', () => {}));
    pool.on('error', () => {});
    const client = postgres(place.url, { connection: { search_path: '"Globex"' }, onnotice: () => {}, max: 2 });
    const asked: string[] = [];
    const acme = drizzle({ client: pool, logger: { logQuery: (query) => asked.push(query) } });
    const globex = overPostgresJs({ client });
    const [one, other] = [new RuntimeMigrator(acme, { driver }), new RuntimeMigrator(globex, { driver })];
    try {
      expect(await one.migrateAll(plugins, { tenant: 'acme' })).toMatchObject([{ idx: 0 }, { idx: 0 }]);
      expect(await other.migrateAll(plugins.slice(1), { tenant: 'globex' })).toMatchObject([{ outcome: 'migrated' }]);
      await acme.insert(users).values({ id: 1, mood: 'calm' });
      await globex.insert(users).values({ id: 2 });
      asked.length = 0;
      expect(await one.migrateAll(plugins)).toMatchObject([{ outcome: 'unchanged' }, { outcome: 'unchanged' }]);
      expect(asked).toHaveLength(1);
      const wider = pgTable('users', { id: integer().primaryKey(), mood: mood(), name: text() });
      await one.migrate('app', { users: wider, mood });
      expect(await place.query('SELECT * FROM acme.users')).toEqual([{ id: 1, mood: 'calm', name: null }]);
      expect(await place.query('SELECT * FROM "Globex".users')).toEqual([{ id: 2, mood: null }]);
      await one.reset('plugin-notes', { allowDataLoss: true });
      expect(
        await place.query(
          "SELECT to_regclass('migrations._journal') AS m, to_regclass('acme.migrations_journal')::text AS b, to_regclass('acme.notes') AS n",
        ),
      ).toEqual([{ m: null, b: 'acme.migrations_journal', n: null }]);
      const direct = new RuntimeMigrator({ driver, url: place.url, settings: { schema: 'Globex' } });
      expect(await direct.migrate('app', { users, mood })).toMatchObject({ outcome: 'unchanged' });
    } finally {
      await Promise.all([pool.end(), client.end()]);
    }
  });

  test.each(['-c search_path=acme,other', '-c role=somebody'])('options %s are refused by name', async (options) => {
    const pool = new pg.Pool({ connectionString: url, options });
    await expect(new RuntimeMigrator(drizzle({ client: pool }), { driver }).initialize()).rejects.toMatchObject({
      code: 'UNSUPPORTED',
    });
    await pool.end();
  });

  test('a client that has a transaction open is refused by name, and taken once it has none', async () => {
    await using place = await postgresPlace(url);
    const client = new pg.Client({ connectionString: place.url });
    client.on('error', () => {});
    await client.connect();
    const migrator = new RuntimeMigrator(drizzle({ client }), { driver });
    try {
      await client.query('BEGIN');
      await expect(migrator.migrate('app', { users, mood })).rejects.toMatchObject({ code: 'USAGE' });
      await client.query('ROLLBACK');
      expect(await migrator.migrate('app', { users, mood }, { prove: false })).toMatchObject({ outcome: 'migrated' });
      await drizzle({ client }).transaction((inside) =>
        expect(new RuntimeMigrator(inside, { driver }).initialize()).rejects.toMatchObject({ code: 'UNSUPPORTED' }),
      );
    } finally {
      await client.end();
    }
  });
});

test('a connection of better-sqlite3 that has a transaction open is refused by name', async () => {
  for (const memory of [false, true]) {
    using place = sqlitePlace(memory);
    const pages = lite.sqliteTable('pages', { id: lite.integer().primaryKey() });
    place.client.exec('BEGIN');
    await expect(place.migrator.migrate('app', { pages })).rejects.toMatchObject({ code: 'USAGE' });
    place.client.exec('ROLLBACK');
    expect(await place.migrator.migrate('app', { pages })).toMatchObject({ outcome: 'migrated' });
    expect(overSqlite({ client: place.client }).select().from(pages).all()).toEqual([]);
  }
});

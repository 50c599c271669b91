import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { createClient } from '@libsql/client';
import type { Driver } from '@sync/core';
import mariadbDriver from '@sync/driver-mariadb';
import mysqlDriver from '@sync/driver-mysql';
import postgresDriver from '@sync/driver-postgres';
import rqliteDriver from '@sync/driver-rqlite';
import sqliteDriver from '@sync/driver-sqlite';
import { RuntimeMigrator } from '@sync/drizzle';
import { drizzle as overLibsql } from 'drizzle-orm/libsql';
import { int, mysqlTable, varchar } from 'drizzle-orm/mysql-core';
import { drizzle as overMysql } from 'drizzle-orm/mysql2';
import { integer, pgTable, text } from 'drizzle-orm/pg-core';
import { drizzle as overPglite } from 'drizzle-orm/pglite';
import { drizzle as overPostgresJs } from 'drizzle-orm/postgres-js';
import * as lite from 'drizzle-orm/sqlite-core';
import { createConnection, createPool } from 'mysql2/promise';
import postgres from 'postgres';
import { describe, expect, test } from 'vitest';
import { freshDatabase } from '../servers/fresh-database.js';
import { freshRqliteDatabase, rqliteAbsence } from '../servers/fresh-rqlite-database.js';
import { realServer } from '../servers/real-server.js';

const isLong = process.env.TEST_LONG === '1';
const server = realServer('postgres-18');
const agents = pgTable('agents', { id: integer().primaryKey(), name: text() });
const notes = pgTable('notes', { id: integer().primaryKey(), agent: integer().references(() => agents.id) });
const less = pgTable('agents', { id: integer().primaryKey() });

/** What every client has to be good for. */
async function expectJourney(migrator: RuntimeMigrator) {
  expect(await migrator.migrate('app', { agents }, { prove: false })).toMatchObject({ outcome: 'migrated', idx: 0 });
  expect(await migrator.migrate('plugin-notes', { notes }, { prove: false })).toMatchObject({ outcome: 'migrated' });
  expect(await migrator.migrate('app', { agents })).toMatchObject({ outcome: 'unchanged' });
}

test.skipIf('absent' in server)('postgres-js, a schema-sync target, and what guards them', async () => {
  await using database = await freshDatabase('url' in server ? server.url : '');
  const client = postgres(database.url, { onnotice: () => {} });
  const migrator = new RuntimeMigrator(overPostgresJs({ client }), { driver: postgresDriver });
  await expectJourney(migrator);
  await client.end();
  const direct = new RuntimeMigrator({ driver: postgresDriver, url: database.url });
  expect(await direct.migrate('app', { agents })).toMatchObject({ outcome: 'unchanged' });
  await expect(direct.migrate('app', { less })).rejects.toMatchObject({ code: 'GATE_CLOSED' });
});

test('PGlite', async () => {
  await using client = await PGlite.create();
  const migrator = new RuntimeMigrator(overPglite({ client }), { driver: postgresDriver });
  // Each scratch is a PGlite of its own, which takes seconds to start.
  if (isLong) return expectJourney(migrator);
  expect(await migrator.migrate('app', { agents }, { prove: false })).toMatchObject({ outcome: 'migrated', idx: 0 });
  expect(await migrator.migrate('app', { agents })).toMatchObject({ outcome: 'unchanged' });
  await client.exec('INSERT INTO agents VALUES (1)');
});

const family: readonly (readonly [string, Driver<never>])[] = [
  ['mysql-9', mysqlDriver as Driver<never>],
  ['mariadb-11', mariadbDriver as Driver<never>],
];

describe.each(family)('mysql2 with %s', (name, driver) => {
  const live = realServer(name);

  test.skipIf('absent' in live)('each statement commits by itself, and what stopped is gone on with', async () => {
    const url = 'url' in live ? live.url.replace('mariadb:', 'mysql:') : '';
    const database = `runtime_${name.replace('-', '_')}_${process.pid}`;
    const admin = await createConnection(url);
    await admin.query(`CREATE DATABASE ${database}`);
    const pool = createPool(Object.assign(new URL(url), { pathname: database }).href);
    const users = mysqlTable('users', { id: int().primaryKey(), name: varchar({ length: 20 }) });
    const posts = mysqlTable('posts', { id: int().primaryKey(), user: int().references(() => users.id) });
    try {
      const migrator = new RuntimeMigrator(overMysql({ client: pool }), { driver: driver as Driver });
      await migrator.migrateAll([
        { name: 'plugin-posts', schema: { posts } },
        { name: 'app', schema: { users } },
      ]);
      expect(await migrator.migrate('app', { users })).toMatchObject({ outcome: 'unchanged' });
      await pool.query("INSERT INTO users VALUES (1, 'a')");
      const wider = {
        users: mysqlTable('users', { id: int().primaryKey(), name: varchar({ length: 20 }), more: int() }),
      };
      // As it is where the process died after the change and before the note.
      await pool.query('ALTER TABLE users ADD COLUMN more int');
      expect(await migrator.migrate('app', wider)).toMatchObject({ outcome: 'found', idx: 1, sql: [] });
      await expect(migrator.rollback('app', 0)).rejects.toMatchObject({
        code: 'GATE_CLOSED',
        details: { changes: [{ code: 'drops-column', rows: 1 }] },
      });
      expect(await migrator.rollback('app', 0, { allowDataLoss: true })).toMatchObject({ idx: 2 });
      expect(await migrator.getHistory('app')).toMatchObject([
        { how: 'migrated' },
        { how: 'taken over' },
        { how: 'rolled back' },
      ]);
      const stop = new AbortController();
      const logger = (line: string) => (line.includes('2/2') ? stop.abort() : undefined);
      const both = { ...wider, zones: mysqlTable('zones', { id: int().primaryKey() }) };
      await expect(migrator.migrate('app', both, { signal: stop.signal, logger })).rejects.toMatchObject({
        code: 'CANCELLED',
      });
      // A program of the release before would take the database for its own.
      await expect(migrator.migrate('app', { users })).rejects.toMatchObject({ code: 'GATE_CLOSED' });
      expect(await migrator.migrate('app', both)).toMatchObject({ changes: ['create table:zones'] });
      expect(await migrator.migrate('app', both)).toMatchObject({ outcome: 'unchanged' });
    } finally {
      await pool.end();
      await admin.query(`DROP DATABASE ${database}`);
      await admin.end();
    }
  });
});

test('libsql over a file; in memory and over a network it is refused by name', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'schema-sync-libsql-'));
  const client = createClient({ url: `file:${join(folder, 'app.db')}` });
  const users = lite.sqliteTable('users', { id: lite.integer().primaryKey() });
  try {
    const migrator = new RuntimeMigrator(overLibsql({ client }), { driver: sqliteDriver });
    expect(await migrator.migrate('app', { users })).toMatchObject({ outcome: 'migrated' });
    await client.execute('INSERT INTO users VALUES (7)');
    expect(await migrator.migrate('app', { users })).toMatchObject({ outcome: 'unchanged' });
  } finally {
    client.close();
    rmSync(folder, { recursive: true, force: true });
  }
  for (const url of [':memory:', 'http://127.0.0.1:1']) {
    const other = createClient({ url });
    const migrator = new RuntimeMigrator(overLibsql({ client: other }), { driver: sqliteDriver });
    await expect(migrator.migrate('app', { users })).rejects.toMatchObject({ code: 'UNSUPPORTED' });
    other.close();
  }
});

test.skipIf(rqliteAbsence !== undefined)('rqlite through its driver', async () => {
  await using database = await freshRqliteDatabase();
  const migrator = new RuntimeMigrator({ driver: rqliteDriver as Driver, url: database.url });
  const users = lite.sqliteTable('users', { id: lite.integer().primaryKey() });
  expect(await migrator.migrate('app', { users }, { prove: false })).toMatchObject({ outcome: 'migrated', idx: 0 });
  expect(await migrator.migrate('app', { users })).toMatchObject({ outcome: 'unchanged' });
  await migrator.reset('app', { allowDataLoss: true });
  expect(await migrator.getHistory('app')).toEqual([]);
});

test('an engine that it was not tried on is refused by name', async () => {
  const other = { ...postgresDriver, name: 'other' } as Driver;
  const migrator = new RuntimeMigrator({ driver: other, url: 'postgres://nowhere/' });
  await expect(migrator.migrate('app', { agents })).rejects.toMatchObject({ code: 'UNSUPPORTED' });
});

test('what is no database of Drizzle is refused by name', async () => {
  await expect(new RuntimeMigrator({}).initialize()).rejects.toMatchObject({ code: 'UNSUPPORTED' });
});

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import postgresDriver from '@sync/driver-postgres';
import sqliteDriver from '@sync/driver-sqlite';
import { RuntimeMigrator, type RuntimeMigratorOptions } from '@sync/drizzle';
import Database from 'better-sqlite3';
import { drizzle as overSqlite } from 'drizzle-orm/better-sqlite3';
import { drizzle as overPostgres } from 'drizzle-orm/node-postgres';
import pg from 'pg';
import { freshDatabase } from '../servers/fresh-database.js';

/** A migrator over a pool, which tells what it asks over that. */
export function migratorOver(url: string, options: RuntimeMigratorOptions & { readonly max?: number } = {}) {
  const { max = 3, ...own } = options;
  const pool = new pg.Pool({ connectionString: url, max });
  // A database is dropped with whoever is still saying goodbye to it.
  pool.on('connect', (client) => client.on('error', () => {}));
  pool.on('error', () => {});
  const asked: string[] = [];
  const database = overPostgres({ client: pool, logger: { logQuery: (query) => asked.push(query) } });
  const migratorOf = () => new RuntimeMigrator(database, { driver: postgresDriver, ...own });
  return { pool, database, asked, migratorOf, migrator: migratorOf(), [Symbol.asyncDispose]: () => pool.end() };
}

/** A database of PostgreSQL behind a pool, with a migrator. */
export async function postgresPlace(server: string, options: RuntimeMigratorOptions & { readonly max?: number } = {}) {
  const fresh = await freshDatabase(server);
  const over = migratorOver(fresh.url, options);
  return {
    ...over,
    url: fresh.url,
    /** Has a lock of the migrator's, as somebody else who is at work. */
    async hold(name: string) {
      const connection = await postgresDriver.connect(postgresDriver.options({ url: fresh.url, directory: '/' }), {
        access: 'write',
      });
      await connection.lock(name);
      return connection;
    },
    query: async (text: string) => (await over.pool.query(text)).rows as Record<string, unknown>[],
    async [Symbol.asyncDispose]() {
      await over.pool.end();
      await fresh[Symbol.asyncDispose]();
    },
  };
}

/** A file of SQLite, or a database in memory, with a migrator. */
export function sqlitePlace(memory = false) {
  const folder = mkdtempSync(join(tmpdir(), 'schema-sync-runtime-'));
  const path = memory ? ':memory:' : join(folder, 'app.db');
  const client = new Database(path);
  const asked: string[] = [];
  return {
    path,
    client,
    asked,
    migrator: new RuntimeMigrator(overSqlite({ client, logger: { logQuery: (query) => asked.push(query) } }), {
      driver: sqliteDriver,
    }),
    query: (text: string) => client.prepare(text).all() as Record<string, unknown>[],
    [Symbol.dispose]() {
      client.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** All that PostgreSQL keeps of what is in a database, but for what moves by itself. */
export const wholeCatalogue = `
  SELECT 'class' AS of, n.nspname || '.' || c.relname AS name, c.relkind::text || c.relfilenode AS what FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
  UNION ALL SELECT 'namespace', nspname, nspowner::text FROM pg_namespace
  UNION ALL SELECT 'attribute', attrelid || '.' || attname, atttypid::text || attnotnull FROM pg_attribute
  UNION ALL SELECT 'constraint', conname, pg_get_constraintdef(oid) FROM pg_constraint
  UNION ALL SELECT 'type', typname, typtype::text FROM pg_type
  UNION ALL SELECT 'proc', proname, oid::text FROM pg_proc
  ORDER BY 1, 2, 3`;

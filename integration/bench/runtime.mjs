import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import postgresDriver from '@sync/driver-postgres';
import sqliteDriver from '@sync/driver-sqlite';
import { RuntimeMigrator } from '@sync/drizzle';
import Database from 'better-sqlite3';
import { sql } from 'drizzle-orm';
import { drizzle as overSqlite } from 'drizzle-orm/better-sqlite3';
import { drizzle as overPostgres } from 'drizzle-orm/node-postgres';
import { integer as pgInteger, pgTable, text as pgText } from 'drizzle-orm/pg-core';
import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import pg from 'pg';
import { inTurns, row } from './measure.mjs';
import { databasesOf } from './postgres/site.mjs';

const rounds = Number(process.env.BENCH_ROUNDS ?? 25);

/** One call takes less than the tenth of a millisecond that a row can tell. */
const calls = 20;

/** Plugins with some tables each. */
const pluginsOf = (table) =>
  Array.from({ length: 30 }, (_, i) => ({
    name: i === 0 ? 'app' : `plugin-p${i}`,
    schema: Object.fromEntries(['a', 'b', 'c'].map((name) => [name, table(`p${i}_${name}`)])),
  }));

const postgresPlugins = pluginsOf((name) => pgTable(name, { id: pgInteger().primaryKey(), name: pgText() }));
const sqlitePlugins = pluginsOf((name) => sqliteTable(name, { id: integer().primaryKey(), name: text() }));

/** What a program pays at its start for schemas that did not change, beside the one question that is asked about them. */
export async function benchRuntime(report) {
  await benchFile(report);
  const server = process.env.SYNC_TEST_POSTGRES_18_URL;
  if (server === undefined) report.say('\nAt run time, PostgreSQL: absent, no server is running.');
  else await benchServer(report, server);
}

async function benchServer(report, server) {
  const databases = databasesOf(server);
  const pool = new pg.Pool({ connectionString: await databases.create('bench_runtime'), max: 1 });
  try {
    const database = overPostgres({ client: pool });
    const migrator = new RuntimeMigrator(database, { driver: postgresDriver });
    const books = sql.raw('migrations._migrations');
    await compare(report, 'PostgreSQL', migrator, postgresPlugins, books, (query) => database.execute(query));
  } finally {
    await pool.end();
    await databases.drop();
  }
}

async function benchFile(report) {
  const folder = mkdtempSync(join(tmpdir(), 'schema-sync-bench-'));
  const client = new Database(join(folder, 'app.db'));
  try {
    const database = overSqlite({ client });
    const migrator = new RuntimeMigrator(database, { driver: sqliteDriver });
    const books = sql.raw('migrations_migrations');
    await compare(report, 'a file of SQLite', migrator, sqlitePlugins, books, (query) => database.all(query));
  } finally {
    client.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function compare(report, name, migrator, plugins, books, ask) {
  await migrator.migrateAll(plugins, { prove: false });
  const [app] = plugins;
  const newest = sql`SELECT plugin_name, hash FROM ${books} WHERE id IN (SELECT max(id) FROM ${books} GROUP BY plugin_name)`;
  const newestOf = sql`SELECT hash FROM ${books} WHERE plugin_name = ${app.name} ORDER BY id DESC LIMIT 1`;
  const times = await inTurns(rounds, {
    questionOf: () => often(() => ask(newestOf)),
    one: () => often(() => unchanged(migrator.migrate(app.name, app.schema))),
    question: () => often(() => ask(newest)),
    all: () => often(() => unchanged(migrator.migrateAll(plugins))),
  });
  report.table(`At run time, ${name}: schemas that did not change, ${calls} calls each`, [
    row('the question about one plugin alone', times.questionOf),
    row('`migrate` of one plugin', times.one, times.questionOf),
    row('the question about 30 plugins alone', times.question),
    row('`migrateAll` of 30 plugins', times.all, times.question),
  ]);
}

async function often(call) {
  for (let i = 0; i < calls; i++) await call();
}

/** What migrated something is no measurement. */
async function unchanged(migrations) {
  const results = [await migrations].flat();
  if (results.some(({ outcome }) => outcome !== 'unchanged')) throw new Error('something was migrated');
}

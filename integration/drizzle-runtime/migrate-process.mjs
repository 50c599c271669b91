// One process of several that migrate the same database: says that it is ready, begins when it is told to, and tells what came of it.
import { once } from 'node:events';
import postgresDriver from '@sync/driver-postgres';
import sqliteDriver from '@sync/driver-sqlite';
import { RuntimeMigrator } from '@sync/drizzle';
import { drizzle as overSqlite } from 'drizzle-orm/better-sqlite3';
import { drizzle as overPostgres } from 'drizzle-orm/node-postgres';
import * as postgres from 'drizzle-orm/pg-core';
import * as sqlite from 'drizzle-orm/sqlite-core';

const [url] = process.argv.slice(2);
const names = ['a', 'b', 'c', 'd', 'e'];

async function open() {
  if (url.startsWith('postgres')) {
    const { default: pg } = await import('pg');
    const pool = new pg.Pool({ connectionString: url, max: 2 });
    const schema = Object.fromEntries(names.map((name) => [name, postgres.pgTable(name, { id: postgres.integer() })]));
    return { database: overPostgres({ client: pool }), driver: postgresDriver, schema, close: () => pool.end() };
  }
  const { default: Database } = await import('better-sqlite3');
  const client = new Database(url);
  const schema = Object.fromEntries(names.map((name) => [name, sqlite.sqliteTable(name, { id: sqlite.integer() })]));
  return { database: overSqlite({ client }), driver: sqliteDriver, schema, close: async () => client.close() };
}

const { database, driver, schema, close } = await open();
const migrator = new RuntimeMigrator(database, { driver });
process.stdout.write('ready\n');
await once(process.stdin, 'data');
try {
  const { outcome } = await migrator.migrate('plugin-five', schema, { prove: false });
  process.stdout.write(`${outcome}\n`);
} catch (error) {
  process.stdout.write(`${error.code} ${error.message}\n`);
}
await close();
process.exit();

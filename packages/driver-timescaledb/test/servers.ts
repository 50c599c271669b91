import { randomBytes } from 'node:crypto';
import {
  administer,
  type FreshDatabase,
  freshDatabase as freshOfPostgres,
  withDatabase,
} from '../../../integration/servers/fresh-database.js';
import { realServer } from '../../../integration/servers/real-server.js';

export {
  administer,
  type FreshDatabase,
  freshDatabase as freshPostgres,
  withDatabase,
} from '../../../integration/servers/fresh-database.js';

/** The server that these tests run against. */
export const server = realServer('timescaledb');

/** A new database with the extension. */
export async function freshDatabase(url: string): Promise<FreshDatabase> {
  const fresh = await freshOfPostgres(url);
  await administer(fresh.url, 'CREATE EXTENSION timescaledb');
  return fresh;
}

/** A database with the extension to copy others from, which takes less than creating it in each of them. */
export async function extendedTemplate(url: string): Promise<{ readonly name: string } & AsyncDisposable> {
  const name = `extended_${randomBytes(8).toString('hex')}`;
  await administer(url, `CREATE DATABASE ${name} TEMPLATE template0`);
  await administer(withDatabase(url, name), 'CREATE EXTENSION timescaledb');
  // A worker of the extension is in each database that lets one in, and nothing is copied meanwhile.
  await administer(
    url,
    `ALTER DATABASE ${name} ALLOW_CONNECTIONS false`,
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '${name}'`,
  );
  return { name, [Symbol.asyncDispose]: () => administer(url, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`) };
}

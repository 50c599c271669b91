import { randomBytes } from 'node:crypto';
import { createConnection } from 'mysql2/promise';
import type { FreshDatabase } from './fresh-database.js';

/** The schemes of URLs by which a driver of the family is chosen. */
export type MysqlScheme = 'mysql' | 'mariadb';

/** Runs statements on a server of the family, as its owner, and resolves to the rows of the last. */
export async function administerMysql(
  url: string,
  ...statements: readonly string[]
): Promise<readonly Readonly<Record<string, unknown>>[]> {
  const client = await createConnection({ uri: Object.assign(new URL(url), { pathname: '/', search: '' }).href });
  try {
    let rows: unknown;
    for (const statement of statements) [rows] = await client.query(statement);
    return Array.isArray(rows) ? rows : [];
  } finally {
    await client.end();
  }
}

/** A new, empty database of a server of the family, gone when it is disposed of. `scheme` is the driver's. */
export async function freshMysqlDatabase(
  server: string,
  scheme: MysqlScheme,
  collation?: string,
): Promise<FreshDatabase> {
  const name = `test_${randomBytes(8).toString('hex')}`;
  await administerMysql(
    server,
    `CREATE DATABASE ${name} CHARACTER SET utf8mb4${collation === undefined ? '' : ` COLLATE ${collation}`}`,
  );
  return {
    // What TLS takes for each connection is not what these tests are about.
    url: `${databaseUrl(server, scheme, name)}?ssl-mode=DISABLED&get-server-public-key=true`,
    [Symbol.asyncDispose]: async () => {
      await administerMysql(server, `DROP DATABASE IF EXISTS ${name}`);
    },
  };
}

/** The URL of a database for a driver. */
export function databaseUrl(server: string, scheme: string, database: string): string {
  const { host, username, password } = new URL(server);
  const user = password === '' ? username : `${username}:${password}`;
  return `${scheme}://${user}@${host}/${encodeURIComponent(database)}`;
}

import type { ConnectionInput } from '@sync/core';
import { sql } from 'drizzle-orm';
import { migratorError } from '../errors.js';
import type { DrizzleDatabase } from './drizzle-database.js';

interface MysqlConfig {
  readonly host?: string;
  readonly port?: number;
  readonly user?: string;
  readonly database?: string;
  readonly password?: string;
  readonly socketPath?: string;
  readonly ssl?: unknown;
}

interface MysqlClient {
  readonly config?: MysqlConfig & { readonly connectionConfig?: MysqlConfig };
  /** What the classes with promises wrap. */
  readonly pool?: MysqlClient;
  readonly connection?: MysqlClient;
}

/** MariaDB answers in the same words as MySQL, and says its name in its version. */
export async function mysqlDriver(database: DrizzleDatabase): Promise<'mysql' | 'mariadb'> {
  const [rows] = (await database.execute(sql.raw('SELECT version() AS version'))) as [{ readonly version: string }[]];
  return /mariadb/i.test(rows[0]?.version ?? '') ? 'mariadb' : 'mysql';
}

export function mysqlInput(given: unknown, scheme: string): Promise<ConnectionInput> {
  const client = given as MysqlClient;
  const { config } = client.config ? client : (client.pool ?? client.connection ?? {});
  const place = config?.connectionConfig ?? config;
  if (!place?.database)
    throw migratorError(
      'UNSUPPORTED',
      'this client does not tell which database it leads to',
      'Name the database when the pool or the connection is made, or give { driver, url } in place of the database of Drizzle.',
    );
  const { host = 'localhost', port = 3306, user = '', database, password, socketPath, ssl } = place;
  if (ssl)
    throw migratorError(
      'UNSUPPORTED',
      'the client speaks TLS in a way that cannot be read from it',
      'Give { driver, url } in place of the database of Drizzle, with sslMode and sslCa in the settings.',
    );
  return Promise.resolve({
    url: `${scheme}://${encodeURIComponent(user)}@${host.includes(':') ? `[${host}]` : host}:${port}/${encodeURIComponent(database)}`,
    settings: {
      sslMode: 'DISABLED',
      getServerPublicKey: true,
      ...(password !== undefined && { password }),
      ...(socketPath !== undefined && { socket: socketPath }),
    },
    directory: process.cwd(),
  });
}

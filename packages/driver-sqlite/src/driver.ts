import { contractVersion, type Driver, throwIfAborted } from '@sync/core';
import { seedStatements, sqliteDialect, sqliteDocuments, sqliteKinds } from '@sync/dialect-sqlite';
import { SqliteConnection } from './connection.js';
import { openDatabase } from './open.js';
import { readOptions, type SqliteOptions } from './options.js';

/** SQLite, embedded, over better-sqlite3. */
export const sqliteDriver: Driver<SqliteOptions> = {
  name: 'sqlite',
  contract: contractVersion,
  protocols: ['sqlite'],
  dialect: sqliteDialect,
  kinds: sqliteKinds(),
  documents: sqliteDocuments('sqlite'),
  capabilities: { ddl: 'transactional', readOnly: true },
  options: readOptions,
  label: ({ path }) => `sqlite:${path}`,
  async connect(options, { access, signal }) {
    throwIfAborted(signal, 'connect');
    return new SqliteConnection(openDatabase(options, access), options.path, { access });
  },
  async scratch(_near, signal) {
    throwIfAborted(signal, 'scratch');
    const options: SqliteOptions = { path: ':memory:', busyTimeoutMs: 0, create: true };
    return new SqliteConnection(openDatabase(options, 'write'), options.path, { access: 'write', confined: true });
  },
  parts: ['column-order'],
  seed: (seed) => seedStatements(seed, sqliteDialect),
};

import type { Driver, ObjectKind, Seed, Statement } from '@sync/core';
import { contractVersion } from '@sync/core';
import { quoteName, sqliteDialect, sqliteKinds } from '@sync/dialect-sqlite';
import { SqliteConnection } from './connection.js';
import { openDatabase } from './open.js';
import { readOptions, type SqliteOptions } from './options.js';

const kinds: readonly ObjectKind[] = sqliteKinds();

/** SQLite, embedded, over better-sqlite3. */
export const sqliteDriver: Driver<SqliteOptions> = {
  name: 'sqlite',
  contract: contractVersion,
  protocols: ['sqlite'],
  dialect: sqliteDialect,
  kinds,
  capabilities: { ddl: 'transactional', readOnly: true },
  options: readOptions,
  label: ({ path }) => `sqlite:${path}`,
  async connect(options, { access, signal }) {
    signal?.throwIfAborted();
    return new SqliteConnection(openDatabase(options, access), options.path, access);
  },
  async scratch() {
    const options: SqliteOptions = { path: ':memory:', busyTimeoutMs: 0, create: true };
    return new SqliteConnection(openDatabase(options, 'write'), options.path, 'write');
  },
  seed: seedStatements,
};

/** `ON CONFLICT DO UPDATE` keeps the row, where REPLACE would delete it and all that cascades from it. */
function seedStatements({ table, key, rows }: Seed): readonly Statement[] {
  return rows.map((row) => {
    const columns = Object.keys(row);
    const names = columns.map(quoteName).join(', ');
    const places = columns.map((_, i) => `?${i + 1}`).join(', ');
    const rest = columns.filter((column) => !key.includes(column));
    const sets = rest.map((column) => `${quoteName(column)} = excluded.${quoteName(column)}`).join(', ');
    const conflict = `ON CONFLICT (${key.map(quoteName).join(', ')}) DO ${rest.length > 0 ? `UPDATE SET ${sets}` : 'NOTHING'}`;
    return {
      text: `INSERT INTO ${quoteName(table)} (${names}) VALUES (${places})${key.length > 0 ? `\n${conflict}` : ''}`,
      params: columns.map((column) => row[column] ?? null),
    };
  });
}

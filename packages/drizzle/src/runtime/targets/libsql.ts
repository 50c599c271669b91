import type { ConnectionInput } from '@sync/core';
import { type SQL, sql } from 'drizzle-orm';
import { migratorError } from '../errors.js';
import type { DrizzleDatabase, Rows } from './drizzle-database.js';
import { fileInput } from './sqlite.js';

/** A client of libsql over a file tells which; that file is SQLite's own. */
export async function libsqlInput(
  database: DrizzleDatabase,
  rows: (database: DrizzleDatabase, query: SQL) => Promise<Rows>,
): Promise<ConnectionInput> {
  const { protocol } = database.$client as { readonly protocol?: string };
  if (protocol === 'file') {
    const found = await rows(database, sql.raw('PRAGMA database_list'));
    const file = found.find(({ name }) => name === 'main')?.file;
    if (typeof file === 'string' && file !== '') return fileInput(file);
  }
  throw migratorError(
    'UNSUPPORTED',
    protocol === 'file'
      ? 'a database of libsql in memory can only be reached through its own client'
      : `a server of libsql (${protocol ?? 'unknown'}) has no connection that holds a lock`,
    'Use a file (file:./app.db), which SQLite reads as well, or better-sqlite3 for a database in memory.',
  );
}

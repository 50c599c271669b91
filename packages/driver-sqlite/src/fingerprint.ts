import { hash } from 'node:crypto';
import { createRequire } from 'node:module';
import type { Server } from '@sync/core';
import type Database from 'better-sqlite3';

const require = createRequire(import.meta.url);

/** Who reads, and how, is a part of what is found: another version may read what this one does not. */
const readers = ['@sync/dialect-sqlite/package.json', '@sync/driver-sqlite/package.json'].map(
  (name) => (require(name) as { readonly version: string }).version,
);

/**
 * What a file holds, by the text of its schema, of which all is made that kinds read. The number by which SQLite counts the changes of a schema
 * (https://sqlite.org/pragma.html#pragma_schema_version) would not do: a file that another one is copied over goes on with the number of that, and anybody may set it.
 */
export function fingerprintOf(native: Database.Database, { version }: Server): string {
  const rows = native.prepare('SELECT type, name, tbl_name, sql FROM main.sqlite_master ORDER BY rowid').raw().all();
  return hash('sha256', JSON.stringify([readers, version, rows]));
}

import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';

// The schema of each file of a folder, hashed: less tells nobody whether it was changed.
const [, , folder] = process.argv;
for (const name of readdirSync(folder)) {
  const database = new Database(join(folder, name), { readonly: true });
  const rows = database.prepare('SELECT type, name, tbl_name, sql FROM sqlite_schema').raw().all();
  createHash('sha256').update(JSON.stringify(rows)).digest('hex');
  database.close();
}

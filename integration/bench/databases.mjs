import { copyFileSync } from 'node:fs';
import Database from 'better-sqlite3';

/** Makes a database by running statements. With many tables SQLite takes a minute for it, so that it is done once a size, and copied. */
export function makeDatabase(file, statements) {
  const db = new Database(file);
  db.pragma('synchronous = OFF');
  db.transaction(() => {
    for (const text of statements) db.exec(text);
  })();
  db.close();
  return file;
}

/** A copy with another salt in all definitions. */
export function salted(from, file, before, after) {
  copyFileSync(from, file);
  rewrite(file, 'UPDATE sqlite_schema SET sql = replace(sql, ?, ?)', before, after);
  return file;
}

/** A copy in which some tables have one more column. There are no rows, so that the definitions are all that there is to change. */
export function widened(from, file, tables) {
  copyFileSync(from, file);
  const names = JSON.stringify(Array.from({ length: tables }, (_, i) => `table_${i}`));
  rewrite(
    file,
    `UPDATE sqlite_schema SET sql = replace(sql, ?, ?) WHERE name IN (SELECT value FROM json_each('${names}'))`,
    'note TEXT\n',
    'note TEXT,\n  added_column TEXT\n',
  );
  return file;
}

function rewrite(file, text, ...values) {
  const db = new Database(file);
  db.unsafeMode(true);
  db.pragma('writable_schema = ON');
  db.prepare(text).run(...values);
  db.pragma('writable_schema = RESET');
  const found = db.prepare("SELECT count(*) FROM pragma_table_info('table_0')").pluck().get();
  if (found < 11) throw new Error(`${file} was not rewritten well`);
  db.close();
}

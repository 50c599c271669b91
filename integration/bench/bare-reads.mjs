import Database from 'better-sqlite3';

/** What any tool must read at least to know a schema: the definitions, the columns, the foreign keys and the indexes, set by set. */
export function bareReads(file) {
  const db = new Database(file, { readonly: true });
  const counts = [
    'SELECT type, name, tbl_name, sql FROM sqlite_schema',
    "SELECT m.name AS tbl, x.* FROM sqlite_schema AS m, pragma_table_xinfo(m.name) AS x WHERE m.type = 'table'",
    "SELECT m.name AS tbl, x.* FROM sqlite_schema AS m, pragma_foreign_key_list(m.name) AS x WHERE m.type = 'table'",
    `SELECT m.name AS tbl, l.name AS idx, l."unique", l.origin, l.partial, x.*
     FROM sqlite_schema AS m, pragma_index_list(m.name) AS l, pragma_index_xinfo(l.name) AS x WHERE m.type = 'table'`,
  ].map((text) => db.prepare(text).all().length);
  db.close();
  return counts;
}

import type { Bookkeeping, Dialect, Refused, StatementClass } from '@sync/core';
import { sqliteLexis } from './lexis.js';
import { writeLiteral } from './literal.js';
import { writeScript, writeStatement } from './script.js';
import { foldName, quoteName } from './text/names.js';
import { undump } from './undump.js';

const bookkeeping: Bookkeeping = {
  types: { key: 'TEXT', text: 'TEXT', integer: 'INTEGER' },
  others: { counter: 'INTEGER PRIMARY KEY AUTOINCREMENT', moment: 'datetime' },
  placeholder: () => '?',
  exists: (table) => ({
    text: `SELECT 1 AS found FROM main.sqlite_master WHERE type = 'table' AND name = ?`,
    params: [table],
  }),
  reclaims: () => 'VACUUM',
};

/** How SQLite writes things down. */
export const sqliteDialect: Dialect = {
  quote: quoteName,
  home: 'main',
  fold: foldName,
  literal: writeLiteral,
  // A collation of the right side goes before that of the column: https://sqlite.org/datatype3.html#collation.
  identical: (column, value) => `${column} = ${value} COLLATE BINARY`,
  lexis: sqliteLexis,
  classify,
  undump,
  print: writeStatement,
  script: writeScript,
  bookkeeping,
};

const classes: Readonly<Record<string, StatementClass>> = {
  CREATE: 'schema',
  ALTER: 'schema',
  DROP: 'schema',
  INSERT: 'data',
  REPLACE: 'data',
  UPDATE: 'data',
  DELETE: 'data',
  SELECT: 'data',
  VALUES: 'data',
  WITH: 'data',
  EXPLAIN: 'data',
  BEGIN: 'ignored',
  COMMIT: 'ignored',
  END: 'ignored',
  ROLLBACK: 'ignored',
  SAVEPOINT: 'ignored',
  RELEASE: 'ignored',
  PRAGMA: 'ignored',
  ANALYZE: 'ignored',
  REINDEX: 'ignored',
  ATTACH: 'refused',
  DETACH: 'refused',
  VACUUM: 'refused',
};

/** https://sqlite.org/lang_createtable.html: what is created in `temp` is seen by one connection and gone with it. */
const temporary: Refused = {
  refused: 'a temporary object belongs to one connection, never to a schema',
  hint: 'Take the statement out, or create the object without TEMP and without `temp.` before its name.',
};

function classify(words: readonly string[], name: readonly string[] = []): StatementClass | Refused {
  const [first = '', second = '', third = ''] = words;
  if (first === 'CREATE' && (second === 'TEMP' || second === 'TEMPORARY')) return temporary;
  if (first === 'CREATE' && name.length > 1 && foldName(name[0] ?? '') === 'temp') return temporary;
  // `.schema` prints the tables that SQLite makes for itself, and that nobody can create.
  if (first === 'CREATE' && second === 'TABLE' && third.startsWith('SQLITE_')) return 'ignored';
  return classes[first] ?? 'schema';
}

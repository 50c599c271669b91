import type { Dialect } from '@sync/core';
import { sqliteDialect } from '@sync/dialect-sqlite';

/** How rqlite writes things down: as SQLite does, less what is said to SQLite's own client. */
export const rqliteDialect: Dialect = {
  ...sqliteDialect,
  script: (statements, batch) =>
    sqliteDialect.script(statements, batch).map((statement) => statement.replace(/^\.bail on\n/, '')),
};

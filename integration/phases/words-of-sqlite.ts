import type { Words } from './cases.js';

/** How SQLite and its relatives write what cases are about. */
export const wordsOfSqlite: Words = {
  firstOf: (column) => `substr(${column}, 1, instr(${column}, ' ') - 1)`,
  restOf: (column) => `substr(${column}, instr(${column}, ' ') + 1)`,
  joined: (...columns) => columns.join(` || ' ' || `),
  toInteger: (column) => `CAST(${column} AS INTEGER)`,
  toText: (column) => `CAST(${column} AS TEXT)`,
};

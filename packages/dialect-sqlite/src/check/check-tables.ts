import type { CheckContext, Flaw, SchemaObject } from '@sync/core';
import type { TableSpec } from '../kinds/table/spec.js';
import { foldName, quoteName } from '../text/names.js';
import { flawOf, refusalOf, relationNames } from './ask.js';

type Table = SchemaObject<TableSpec>;

/** SQLite looks at the other end of a foreign key, and at the functions of a default, only when rows are written: https://sqlite.org/foreignkeys.html#fk_indexes. */
export async function* checkTables(tables: readonly Table[], context: CheckContext): AsyncGenerator<Flaw> {
  yield* checkForeignKeys(
    tables.filter(({ spec }) => spec.foreignKeys.length > 0),
    context,
  );
  for (const table of tables) yield* checkDefaults(table, context);
}

async function* checkForeignKeys(tables: readonly Table[], { session }: CheckContext): AsyncGenerator<Flaw> {
  if (tables.length === 0) return;
  const present = await relationNames(session);
  // One statement looks at every key, and only where it fails is it asked which ones they are.
  const allMatch = (await refusalOf(session, 'PRAGMA main.foreign_key_check')) === undefined;
  for (const { address, name, spec } of tables) {
    const missing = spec.foreignKeys.filter(({ table }) => !present.has(foldName(table)));
    for (const { columns, table } of missing) {
      const part = `foreign key (${columns.join(', ')})`;
      yield flawOf(address, `no such table: ${table}`, { part, missing: [foldName(table)] });
    }
    if (allMatch) continue;
    const mismatch = await refusalOf(session, `PRAGMA main.foreign_key_check(${quoteName(name)})`);
    if (mismatch !== undefined) yield flawOf(address, mismatch);
  }
}

async function* checkDefaults({ address, spec }: Table, { session }: CheckContext): AsyncGenerator<Flaw> {
  for (const column of spec.columns) {
    // Only a call can be wrong: SQLite refuses what is not constant, and takes a bare name for a string.
    if (!column.default?.includes('(')) continue;
    const message = await refusalOf(session, `EXPLAIN SELECT (${column.default})`);
    if (message !== undefined && !message.startsWith('no such column')) {
      yield flawOf(address, message, { part: `default of ${column.name}` });
    }
  }
}

import type { CheckContext, Flaw, SchemaObject } from '@sync/core';
import { quoteName } from '../text/names.js';
import { flawOf, refusalOf } from './ask.js';

/** A module may look for the tables that it reads only when it is read itself: https://sqlite.org/fts5.html#external_content_tables. In scratch there are no rows. */
export async function* checkVirtualTables(
  tables: readonly SchemaObject[],
  { session }: CheckContext,
): AsyncGenerator<Flaw> {
  for (const { address, name } of tables) {
    const message = await refusalOf(session, `SELECT * FROM ${quoteName(name)} LIMIT 1`);
    if (message !== undefined) yield flawOf(address, message);
  }
}

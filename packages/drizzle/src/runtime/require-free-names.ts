import { getTableName, getTableUniqueName, is, Table } from 'drizzle-orm';
import type { Books } from './books.js';
import type { Declared } from './declared.js';
import { migratorError } from './errors.js';

/** Refuses tables that are called as those in which migrations are noted: a plugin would change the books, and what core keeps for itself it does not make for anybody. */
export function requireFreeNames({ plugin, own }: Declared, books: Books): void {
  for (const { value } of own) {
    if (!is(value, Table)) continue;
    const name = getTableName(value);
    if (!books.isOne(getTableUniqueName(value)) && !/^_schema_sync(?:_|$)/i.test(name)) continue;
    throw migratorError(
      'USAGE',
      `the table ${name} is called as one in which migrations are noted`,
      'Nothing was touched. Call it otherwise.',
      { plugin, table: name },
    );
  }
}

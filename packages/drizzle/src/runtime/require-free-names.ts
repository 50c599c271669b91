import { getTableName, getTableUniqueName, is, Table } from 'drizzle-orm';
import type { Books } from './books.js';
import type { Declared } from './declared.js';
import { migratorError } from './errors.js';

/** Refuses tables that are called as those in which migrations are noted, and as the server's: a plugin would change the books, and what core keeps for itself it does not make for anybody. */
export function requireFreeNames({ plugin, own }: Declared, books: Books): void {
  for (const { value } of own) {
    if (!is(value, Table)) continue;
    const name = getTableName(value);
    const unique = getTableUniqueName(value);
    const isNoted = books.isOne(unique) || /^_schema_sync(?:_|$)/i.test(name);
    // These are left alone, whatever is declared there.
    if (!isNoted && !/^(?:pg_[^.]*|information_schema)\./i.test(unique)) continue;
    throw migratorError(
      'USAGE',
      `the table ${name} is called as ${isNoted ? 'one in which migrations are noted' : "one of the server's own"}`,
      'Nothing was touched. Call it otherwise.',
      { plugin, table: name },
    );
  }
}

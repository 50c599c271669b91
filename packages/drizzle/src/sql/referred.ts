import type { Table } from 'drizzle-orm';
import { getTableName } from 'drizzle-orm';
import type { DeclaredForeignKey } from './constraints.js';
import { programInvalid } from './invalid.js';

/** Refuses a foreign key to a table that is not declared: where it is another's, it must be declared too, to be built before the key, and excluded. */
export function requireReferred(
  keys: readonly DeclaredForeignKey[],
  declared: ReadonlySet<string>,
  nameOf: (table: Table) => string,
  at: string,
): void {
  for (const key of keys) {
    const table = key.reference().foreignColumns[0]?.table;
    if (!table || declared.has(nameOf(table))) continue;
    const name = getTableName(table);
    throw programInvalid(
      at,
      `the foreign key ${key.getName()} leads to the table ${name}, which no file of the source exports`,
      `Export it. Where another application keeps it, export it all the same and leave it alone: --exclude ${name}.`,
    );
  }
}

import { address, type CheckContext, type Flaw, type SchemaObject } from '@sync/core';
import type { TableSpec } from './spec.js';

/** Foreign keys to tables that never came: tables of a circle are made while the server does not ask for those that they refer to. */
export function* danglingKeys(
  tables: readonly SchemaObject<TableSpec>[],
  { catalogue }: CheckContext,
): Generator<Flaw> {
  for (const table of tables) {
    for (const key of table.spec.foreignKeys) {
      if (key.database !== undefined || catalogue.has(address('table', key.table))) continue;
      const message = `foreign key ${key.name} refers to ${key.table}, and there is no such table`;
      yield { address: table.address, message, missing: [key.table] };
    }
  }
}

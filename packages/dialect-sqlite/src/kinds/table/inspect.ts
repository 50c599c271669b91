import type { Found, Reading } from '@sync/core';
import { readSchema } from '../../read/schema.js';
import type { TableSpec } from './spec.js';

/** Reads all tables with one query. */
export async function* inspectTables(reading: Reading): AsyncGenerator<Found<TableSpec>> {
  const [scope] = reading.scopes;
  if (!scope) return;
  const schema = await readSchema(reading);
  for (const unmanaged of schema.unmanaged) yield { scope, unmanaged };
  for (const unmanaged of schema.shadows) yield { scope, unmanaged, isByproduct: true };
  const withOrder = reading.with.has('column-order');
  for (const { name, known } of schema.tables.values()) {
    yield { scope, object: known.object(name, schema.primaryKeyOf, withOrder) };
  }
}

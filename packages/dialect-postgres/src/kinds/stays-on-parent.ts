import { type Address, type Change, partsOf, type Rename, type SchemaObject } from '@sync/core';
import { columnChanges } from './table/table-delta.js';
import { remakesType } from './type/remakes-type.js';

/** Whether what is written about an object and these columns of it can stay while a change is made: not where the object or one of the columns is made again, or goes. */
export function staysOnParent(
  object: SchemaObject,
  change: Change,
  origin: (address: Address) => Address,
  columns: readonly string[],
): boolean {
  if (change.verb === 'replace' || remakesType(change)) return false;
  if (!isOnColumnsOf(object, origin(change.address))) return true;
  return !columnChanges(change).some(({ column, delta }) => delta.type === 'drop-column' && columns.includes(column));
}

/** Whether an object is about columns of a table: it is one of that table, or of one that has columns from there. */
export function isOnColumnsOf({ parent, needs }: SchemaObject, table: Address): boolean {
  return parent === table || (partsOf(table).kind === 'table' && needs.includes(table));
}

/** Whether a rename is one of a column that an object may be about. */
export function renamesColumnOf(object: SchemaObject, rename: Rename): rename is Extract<Rename, { of: 'member' }> {
  return rename.of === 'member' && isOnColumnsOf(object, rename.object);
}

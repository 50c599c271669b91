import type { Address, Change, SchemaObject } from '@sync/core';
import { columnChanges } from './table/table-delta.js';
import { remakesType } from './type/remakes-type.js';

/** Whether what is written about an object and these columns of it can stay while a change is made: not where the object or one of the columns is made again, or goes. */
export function staysOnParent(
  { parent }: SchemaObject,
  change: Change,
  origin: (address: Address) => Address,
  columns: readonly string[],
): boolean {
  if (change.verb === 'replace' || remakesType(change)) return false;
  if (origin(change.address) !== parent) return true;
  return !columnChanges(change).some(({ column, delta }) => delta.type === 'drop-column' && columns.includes(column));
}

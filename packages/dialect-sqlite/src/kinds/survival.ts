import type { Change, SchemaObject } from '@sync/core';
import { disturbance } from './table-kind.js';

/**
 * Whether a view or trigger can stay while something that it names changes. SQLite rewrites their texts when it renames in place, and refuses to drop a column that
 * they use; a rebuild leaves the name of the table as it was and does not look at them.
 */
export function survivesChange(object: SchemaObject, change: Change, features: ReadonlySet<string>): boolean {
  if (change.verb !== 'alter') return false;
  const table = disturbance(change, features);
  if (!table) return true;
  if (table.renamesOrDrops) return false;
  // What lies on the table goes with it, and would fire when its rows are filled.
  return object.parent !== change.address || !(table.rebuilt || table.fillsRows);
}

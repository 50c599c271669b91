import type { Change, SchemaObject, SurvivalContext } from '@sync/core';
import { speaksOf } from './names-in.js';
import { disturbance } from './table-kind.js';

/**
 * Whether a view or trigger can stay while something that it names changes. SQLite rewrites their texts when it renames in place, and refuses to drop a column that
 * they use; a rebuild leaves the name of the table as it was and does not look at them.
 */
export function survivesChange(object: SchemaObject, change: Change, { server, kept }: SurvivalContext): boolean {
  if (kept && change.verb === 'rename') return true;
  if (change.verb !== 'alter') return false;
  const table = disturbance(change, server.features);
  if (!table) return true;
  // The text of what is left alone may only be what SQLite makes of it, so that a rename finds it in place.
  if (kept ? speaksOf(object, [...table.dropped, ...table.added]) : table.renamesOrDrops) return false;
  // What lies on the table goes with it, and would fire when its rows are filled.
  return object.parent !== change.address || !(table.rebuilt || table.fillsRows);
}

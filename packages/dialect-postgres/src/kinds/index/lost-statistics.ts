import type { Address, Change, Delta, EntailContext } from '@sync/core';
import { mentionsColumn } from '../../text/rename-in.js';
import { columnChanges } from '../table/table-delta.js';
import type { IndexMarks } from './marks.js';
import type { IndexSpec } from './spec.js';

const rebuilding = new Set(['change-type', 'change-collation', 'change-generated']);

/** How closely ANALYZE looks at an index is said again where the server makes the index anew with a column, and keeps all else of it. */
export function lostStatistics(
  change: Change,
  { base, goal, origin }: EntailContext,
): ReadonlyMap<Address, readonly Delta[]> {
  const columns = columnChanges(change).flatMap(({ column, delta }) => (rebuilding.has(delta.type) ? [column] : []));
  const found = new Map<Address, readonly Delta[]>();
  if (columns.length === 0) return found;
  for (const index of [...goal.children(change.address), ...goal.dependents(change.address)]) {
    const from = index.kind === 'index' ? base.get(origin(index.address)) : undefined;
    const { definition, statistics } = index.spec as IndexSpec;
    if (!from || !statistics || !columns.some((column) => mentionsColumn(definition, column))) continue;
    // What is another one anyway is said by that.
    const { statistics: before = {} } = from.spec as IndexMarks;
    const said = Object.fromEntries(Object.entries(statistics).filter(([at, target]) => before[at] !== target));
    if (Object.keys(said).length === Object.keys(statistics).length) continue;
    found.set(from.address, [{ type: 'change-statistics', path: ['statistics'], from: said, to: statistics }]);
  }
  return found;
}

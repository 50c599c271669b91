import type { Address, Change, Delta, EntailContext, Json, SchemaObject } from '@sync/core';
import { mentionsColumn } from '../../text/rename-in.js';
import { partCommentsOf } from '../part-comments.js';
import { columnChanges } from '../table/table-delta.js';
import type { IndexMarks } from './marks.js';
import { partMarksOf } from './part-marks.js';
import type { IndexSpec } from './spec.js';

const rebuilding = new Set(['change-type', 'change-collation', 'change-generated']);

/**
 * What is said of an index is said again where the server makes that anew with a column: how closely ANALYZE looks, which is all that it does not keep, and what was said
 * of its parts, of which it keeps nothing. Of the parts of a check or a foreign key it keeps no comment.
 */
export function lostWithColumns(
  change: Change,
  { base, goal, origin }: EntailContext,
): ReadonlyMap<Address, readonly Delta[]> {
  const columns = columnChanges(change).flatMap(({ column, delta }) =>
    rebuilding.has(delta.type) ? [column, delta.path[1] ?? column] : [],
  );
  const found = new Map<Address, readonly Delta[]>();
  if (columns.length === 0) return found;
  for (const index of [...goal.children(change.address), ...goal.dependents(change.address)]) {
    const from =
      index.kind === 'index' || index.kind === 'postgres/constraint' ? base.get(origin(index.address)) : undefined;
    const { definition } = index.spec as IndexSpec;
    if (!from || !columns.some((column) => mentionsColumn(definition, column))) continue;
    const deltas = [...(index.kind === 'index' ? lostStatistics(from, index) : []), ...lostOfParts(from, index)];
    if (deltas.length > 0) found.set(from.address, deltas);
  }
  return found;
}

function lostStatistics(from: SchemaObject, to: SchemaObject): readonly Delta[] {
  const { statistics } = to.spec as IndexMarks;
  if (!statistics) return [];
  // What is another one anyway is said by that.
  const { statistics: before = {} } = from.spec as IndexMarks;
  const said = Object.fromEntries(Object.entries(statistics).filter(([at, target]) => before[at] !== target));
  if (Object.keys(said).length === Object.keys(statistics).length) return [];
  return [{ type: 'change-statistics', path: ['statistics'], from: said, to: statistics }];
}

function lostOfParts(from: SchemaObject, to: SchemaObject): readonly Delta[] {
  const [parts = []] = [from, to]
    .map((each) => [...partMarksOf(each), ...partCommentsOf(each)])
    .filter((each) => each.length > 0);
  if (parts.length === 0) return [];
  const said: Json = [...new Set(parts.map(({ table }) => table))];
  return [{ type: 'change-part-marks', path: ['parts'], from: said, to: said }];
}

import type { Address, Change, Ref, RenderContext } from '@sync/core';
import { mayOverlap } from './may-overlap.js';
import type { ParentSpec, TableSpec } from './spec.js';
import type { TableDelta } from './table-delta.js';

/** The changes by which other partitions leave a table that one joins, where it is in the way of what they have until then. */
export function leavingBeside(
  partition: Address,
  { table: above, bound: wanted = '' }: ParentSpec,
  context: RenderContext,
): readonly Ref[] {
  const { base, change, moved, origin } = context;
  const before = origin(above);
  return base.dependents(before).flatMap(({ address, kind, spec }): readonly Ref[] => {
    const { parents = [] } = kind === 'table' ? (spec as TableSpec) : {};
    const isInTheWay = parents.some(
      ({ table, bound }) => table === before && bound !== undefined && mayOverlap(bound, wanted),
    );
    if (!isInTheWay || moved(address) === partition) return [];
    const own = change(address);
    if (own?.verb === 'drop' || own?.verb === 'replace') return [{ verb: 'drop', address }];
    return own && leaves(own, above) ? [{ verb: 'alter', address: own.address }] : [];
  });
}

function leaves(change: Change, above: Address): boolean {
  if (change.verb !== 'alter') return false;
  return (change.deltas as readonly TableDelta[]).some(
    ({ type, parent }) => type === 'drop-parent' && parent?.table === above,
  );
}

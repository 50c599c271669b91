import type { Address, Catalogue, Ref, RenderContext } from '@sync/core';
import type { TableSpec } from './spec.js';

/** The partitions of a table in one state, and theirs. */
export function partitionsIn(catalogue: Catalogue, table: Address): readonly Address[] {
  return catalogue.dependents(table).flatMap(({ kind, address, spec }) => {
    const isPartition = kind === 'table' && isPartitionOf(spec as TableSpec, table);
    return isPartition ? [address, ...partitionsIn(catalogue, address)] : [];
  });
}

function isPartitionOf({ parents = [] }: TableSpec, above: Address): boolean {
  return parents.some(({ table, bound }) => table === above && bound !== undefined);
}

/** The partitions that a plan makes or attaches: one that came later would have a part of what its table has from the beginning. */
export function newPartitions(table: Address, { goal, change }: RenderContext): readonly Ref[] {
  return partitionsIn(goal, table).flatMap((address) => {
    const own = change(address);
    const isJoining = own?.verb === 'alter' && own.deltas.some(({ type }) => type === 'add-parent');
    return own?.verb === 'create' || own?.verb === 'replace' || isJoining ? [{ verb: own.verb, address }] : [];
  });
}

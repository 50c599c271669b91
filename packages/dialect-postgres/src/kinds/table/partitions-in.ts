import type { Address, Catalogue } from '@sync/core';
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

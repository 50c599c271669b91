import type { Address, RenderContext, SchemaObject } from '@sync/core';
import type { TableSpec } from '../kinds/table/spec.js';
import type { TableDelta } from '../kinds/table/table-delta.js';

type Table = SchemaObject<TableSpec>;

/** A partition, with those that it is itself divided into. */
export interface Partition {
  readonly table: Table;
  readonly partitions: readonly Partition[];
}

/** Whether a table is divided into partitions, for which the server does less than for others: nothing concurrently, and no constraint from an index. */
export function isPartitioned(at: Address, { base, goal }: RenderContext): boolean {
  return [goal, base].some((state) => (state.get(at)?.spec as TableSpec | undefined)?.partitionBy !== undefined);
}

/** The partitions that a table has all through a plan; undefined where the plan makes one, takes one away or exchanges one. */
export function partitionsOf(table: Address, context: RenderContext): readonly Partition[] | undefined {
  const { base, goal, origin } = context;
  const before = below(origin(table), base).map(({ address: each }) => context.moved(each));
  const after = below(table, goal);
  if (before.length !== after.length || after.some((each) => isUnsettled(each, before, context))) return undefined;
  const all = after.map((each) => ({ table: each, partitions: partitionsOf(each.address, context) }));
  return all.every((each): each is Partition => each.partitions !== undefined) ? all : undefined;
}

/** The partitions that hold rows themselves. */
export function leavesOf(partitions: readonly Partition[]): readonly Table[] {
  return partitions.flatMap(({ table, partitions: more }) =>
    table.spec.partitionBy === undefined ? [table] : leavesOf(more),
  );
}

function below(table: Address, state: RenderContext['base']): readonly Table[] {
  return state
    .dependents(table)
    .filter(({ kind }) => kind === 'table')
    .map((each) => each as Table)
    .filter(({ spec: { parents = [] } }) => parents.some((each) => each.table === table && each.bound !== undefined));
}

function isUnsettled({ address: at }: Table, before: readonly Address[], { change }: RenderContext): boolean {
  const own = change(at);
  if (!before.includes(at)) return true;
  if (own?.verb !== 'alter') return own !== undefined && own.verb !== 'rename';
  return (own.deltas as readonly TableDelta[]).some(({ type }) => type === 'add-parent' || type === 'drop-parent');
}

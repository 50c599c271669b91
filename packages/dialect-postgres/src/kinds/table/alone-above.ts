import type { Address, Change, EntailContext, Entailed } from '@sync/core';
import type { ParentSpec, TableSpec } from './spec.js';
import type { TableDelta } from './table-delta.js';

/** What a partitioned table has for itself alone (ON ONLY) makes way for a partition that comes: the server would give it a part. */
export function aloneAbove(change: Change, context: EntailContext): ReadonlyMap<Address, Entailed> {
  return new Map(
    joined(change)
      .flatMap(({ table }) => withAncestors(table, context))
      .flatMap((above) => context.goal.children(above))
      .flatMap(({ address, spec }): readonly (readonly [Address, Entailed])[] => {
        const from = context.base.get(context.origin(address));
        if (!from || !isAlone(from.spec) || !isAlone(spec)) return [];
        return [[from.address, { replace: 'a partition that comes would get a part of it' }]];
      }),
  );
}

/** The tables that a table comes to be a partition of. */
function joined(change: Change): readonly ParentSpec[] {
  if (change.verb === 'alter') {
    return (change.deltas as readonly TableDelta[]).flatMap(({ type, parent }) =>
      type === 'add-parent' && parent?.bound !== undefined ? [parent] : [],
    );
  }
  if (change.verb !== 'create') return [];
  const { parents = [] } = change.to.spec as TableSpec;
  return parents.filter(({ bound }) => bound !== undefined);
}

function withAncestors(table: Address, context: EntailContext): readonly Address[] {
  const { parents = [] } = (context.goal.get(table)?.spec ?? {}) as Partial<TableSpec>;
  return [table, ...parents.flatMap((parent) => withAncestors(parent.table, context))];
}

/** Whether an index or a constraint is one of a partitioned table alone. */
export function isAlone(spec: unknown): boolean {
  return (spec as { readonly only?: true }).only === true;
}

import type { Change, RenderContext, SchemaObject } from '@sync/core';
import type { AlongSpec, TableLayout, TableSpec } from './spec.js';
import type { TableDelta } from './table-delta.js';

/** What a table has from others beside columns. */
export function alongOf(table: SchemaObject): readonly AlongSpec[] {
  return (table.layout as unknown as TableLayout).along ?? [];
}

/** Whether a check comes from another table above, too, or comes from one that the table joins, and stays where it is. */
export function isGivenAgain({ type, name, definition }: AlongSpec, kept: readonly AlongSpec[]): boolean {
  return (
    type === 'check' && kept.some((each) => each.type === type && each.name === name && each.definition === definition)
  );
}

/** Whether another table above, which stays, has a check of that name: what becomes of it there becomes of it here. */
export function staysAbove(
  { type, name }: AlongSpec,
  { from, deltas }: Extract<Change, { verb: 'alter' }>,
  { base, origin }: RenderContext,
): boolean {
  const left = new Set(
    (deltas as readonly TableDelta[]).flatMap(({ type: of, parent }) =>
      of === 'drop-parent' && parent ? [parent.table] : [],
    ),
  );
  const { parents = [] } = from.spec as TableSpec;
  return (
    type === 'check' &&
    parents.some(({ table }) => {
      const above = base.get(origin(table));
      if (left.has(table) || !above) return false;
      return (
        alongOf(above).some((each) => each.type === 'check' && each.name === name) ||
        base.children(above.address).some((each) => each.kind === 'postgres/constraint' && each.name === name)
      );
    })
  );
}

import type { Address, RenderContext, SchemaObject } from '@sync/core';
import type { TableLayout, TableSpec } from './spec.js';

type Table = SchemaObject<TableSpec>;

/** An heir as it was and as it is to be. */
export interface Heir {
  readonly was: TableLayout;
  readonly is: Table;
}

/** The tables that inherit from one all through a plan, and are no partitions: those define nothing themselves. */
export function heirsOf(table: Address, { base, goal, origin, moved }: RenderContext): readonly Heir[] {
  const before = origin(table);
  return base.dependents(before).flatMap((each): readonly Heir[] => {
    const is = parentsIn(each).includes(before) ? goal.get(moved(each.address)) : undefined;
    return is && parentsIn(is).includes(table) ? [{ was: each.layout as unknown as TableLayout, is: is as Table }] : [];
  });
}

/** The tables that one inherits from all through a plan. */
export function tablesAbove(table: Address, { base, goal, origin, moved }: RenderContext): readonly Address[] {
  const before = new Set(parentsIn(base.get(origin(table))).map(moved));
  return parentsIn(goal.get(table)).filter((parent) => before.has(parent));
}

function parentsIn(object: SchemaObject | undefined): readonly Address[] {
  if (object?.kind !== 'table') return [];
  const { parents = [] } = object.spec as TableSpec;
  return parents.flatMap(({ table, bound }) => (bound === undefined ? [table] : []));
}

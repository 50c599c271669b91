import type { Address, RenderContext, SchemaObject } from '@sync/core';
import type { ParentSpec, TableLayout, TableSpec } from './spec.js';

type Table = SchemaObject<TableSpec>;

/** An heir as it was and as it is to be. */
export interface Heir {
  readonly was: TableLayout;
  readonly is: Table;
}

/** Which tables have something from others all through a plan. */
export interface Lineage {
  below(table: Address, context: RenderContext): readonly Heir[];
  above(table: Address, context: RenderContext): readonly Address[];
}

/** The tables that inherit and are no partitions: those define no column and no check themselves. */
export const heirs: Lineage = lineage(({ bound }) => bound === undefined);

/** With partitions, which may forbid nulls themselves, too. */
export const heirsAndPartitions: Lineage = lineage(() => true);

function lineage(counts: (parent: ParentSpec) => boolean): Lineage {
  const parentsIn = (object: SchemaObject | undefined): readonly Address[] => {
    if (object?.kind !== 'table') return [];
    const { parents = [] } = object.spec as TableSpec;
    return parents.filter(counts).map(({ table }) => table);
  };
  return {
    below(table, { base, goal, origin, moved }) {
      const before = origin(table);
      return base.dependents(before).flatMap((each): readonly Heir[] => {
        const is = parentsIn(each).includes(before) ? goal.get(moved(each.address)) : undefined;
        return is && parentsIn(is).includes(table)
          ? [{ was: each.layout as unknown as TableLayout, is: is as Table }]
          : [];
      });
    },
    above(table, { base, goal, origin, moved }) {
      const before = new Set(parentsIn(base.get(origin(table))).map(moved));
      return parentsIn(goal.get(table)).filter((parent) => before.has(parent));
    },
  };
}

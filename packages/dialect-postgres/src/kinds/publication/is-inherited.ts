import type { Address, RenderContext, SchemaObject } from '@sync/core';
import type { TableSpec } from '../table/spec.js';

/** Whether other tables inherit from a table, before or after: what names it in a publication without ONLY is about them, too. Partitions do not count there. */
export function isInherited(table: Address, { base, goal, origin }: Pick<RenderContext, 'base' | 'goal' | 'origin'>) {
  return [[base, origin(table)] as const, [goal, table] as const].some(([catalogue, at]) =>
    catalogue.dependents(at).some((object) => inherits(object, at)),
  );
}

function inherits(object: SchemaObject, from: Address): boolean {
  if (object.kind !== 'table') return false;
  const { parents = [] } = object.spec as TableSpec;
  return parents.some(({ table, bound }) => table === from && bound === undefined);
}

import type { Address, RenderContext, SchemaObject } from '@sync/core';
import { isNew } from '../is-new.js';
import type { TableSpec } from './spec.js';

/** The partition that takes what no other one does, where it is there all through a plan: whatever comes beside it, or goes, the server locks it for. */
export function defaultPartition(above: Address, context: RenderContext): SchemaObject<TableSpec> | undefined {
  const { base, goal, moved, origin } = context;
  if (isNew(above, context)) return undefined;
  const isDefault = ({ kind, spec }: SchemaObject, of: Address) =>
    kind === 'table' &&
    ((spec as TableSpec).parents ?? []).some(({ table, bound }) => table === of && bound === 'DEFAULT');
  const before = base.dependents(origin(above)).find((each) => isDefault(each, origin(above)));
  const after = before && goal.get(moved(before.address));
  if (!after || !isDefault(after, above) || isNew(after.address, context)) return undefined;
  return after as SchemaObject<TableSpec>;
}

import { partsOf, type Ref, type RenderContext, type SchemaObject } from '@sync/core';
import type { ConstraintSpec } from '../constraint/spec.js';

/**
 * The keys of its table that a unique index, or a key, has to come after in a plan that makes them all: those that foreign keys stand on. Of several
 * that would do the server takes the oldest, and then it does not let go of that one.
 */
export function keysFirst({ parent, address }: SchemaObject, { goal, change }: RenderContext): readonly Ref[] {
  if (parent === undefined) return [];
  const keys = [...goal.children(parent), ...goal.dependents(parent)].flatMap(({ kind, spec, needs }) => {
    const isReference = kind === 'postgres/constraint' && (spec as ConstraintSpec).references === parent;
    return isReference ? needs.filter((need) => isKeyOf(goal.get(need), parent)) : [];
  });
  if (keys.includes(address)) return [];
  return [...new Set(keys)].flatMap((key) => {
    const verb = change(key)?.verb;
    return verb === 'create' || verb === 'replace' ? [{ verb, address: key }] : [];
  });
}

function isKeyOf(object: SchemaObject | undefined, table: string): boolean {
  if (object?.parent !== table) return false;
  const { kind } = partsOf(object.address);
  return kind === 'index' || kind === 'postgres/constraint';
}

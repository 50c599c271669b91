import type { Change, Hazard, RenderContext, SchemaObject } from '@sync/core';
import { dropsIndex, endsGuarantee } from '../../hazards.js';
import { keyParts } from '../../online/key-parts.js';
import { shown } from '../../text/qualified.js';
import type { IndexSpec } from '../index/spec.js';
import { isUnenforced } from './enforcement.js';
import type { ConstraintSpec } from './spec.js';

/** What is lost with a constraint that goes: nothing, where it was not enforced. */
export function lossOfConstraint(constraint: SchemaObject<ConstraintSpec>): readonly Hazard[] {
  return isUnenforced(constraint) ? [] : guaranteeOf(constraint);
}

/** What is lost when a constraint stays, but nobody looks whether rows comply. */
export function lossOfEnforcement(constraint: SchemaObject<ConstraintSpec>): readonly Hazard[] {
  return guaranteeOf(constraint, 'stops enforcing');
}

/** What is lost with an index that goes; what it kept apart may be a constraint's to keep apart from then on, which takes its name. */
export function lossOfIndex(
  { name, parent, spec }: SchemaObject<IndexSpec>,
  { goal, moved }: RenderContext,
): readonly Hazard[] {
  if (!parent) return [];
  const table = shown({ address: parent });
  const isKept = goal.children(moved(parent)).some((each) => each.kind === 'postgres/constraint' && each.name === name);
  return [
    ...(spec.unique && !isKept ? [endsGuarantee(`table ${table}`, `unique index ${name}`)] : []),
    dropsIndex(name, table),
  ];
}

/** What rows do not have to comply with any more where something that is made anew demands less. */
export function weakened(change: Change, { change: whole }: RenderContext): readonly Hazard[] {
  const own = change.verb === 'create' ? whole(change.address) : undefined;
  const parent = own?.verb === 'replace' ? own.from.parent : undefined;
  if (own?.verb !== 'replace' || parent === undefined) return [];
  const { from, to } = own;
  if (own.kind === 'index') {
    const isLost = (from as SchemaObject<IndexSpec>).spec.unique && !(to as SchemaObject<IndexSpec>).spec.unique;
    return isLost ? [endsGuarantee(`table ${shown({ address: parent })}`, `unique index ${from.name}`)] : [];
  }
  if (own.kind !== 'postgres/constraint') return [];
  const [before, after] = [from, to].map((each) => each as SchemaObject<ConstraintSpec>);
  if (!before || !after || isUnenforced(before)) return [];
  if (isUnenforced(after)) return lossOfEnforcement(before);
  return isWider(before.spec, after.spec) ? guaranteeOf(before) : [];
}

/** Whether rows that a key told apart by fewer columns may be alike in those. */
function isWider(before: ConstraintSpec, after: ConstraintSpec): boolean {
  const [was, is] = [before, after].map(({ type, definition }) =>
    type === 'primary key' || type === 'unique' ? keyParts(definition)?.columns : undefined,
  );
  return was !== undefined && (is?.some((column) => !was.includes(column)) ?? false);
}

function guaranteeOf({ name, parent, spec }: SchemaObject<ConstraintSpec>, how?: string): readonly Hazard[] {
  return parent ? [endsGuarantee(`table ${shown({ address: parent })}`, `${spec.type} ${name}`, how)] : [];
}

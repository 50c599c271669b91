import type { Hazard, SchemaObject } from '@sync/core';
import { endsGuarantee } from '../../hazards.js';
import { shown } from '../../text/qualified.js';
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

function guaranteeOf({ name, parent, spec }: SchemaObject<ConstraintSpec>, how?: string): readonly Hazard[] {
  return parent ? [endsGuarantee(`table ${shown({ address: parent })}`, `${spec.type} ${name}`, how)] : [];
}

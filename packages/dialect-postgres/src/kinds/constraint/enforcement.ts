import type { SchemaObject } from '@sync/core';
import type { ConstraintSpec } from './spec.js';

/** When a constraint is looked at, and whether: what the server prints last, and changes of a foreign key in place. */
const ending = /( DEFERRABLE( INITIALLY DEFERRED)?)?( NOT ENFORCED)?$/;

/** What a constraint demands, without when it is looked at. */
export function demandOf(definition: string): string {
  return definition.replace(ending, '');
}

/** Whether nobody looks whether rows comply; from 18 on. */
export function isUnenforced({ spec }: SchemaObject<ConstraintSpec>): boolean {
  return spec.type !== 'exclusion' && spec.definition.endsWith(' NOT ENFORCED');
}

/** Whether all rows comply with it: it was looked at, or there from the beginning. */
export function isValidated(constraint: SchemaObject<ConstraintSpec>): boolean {
  return !constraint.spec.unvalidated && !isUnenforced(constraint);
}

/** When a constraint is looked at, as ALTER CONSTRAINT takes it. */
export function timingOf(definition: string): string {
  const [, deferrable, initially] = ending.exec(definition) ?? [];
  if (deferrable === undefined) return 'NOT DEFERRABLE';
  return `DEFERRABLE INITIALLY ${initially === undefined ? 'IMMEDIATE' : 'DEFERRED'}`;
}

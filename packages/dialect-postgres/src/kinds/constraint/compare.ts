import type { CompareContext, Delta, SchemaObject } from '@sync/core';
import { markDeltas } from '../index/marks.js';
import { demandOf, isUnenforced, timingOf } from './enforcement.js';
import type { ConstraintSpec } from './spec.js';

type Constraint = SchemaObject<ConstraintSpec>;

/** What stands between two constraints, where the server changes that in place. */
export function compareConstraints(
  from: Constraint,
  to: Constraint,
  { server }: Pick<CompareContext, 'server'>,
): readonly Delta[] | { readonly replace: string } {
  if (from.spec.only !== to.spec.only) {
    return { replace: 'a key of a table alone does not become one of all partitions, nor the other way round' };
  }
  const own = demandDeltas(from, to);
  if (!own || (own.some(({ type }) => type === 'change-enforcement') && !server.features.has('enforcement-change'))) {
    return { replace: 'a constraint cannot be altered' };
  }
  const marks = markDeltas(from.spec, to.spec);
  if (isPartitioned(to) && marks.some(({ type }) => type === 'change-options')) {
    return { replace: 'the storage parameters of an index of a partitioned table are given where it is created' };
  }
  return [...own, ...marks];
}

function demandDeltas(from: Constraint, to: Constraint): readonly Delta[] | undefined {
  const [before, after] = [from.spec, to.spec];
  if (after.unvalidated && !before.unvalidated) return undefined;
  const validation: Delta = { type: 'change-validation', path: ['unvalidated'], from: true, to: false };
  const isValidated = before.unvalidated && !after.unvalidated && !isUnenforced(to);
  if (before.definition === after.definition) return isValidated ? [validation] : [];
  if (before.type !== 'foreign key' || demandOf(before.definition) !== demandOf(after.definition)) return undefined;
  const [was, is] = [before, after].map(({ definition }) => timingOf(definition));
  const timing: Delta = { type: 'change-timing', path: ['definition'], from: was ?? null, to: is ?? null };
  const enforcement: Delta = {
    type: 'change-enforcement',
    path: ['definition'],
    from: !isUnenforced(from),
    to: !isUnenforced(to),
  };
  return [
    ...(was === is ? [] : [timing]),
    ...(enforcement.from === enforcement.to ? [] : [enforcement]),
    ...(isValidated ? [validation] : []),
  ];
}

function isPartitioned({ layout }: Constraint): boolean {
  return (layout as { readonly partitioned?: true } | undefined)?.partitioned === true;
}

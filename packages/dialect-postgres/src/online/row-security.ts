import type { Address, Ref, RenderContext, SchemaObject, StepDraft } from '@sync/core';
import type { TableSpec } from '../kinds/table/spec.js';
import type { TableDelta } from '../kinds/table/table-delta.js';
import type { OnlineSteps } from './online-kind.js';

type Table = SchemaObject<TableSpec>;

/**
 * Policies count from when the last of them is there, and no longer once the first of them goes: between two transactions nobody would see a row that no policy lets
 * through yet, or any more.
 */
export function aroundPolicies(
  steps: readonly StepDraft[],
  { type }: TableDelta,
  table: Table,
  context: RenderContext,
): readonly StepDraft[] {
  const flag = flags.get(type);
  if (flag === undefined) return steps;
  const refs = policyChanges(table, context).map(
    (ref): Ref => (ref.verb === 'replace' && !table.spec[flag] ? { ...ref, verb: 'drop' } : ref),
  );
  if (refs.length === 0) return steps;
  return steps.map((step) =>
    table.spec[flag]
      ? { ...step, late: true as const, preferAfter: refs }
      : { ...step, early: true as const, preferBefore: refs },
  );
}

/** A policy goes when those are there that come, or at once with that where they need what it keeps from changing: until then nobody would see what only they let through, or everybody what only they hide. */
export const policyOnline: OnlineSteps = (change, usual, context) => {
  const { parent } = change.verb === 'drop' ? change.from : change.to;
  if (change.verb !== 'drop' || parent === undefined || !context.isOnline(parent)) return usual;
  const preferAfter = policiesThatCome(context.moved(parent), context);
  return preferAfter.length > 0 ? usual.map((step) => ({ ...step, preferAfter, until: preferAfter })) : usual;
};

function policiesThatCome(table: Address, { goal, change }: RenderContext): readonly Ref[] {
  return goal.children(table).flatMap(({ kind, address }): readonly Ref[] => {
    const isNew = kind === 'postgres/policy' && change(address)?.verb === 'create';
    return isNew ? [{ verb: 'create', address }] : [];
  });
}

const flags: ReadonlyMap<string, 'rowSecurity' | 'forcedRowSecurity'> = new Map([
  ['change-row-security', 'rowSecurity'],
  ['change-forced-row-security', 'forcedRowSecurity'],
]);

function policyChanges({ address: at }: Table, { base, goal, origin, change }: RenderContext): readonly Ref[] {
  return [...base.children(origin(at)), ...goal.children(at)].flatMap(({ kind, address }): readonly Ref[] => {
    const own = kind === 'postgres/policy' ? change(address) : undefined;
    return own ? [{ verb: own.verb, address }] : [];
  });
}

import type { Hazard, Ref, RenderContext, SchemaObject, StepDraft } from '@sync/core';
import { shown } from '../../text/qualified.js';
import { mentionsIn } from './mentions.js';
import type { RoutineSpec } from './spec.js';

/** What a replaced routine has to do with the columns that are renamed in the same plan, online. */
export interface RenamedBeside {
  /** Renames that commit together with it: what calls it in between would not find the column. */
  readonly until: readonly Ref[];
  readonly hazards: readonly Hazard[];
}

/**
 * The tables that a routine names, or is a trigger's function of, and whose columns are renamed online. Where a table changes otherwise too, its steps may commit one by
 * one, and that is told.
 */
export function renamedBeside(routine: SchemaObject<RoutineSpec>, context: RenderContext): RenamedBeside {
  const { goal, change, isOnline } = context;
  const triggered = goal.dependents(routine.address).flatMap(({ parent }) => parent ?? []);
  const named = mentionsIn(routine, goal).map(({ address }) => address);
  const renamed = [...new Set([...triggered, ...named])].flatMap((address) => {
    const beside = isOnline(address) ? change(address) : undefined;
    if (beside?.verb !== 'alter' || beside.kind !== 'table') return [];
    const isRename = ({ type }: { readonly type: string }) => type === 'rename-column';
    return beside.deltas.some(isRename) ? [{ address, alone: beside.deltas.every(isRename) }] : [];
  });
  return {
    until: renamed.flatMap(({ address, alone }): readonly Ref[] => (alone ? [{ verb: 'alter', address }] : [])),
    hazards: renamed.flatMap(({ address, alone }) =>
      alone ? [] : [failsMeanwhile(shown(routine), shown({ address }))],
    ),
  };
}

/** The parts of a step that have it commit right with the renames. */
export function together(
  { until }: RenamedBeside,
  preferAfter: readonly Ref[] = [],
): Pick<StepDraft, 'until' | 'preferBefore' | 'preferAfter'> {
  if (until.length === 0) return {};
  const renamed = new Set(until.map(({ address }) => address));
  return { until, preferBefore: until, preferAfter: preferAfter.filter(({ address }) => !renamed.has(address)) };
}

function failsMeanwhile(routine: string, table: string): Hazard {
  return {
    class: 'correctness',
    code: 'breaks-clients',
    message: `replaces ${routine} in another transaction than that which renames columns of table ${table}: what calls it in between may not find them`,
    hint: 'Rename the columns in a plan of their own, or have the plan commit as a whole (`--no-online`).',
    reversible: true,
  };
}

import type { Hazard } from '../contract/step.js';
import { sealPlan } from './plan.js';
import type { Plan } from './plan-format.js';

/** Something is there afterwards and does not work any more, though nobody asked for it to be touched. */
export function breaksLeftAlone({ of, message }: { readonly of: string; readonly message: string }): Hazard {
  return {
    class: 'data-loss',
    code: 'breaks-left-alone',
    message: `breaks ${of}, which is left alone: ${message}`,
    hint: 'Keep what it stands on, change it yourself first, or let it be managed.',
    reversible: true,
  };
}

/** What only trying a plan showed belongs to all of it, and is said at its end. */
export function withHarm(plan: Plan, harm: readonly Hazard[]): Plan {
  const batch = plan.up.at(-1);
  const step = batch?.steps.at(-1);
  if (!batch || !step || harm.length === 0) return plan;
  const steps = batch.steps.with(-1, { ...step, hazards: [...step.hazards, ...harm] });
  const { id, ...content } = plan;
  return sealPlan({ ...content, up: plan.up.with(-1, { ...batch, steps }) });
}

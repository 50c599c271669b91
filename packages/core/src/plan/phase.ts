import type { Hazard } from '../contract/step.js';
import { sealPlan } from './plan.js';
import type { Plan } from './plan-format.js';

/** The two parts of a change that clients of the old and of the new shape live through: both shapes are there after the first, and the old one goes with the second. */
export type PlanPhase = 'expand' | 'contract';

/** Both parts, in their order. */
export const planPhases: readonly PlanPhase[] = ['expand', 'contract'];

/** The plan with the phase that it is; one that contracts says what nobody can know for whoever lets it run. */
export function withPhase(plan: Plan, phase: PlanPhase | undefined): Plan {
  const [batch, ...batches] = plan.up;
  const [step, ...steps] = batch?.steps ?? [];
  if (phase === undefined || !batch || !step) return plan;
  const { id, ...content } = plan;
  if (phase === 'expand') return sealPlan({ ...content, phase });
  const told = { ...step, hazards: [endsOldShape, ...step.hazards] };
  return sealPlan({ ...content, phase, up: [{ ...batch, steps: [told, ...steps] }, ...batches] });
}

const endsOldShape: Hazard = {
  class: 'access',
  code: 'ends-old-shape',
  message:
    'takes the old shape away: statements that still use it fail from then on, and nobody can tell from here whether some do',
  hint: 'Make sure that every client is the new one, then allow it.',
  reversible: true,
};

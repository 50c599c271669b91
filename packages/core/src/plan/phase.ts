import type { Change } from '../contract/change.js';
import type { Batch, Hazard } from '../contract/step.js';
import type { Address } from '../model/address.js';
import { sealPlan } from './plan.js';
import type { Plan } from './plan-format.js';

/** The two parts of a change that clients of the old and of the new shape live through: both shapes are there after the first, and the old one goes with the second. */
export type PlanPhase = 'expand' | 'contract';

/** Both parts, in their order. */
export const planPhases: readonly PlanPhase[] = ['expand', 'contract'];

/**
 * The plan with the phase that it is. One that contracts says what nobody can know for whoever lets it run, and of columns that go it asks nobody whether they were
 * renamed, where that was declared.
 */
export function withPhase(
  plan: Plan,
  phase: PlanPhase | undefined,
  /** The objects whose columns that go are all succeeded by others. */
  succeeded: () => ReadonlySet<Address>,
): Plan {
  const [batch, ...batches] = plan.up;
  const [step, ...steps] = batch?.steps ?? [];
  if (phase === undefined || !batch || !step) return plan;
  const { id, ...content } = plan;
  if (phase === 'expand') return sealPlan({ ...content, phase });
  const told = { ...step, hazards: [endsOldShape, ...step.hazards] };
  const up = [{ ...batch, steps: [told, ...steps] }, ...batches];
  return sealPlan({ ...content, phase, up: withoutQuestions(up, plan.changes, succeeded()) });
}

/** The plan without what its hazards ask of columns that others have come in the place of. */
export function withAnswers(plan: Plan, succeeded: ReadonlySet<Address>): Plan {
  const { id: _, ...content } = plan;
  return sealPlan({ ...content, up: withoutQuestions(plan.up, plan.changes, succeeded) });
}

/** Who declared what comes in the place of a column has said what a hazard of that column would ask. */
function withoutQuestions(
  batches: readonly Batch[],
  changes: readonly Change[],
  succeeded: ReadonlySet<Address>,
): readonly Batch[] {
  const declared = new Set(
    changes.flatMap((change) => (change.verb === 'alter' && succeeded.has(change.to.address) ? [change.id] : [])),
  );
  const answered = ({ hint, ...hazard }: Hazard): Hazard =>
    hazard.code === 'drops-column' || hint === undefined ? hazard : { ...hazard, hint };
  return batches.map((batch) => ({
    ...batch,
    steps: batch.steps.map((step) =>
      declared.has(step.change) ? { ...step, hazards: step.hazards.map(answered) } : step,
    ),
  }));
}

const endsOldShape: Hazard = {
  class: 'access',
  code: 'ends-old-shape',
  message:
    'takes the old shape away: statements that still use it fail from then on, and nobody can tell from here whether some do',
  hint: 'Make sure that every client is the new one, then allow it.',
  reversible: true,
};

import type { Driver } from '../contract/driver.js';
import type { Leftover } from '../contract/kind.js';
import type { Batch } from '../contract/step.js';
import type { Difference } from '../diff/difference.js';
import type { Address } from '../model/address.js';
import { foldBatches } from './batch.js';
import { sealPlan } from './plan.js';
import type { Plan } from './plan-format.js';

/** What the steps are known by that remove what attempts that failed left, in place of a change. */
const sweep = 'sweep';

/** Puts the removal of leftovers before the steps of a plan. What goes with its parent needs none, and the way down has nothing of it. */
export function withSweep(
  plan: Plan,
  leftovers: readonly Leftover[],
  { goal, moved }: Pick<Difference, 'goal' | 'moved'>,
  driver: Driver,
): Plan {
  const stays = (parent: Address | undefined) => parent === undefined || goal.has(moved.get(parent) ?? parent);
  const drafts = leftovers.flatMap(({ parent, removal }) => (stays(parent) ? [removal] : []));
  if (drafts.length === 0) return plan;
  const swept = foldBatches([{ change: { id: sweep }, drafts }], driver);
  const { id, ...content } = plan;
  const up = [...swept.map((batch) => ({ ...batch, sweeps: true as const })), ...later(plan.up, drafts.length)];
  return sealPlan({ ...content, up });
}

function later(batches: readonly Batch[], by: number): readonly Batch[] {
  return batches.map((batch) => ({
    ...batch,
    steps: batch.steps.map((step) => ({ ...step, number: step.number + by })),
  }));
}

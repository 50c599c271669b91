import { type Batch, type Plan, sealPlan } from '@sync/core';

/** How the steps of a plan are run: each in a transaction of its own, or without any. */
export type Way = 'each alone' | 'step by step';

/** A plan that stops between any two of its steps, as plans do on engines that cannot put all into one transaction. */
export function parted({ id: _, ...plan }: Plan, way: Way): Plan {
  const each = (batches: readonly Batch[]) =>
    batches.flatMap((batch) => batch.steps.map((step) => ({ ...batch, atomic: way === 'each alone', steps: [step] })));
  return sealPlan({ ...plan, up: each(plan.up), down: each(plan.down) });
}

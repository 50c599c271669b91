import type { Driver } from '../contract/driver.js';
import { SyncError } from '../errors.js';
import type { Plan } from '../plan/plan-format.js';

/** Refuses a way back that would make again what a run which was stopped had left: the plan that went on from there began with it. */
export function refuseScaffolding(
  { inverse }: Pick<Plan, 'inverse'>,
  way: 'up' | 'down',
  { driver, op }: { readonly driver: Driver; readonly op: string },
): void {
  const made = way === 'down' ? inverse.flatMap((change) => driver.scaffolding?.(change) ?? []) : [];
  if (made.length === 0) return;
  throw new SyncError({
    code: 'PLAN_IMPOSSIBLE',
    op,
    message: `this went on with what a run that was stopped had left, and the way back would make that again: ${made.join(', ')}`,
    hint: 'Nothing was touched. The state before both is reached with sync --to and the schema as it was then, from version control or from `schema-sync snapshot list`.',
    details: { scaffolding: made },
  });
}

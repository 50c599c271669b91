import type { Change } from '../contract/change.js';
import type { Driver } from '../contract/driver.js';
import { SyncError } from '../errors.js';
import type { Plan } from '../plan/plan-format.js';

/** What changes make that stands only while a plan runs. */
export function scaffoldingOf(changes: readonly Change[], driver: Driver): readonly string[] {
  return changes.flatMap((change) => driver.scaffolding?.(change) ?? []);
}

/** Refuses a way back that would make again what a run which was stopped had left: the plan that went on from there began with it. */
export function refuseScaffolding(
  { inverse }: Pick<Plan, 'inverse'>,
  way: 'up' | 'down',
  { driver, op, because }: { readonly driver: Driver; readonly op: string; readonly because?: string },
): void {
  const made = way === 'down' ? scaffoldingOf(inverse, driver) : [];
  if (made.length === 0) return;
  const whole = because === undefined ? '' : `; the state before both cannot be told from the journal: ${because}`;
  throw new SyncError({
    code: 'PLAN_IMPOSSIBLE',
    op,
    message: `this went on with what a run that was stopped had left, and the way back would make that again: ${made.join(', ')}${whole}`,
    hint: 'Nothing was touched. The state before both is reached with sync --to and the schema as it was then, from version control or from `schema-sync snapshot list`.',
    details: { scaffolding: made },
  });
}

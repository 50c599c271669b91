import type { Driver } from '../contract/driver.js';
import type { HazardClass } from '../contract/step.js';
import { changeId } from '../diff/diff.js';
import type { RenameSuspect } from '../diff/difference.js';
import { findSuspects } from '../diff/suspects.js';
import { SyncError } from '../errors.js';
import { address } from '../model/address.js';
import { grouped } from '../model/grouped.js';
import { renameFlag } from '../model/rename-text.js';
import { hazardsOf, type PlanHazard } from '../plan/hazards.js';
import type { Plan } from '../plan/plan-format.js';
import { refuseScaffolding } from './scaffolding.js';

/** Refuses a run that would do harm which nobody allowed, or make what only a run is to make; comes before the first statement and before the lock. */
export function checkGate(
  plan: Pick<Plan, 'up' | 'down' | 'changes' | 'inverse'>,
  way: 'up' | 'down',
  { allow, op, driver }: { readonly allow: ReadonlySet<HazardClass>; readonly op: string; readonly driver: Driver },
): void {
  refuseScaffolding(plan, way, { driver, op });
  const closed = hazardsOf(way === 'up' ? plan.up : plan.down).filter(
    (hazard) => hazard.gated && !allow.has(hazard.class),
  );
  if (closed.length === 0) return;
  const classes = [...new Set(closed.map((hazard) => hazard.class))];
  const lines = closed.map((hazard) => `step ${hazard.step}: ${hazard.message} [${hazard.class}]`);
  const { flags, others } = likelyRenames(closed, way === 'up' ? findSuspects(plan.changes, driver) : []);
  const hints = [
    ...(flags.length > 0
      ? [`What goes looks like what comes: if it was renamed, make the plan with ${flags.join(' ')}.`]
      : []),
    ...[...grouped(others, ({ code }) => code).values()].flatMap(hintOf),
  ];
  throw new SyncError({
    code: 'GATE_CLOSED',
    op,
    message: `the plan has hazards that were not allowed:\n${lines.map((line) => `  ${line}`).join('\n')}`,
    hint: [`Allow it with --allow ${classes.join(',')} if it is meant.`, ...hints].join(' '),
    details: { classes, hazards: closed },
  });
}

/** The renames that the losses look like, and the hazards whose hints still say more than those: where something else is lost by a change, all of them do. */
function likelyRenames(hazards: readonly PlanHazard[], suspects: readonly RenameSuspect[]) {
  const changeOf = ({ within, kind, from }: RenameSuspect) =>
    within === undefined ? changeId('drop', address(kind, ...from)) : changeId('alter', within);
  const suspected = grouped(suspects, changeOf);
  const losses = grouped(
    hazards.filter((hazard) => hazard.class === 'data-loss'),
    ({ change }) => change,
  );
  const flags = suspects.filter((suspect) => losses.has(changeOf(suspect))).map(({ from, to }) => renameFlag(from, to));
  const others = hazards.filter(({ class: of, change }) => {
    const lost = losses.get(change)?.length ?? 0;
    return of !== 'data-loss' || lost > (suspected.get(change)?.length ?? 0);
  });
  return { flags, others };
}

/** What is said of several hazards of one kind is said once, of the first. */
function hintOf(hazards: readonly PlanHazard[]): readonly string[] {
  const [first, ...more] = new Set(hazards.flatMap((hazard) => hazard.hint ?? []));
  if (first === undefined) return [];
  return [
    more.length === 0 ? first : `${first} Likewise for the ${more.length === 1 ? 'other' : `${more.length} others`}.`,
  ];
}

/** Refuses to run a way of a plan that was tried in vain, unless somebody saw that or said beforehand that it need not be tried. */
export function requireProven(
  { proof }: Plan,
  direction: 'up' | 'down',
  op: string,
  { prove = true }: { readonly prove?: boolean } = {},
): void {
  if (!prove || proof?.[direction] !== false) return;
  throw new SyncError({
    code: 'CONFIRMATION_NEEDED',
    op,
    message: `${direction === 'up' ? 'the plan' : 'the way back'} could not be tried: ${proof.reason ?? 'no scratch database could show what it does'}`,
    hint: 'Nothing was touched. Look at the plan, and run it with `--no-prove` (in code: `prove: false`) if it is what you want.',
  });
}

/** Refuses a plan that was made for another engine. */
export function requireOwn(plan: Plan, driver: Driver): void {
  if (plan.driver === driver.name) return;
  throw new SyncError({
    code: 'USAGE',
    op: 'apply',
    message: `this plan was made for ${plan.driver}, and the target is ${driver.name}`,
    hint: 'Plan against the target that the plan is to run on.',
  });
}

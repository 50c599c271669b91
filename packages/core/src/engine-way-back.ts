import type { Differ } from './diff/difference.js';
import { askedLike, goalOf, type ProposalContext, proposePlan } from './engine-plan.js';
import type { ApplyRequest } from './engine-types.js';
import { reversePlan, withTakesBack } from './plan/plan.js';
import type { Plan } from './plan/plan-format.js';
import { findBeforeStopped } from './run/before-stopped.js';
import { planToTakeBack } from './run/history.js';
import { refuseScaffolding, scaffoldingOf } from './run/scaffolding.js';
import { readDrift } from './run/verify.js';

interface WayBackContext extends Omit<ProposalContext, 'options' | 'schemas'> {
  readonly diff: Differ;
  readonly options: ApplyRequest;
}

interface WayBack {
  readonly plan: Plan;
  /** The run that is taken back, where one is known. */
  readonly run?: string | undefined;
}

/**
 * A plan that leads back, and the run that it takes back. The way back of a run that went on with what stopped runs had left would make that again: in its place a plan
 * is made, and tried, from what is there to the state before those runs. Where the database has moved since, running the plan says so.
 */
export async function findWayBack(what: Plan | string, context: WayBackContext): Promise<WayBack> {
  const { connection, driver } = context;
  const { plan, run } = await planToTakeBack(connection, driver.dialect, what);
  if (run === undefined || plan.takesBack !== undefined || scaffoldingOf(plan.inverse, driver).length === 0)
    return { plan, run };
  const { drift, inspection } = await readDrift(context, plan, plan.goal, context.options.signal);
  if (drift) return { plan, run };
  const before = await findBeforeStopped({ plan, run }, inspection.catalogue, context);
  if ('unknown' in before) {
    refuseScaffolding(plan, 'down', { driver, op: 'down', because: before.unknown });
    return { plan, run };
  }
  const { catalogue, first, renames } = before;
  const { server } = connection;
  const { kept } = inspection;
  const difference = context.diff(inspection.catalogue, catalogue, { driver, server, hints: renames, kept });
  const origin = `the state before run ${first.run.slice(0, 8)}`;
  const goal = goalOf(origin, catalogue, { renames }, connection);
  const made = await proposePlan({ goal, inspection, difference }, { ...context, ...askedLike(plan, context.options) });
  return { plan: withTakesBack(reversePlan(made.plan), run), run };
}

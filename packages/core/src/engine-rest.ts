import { type DiffContext, findDifference } from './engine-diff.js';
import { askedLike, goalOf, type ProposalContext, proposePlan } from './engine-plan.js';
import type { ApplyRequest } from './engine-types.js';
import type { Plan } from './plan/plan-format.js';
import { findCutShort } from './run/cut-short.js';
import { readRun, readRuns, type StoppedRun } from './run/journal.js';
import { gatherState, renamesAlong } from './run/known-state.js';
import { requireAsLeft } from './run/left-by.js';
import { sinceLastEnd } from './run/since-last-end.js';
import { unreviewedHazards } from './run/unreviewed.js';
import { inspectOptions, look } from './run/verify.js';
import type { TenantContext } from './tenant/context.js';

interface RestContext extends Omit<ProposalContext, 'options' | 'schemas'>, Pick<DiffContext, 'strategies'> {
  readonly options: ApplyRequest;
}

/**
 * A plan from what a stopped run of a plan left to the state that it was to lead to, and that run; undefined where no such run is the newest that changed anything. Where
 * anything is otherwise than the run left it, BASE_MISMATCH says what.
 */
export async function findRest(tenant: TenantContext, plan: Plan, context: RestContext) {
  const { connection, driver, options, strategies } = context;
  const stopped = await findStopped(plan, context);
  if (!stopped) return undefined;
  const { signal } = options;
  const { inspection } = await look(context, stopped.plan.reading, signal);
  const current = inspection.catalogue;
  const plans = stopped.plan.id === plan.id ? [plan] : [plan, stopped.plan];
  const changes = plans.flatMap((each) => [...each.changes, ...each.inverse]);
  const catalogue = gatherState(plan.goal, current, changes, driver);
  if ('unknown' in catalogue) return undefined;
  await requireAsLeft(stopped, inspection, { ...context, goal: catalogue, ...(signal && { signal }) });
  const renames = renamesAlong([plan.changes], current, catalogue, driver);
  const seeds = (plan.seeds ?? []).map(({ found, before, ...seed }) => seed);
  const origin = `the state that plan ${plan.id.slice(0, 12)} leads to`;
  const goal = goalOf(origin, catalogue, { renames, seeds }, connection);
  const asked = askedLike(plan, options);
  const request = { ...asked.options, seeds: seeds.length > 0 };
  const seen = inspectOptions(plan.reading);
  const difference = await findDifference(tenant, inspection, goal, request, { ...context, strategies, seen });
  const ground = { goal, inspection, difference };
  const proposed = await proposePlan(ground, { ...context, ...asked, options: request });
  const unreviewed = unreviewedHazards(proposed.plan, plan);
  return { plan: proposed.plan, stopped: stopped.record, unreviewed, unmanaged: inspection.unmanaged };
}

/** The newest run that changed anything, where it stopped on the way of this plan: one of it, or one that went on with what such a run had left. */
async function findStopped(plan: Plan, { connection, driver }: RestContext): Promise<StoppedRun | undefined> {
  const runs = await readRuns(connection, driver.dialect);
  const cutShort = await findCutShort(runs, undefined, { connection, driver });
  if (cutShort?.record.direction !== 'up') return undefined;
  const { record } = cutShort;
  if (record.plan === plan.id) return { record, plan };
  const older = runs.slice(runs.indexOf(record)).filter(({ tenant }) => tenant === record.tenant);
  const isOurs = sinceLastEnd(older).some(
    (run) => run.plan === plan.id && run.direction === 'up' && run.goal === record.goal,
  );
  return isOurs ? readRun(connection, driver.dialect, record.run) : undefined;
}

import type { RenameHint } from './contract/change.js';
import type { Driver } from './contract/driver.js';
import type { Differ } from './diff/difference.js';
import { askedLike, goalOf, type ProposalContext, proposePlan } from './engine-plan.js';
import type { ApplyRequest, PlanRequest } from './engine-types.js';
import { errorWithHint, isSyncError, SyncError } from './errors.js';
import type { Inspection } from './inspect/inspect.js';
import type { Catalogue } from './model/catalogue.js';
import { planBack } from './plan/plan.js';
import type { Plan, Planner, PlanState } from './plan/plan-format.js';
import { findBeforeStopped } from './run/before-stopped.js';
import { planToTakeBack } from './run/history.js';
import type { StoppedRun } from './run/journal.js';
import { gatherState, renamesAlong } from './run/known-state.js';
import { requireAsLeft } from './run/left-by.js';
import { findMidway, type Midway } from './run/midway.js';
import { readLost } from './run/read-lost.js';
import { refuseScaffolding, scaffoldingOf } from './run/scaffolding.js';
import { look, readDrift } from './run/verify.js';

interface WayBackContext extends Omit<ProposalContext, 'options' | 'schemas'> {
  readonly diff: Differ;
  /** Which tables are changed online makes another way back, where it is said. */
  readonly options: ApplyRequest & Pick<PlanRequest, 'online'>;
  /** Whose journal tells what a stopped run took down and did not bring back. */
  readonly tenant: string;
}

interface WayBack {
  readonly plan: Plan;
  /** The run that is taken back, where one is known. */
  readonly run?: string | undefined;
}

/** A run with the plan that is taken back, where the state before it has to be put together. */
interface Undone {
  readonly plan: Plan;
  readonly run: string;
}

/** A state that is gone back to. */
interface Before {
  readonly catalogue: Catalogue;
  /** The first of the runs that came after it. */
  readonly run: string;
  readonly renames: readonly RenameHint[];
}

/**
 * A plan that leads back, and the run that it takes back. A run that was stopped has no way back of its own from where it stopped, and the way back of one that went on
 * with what stopped runs had left would make that again: in its place a plan is made, and tried, from what is there to the state before. Where the database has
 * moved since, running the plan says so.
 */
export async function findWayBack(what: Plan | string, context: WayBackContext): Promise<WayBack> {
  const { connection, driver } = context;
  const { plan, run } = await planToTakeBack(connection, driver.dialect, what);
  if (plan.takesBack === undefined && run === undefined) refuseLasting(plan);
  if (run === undefined || plan.takesBack !== undefined) return { plan, run };
  const { signal } = context.options;
  const read = async (stopped: Plan) => (await look(context, stopped.reading, signal)).inspection.catalogue;
  const midway = await findMidway(run, { connection, driver, read });
  if (!midway) refuseLasting(plan);
  const makesScaffolding = scaffoldingOf(plan.inverse, driver).length > 0;
  const isOtherwise = context.options.online !== undefined;
  if (!midway && !makesScaffolding && !isOtherwise) return { plan, run };
  const { drift, inspection } = await readDrift(context, plan, plan.goal, signal);
  if (midway && drift) return backFromMidway({ plan, run }, midway, inspection, context);
  if (drift) return { plan, run };
  if (!makesScaffolding) return isOtherwise ? backOtherwise({ plan, run }, inspection, context) : { plan, run };
  const before = await findBeforeStopped({ plan, run }, inspection.catalogue, context);
  if ('unknown' in before) {
    refuseScaffolding(plan, 'down', { driver, op: 'down', because: before.unknown });
    return { plan, run };
  }
  return { plan: await planTo({ ...before, run: before.first.run }, { plan, run }, inspection, context), run };
}

/** The state before a run in other steps than those that were planned together with it: online, or not. */
async function backOtherwise({ plan, run }: Undone, inspection: Inspection, context: WayBackContext): Promise<WayBack> {
  const { driver } = context;
  const current = inspection.catalogue;
  const catalogue = gatherState(plan.base, current, [...plan.changes, ...plan.inverse], driver);
  if ('unknown' in catalogue) throw untold(run, catalogue.unknown);
  const renames = renamesAlong([plan.inverse], current, catalogue, driver);
  try {
    return { plan: await planTo({ catalogue, renames, run }, { plan, run }, inspection, context), run };
  } catch (error) {
    const isNoWay = isSyncError(error) && (error.code === 'PROOF_FAILED' || error.code === 'PLAN_IMPOSSIBLE');
    throw isNoWay ? errorWithHint(error, `Nothing was touched. ${asPlanned}`) : error;
  }
}

const asPlanned = 'Leave out --online and --no-online: the way back that was planned together with the run is there.';

/** What stays for good is not taken back in part either. */
function refuseLasting({ lasting }: Plan): void {
  if (!lasting) return;
  throw new SyncError({
    code: 'PLAN_IMPOSSIBLE',
    op: 'down',
    message: `there is no way back from this plan: ${lasting.because}`,
    hint: lasting.hint ?? 'Plan for the state that you want, as far as it can be had from what is there.',
    details: { change: lasting.change },
  });
}

/** What held of a run is undone from where it stopped, if nobody has changed anything since. */
async function backFromMidway(
  undone: Undone,
  midway: Midway,
  inspection: Inspection,
  context: WayBackContext,
): Promise<WayBack> {
  const { driver } = context;
  const { run } = undone;
  try {
    const before = await beforeMidway(midway, inspection, context);
    const made = await planTo({ ...before, run }, undone, inspection, context);
    if (scaffoldingOf(made.inverse, driver).length === 0) return { plan: made, run };
    const first = await findBeforeStopped({ plan: midway.stopped.plan, run }, inspection.catalogue, context);
    if ('unknown' in first) return { plan: made, run };
    return { plan: await planTo({ ...first, run: first.first.run }, undone, inspection, context), run };
  } catch (error) {
    throw isSyncError(error) && error.code === 'BASE_MISMATCH' ? notFromHere(error) : error;
  }
}

async function beforeMidway(
  { stopped, end, way }: Midway,
  inspection: Inspection,
  context: WayBackContext,
): Promise<Omit<Before, 'run'>> {
  const { driver } = context;
  const { signal } = context.options;
  const { plan, record } = stopped;
  const current = inspection.catalogue;
  const ends = {
    base: gathered(plan.base, stopped, current, driver),
    goal: gathered(plan.goal, stopped, current, driver),
  };
  await requireAsLeft(stopped, inspection, { ...context, goal: ends.goal, ...(signal && { signal }) });
  const catalogue = ends[end];
  if (catalogue.root === current.root) throw nothingLeft(record.run);
  return { catalogue, renames: renamesAlong([way], current, catalogue, driver) };
}

function gathered(state: PlanState, { record, plan }: StoppedRun, current: Catalogue, driver: Driver): Catalogue {
  const found = gatherState(state, current, [...plan.changes, ...plan.inverse], driver);
  if (!('unknown' in found)) return found;
  throw new SyncError({
    code: 'BASE_MISMATCH',
    op: 'down',
    message: `the database is not as run ${record.run.slice(0, 8)}, which was stopped, left it: ${found.unknown} is not what it was, and no step of the plan is about it`,
    details: { run: record.run },
  });
}

async function planTo(before: Before, { plan, run }: Undone, inspection: Inspection, context: WayBackContext) {
  const { connection, driver, options } = context;
  const { catalogue, renames } = before;
  const { server } = connection;
  const { kept } = inspection;
  const lost = await readLost(connection, driver.dialect, context.tenant, inspection);
  const difference = context.diff(inspection.catalogue, catalogue, { driver, server, hints: renames, kept, lost });
  const origin = `the state before run ${before.run.slice(0, 8)}`;
  const goal = goalOf(origin, catalogue, { renames }, connection);
  const planner: Planner = (found, how) => context.plan(found, { ...how, isWayBack: true });
  const asked = { ...context, ...askedLike(plan, options), plan: planner };
  const made = await proposePlan({ goal, inspection, difference }, asked);
  return planBack(made.plan, run);
}

function untold(run: string, unknown: string): SyncError {
  return new SyncError({
    code: 'NOT_FOUND',
    op: 'down',
    message: `nothing tells any more what ${unknown} was before run ${run.slice(0, 8)}, so that no other way back can be planned`,
    hint: `Nothing was touched. ${asPlanned}`,
    details: { run },
  });
}

function nothingLeft(run: string): SyncError {
  return new SyncError({
    code: 'NOT_FOUND',
    op: 'down',
    message: `run ${run.slice(0, 8)} was stopped, and nothing of it is left: the database is as it would be taken back to`,
    hint: 'There is nothing to do. Nothing was touched.',
    details: { run },
  });
}

/** What was changed since is nothing that taking a run back may undo; somebody has to say what is wanted. */
function notFromHere({ message, details }: SyncError): SyncError {
  return new SyncError({
    code: 'BASE_MISMATCH',
    op: 'down',
    message,
    hint: 'Nothing was touched. The state before the run is reached with sync --to and the schema as it was then, from version control (git:REVISION:PATH) or from `schema-sync snapshot list`; sync shows what it would undo beside.',
    ...(details && { details }),
  });
}

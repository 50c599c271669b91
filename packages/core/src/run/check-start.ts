import { isSyncError, SyncError } from '../errors.js';
import type { Inspection } from '../inspect/inspect.js';
import { counted } from '../model/counted.js';
import type { Plan } from '../plan/plan-format.js';
import { askAhead } from './ask-ahead.js';
import { type CutShort, findCutShort } from './cut-short.js';
import { type DriftContext, driftText } from './drift-text.js';
import { readRuns } from './journal.js';
import type { RunRecord } from './journal-format.js';
import { lockTarget } from './lock-target.js';
import { findOutdated } from './outdated.js';
import type { RunOptions } from './report.js';
import { driftFromGoal, driftFromStart, rowDriftText, rowsAstray } from './row-drift.js';
import type { ExecutorContext } from './run.js';
import { findStoodOn } from './stood-on.js';
import { finishingRunOf, requireStanding, standingAfter, standingRunOf } from './taken-back.js';
import { type Drift, readDrift } from './verify.js';

/** How a way of a plan can begin. */
export interface Start {
  /** The run that went this way before, so that there is nothing left to do. */
  readonly before?: RunRecord;
  /** The runs that came after that one and stand, where the database is as they left it. */
  readonly later?: readonly RunRecord[];
  readonly inspection: Inspection;
  /** What the schema is known by that it begins from, where the engine can tell. */
  readonly schemaToken?: string;
}

/**
 * Whether a way of a plan can begin on the database as it is; throws where the plan was made for another server or another state, or where the run was taken
 * back already.
 */
export async function checkStart(
  plan: Plan,
  context: Pick<ExecutorContext, 'connection' | 'driver' | 'inspect'>,
  { direction, takesBack, signal }: Pick<RunOptions, 'direction' | 'takesBack' | 'signal'>,
): Promise<Start> {
  const { connection, driver } = context;
  requireServer(plan, context, direction);
  const readJournal = () => readRuns(connection, driver.dialect);
  if (takesBack !== undefined) requireStanding(takesBack, await readJournal());
  const [start, end] = direction === 'up' ? [plan.base, plan.goal] : [plan.goal, plan.base];
  const { drift, ...sight } = await readDrift(context, plan, start, signal);
  if (!drift) {
    requireUpToDate(plan, direction, sight.inspection, context);
    const before = direction === 'up' ? await checkRows(plan, sight.inspection, context) : undefined;
    return { ...sight, ...(before && { before }) };
  }
  const runs = await readJournal();
  const arrived = sight.inspection.catalogue.root === end.root;
  const cutShort = await findCutShort(runs, takesBack, context);
  if (direction === 'up') {
    const before = arrived ? (standingRunOf(plan.id, runs) ?? finishingRunOf(plan.id, runs)) : undefined;
    if (before) {
      const rows = await driftFromGoal(plan, connection, driver, sight.inspection.catalogue);
      if (rows.length > 0) throw rowsAstray(before, rows);
      return { ...sight, before };
    }
    const stoodOn = arrived || cutShort ? undefined : await findStoodOn(plan, runs, { ...context, sight }, signal);
    if (stoodOn) return { ...sight, ...stoodOn };
  } else if (arrived) {
    const done = runs.find((run) => run.plan === plan.id && run.direction === 'up' && run.outcome === 'done');
    if (done) requireStanding(done.run, runs);
  }
  const reason = connection.missing
    ? notThere
    : cutShort?.record.plan === plan.id && cutShort.record.run !== takesBack
      ? stoppedOnTheWay(cutShort, plan)
      : arrived
        ? alreadyThere
        : await laterRun(direction, takesBack, runs, context);
  throw mismatch(plan, direction, sight.inspection, drift, context, reason ?? planAgain);
}

type Occasion = Parameters<typeof checkStart>[2] & { readonly create: boolean; readonly dryRun: boolean };

/**
 * The same without the lock: what does not fit may be what another run is about to finish, so that it is looked at again once that has ended, unless a run is only to be
 * shown. What is not there, and is not to be made, is all that is said of it where the plan does not fit an empty database either.
 */
export async function foresee(
  plan: Plan,
  context: Parameters<typeof checkStart>[1],
  occasion: Occasion,
): Promise<Start> {
  const start = await foreseeStart(plan, context, occasion);
  const { direction } = occasion;
  if (!start.before && !context.connection.missing)
    await askAhead(plan, direction, context, direction === 'up' ? 'apply' : 'down');
  return start;
}

async function foreseeStart(
  plan: Plan,
  context: Parameters<typeof checkStart>[1],
  { create, dryRun, ...options }: Occasion,
): Promise<Start> {
  try {
    return await checkStart(plan, context, options);
  } catch (error) {
    if (!isSyncError(error) || error.code !== 'BASE_MISMATCH') throw error;
    if (context.connection.missing) throw create ? error : missingDatabase(context.connection.database);
    if (dryRun) throw error;
    await using _ = await lockTarget(context.connection, options);
    return await checkStart(plan, context, options);
  }
}

/** What a plan says again of what it makes again is as it was when it was made; what was said since would be lost. */
function requireUpToDate(
  plan: Plan,
  direction: 'up' | 'down',
  inspection: Inspection,
  context: Pick<ExecutorContext, 'connection' | 'driver'>,
): void {
  const outdated = findOutdated(plan, direction, inspection, context.driver);
  if (outdated.size === 0) return;
  const drift: Drift = { added: [], removed: [], changed: [...outdated.keys()] };
  throw mismatch(
    plan,
    direction,
    inspection,
    drift,
    { ...context, outdated },
    direction === 'up' ? planAgain : goBackAnew,
  );
}

/**
 * Rows are part of what a plan starts from. One that only writes rows leaves the schema as it is: whether it has run is told by whether its rows stand. Gives the run
 * that wrote them.
 */
async function checkRows(
  plan: Plan,
  { catalogue }: Inspection,
  { connection, driver }: Pick<ExecutorContext, 'connection' | 'driver'>,
): Promise<RunRecord | undefined> {
  if (!plan.seeds) return undefined;
  const drift = await driftFromStart(plan, connection, driver);
  if (drift.length === 0) return undefined;
  const isOnlyRows = plan.up.every(({ seeds }) => seeds);
  const before = isOnlyRows ? standingRunOf(plan.id, await readRuns(connection, driver.dialect)) : undefined;
  const left = isOnlyRows ? await driftFromGoal(plan, connection, driver, catalogue) : drift;
  if (before && left.length === 0) return before;
  if (before) throw rowsAstray(before, left);
  throw new SyncError({
    code: 'BASE_MISMATCH',
    op: 'apply',
    message: `the database does not hold the rows that this plan starts from:${rowDriftText(drift)}`,
    hint: left.length === 0 ? alreadyThere : planAgain,
    details: { rows: drift },
  });
}

function missingDatabase(database: string): SyncError {
  return new SyncError({
    code: 'CONNECTION_FAILED',
    op: 'apply',
    message: `${database} does not exist`,
    hint: 'Check the path; nothing was made. This plan was not made for an empty database, so that --create does not help.',
  });
}

const notThere =
  'The database does not exist, and this plan does not start from an empty one: check the path, or plan for a new database. Nothing was made.';
const planAgain = 'Something changed it since the plan was made. Plan again; nothing was touched.';
const goBackAnew =
  'What it makes again would be as it was when the plan was made. To go back and keep this, plan the way to the state before anew, with schema-sync plan --to; nothing was touched.';
const alreadyThere =
  'It is in the state that this plan leads to already, though no run of the journal went there by this plan: there is nothing to do. Nothing was touched.';

/** A plan starts from its two ends and from nowhere between them. */
function stoppedOnTheWay({ record, held, isOpen }: CutShort, plan: Plan): string {
  const batches = record.direction === 'up' ? plan.up : plan.down;
  const all = batches.reduce((sum, { steps }) => sum + steps.length, 0);
  const way = record.direction === 'up' ? 'of this plan' : 'back of this plan';
  const name = record.run.slice(0, 8);
  return `Run ${name} ${way} stopped when ${held} of ${counted(all, 'step')} held${isOpen ? ' and one was under way' : ''}, and a plan can be run from its ends alone. Plan again, to the state that you want, to go on from what is there; schema-sync down ${(record.takesBack ?? record.run).slice(0, 8)} goes back. Nothing was touched.`;
}

/** What came after a run stands on it. */
async function laterRun(
  direction: 'up' | 'down',
  takesBack: string | undefined,
  runs: readonly RunRecord[],
  context: Pick<ExecutorContext, 'connection' | 'driver'>,
): Promise<string | undefined> {
  if (direction === 'up' || takesBack === undefined) return undefined;
  const standing = standingAfter(takesBack, runs);
  const stopped = standing ? undefined : await findCutShort(runs, undefined, context);
  const newest = standing ?? stopped?.record;
  if (newest === undefined || newest.run === takesBack) return undefined;
  const name = newest.run.slice(0, 8);
  const how = standing ? 'still stands' : 'was stopped on its way';
  return `Run ${name} came after it and ${how}: take that back first, with schema-sync down ${name}. Nothing was touched.`;
}

function mismatch(
  plan: Plan,
  direction: 'up' | 'down',
  inspection: Inspection,
  drift: Drift,
  { connection, driver, outdated }: Pick<ExecutorContext, 'connection' | 'driver'> & Pick<DriftContext, 'outdated'>,
  hint: string,
): SyncError {
  const changes = direction === 'up' ? plan.changes : plan.inverse;
  const told = driftText(drift, {
    driver,
    server: connection.server,
    inspection,
    changes,
    ...(outdated && { outdated }),
  });
  const start = direction === 'up' ? 'this plan starts from' : 'this way back starts from';
  return new SyncError({
    code: 'BASE_MISMATCH',
    op: direction === 'up' ? 'apply' : 'down',
    message: `the database is not in the state that ${start}:${told}`,
    hint,
    details: { drift },
  });
}

/** Statements are rendered for what a server can; one that can more runs them too. */
function requireServer(
  plan: Plan,
  { connection }: Pick<ExecutorContext, 'connection'>,
  direction: 'up' | 'down',
): void {
  const { product, version, features } = connection.server;
  const missing = (plan.server.features ?? []).filter((feature) => !features.has(feature));
  if (product === plan.server.product && missing.length === 0) return;
  const made = `${plan.server.product} ${plan.server.version}`;
  const lacks = missing.length === 0 ? '' : `, which lacks ${missing.join(', ')}`;
  throw new SyncError({
    code: 'BASE_MISMATCH',
    op: direction === 'up' ? 'apply' : 'down',
    message: `the plan was made for ${made}, and this is ${product} ${version.join('.')}${lacks}`,
    hint: 'Plan against this server; nothing was touched.',
    details: { planned: plan.server, found: { product, version: version.join('.') }, missing },
  });
}

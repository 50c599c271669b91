import { SyncError } from '../errors.js';
import type { Plan } from '../plan/plan-format.js';
import { driftText } from './drift-text.js';
import { readRun, withPlans } from './journal.js';
import type { RunRecord } from './journal-format.js';
import { driftFromGoal, rowsAstray } from './row-drift.js';
import type { ExecutorContext } from './run.js';
import { standingRunOf, takenBack } from './taken-back.js';
import { type Drift, readDrift, type Sight } from './verify.js';

/** A run that others came after. */
export interface StoodOn {
  readonly before: RunRecord;
  /** The runs after it that were not taken back, the newest first. */
  readonly later: readonly RunRecord[];
}

type Context = Pick<ExecutorContext, 'connection' | 'driver' | 'inspect'>;

/**
 * The run that brought a plan about before, for a database that is at neither end of the plan since others ran after it; undefined where none did, or it was taken
 * back. Only the newest run that met the same objects tells how the database has to be: where it is not so, somebody changed it, and BASE_MISMATCH says what.
 */
export async function findStoodOn(
  plan: Plan,
  runs: readonly RunRecord[],
  context: Context & { readonly sight: Sight },
  signal: AbortSignal | undefined,
): Promise<StoodOn | undefined> {
  const { connection, driver, sight } = context;
  const at = runs.findIndex(
    ({ plan: id, direction, outcome }) => id === plan.id && direction === 'up' && outcome === 'done',
  );
  const before = runs[at];
  // Where the newest run of this plan was taken back, an older one stands for nothing.
  if (!before || standingRunOf(plan.id, runs)?.run !== before.run) return undefined;
  for (const last of runs.slice(0, at + 1)) {
    if (last.outcome !== 'done') continue;
    const left = await readLeft(last, plan, context, signal);
    if (left === 'elsewhere') continue;
    if (left) throw astray(before, last, left);
    const undone = takenBack(runs);
    const later = runs
      .slice(0, at)
      .filter((run) => run.outcome === 'done' && run.direction === 'up' && !undone.has(run.run));
    const rows = await driftFromGoal(
      plan,
      connection,
      driver,
      sight.inspection.catalogue,
      await plansOf(later, context),
    );
    if (rows.length > 0) throw rowsAstray(before, rows);
    return { before, later };
  }
  return undefined;
}

/** The plans of runs, as far as they are kept. */
async function plansOf(runs: readonly RunRecord[], { connection, driver }: Context): Promise<readonly Plan[]> {
  const kept = await withPlans(
    connection,
    driver.dialect,
    runs.map(({ run }) => run),
  );
  const plans: Plan[] = [];
  for (const { run } of runs) if (kept.has(run)) plans.push((await readRun(connection, driver.dialect, run)).plan);
  return plans;
}

interface Astray {
  readonly told: string;
  readonly drift?: Drift;
}

/** How the database differs from what a run left; nothing where it does not. */
async function readLeft(
  last: RunRecord,
  plan: Plan,
  { sight, ...context }: Context & { readonly sight: Sight },
  signal: AbortSignal | undefined,
): Promise<Astray | 'elsewhere' | undefined> {
  const { connection, driver } = context;
  if (!(await withPlans(connection, driver.dialect, [last.run])).has(last.run)) {
    if (last.goal === sight.inspection.catalogue.root) return undefined;
    return { told: ' its plan was pruned, so that what differs cannot be told' };
  }
  const { plan: its } = await readRun(connection, driver.dialect, last.run);
  if (!meet(its.reading.schemas, plan.reading.schemas)) return 'elsewhere';
  const up = last.direction === 'up';
  const state = up ? its.goal : its.base;
  const { drift, inspection } = await readDrift(context, its, state, signal);
  if (!drift) return undefined;
  const changes = up ? its.inverse : its.changes;
  return { told: driftText(drift, { driver, server: connection.server, inspection, changes }), drift };
}

/** Whether two lists of schemas have one in common; no list means all. */
function meet(one: readonly string[] | undefined, other: readonly string[] | undefined): boolean {
  return !one || !other || one.some((name) => other.includes(name));
}

function astray(before: RunRecord, last: RunRecord, { told, drift }: Astray): SyncError {
  const by = last === before ? 'it' : `run ${last.run.slice(0, 8)}, which came after it,`;
  return new SyncError({
    code: 'BASE_MISMATCH',
    op: 'apply',
    message: `run ${before.run.slice(0, 8)} applied this plan already, and the database is not as ${by} left it:${told}`,
    hint: 'Something changed it since. To go on from what is there, plan again; nothing was touched.',
    details: { run: before.run, last: last.run, ...(drift && { drift }) },
  });
}

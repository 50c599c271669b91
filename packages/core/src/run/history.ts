import type { Connection } from '../contract/connection.js';
import type { Dialect } from '../contract/dialect.js';
import { grouped } from '../model/grouped.js';
import { reversePlan } from '../plan/plan.js';
import type { Plan } from '../plan/plan-format.js';
import { readRun, readRuns, readSteps } from './journal.js';
import { finishingRunOf, standingRunOf, takenBack } from './taken-back.js';

/** A plan that leads back, and the run that it takes back. A run that went down itself is undone by going up again. */
export async function planToTakeBack(connection: Connection, dialect: Dialect, what: Plan | string) {
  const runs = await readRuns(connection, dialect);
  if (typeof what !== 'string')
    return { plan: what, run: what.takesBack ?? (standingRunOf(what.id, runs) ?? finishingRunOf(what.id, runs))?.run };
  const { record, plan } = await readRun(connection, dialect, what);
  return { plan: record.direction === 'down' ? reversePlan(plan) : plan, run: record.run };
}

/** The runs of a journal with their steps, and by which run each was taken back. */
export async function readHistory(connection: Connection, dialect: Dialect) {
  const runs = await readRuns(connection, dialect);
  const steps = grouped(await readSteps(connection, dialect), ({ run }) => run);
  const undone = takenBack(runs);
  return runs.map((run) => {
    const by = undone.get(run.run);
    return { ...run, ...(by !== undefined && { takenBackBy: by }), steps: steps.get(run.run) ?? [] };
  });
}

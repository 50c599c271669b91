import type { Change } from '../contract/change.js';
import type { Session } from '../contract/connection.js';
import type { Driver } from '../contract/driver.js';
import { reversePlan } from '../plan/plan.js';
import { findCutShort } from './cut-short.js';
import { readRun, readRuns, type StoppedRun } from './journal.js';
import { standingAfter, takenBack } from './taken-back.js';

/** A run that was stopped between the two ends of its plan, and where taking it back, or taking back what it was to take back, leads. */
export interface Midway {
  /** With the plan turned so that the way that the run was on is its way up. */
  readonly stopped: StoppedRun;
  /** The end of that plan that it leads to. */
  readonly end: 'base' | 'goal';
  /** What that plan does on its way there. */
  readonly way: readonly Change[];
}

/** Where this run, or a way back of it, was stopped, and nothing that came after it stands. */
export async function findMidway(
  run: string,
  { connection, driver }: { readonly connection: Session; readonly driver: Driver },
): Promise<Midway | undefined> {
  const { dialect } = driver;
  const runs = await readRuns(connection, dialect);
  if (takenBack(runs).has(run)) return undefined;
  const newest = await findCutShort(runs, undefined, { connection, driver });
  const cutShort =
    newest ?? (standingAfter(run, runs) ? undefined : await findCutShort(runs, run, { connection, driver }));
  if (!cutShort || (cutShort.record.run !== run && cutShort.record.takesBack !== run)) return undefined;
  const { record, plan: noted } = await readRun(connection, dialect, cutShort.record.run);
  // Rows of seeds stay, whatever became of them since.
  const { seeds, ...plan } = record.direction === 'down' ? reversePlan(noted) : noted;
  const stopped = { record, plan };
  return record.run === run ? { stopped, end: 'base', way: plan.inverse } : { stopped, end: 'goal', way: plan.changes };
}

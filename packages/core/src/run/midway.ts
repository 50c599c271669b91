import type { Change } from '../contract/change.js';
import type { Session } from '../contract/connection.js';
import type { Driver } from '../contract/driver.js';
import type { Catalogue } from '../model/catalogue.js';
import { reversePlan } from '../plan/plan.js';
import type { Plan } from '../plan/plan-format.js';
import { type CutShort, findCutShort } from './cut-short.js';
import { readRun, readRuns, type StoppedRun } from './journal.js';
import type { RunRecord } from './journal-format.js';
import { sinceLastEnd } from './since-last-end.js';
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

interface Context {
  readonly connection: Session;
  readonly driver: Driver;
  /** What is there, as a plan reads it. */
  read(plan: Plan): Promise<Catalogue>;
}

/** Where this run, or a way back of it, was stopped, and nothing that came after it stands. */
export async function findMidway(run: string, context: Context): Promise<Midway | undefined> {
  const { connection, driver } = context;
  const { dialect } = driver;
  const runs = await readRuns(connection, dialect);
  if (takenBack(runs).has(run)) return undefined;
  const newest = await findNewest(run, runs, context);
  const cutShort =
    newest ?? (standingAfter(run, runs) ? undefined : await findCutShort(runs, run, { connection, driver }));
  if (!cutShort || !isAbout(run, cutShort.record)) return undefined;
  const { record, plan: noted } = await readRun(connection, dialect, cutShort.record.run);
  // Rows of seeds stay, whatever became of them since.
  const { seeds, ...plan } = record.direction === 'down' ? reversePlan(noted) : noted;
  const stopped = { record, plan };
  return record.run === run ? { stopped, end: 'base', way: plan.inverse } : { stopped, end: 'goal', way: plan.changes };
}

/** The newest run that was stopped, but for those that came after this one and of which nothing is left: the database is as it was when they began. */
async function findNewest(run: string, runs: readonly RunRecord[], context: Context): Promise<CutShort | undefined> {
  const { connection, driver, read } = context;
  let left = sinceLastEnd(runs);
  for (;;) {
    const found = await findCutShort(left, undefined, context);
    if (!found || isAbout(run, found.record)) return found;
    const { plan } = await readRun(connection, driver.dialect, found.record.run);
    if ((await read(plan)).root !== found.record.base) return found;
    left = left.slice(left.indexOf(found.record) + 1);
  }
}

function isAbout(run: string, record: RunRecord): boolean {
  return record.run === run || record.takesBack === run;
}

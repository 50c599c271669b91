import type { Connection } from '../contract/connection.js';
import type { Dialect } from '../contract/dialect.js';
import { readHistory } from './history.js';
import { hasPlan, Journal, whoRuns } from './journal.js';
import type { AuditSink, RunRecord, StepRecord } from './journal-format.js';
import { lockTarget } from './lock-target.js';
import type { RunOptions } from './report.js';

/** Which plans of a journal are to go: all but those of the newest runs that stand, or those of before a time. */
export interface PruneChoice {
  /** How many of the runs that still stand keep their plans, and with them all that came after; at least the newest. */
  readonly keep?: number;
  /** An ISO time; what ran before it loses its plan, except for the newest run that stands and what came after. */
  readonly before?: string;
}

/** A run as far as it matters here. */
type Remembered = RunRecord & { readonly takenBackBy?: string; readonly steps: readonly StepRecord[] };

/** Whether a run changed anything. */
export function hasChanged({ outcome, steps }: Pick<Remembered, 'outcome' | 'steps'>): boolean {
  return outcome === 'done' || steps.some((step) => step.outcome === 'done');
}

/** Whether a run is one that taking back the last may mean. */
export function stands(run: Remembered): boolean {
  return run.direction === 'up' && run.takenBackBy === undefined && hasChanged(run);
}

/** A step that commits by itself and did not end may have held in part. */
function leftOpen({ takenBackBy, steps }: Remembered): boolean {
  return takenBackBy === undefined && steps.some(({ outcome }) => outcome !== 'done');
}

/** The runs of one tenant, which come with the newest first, whose plans may go. What has not ended, or has left a step open, keeps its plan. */
export function prunable<R extends Remembered>(runs: readonly R[], { keep = 1, before }: PruneChoice): readonly R[] {
  const standing = runs.flatMap((run, i) => (stands(run) ? [i] : []));
  // With no run that stands there is nothing to go back by.
  const newest = standing[Math.max(keep, 1) - 1] ?? (standing.length > 0 ? runs.length : -1);
  return runs.filter(
    (run, i) =>
      i > newest && run.outcome !== 'running' && !leftOpen(run) && (before === undefined || run.startedAt < before),
  );
}

/** The runs of a tenant whose plans may go and are still there. */
export async function readPrunable(connection: Connection, dialect: Dialect, tenant: string, choice: PruneChoice) {
  const own = (await readHistory(connection, dialect)).filter((run) => run.tenant === tenant);
  const found: (typeof own)[number][] = [];
  for (const run of prunable(own, choice)) if (await hasPlan(connection, dialect, run.run)) found.push(run);
  return found;
}

/** What is pruned: as it was chosen, of what was found and agreed to. */
export interface Pruning {
  readonly tenant: string;
  readonly choice: PruneChoice;
  readonly found: readonly Pick<RunRecord, 'run'>[];
  readonly at: string;
  readonly audit?: AuditSink;
}

/** Takes plans out of the journal, under the lock; who took them, and when, stands in their place. What came to be needed since it was found keeps its plan. */
export async function prunePlans(
  connection: Connection,
  dialect: Dialect,
  { tenant, choice, found, at, audit }: Pruning,
  options: Pick<RunOptions, 'lockWaitMs' | 'signal'>,
) {
  await using _ = await lockTarget(connection, options);
  const agreed = new Set(found.map(({ run }) => run));
  const runs = (await readPrunable(connection, dialect, tenant, choice)).filter(({ run }) => agreed.has(run));
  const journal = new Journal(connection, dialect);
  const record = { at, ...whoRuns() };
  await audit?.write({ type: 'prune', tenant, runs: runs.map(({ run }) => run), ...record });
  for (const { run } of runs) await connection.execute(journal.withoutPlan(run, record));
  return runs;
}

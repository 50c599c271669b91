import type { Connection } from '../contract/connection.js';
import type { Dialect } from '../contract/dialect.js';
import { asSyncError, SyncError } from '../errors.js';
import { readHistory } from './history.js';
import { whoRuns, withPlans } from './journal.js';
import type { AuditSink, RunRecord, StepRecord } from './journal-format.js';
import { lockTarget, whenLost } from './lock-target.js';
import type { RunOptions } from './report.js';
import { stopIfAborted } from './stop-if-aborted.js';
import { Journal } from './write-journal.js';

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

/** Whether a run changed the schema: one that only wrote rows leaves them, and has no way back. */
export function leadsBack({ base, goal }: Pick<Remembered, 'base' | 'goal'>): boolean {
  return base !== goal;
}

/** A step that commits by itself and did not end may have held in part. */
function leftOpen({ takenBackBy, steps }: Remembered): boolean {
  return takenBackBy === undefined && steps.some(({ outcome }) => outcome !== 'done');
}

/** The runs of one tenant, which come with the newest first, whose plans may go. What has not ended, or has left a step open, keeps its plan. */
export function prunable<R extends Remembered>(runs: readonly R[], { keep = 1, before }: PruneChoice): readonly R[] {
  const standing = runs.flatMap((run, i) => (stands(run) && leadsBack(run) ? [i] : []));
  // With no run that stands and leads back there is nothing to go back by.
  const newest = standing[Math.max(keep, 1) - 1] ?? (standing.length > 0 ? runs.length : -1);
  return runs.filter(
    (run, i) =>
      i > newest && run.outcome !== 'running' && !leftOpen(run) && (before === undefined || run.startedAt < before),
  );
}

/** How many plans are read at once, and forgotten in one transaction: one can be of several megabytes. */
const together = 50;

/** The runs of a tenant whose plans may go and are still there. */
export async function readPrunable(
  connection: Connection,
  dialect: Dialect,
  { tenant, choice }: Pick<Pruning, 'tenant' | 'choice'>,
  { signal }: Pick<RunOptions, 'signal'> = {},
) {
  const own = (await readHistory(connection, dialect)).filter((run) => run.tenant === tenant);
  const found: (typeof own)[number][] = [];
  for (const some of parted(prunable(own, choice))) {
    await stopIfAborted(signal, 'prune');
    found.push(...(await stillPlanned(connection, dialect, some)));
  }
  return found;
}

async function stillPlanned<R extends Pick<RunRecord, 'run'>>(
  connection: Connection,
  dialect: Dialect,
  runs: readonly R[],
): Promise<readonly R[]> {
  const names = runs.map(({ run }) => run);
  const there = await withPlans(connection, dialect, names);
  return runs.filter(({ run }) => there.has(run));
}

function parted<T>(all: readonly T[]): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(all.length / together) }, (_, i) =>
    all.slice(i * together, (i + 1) * together),
  );
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
  await using lock = await lockTarget(connection, options);
  const lost = whenLost(lock.lost, 'prune');
  const signal = options.signal ? AbortSignal.any([options.signal, lost]) : lost;
  const agreed = new Set(found.map(({ run }) => run));
  const own = (await readHistory(connection, dialect)).filter((run) => run.tenant === tenant);
  const runs = prunable(own, choice).filter(({ run }) => agreed.has(run));
  const journal = new Journal(connection, dialect, tenant);
  const record = { at, ...whoRuns() };
  const done: (typeof own)[number][] = [];
  try {
    for (const some of parted(runs)) {
      await stopIfAborted(signal, 'prune');
      const left = await stillPlanned(connection, dialect, some);
      const names = left.map(({ run }) => run);
      if (left.length > 0) await audit?.write({ type: 'prune', tenant, runs: names, ...record });
      if (names.length > 0) await journal.forgetPlans(names, record, { signal });
      done.push(...left);
    }
  } catch (thrown) {
    throw cutShort(asSyncError(thrown, 'prune'), done, runs.length);
  }
  return done;
}

/** What was forgotten before it went wrong stays so. */
function cutShort(error: SyncError, done: readonly Pick<RunRecord, 'run'>[], total: number): SyncError {
  const isCancelled = error.code === 'CANCELLED' || error.code === 'TERMINATED';
  const [code, cause] = isCancelled || done.length === 0 ? [error.code, error.cause] : (['PARTIAL', error] as const);
  const held =
    done.length === 0 ? 'nothing was forgotten' : `the plans of ${done.length} of ${total} runs are forgotten`;
  const hint = done.length === 0 ? error.hint : [error.hint, 'Run it again for the others.'].filter(Boolean).join(' ');
  return new SyncError({
    code,
    cause,
    op: error.op,
    message: `${error.message} (${held})`,
    ...(hint !== undefined && { hint }),
    details: { ...error.details, failure: error.code, pruned: done.map(({ run }) => run) },
  });
}

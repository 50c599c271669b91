import type { Lock } from '../contract/connection.js';
import type { Differ } from '../diff/difference.js';
import { asSyncError, SyncError } from '../errors.js';
import { type Hash, hashText } from '../model/hash.js';
import type { Planner, PlanReading } from '../plan/plan-format.js';
import { whoRuns } from './journal.js';
import type { RunRecord, StepRecord } from './journal-format.js';
import { packState } from './left-state.js';
import { whenLost } from './lock-target.js';
import type { RunOptions, RunReport } from './report.js';
import type { ExecutorContext } from './run.js';
import { stopIfAborted } from './stop-if-aborted.js';
import { Trail } from './trail.js';
import { look } from './verify.js';
import { Journal } from './write-journal.js';

/** What the step of a run is about that only notes what is there. */
const noteChange = 'note';

/** Whether a run changed nothing, and noted what it found as what later ones start from. */
export function isNote({ steps }: { readonly steps: readonly Pick<StepRecord, 'change'>[] }): boolean {
  return steps.length === 1 && steps[0]?.change === noteChange;
}

/** How a state is to be noted. */
export interface Noting {
  readonly reading: PlanReading;
  /** Why, as the history tells it. */
  readonly summary: string;
  /** What somebody saw and agreed to; another state is not noted. */
  readonly expected?: Hash;
  readonly op: string;
}

type NoteContext = ExecutorContext & { readonly diff: Differ; readonly plan: Planner };

/** Notes what a database holds as a run of a plan without steps, under the lock that the caller holds: what is there is the base that later drift is told from. */
export async function noteState(
  noting: Noting,
  context: NoteContext,
  options: Pick<RunOptions, 'signal' | 'onEvent'> & { readonly lock: Lock },
): Promise<RunReport> {
  const { connection, driver, clock, audit } = context;
  const { op, reading } = noting;
  const lost = whenLost(options.lock.lost, op);
  const signal = options.signal ? AbortSignal.any([options.signal, lost]) : lost;
  const began = performance.now();
  const { inspection, schemaToken } = await look(context, reading, signal);
  const { catalogue, server } = inspection;
  requireExpected(noting, catalogue.root);
  const nothing = context.diff(catalogue, catalogue, { driver, server });
  const plan = context.plan(nothing, { driver, server, reading });
  const record = recordOf(plan.id, catalogue.root, context);
  const journal = new Journal(connection, driver.dialect, record.tenant);
  const trail = new Trail(audit, options.onEvent);
  await journal.begin(record, plan, schemaToken, { signal });
  await trail.write({ type: 'run', ...record });
  const end = async (outcome: 'done' | 'failed', error?: string) => {
    const finishedAt = clock().toISOString();
    if (!lost.aborted) await journal.end(record.run, outcome, finishedAt, error);
    await trail.write({ type: 'run', ...record, outcome, finishedAt, ...(error !== undefined && { error }) });
  };
  try {
    const state = await packState({ catalogue, reading }, driver);
    await stopIfAborted(signal, op);
    await journal.stepDone(stepOf(record, noting.summary));
    await journal.keepState(record.run, state);
    await end('done');
  } catch (thrown) {
    const error = asSyncError(thrown, op);
    await end('failed', `${error.code}: ${error.message}`).catch(() => undefined);
    throw error;
  }
  // Nothing but room is lost where this fails: the newest is the one that is compared with.
  await journal.dropStateBefore(record.run).catch(() => undefined);
  return reportOf(record, Math.round(performance.now() - began));
}

function requireExpected({ expected, op }: Noting, root: Hash): void {
  if (expected === undefined || expected === root) return;
  throw new SyncError({
    code: 'BASE_MISMATCH',
    op,
    message: 'the database was changed again since it was looked at',
    hint: 'Nothing was noted. Look at what changed, and decide again.',
  });
}

function recordOf(plan: Hash, root: Hash, { runId, tenant, clock, connection, ci }: NoteContext): RunRecord {
  return {
    run: runId(),
    tenant,
    plan,
    direction: 'up',
    outcome: 'running',
    base: root,
    goal: root,
    ...whoRuns(),
    ...(connection.role !== undefined && { role: connection.role }),
    ...(ci && { ci }),
    startedAt: clock().toISOString(),
  };
}

function stepOf({ run, startedAt }: RunRecord, summary: string): StepRecord {
  const change = noteChange;
  return { run, step: 1, change, summary, hash: hashText(''), outcome: 'done', startedAt, finishedAt: startedAt };
}

function reportOf({ run, tenant, plan, startedAt, goal }: RunRecord, elapsedMs: number): RunReport {
  const nothing = { done: 0, total: 0 };
  return {
    run,
    tenant,
    plan: plan as Hash,
    direction: 'up',
    outcome: 'done',
    steps: nothing,
    statements: nothing,
    startedAt,
    elapsedMs,
    root: goal as Hash,
  };
}

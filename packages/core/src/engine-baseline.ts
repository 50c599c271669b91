import type { Lock } from './contract/connection.js';
import type { Differ } from './diff/difference.js';
import type { BaselineRequest } from './engine-types.js';
import { SyncError } from './errors.js';
import type { Planner } from './plan/plan-format.js';
import { readRuns } from './run/journal.js';
import { lockTarget } from './run/lock-target.js';
import { noteState } from './run/note-state.js';
import type { RunReport } from './run/report.js';
import type { ExecutorContext } from './run/run.js';

interface Strategies {
  readonly diff: Differ;
  readonly plan: Planner;
  /** The schemas inside the database that are managed, where somebody said which. */
  readonly schemas: readonly string[] | undefined;
}

/** Notes what a database holds as the base, if nobody did so before or that is meant. */
export async function noteBase(
  options: BaselineRequest,
  context: ExecutorContext,
  strategies: Strategies,
): Promise<RunReport> {
  await using lock = await lockTarget(context.connection, options);
  return await noteBaseUnder(lock, options, context, strategies);
}

/** The same for whoever holds the lock: that nobody did so before is found out under it. */
export async function noteBaseUnder(
  lock: Lock,
  options: BaselineRequest,
  context: ExecutorContext,
  { schemas, ...strategies }: Strategies,
): Promise<RunReport> {
  const { drift, again = drift !== undefined, summary = 'Note what is there as the base' } = options;
  const { connection, driver, tenant } = context;
  const own = (await readRuns(connection, driver.dialect)).filter((run) => run.tenant === tenant);
  const last = own.find(({ outcome }) => outcome === 'done');
  if (last && !again) throw hasBase(last.run);
  if (drift?.unfinished) throw standsMidway(drift.unfinished.run);
  const { exclude = [], with: parts = [], signal, onEvent } = options;
  const reading = drift?.reading ?? { exclude, with: parts, ...(schemas && { schemas }), claimed: [] };
  const expected = drift?.inspection.catalogue.root;
  const op = drift ? 'drift' : 'baseline';
  return noteState(
    { reading, summary, op, ...(expected !== undefined && { expected }) },
    { ...context, ...strategies },
    { lock, ...(signal && { signal }), ...(onEvent && { onEvent }) },
  );
}

function hasBase(run: string): SyncError {
  return new SyncError({
    code: 'USAGE',
    op: 'baseline',
    message: `this database has a base: run ${run.slice(0, 8)} came to its end here`,
    hint: 'Nothing was noted. What changed since: schema-sync drift, which can take that for the new base (--adopt). To begin anew, read otherwise than before: baseline --again.',
    details: { run },
  });
}

function standsMidway(run: string): SyncError {
  return new SyncError({
    code: 'USAGE',
    op: 'drift',
    message: `run ${run.slice(0, 8)} began and did not come to its end: what is there is half of what it was to do`,
    hint: 'Nothing was noted. Go on with schema-sync sync, or take the run back with schema-sync down, and look again.',
    details: { run },
  });
}

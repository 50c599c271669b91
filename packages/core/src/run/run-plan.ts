import { SyncError } from '../errors.js';
import type { Plan } from '../plan/plan-format.js';
import { checkGate } from './gate.js';
import type { RunOptions } from './report.js';
import type { Executor, ExecutorContext } from './run.js';
import { Run } from './run-batches.js';
import { requireState } from './verify.js';

/** The name of the lock under which a database is changed. */
const lockName = 'schema-sync';

/** The default executor: gate, lock, base check, batches with their journal rows, verification. */
export const runPlan: Executor = async (plan, context, options) => {
  const batches = options.direction === 'up' ? plan.up : plan.down;
  const op = options.direction === 'up' ? 'apply' : 'down';
  checkGate(batches, options.allow, op);
  const waitingSince = performance.now();
  options.onEvent?.({ type: 'phase', phase: 'lock' });
  await using lock = await context.connection.lock(lockName, {
    waitMs: options.lockWaitMs,
    ...(options.signal && { signal: options.signal }),
  });
  options.onEvent?.({ type: 'lock', waitedMs: Math.round(performance.now() - waitingSince) });
  options.onEvent?.({ type: 'phase', phase: 'inspect' });
  const lost = whenLost(lock.lost, op);
  const signal = options.signal ? AbortSignal.any([options.signal, lost]) : lost;
  await requireBase(plan, context, { ...options, signal }, op);
  // Awaited here: a promise that is only returned is still under way when the lock is let go.
  return await new Run(plan, batches, context, { ...options, signal, lost }, op).toEnd();
};

/** A lost lock stops a run for a reason that nobody takes for Ctrl-C. */
function whenLost(lost: AbortSignal, op: string): AbortSignal {
  const controller = new AbortController();
  const abort = () =>
    controller.abort(
      new SyncError({
        code: 'LOCK_LOST',
        op,
        message: 'the lock on the database was lost: somebody else may be changing it',
        hint: 'Nothing more is written. See what held with `schema-sync history`, and run again.',
        cause: lost.reason,
      }),
    );
  if (lost.aborted) abort();
  else lost.addEventListener('abort', abort, { once: true });
  return controller.signal;
}

async function requireBase(plan: Plan, context: ExecutorContext, options: RunOptions, op: string): Promise<void> {
  const failure = {
    code: 'BASE_MISMATCH',
    op,
    message: 'the database is not in the state that this plan starts from',
    hint: 'Something changed it since the plan was made. Plan again; nothing was touched.',
  } as const;
  const state = options.direction === 'up' ? plan.base : plan.goal;
  await requireState(context, plan, state, failure, options.signal);
}

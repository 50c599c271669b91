import type { Batch } from '../contract/step.js';
import type { Plan } from '../plan/plan-format.js';
import { askAhead } from './ask-ahead.js';
import { checkStart, type Start } from './check-start.js';
import { checkGate } from './gate.js';
import type { RunRecord } from './journal-format.js';
import { lockTarget, whenLost } from './lock-target.js';
import type { RunReport } from './report.js';
import type { Executor, ExecutorContext } from './run.js';
import { Run } from './run-batches.js';

/** The default executor: gate, lock, base check, batches with their journal rows, verification. */
export const runPlan: Executor = async (plan, context, options) => {
  const batches = options.direction === 'up' ? plan.up : plan.down;
  const op = options.direction === 'up' ? 'apply' : 'down';
  checkGate(plan, options.direction, { allow: options.allow, op, driver: context.driver });
  const waitingSince = performance.now();
  options.onEvent?.({ type: 'phase', phase: 'lock' });
  await using lock = await lockTarget(context.connection, options);
  options.onEvent?.({ type: 'lock', waitedMs: Math.round(performance.now() - waitingSince) });
  options.onEvent?.({ type: 'phase', phase: 'inspect' });
  const lost = whenLost(lock.lost, op);
  const signal = options.signal ? AbortSignal.any([options.signal, lost]) : lost;
  // Somebody else may have run the same, or taken it back, while this one waited for the lock.
  const start = await checkStart(plan, context, { ...options, signal });
  if (start.before) return repeated(plan, { ...start, before: start.before }, batches, context);
  await askAhead(plan, options.direction, context, op);
  // Awaited here: a promise that is only returned is still under way when the lock is let go.
  return await new Run(plan, batches, context, { ...options, signal, lost }, op, start).toEnd();
};

/** Running what has run is no failure, and changes nothing. */
function repeated(
  plan: Plan,
  { before, later, inspection }: Start & { readonly before: RunRecord },
  batches: readonly Batch[],
  { clock }: ExecutorContext,
): RunReport {
  const steps = batches.flatMap((batch) => batch.steps);
  return {
    run: before.run,
    tenant: before.tenant,
    plan: plan.id,
    direction: before.direction,
    outcome: 'done',
    repeated: true,
    ...(later && { laterRuns: later.map(({ run }) => run) }),
    steps: { done: 0, total: steps.length },
    statements: { done: 0, total: steps.reduce((sum, step) => sum + step.sql.length, 0) },
    startedAt: clock().toISOString(),
    elapsedMs: 0,
    root: inspection.catalogue.root,
  };
}

import type { ApplyRequest, Engine } from '../engine-types.js';
import { asSyncError, SyncError } from '../errors.js';
import type { RunReport } from '../run/report.js';
import { applyPlan } from './apply-plan.js';
import type { Assignment } from './assignment.js';

/** How a tenant came off. */
export type TenantEnd =
  | { readonly state: 'done'; readonly report: RunReport }
  | { readonly state: 'failed' | 'cancelled'; readonly error: SyncError };

/** How long a tenant may take, and who may stop it before. */
interface AttemptOptions {
  readonly request: ApplyRequest;
  readonly signal: AbortSignal | undefined;
  readonly timeoutMs: number | undefined;
}

/**
 * Runs the plan of one tenant, and tells how that ended. One that takes longer than it may is stopped in the way in which a person stops a run: what is atomic is taken
 * back, and its journal says how far the rest came.
 */
export async function attempt(
  engine: Pick<Engine, 'apply' | 'planRest'>,
  item: Assignment,
  { request, signal, timeoutMs }: AttemptOptions,
): Promise<TenantEnd> {
  const limit = new AbortController();
  const timer = timeoutMs === undefined ? undefined : setTimeout(() => limit.abort(), timeoutMs);
  try {
    const stop = timer && AbortSignal.any([limit.signal, ...(request.signal ? [request.signal] : [])]);
    return { state: 'done', report: await applyPlan(engine, item, { ...request, ...(stop && { signal: stop }) }) };
  } catch (thrown) {
    const error = asSyncError(thrown, 'sync');
    if (error.code !== 'CANCELLED' && error.code !== 'TERMINATED') return { state: 'failed', error };
    if (signal?.aborted) return { state: 'cancelled', error };
    return { state: 'failed', error: limit.signal.aborted ? timedOut(error, timeoutMs ?? 0) : error };
  } finally {
    clearTimeout(timer);
  }
}

function timedOut(error: SyncError, timeoutMs: number): SyncError {
  const { op, hint, tenant, step, details } = error;
  return new SyncError({
    code: 'TIMED_OUT',
    op,
    message: `not done within ${timeoutMs / 1000} s, and was stopped`,
    hint: `${hint === undefined ? '' : `${hint} `}Look at what it waits for, or give it more time: schema-sync runs retry --failed --tenant-timeout TIME.`,
    cause: error,
    ...(tenant !== undefined && { tenant }),
    ...(step !== undefined && { step }),
    details: { ...details, timeoutMs },
  });
}

import { asSyncError, SyncError } from '../errors.js';
import type { RunReport } from '../run/report.js';

/** How a tenant came off. */
export type TenantEnd<Result = RunReport> =
  | { readonly state: 'done'; readonly report: Result }
  | { readonly state: 'failed' | 'cancelled'; readonly error: SyncError };

/** How long a tenant may take, and who may stop it before. */
export interface AttemptOptions {
  readonly op: string;
  /** Aborted where all of the run is stopped. */
  readonly signal: AbortSignal | undefined;
  /** What stops the work beside its time. */
  readonly stop: AbortSignal | undefined;
  readonly timeoutMs: number | undefined;
  /** What somebody runs who gives it more time. */
  readonly again: string;
}

/**
 * Does the work of one tenant, and tells how that ended. One that takes longer than it may is stopped in the way in which a person stops a run: what is atomic is taken
 * back, and its journal says how far the rest came.
 */
export async function attempt<Result>(
  work: (stop: AbortSignal | undefined) => Promise<Result>,
  { op, signal, stop, timeoutMs, again }: AttemptOptions,
): Promise<TenantEnd<Result>> {
  const limit = new AbortController();
  const timer = timeoutMs === undefined ? undefined : setTimeout(() => limit.abort(), timeoutMs);
  try {
    const stopped = timer ? AbortSignal.any([limit.signal, ...(stop ? [stop] : [])]) : stop;
    return { state: 'done', report: await work(stopped) };
  } catch (thrown) {
    const error = asSyncError(thrown, op);
    if (error.code !== 'CANCELLED' && error.code !== 'TERMINATED') return { state: 'failed', error };
    if (signal?.aborted) return { state: 'cancelled', error };
    return { state: 'failed', error: limit.signal.aborted ? timedOut(error, timeoutMs ?? 0, again) : error };
  } finally {
    clearTimeout(timer);
  }
}

function timedOut(error: SyncError, timeoutMs: number, again: string): SyncError {
  const { op, hint, tenant, step, details } = error;
  return new SyncError({
    code: 'TIMED_OUT',
    op,
    message: `not done within ${timeoutMs / 1000} s, and was stopped`,
    hint: `${hint === undefined ? '' : `${hint} `}Look at what it waits for, or give it more time: ${again} --tenant-timeout TIME.`,
    cause: error,
    ...(tenant !== undefined && { tenant }),
    ...(step !== undefined && { step }),
    details: { ...details, timeoutMs },
  });
}

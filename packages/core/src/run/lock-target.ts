import type { Connection, Lock } from '../contract/connection.js';
import { SyncError } from '../errors.js';
import type { RunOptions } from './report.js';

/** What the lock is called under which a database is changed. */
export const lockName = 'schema-sync';

/** Takes the lock under which a database is changed. */
export function lockTarget(
  connection: Connection,
  { lockWaitMs, signal }: Pick<RunOptions, 'lockWaitMs' | 'signal'>,
): Promise<Lock> {
  return connection.lock(lockName, {
    ...(lockWaitMs !== undefined && { waitMs: lockWaitMs }),
    ...(signal && { signal }),
  });
}

/** A lost lock stops a run for a reason that nobody takes for Ctrl-C. */
export function whenLost(lost: AbortSignal, op: string): AbortSignal {
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

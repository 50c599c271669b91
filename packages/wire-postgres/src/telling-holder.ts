import { type ExecuteOptions, isSyncError } from '@sync/core';
import type { PostgresSession } from './session.js';

/** What the server says where a lock was not to be had in time. https://www.postgresql.org/docs/current/errcodes-appendix.html */
const notAvailable = '55P03';

/**
 * Does some work of a run, and once more where a lock was not granted before anybody had seen who holds it: nothing of it has happened, and with a second session that is
 * open by then it is seen, however short the wait.
 */
export async function tellingHolder<T>(
  session: PostgresSession,
  { patient }: Pick<ExecuteOptions, 'patient'>,
  work: () => Promise<T>,
): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const details = isSyncError(error) ? error.details : undefined;
    const isUntold = details?.native === notAvailable && details.holder === undefined;
    if (!patient || !session.pipelines || session.gone.aborted || !isUntold) throw error;
    return session.withLookout(work);
  }
}

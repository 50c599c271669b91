import type { Connection, Lock } from '../contract/connection.js';
import type { RunOptions } from './report.js';

/** Takes the lock under which a database is changed. */
export function lockTarget(
  connection: Connection,
  { lockWaitMs, signal }: Pick<RunOptions, 'lockWaitMs' | 'signal'>,
): Promise<Lock> {
  return connection.lock('schema-sync', {
    ...(lockWaitMs !== undefined && { waitMs: lockWaitMs }),
    ...(signal && { signal }),
  });
}

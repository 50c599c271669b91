import { setTimeout } from 'node:timers/promises';
import { SyncError, throwIfAborted } from '@sync/core';
import type { PostgresSession } from '@sync/wire-postgres';

/** A job that a schema change was handed to. */
interface Job {
  readonly id: string;
  readonly status: string;
  readonly description: string;
  readonly error: string | null;
}

/** A statement may be answered before all that it began is done, as when an old primary key is cleared away. */
const pauseMs = 200;

/**
 * Waits until the schema changes that this role began since a moment are done, and tells those that failed: the server takes them back by itself.
 * https://www.cockroachlabs.com/docs/stable/show-jobs#show-schema-changes
 */
export async function awaitJobs(session: PostgresSession, since: string, signal?: AbortSignal): Promise<void> {
  for (;;) {
    throwIfAborted(signal, 'execute');
    const jobs = await session.send<Job>({ text: jobsText, params: [since] }, { op: 'jobs', signal });
    const failed = jobs.find(({ status }) => !isAtWork(status));
    if (failed) throw jobFailed(failed, session.label);
    if (jobs.length === 0) return;
    await setTimeout(pauseMs, undefined, signal && { signal }).catch(() => undefined);
  }
}

/** The moment of the server from which on jobs are looked for. */
export async function momentOf(session: PostgresSession): Promise<string> {
  const [row] = await session.send<{ readonly now: string }>(
    { text: 'SELECT clock_timestamp()::STRING AS now' },
    { op: 'jobs' },
  );
  return row?.now ?? '';
}

/** The types are those of the manual, and not tried on a server. */
const jobsText = `
SELECT j.job_id::STRING AS id, j.status, j.description, j.error
FROM [SHOW JOBS] AS j
WHERE j.job_type IN ('SCHEMA CHANGE', 'NEW SCHEMA CHANGE', 'TYPEDESC SCHEMA CHANGE')
  AND j.user_name = current_user
  AND j.created >= $1::TIMESTAMPTZ
  AND j.status <> 'succeeded'
ORDER BY j.created`.trim();

/** Paused and reverting jobs end, one way or the other. */
function isAtWork(status: string): boolean {
  return ['pending', 'running', 'paused', 'pause-requested', 'reverting', 'cancel-requested'].includes(status);
}

function jobFailed({ id, status, description, error }: Job, label: string): SyncError {
  const isOfRows = /violat|duplicate|null value|foreign key/i.test(error ?? '');
  return new SyncError({
    code: isOfRows ? 'CHECK_FAILED' : 'STATEMENT_FAILED',
    op: 'execute',
    message: `${label}: the job ${id} of the schema change ended as ${status}: ${error ?? 'it does not say why'}`,
    hint: isOfRows
      ? 'Rows that are there do not satisfy the new schema: mend them first. The server has taken the change back.'
      : `Look at it with SHOW JOB ${id}, mend the cause, and run again: the next plan starts from what is there.`,
    details: { job: id, statement: description },
  });
}

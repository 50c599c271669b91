import { createHash } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import { type LockOptions, SyncError, throwIfAborted } from '@sync/core';
import type { PostgresSession } from './session.js';

/** How long to wait before asking again whether a lock is free. */
const pauseMs = 50;
/** How long to wait for it where nobody says. */
export const usualWaitMs = 10_000;

/** A lock that somebody wants to have. */
export interface Wanted {
  readonly name: string;
  /** Whose it is, for people. */
  readonly label: string;
  /** Tries to take it. */
  readonly ask: () => Promise<boolean>;
  readonly whoHolds: () => Promise<string | undefined>;
}

/**
 * Asks for a lock again and again rather than waiting on the server: a session that waits there holds a snapshot, which CREATE INDEX CONCURRENTLY of the lock's holder
 * would wait for in its turn.
 */
export async function waitForLock(
  { name, label, ask, whoHolds }: Wanted,
  { waitMs = usualWaitMs, signal }: LockOptions,
): Promise<void> {
  const deadline = performance.now() + waitMs;
  for (;;) {
    throwIfAborted(signal, 'lock');
    if (await ask()) return;
    const left = deadline - performance.now();
    if (left <= 0) break;
    await setTimeout(Math.min(pauseMs, left), undefined, signal && { signal }).catch(() => undefined);
  }
  const holder = await whoHolds().catch(() => undefined);
  throw new SyncError({
    code: 'LOCK_TIMEOUT',
    op: 'lock',
    message: `the lock ${name} on ${label} was not free within ${waitMs} ms`,
    hint:
      holder === undefined
        ? 'Another run is at work: wait for it to finish.'
        : `It is held by ${holder}: wait for it to finish.`,
    details: { lock: name, ...(holder !== undefined && { holder }) },
  });
}

/** Advisory locks are numbers of 64 bits, as text because numbers of this language are shorter. */
export function keyOf(name: string): string {
  return createHash('sha256').update(`schema-sync\0${name}`).digest().readBigInt64BE().toString();
}

/** Which session holds the advisory lock of a name. */
export async function sessionWith(session: PostgresSession, name: string): Promise<string | undefined> {
  const text = `
SELECT pg_catalog.format(
  'session %s (%s of %s) since %s',
  a.pid, a.application_name, a.usename, pg_catalog.to_char(a.backend_start AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')
) AS holder
FROM pg_catalog.pg_locks l
JOIN pg_catalog.pg_stat_activity a ON a.pid = l.pid
WHERE l.locktype = 'advisory'
  AND l.granted
  AND l.objsubid = 1
  AND l.database = (SELECT oid FROM pg_catalog.pg_database WHERE datname = pg_catalog.current_database())
  AND (l.classid::bigint << 32) | l.objid::bigint = $1::bigint`.trim();
  const params = [keyOf(name)];
  const [row] = await session.send<{ readonly holder: string }>({ text, params }, { op: 'lock' });
  return row?.holder;
}

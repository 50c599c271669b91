import { createHash } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import { type Lock, type LockOptions, SyncError, throwIfAborted } from '@sync/core';
import type { PostgresSession } from './session.js';

/** How long to wait before asking again whether a lock is free. */
const pauseMs = 50;
/** How long to wait for it where nobody says. */
const usualWaitMs = 10_000;

/** A session that can hold locks, and how to get in line for it. */
export interface Holder {
  readonly session: PostgresSession;
  readonly run: <T>(task: () => Promise<T>) => Promise<T>;
  /** The names that it holds already. */
  readonly held: Set<string>;
}

/**
 * Takes an advisory lock of the session, which the server drops when the session ends, however it ends. It asks again and again rather than waiting on the server:
 * a session that waits there holds a snapshot, which CREATE INDEX CONCURRENTLY of the lock's holder would wait for in its turn.
 */
export async function takeLock(
  holder: Holder,
  name: string,
  { waitMs = usualWaitMs, signal }: LockOptions,
): Promise<Lock> {
  const { session, run, held } = holder;
  const key = keyOf(name);
  const ask = () =>
    session.send<{ readonly granted: boolean }>(
      { text: 'SELECT pg_catalog.pg_try_advisory_lock($1) AS granted', params: [key] },
      { op: 'lock' },
    );
  const deadline = performance.now() + waitMs;
  for (;;) {
    throwIfAborted(signal, 'lock');
    if (!held.has(name)) {
      const [row] = await run(ask);
      if (row?.granted) break;
    }
    const left = deadline - performance.now();
    if (left <= 0) throw await timeout(holder, name, key, waitMs);
    await setTimeout(Math.min(pauseMs, left), undefined, signal && { signal }).catch(() => undefined);
  }
  held.add(name);
  return asLock(holder, name, key);
}

function asLock({ session, run, held }: Holder, name: string, key: string): Lock {
  let released = false;
  return {
    lost: session.gone,
    async [Symbol.asyncDispose]() {
      if (released) return;
      released = true;
      held.delete(name);
      const release = { text: 'SELECT pg_catalog.pg_advisory_unlock($1)', params: [key] };
      await run(() => session.send(release, { op: 'lock' })).catch(() => {});
    },
  };
}

/** Advisory locks are numbers of 64 bits, as text because numbers of this language are shorter. */
function keyOf(name: string): string {
  return createHash('sha256').update(`schema-sync\0${name}`).digest().readBigInt64BE().toString();
}

async function timeout({ session, run }: Holder, name: string, key: string, waitMs: number): Promise<SyncError> {
  const holder = await run(() => whoHolds(session, key)).catch(() => undefined);
  return new SyncError({
    code: 'LOCK_TIMEOUT',
    op: 'lock',
    message: `the lock ${name} on ${session.label} was not free within ${waitMs} ms`,
    hint:
      holder === undefined
        ? 'Another run is at work: wait for it to finish.'
        : `It is held by ${holder}: wait for it to finish.`,
    details: { lock: name, ...(holder !== undefined && { holder }) },
  });
}

async function whoHolds(session: PostgresSession, key: string): Promise<string | undefined> {
  const [row] = await session.send<{ readonly holder: string }>(
    {
      text: `
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
  AND (l.classid::bigint << 32) | l.objid::bigint = $1::bigint`.trim(),
      params: [key],
    },
    { op: 'lock' },
  );
  return row?.holder;
}

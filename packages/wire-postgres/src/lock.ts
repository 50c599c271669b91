import type { Lock, LockOptions } from '@sync/core';
import { freeOfLeases, isLeased, leaseHolder } from './lease-table.js';
import type { PostgresSession } from './session.js';
import { keyOf, sessionWith, waitForLock } from './wait-for-lock.js';

/** Those who are kept to different parts of a database do not wait for each other. */
export function lockName(name: string, scope: readonly string[] = []): string {
  return [name, ...scope].join('\0');
}

/** A session that can hold locks, and how to get in line for it. */
export interface Holder {
  readonly session: PostgresSession;
  readonly run: <T>(task: () => Promise<T>) => Promise<T>;
  /** The names that it holds already. */
  readonly held: Set<string>;
}

/** Takes an advisory lock of the session, which the server drops when the session ends, however it ends. Whoever has a lease of the name keeps it from being had. */
export async function takeLock(holder: Holder, name: string, options: LockOptions): Promise<Lock> {
  const { session, run, held } = holder;
  await waitForLock(
    {
      name,
      label: session.label,
      ask: async () => !held.has(name) && (await run(() => tryLock(session, name))),
      whoHolds: () => run(async () => (await sessionWith(session, name)) ?? (await leaseHolder(session, name))),
    },
    options,
  );
  held.add(name);
  return asLock(holder, name);
}

/** Whether a session has the lock of a name, or somebody a lease of it that lasts. */
export function isLocked({ session, run }: Holder, name: string): Promise<boolean> {
  return run(async () => (await sessionWith(session, name)) !== undefined || isLeased(session, name));
}

async function tryLock(session: PostgresSession, name: string): Promise<boolean> {
  const [row] = await session.send<{ readonly granted: boolean }>(
    { text: 'SELECT pg_catalog.pg_try_advisory_lock($1) AS granted', params: [keyOf(name)] },
    { op: 'lock' },
  );
  if (!row?.granted) return false;
  let isFree = false;
  try {
    // Leases are taken under the same lock: none comes after this.
    isFree = await freeOfLeases(session, name);
  } finally {
    if (!isFree && !session.gone.aborted) await unlock(session, name);
  }
  return isFree;
}

function asLock({ session, run, held }: Holder, name: string): Lock {
  let released = false;
  return {
    lost: session.gone,
    async [Symbol.asyncDispose]() {
      if (released) return;
      released = true;
      held.delete(name);
      await run(() => unlock(session, name)).catch(() => {});
    },
  };
}

async function unlock(session: PostgresSession, name: string): Promise<void> {
  await session.send({ text: 'SELECT pg_catalog.pg_advisory_unlock($1)', params: [keyOf(name)] }, { op: 'lock' });
}

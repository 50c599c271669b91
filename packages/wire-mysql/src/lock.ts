import { createHash } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import { type Lock, type LockOptions, SyncError, throwIfAborted } from '@sync/core';
import { usualWaitMs } from './options.js';
import type { MysqlSession } from './session.js';

/** How long to wait before asking again whether a lock is free. */
const pauseMs = 50;

/** A session that can hold locks, and how to get in line for it. */
export interface Holder {
  readonly session: MysqlSession;
  readonly database: string;
  readonly run: <T>(task: () => Promise<T>) => Promise<T>;
  /** The names that it holds already: the server would grant it the same one again. */
  readonly held: Set<string>;
}

/** Takes a lock of the session, which the server lets go of when the session ends, however it ends. */
export async function takeLock(
  holder: Holder,
  name: string,
  { waitMs = usualWaitMs, signal }: LockOptions,
): Promise<Lock> {
  const { session, run, held } = holder;
  const deadline = performance.now() + waitMs;
  // Noted before anybody else of this session gets to ask.
  const ask = () =>
    run(async () => {
      if (held.has(name) || !(await tryLock(holder, name))) return false;
      held.add(name);
      return true;
    });
  // Asked again and again rather than waited for on the server, so that the session can be used meanwhile.
  for (;;) {
    throwIfAborted(signal, 'lock');
    if (await ask()) break;
    const left = deadline - performance.now();
    if (left <= 0) throw await taken(holder, name, waitMs);
    await setTimeout(Math.min(pauseMs, left), undefined, signal && { signal }).catch(() => undefined);
  }
  let released = false;
  return {
    lost: session.gone,
    async [Symbol.asyncDispose]() {
      if (released) return;
      released = true;
      held.delete(name);
      await run(() =>
        session.send({ text: 'SELECT RELEASE_LOCK(?)', params: [keyOf(holder, name)] }, { op: 'lock' }),
      ).catch(() => {});
    },
  };
}

async function tryLock(holder: Holder, name: string): Promise<boolean> {
  const [row] = await holder.session.send<{ readonly granted: number | null }>(
    { text: "SELECT GET_LOCK(?, 0) AS 'granted'", params: [keyOf(holder, name)] },
    { op: 'lock' },
  );
  return Number(row?.granted) === 1;
}

/** Which session has the lock of a name. */
export async function holderOf(holder: Holder, name: string): Promise<string | undefined> {
  const { session, run } = holder;
  const statement = { text: "SELECT IS_USED_LOCK(?) AS 'holder'", params: [keyOf(holder, name)] };
  const [row] = await run(() => session.send<{ readonly holder: number | null }>(statement, { op: 'lock' }));
  return row?.holder == null ? undefined : `connection ${row.holder}`;
}

async function taken(holder: Holder, name: string, waitMs: number): Promise<SyncError> {
  const { session } = holder;
  const who = await holderOf(holder, name);
  return new SyncError({
    code: 'LOCK_TIMEOUT',
    op: 'lock',
    message: `the lock ${name} on ${session.label} was not free within ${waitMs} ms`,
    hint:
      who === undefined
        ? 'Another run is at work: wait for it to finish.'
        : `It is held by ${who}: wait for it to finish.`,
    details: { lock: name, ...(who !== undefined && { holder: who }) },
  });
}

/** Names of locks are the whole server's, and of 64 characters at most. */
function keyOf({ database }: Holder, name: string): string {
  const digest = createHash('sha256').update(`${database}\0${name}`).digest('hex');
  return `schema-sync:${digest.slice(0, 48)}`;
}

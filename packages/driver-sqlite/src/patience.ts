import { setTimeout } from 'node:timers/promises';
import { throwIfAborted } from '@sync/core';
import { isBusy } from './errors.js';

/** How long to wait, and who may call the waiting off. */
export interface Patience {
  readonly waitMs: number;
  readonly signal?: AbortSignal | undefined;
}

/** How long to wait before trying again whether the file is free. */
const pauseMs = 20;

/**
 * Tries again while somebody else holds the file. SQLite's own waiting (`busy_timeout`) holds the thread: a transaction of this very process could never end
 * meanwhile, and nothing be cancelled.
 */
export async function patiently<T>(work: () => T, op: string, { waitMs, signal }: Patience): Promise<T> {
  const deadline = performance.now() + waitMs;
  for (;;) {
    throwIfAborted(signal, op);
    const last = performance.now() >= deadline;
    try {
      return work();
    } catch (error) {
      if (last || !isBusy(error)) throw error;
    }
    await setTimeout(pauseMs, undefined, signal && { signal }).catch(() => undefined);
  }
}

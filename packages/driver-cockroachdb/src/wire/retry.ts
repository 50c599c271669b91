import { setTimeout } from 'node:timers/promises';
import { throwIfAborted } from '@sync/core';
import { asksForRetry } from './errors.js';

const attempts = 8;
const pauseMs = 50;

/** Tries something again that the server asks to be tried again; pauses double, and differ so that two that meet do not meet again. */
export async function retried<T>(work: () => Promise<T>, signal?: AbortSignal): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work();
    } catch (error) {
      if (!asksForRetry(error) || attempt === attempts) throw error;
      throwIfAborted(signal, 'execute');
      await setTimeout(pauseMs * 2 ** (attempt - 1) * (0.5 + Math.random() / 2), undefined, signal && { signal }).catch(
        () => undefined,
      );
    }
  }
}

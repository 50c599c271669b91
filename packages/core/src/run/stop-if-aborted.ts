import { setImmediate } from 'node:timers/promises';
import { throwIfAborted } from '../errors.js';

/** Throws where somebody asked to stop, who is only heard by a process that lets go of the thread: drivers of embedded engines never do. */
export async function stopIfAborted(signal: AbortSignal | undefined, op: string): Promise<void> {
  await setImmediate();
  throwIfAborted(signal, op);
}

import type { Opened } from './opened.js';

/** How long a goodbye may take; a network that swallows everything never brings the other side's. */
const goodbyeMs = 3000;

/** Ends a session, and does not wait for a server that says nothing. */
export async function leave(opened: Pick<Opened, 'client' | 'socket'>): Promise<void> {
  await within(goodbyeMs, opened, () => opened.client.end()).catch(() => {});
}

/** Cuts a session off where some work with it is not done in time; what was waited for then fails. 0 is for as long as it takes. */
export async function within<T>(ms: number, { socket }: Pick<Opened, 'socket'>, work: () => Promise<T>): Promise<T> {
  if (ms === 0) return work();
  const timer = setTimeout(() => socket?.destroy(new Error('timeout expired')), ms);
  try {
    return await work();
  } finally {
    clearTimeout(timer);
  }
}

import { throwIfAborted } from '@sync/core';

/** How long a call waits for somebody else, where anybody said. */
export interface Patience {
  readonly signal?: AbortSignal;
  readonly waitMs?: number;
}

/** Waits for what somebody else does for no longer than is said; that goes on by itself. */
export async function patiently<T>(
  work: Promise<T>,
  { signal, waitMs }: Patience,
  late?: (waitMs: number) => Error,
): Promise<T> {
  if (!signal && waitMs === undefined) return await work;
  let timer: NodeJS.Timeout | undefined;
  let stop = () => {};
  const end = new Promise<never>((_, reject) => {
    stop = () => {
      try {
        throwIfAborted(signal, 'migrate');
      } catch (error) {
        reject(error);
      }
    };
    signal?.addEventListener('abort', stop);
    stop();
    if (waitMs !== undefined && late) timer = setTimeout(() => reject(late(waitMs)), waitMs);
  });
  try {
    return await Promise.race([work, end]);
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', stop);
  }
}

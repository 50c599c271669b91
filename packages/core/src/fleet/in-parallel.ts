import { throwIfAborted } from '../errors.js';

/** Does the same for each of many, a few at a time, and gives the results as they come. What is asked for is taken no sooner than it can be worked on. */
export async function* inParallel<T, R>(
  items: AsyncIterable<T> | Iterable<T>,
  limit: number,
  work: (item: T) => Promise<R>,
  signal?: AbortSignal,
): AsyncGenerator<R, void, undefined> {
  const running = new Map<symbol, Promise<Settled<R>>>();
  const next = async () => {
    const settled = await Promise.race(running.values());
    running.delete(settled.key);
    if ('error' in settled) throw settled.error;
    return settled.result;
  };
  try {
    for await (const item of items) {
      throwIfAborted(signal, 'fleet');
      const key = Symbol();
      running.set(key, settle(key, work(item)));
      if (running.size >= limit) yield await next();
    }
    while (running.size > 0) yield await next();
  } finally {
    // Whoever stops listening, or fails, leaves nobody at work behind its back.
    await Promise.all(running.values());
  }
}

type Settled<R> = { readonly key: symbol } & ({ readonly result: R } | { readonly error: unknown });

/** Never rejects: nobody listens to it while another item is fetched. */
function settle<R>(key: symbol, work: Promise<R>): Promise<Settled<R>> {
  return work.then(
    (result) => ({ key, result }),
    (error: unknown) => ({ key, error }),
  );
}

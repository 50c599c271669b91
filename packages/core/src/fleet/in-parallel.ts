import { throwIfAborted } from '../errors.js';

/** Does the same for each of many, a few at a time, and gives the results as they come. What is asked for is taken no sooner than it can be worked on. */
export async function* inParallel<T, R>(
  items: AsyncIterable<T> | Iterable<T>,
  limit: number,
  work: (item: T) => Promise<R>,
  signal?: AbortSignal,
): AsyncGenerator<R, void, undefined> {
  const running = new Running<R>();
  try {
    for await (const item of items) {
      throwIfAborted(signal, 'fleet');
      running.begin(work(item));
      if (running.count >= limit) yield await running.next();
    }
    while (running.count > 0) yield await running.next();
  } finally {
    // Whoever stops listening, or fails, leaves nobody at work behind its back.
    await running.end();
  }
}

type Settled<R> = { readonly result: R } | { readonly error: unknown };

/** What is at work and what of it has come to its end. A race of promises would leave something behind in those that take long, once for each that does not. */
class Running<R> {
  /** How many have begun whose results nobody has taken. */
  count = 0;
  private readonly settled: Settled<R>[] = [];
  private wake: () => void = () => {};

  begin(work: Promise<R>): void {
    this.count++;
    const settle = (settled: Settled<R>) => {
      this.settled.push(settled);
      this.wake();
    };
    work.then(
      (result) => settle({ result }),
      (error: unknown) => settle({ error }),
    );
  }

  async next(): Promise<R> {
    const settled = await this.take();
    if ('error' in settled) throw settled.error;
    return settled.result;
  }

  async end(): Promise<void> {
    while (this.count > 0) await this.take();
  }

  private async take(): Promise<Settled<R>> {
    for (;;) {
      const settled = this.settled.shift();
      if (settled) {
        this.count--;
        return settled;
      }
      await new Promise<void>((resolve) => {
        this.wake = resolve;
      });
    }
  }
}

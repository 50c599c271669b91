import { setTimeout } from 'node:timers/promises';
import { throwIfAborted } from '../errors.js';

/** A bucket into which so many tokens drop each second, and which holds no more than those of one second. */
export class Pace {
  private tokens: number;
  private filledAt: number;

  constructor(
    private readonly perSecond: number,
    private readonly now: () => number = () => performance.now(),
  ) {
    this.tokens = perSecond;
    this.filledAt = now();
  }

  /** Takes a token, and waits for it where there is none: each who waits has its own to come. */
  async next(signal?: AbortSignal): Promise<void> {
    const waitMs = this.take();
    if (waitMs > 0) await setTimeout(waitMs, undefined, { ...(signal && { signal }) }).catch(() => undefined);
    throwIfAborted(signal, 'connect');
  }

  /** Takes a token, and tells after how many milliseconds it will be there. */
  take(): number {
    const now = this.now();
    this.tokens = Math.min(this.perSecond, this.tokens + ((now - this.filledAt) / 1000) * this.perSecond);
    this.filledAt = now;
    this.tokens -= 1;
    return this.tokens >= 0 ? 0 : Math.ceil((-this.tokens / this.perSecond) * 1000);
  }
}

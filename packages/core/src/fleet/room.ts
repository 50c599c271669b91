import { SyncError, throwIfAborted } from '../errors.js';

/** How many sessions on one server a tenant takes at most: its own, or two that stand in for a database which is not there; two for scratch; one to look from. */
export const mostPerTenant = 5;

interface Waiting {
  readonly party: object;
  enter(): void;
}

/**
 * Room for a number of sessions on one server. Whoever has one may need more before it lets go of any, so that nobody is let in whom all could end up waiting for: of
 * those who are in, one after the other can always come to its end.
 */
export class Room {
  private readonly held = new Map<object, number>();
  private readonly waiting = new Set<Waiting>();

  constructor(private readonly size: number) {}

  /** Waits for a place; where it can be done without, and there is none, it is refused. */
  async enter(
    party: object,
    { signal, spare }: { readonly signal?: AbortSignal | undefined; readonly spare?: boolean },
  ) {
    if (this.isOpenTo(party) && (this.held.has(party) || this.waiting.size === 0)) return this.hold(party);
    if (spare || this.isAlone(party)) throw this.full();
    await new Promise<void>((resolve, reject) => {
      const waiting = {
        party,
        enter: () => {
          this.waiting.delete(waiting);
          signal?.removeEventListener('abort', stop);
          this.hold(party);
          resolve();
        },
      };
      const stop = () => {
        this.waiting.delete(waiting);
        reject(signal?.reason);
        this.admit();
      };
      this.waiting.add(waiting);
      signal?.addEventListener('abort', stop, { once: true });
      if (signal?.aborted) stop();
    }).catch((error: unknown) => {
      throwIfAborted(signal, 'connect');
      throw error;
    });
  }

  leave(party: object): void {
    const left = (this.held.get(party) ?? 0) - 1;
    if (left > 0) this.held.set(party, left);
    else this.held.delete(party);
    this.admit();
  }

  private hold(party: object): void {
    this.held.set(party, (this.held.get(party) ?? 0) + 1);
  }

  /** Those come first who are in already, since others wait for what they hold; then whoever came first. */
  private admit(): void {
    const isIn = ({ party }: Waiting) => this.held.has(party);
    const all = [...this.waiting];
    for (const each of [...all.filter(isIn), ...all.filter((other) => !isIn(other))])
      if (this.isOpenTo(each.party)) each.enter();
  }

  /** Whether with one session more for this one all could still come to their end, even if each needed as many as it may. */
  private isOpenTo(party: object): boolean {
    const after = new Map(this.held).set(party, (this.held.get(party) ?? 0) + 1);
    let free = this.size;
    for (const count of after.values()) free -= count;
    if (free < 0) return false;
    // Who needs the fewest more lets go first.
    for (const count of [...after.values()].sort((a, b) => b - a)) {
      if (Math.max(0, mostPerTenant - count) > free) return false;
      free += count;
    }
    return true;
  }

  /** Nobody else will ever let go of anything. */
  private isAlone(party: object): boolean {
    return this.held.size === 1 && this.held.has(party);
  }

  private full(): SyncError {
    return new SyncError({
      code: 'CONNECTION_FAILED',
      op: 'connect',
      message: `there are ${this.size} connections to this server, and no more were asked for`,
      hint: 'Raise maxConnections of the fleet.',
      details: { full: true },
    });
  }
}

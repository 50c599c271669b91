import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import { type Lock, type LockOptions, SyncError } from '@sync/core';
import { giveBack, isSecondMaker, type Lease, leaseHolder, prolong, tryLease } from './lease-table.js';
import type { PostgresSession } from './session.js';
import { sessionWith, waitForLock } from './wait-for-lock.js';

/** How often a lease is renewed while it lasts once. */
const renewals = 3;

/** What leases are held over. */
export interface LeaseOptions {
  readonly session: PostgresSession;
  /** Runs something in a transaction by itself. */
  readonly transact: <T>(work: () => Promise<T>) => Promise<T>;
  readonly user: string;
  readonly lengthMs: number;
}

interface Held {
  readonly lease: Lease;
  readonly timer: NodeJS.Timeout;
  readonly loss: AbortController;
  renewedAt: number;
}

/** Locks of one who has no session to hold them: each is a row that lasts as long as it is renewed. */
export class Leases {
  private readonly held = new Map<string, Held>();

  constructor(private readonly options: LeaseOptions) {}

  async take(name: string, options: LockOptions): Promise<Lock> {
    const { session, transact, user, lengthMs } = this.options;
    const holder = `${user} at ${hostname()}, process ${process.pid}`;
    const lease: Lease = { name, holder, token: randomUUID(), lengthMs };
    const ask = () =>
      transact(() => tryLease(session, lease)).catch((error) => {
        if (isSecondMaker(error)) return false;
        throw error;
      });
    const whoHolds = () =>
      transact(async () => (await sessionWith(session, name)) ?? (await leaseHolder(session, name)));
    await waitForLock(
      { name, label: session.label, ask: async () => !this.held.has(name) && (await ask()), whoHolds },
      options,
    );
    return this.hold(lease);
  }

  /** Makes sure, in a transaction that writes, that no lease was lost, and keeps it from being lost until that ends. */
  async fence(): Promise<void> {
    for (const held of this.held.values()) {
      if (await prolong(this.options.session, held.lease)) held.renewedAt = performance.now();
      else throw this.lose(held);
    }
  }

  /** The same at the end of one that took long: others see the lease as it is then. */
  async fenceAgain(): Promise<void> {
    const { lengthMs } = this.options;
    const isOld = [...this.held.values()].some(({ renewedAt }) => performance.now() - renewedAt > lengthMs / renewals);
    if (isOld) await this.fence();
  }

  /** Gives back all that are held, as the end of a session does with its locks. */
  async end(): Promise<void> {
    for (const held of this.held.values()) await this.release(held);
  }

  private hold(lease: Lease): Lock {
    const { session, transact, lengthMs } = this.options;
    // What is not answered now is tried again; who takes an expired lease is noticed by the next transaction.
    const renew = () => void transact(async () => {}).catch(() => undefined);
    const timer = setInterval(renew, lengthMs / renewals).unref();
    const held: Held = { lease, timer, loss: new AbortController(), renewedAt: performance.now() };
    this.held.set(lease.name, held);
    return {
      lost: AbortSignal.any([session.gone, held.loss.signal]),
      [Symbol.asyncDispose]: () => this.release(held),
    };
  }

  private async release({ lease, timer }: Held): Promise<void> {
    clearInterval(timer);
    if (this.held.get(lease.name)?.lease !== lease) return;
    this.held.delete(lease.name);
    const { session, transact } = this.options;
    if (!session.gone.aborted) await transact(() => giveBack(session, lease)).catch(() => {});
  }

  private lose({ lease: { name, lengthMs }, loss }: Held): SyncError {
    const error = new SyncError({
      code: 'LOCK_LOST',
      op: 'lock',
      message: `the lease ${name} on ${this.options.session.label} was lost: it was not renewed for ${lengthMs} ms, and somebody else took it`,
      hint: 'Nothing more is written. See what held with `schema-sync history`, and run again; leaseMs has it last longer.',
      details: { lock: name },
    });
    loss.abort(error);
    return error;
  }
}

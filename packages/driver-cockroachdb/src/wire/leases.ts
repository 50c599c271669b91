import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import { type Lock, type LockOptions, SyncError } from '@sync/core';
import { type PostgresSession, waitForLock } from '@sync/wire-postgres';
import { giveBack, type Lease, leaseHolder, prolong, tryLease } from './lease-table.js';
import { retried } from './retry.js';

/** How often a lease is renewed while it lasts once. */
const renewals = 3;

/** What leases are held over. */
export interface LeaseOptions {
  /** Whose work is guarded: when its session ends, so do its locks. */
  readonly gone: AbortSignal;
  /** A session beside that of the work: a schema change may take longer than a lease lasts. */
  readonly session: () => Promise<PostgresSession>;
  readonly user: string;
  readonly lengthMs: number;
}

interface Held {
  readonly lease: Lease;
  readonly timer: NodeJS.Timeout;
  readonly loss: AbortController;
}

/** Locks as rows that last as long as they are renewed: the server has no advisory locks, whatever its functions of that name say. */
export class Leases {
  private readonly held = new Map<string, Held>();

  constructor(private readonly options: LeaseOptions) {}

  async take(name: string, options: LockOptions): Promise<Lock> {
    const { user, lengthMs } = this.options;
    const session = await this.options.session();
    const lease: Lease = {
      name,
      holder: `${user} at ${hostname()}, process ${process.pid}`,
      token: randomUUID(),
      lengthMs,
    };
    await waitForLock(
      {
        name,
        label: session.label,
        ask: async () => !this.held.has(name) && (await retried(() => tryLease(session, lease))),
        whoHolds: () => leaseHolder(session, name),
      },
      options,
    );
    return this.hold(lease);
  }

  /** Makes sure before each statement that changes something that no lease was lost. */
  async fence(): Promise<void> {
    for (const held of this.held.values()) {
      if (held.loss.signal.aborted) throw held.loss.signal.reason;
      const session = await this.options.session();
      if (!(await retried(() => prolong(session, held.lease)))) throw this.lose(held);
    }
  }

  /** Gives back all that are held. */
  async end(): Promise<void> {
    for (const held of [...this.held.values()]) await this.release(held);
  }

  private hold(lease: Lease): Lock {
    // What is not answered now is tried again; who takes an expired lease is noticed by the next renewal.
    const renew = () => void this.fence().catch(() => undefined);
    const timer = setInterval(renew, lease.lengthMs / renewals).unref();
    const held: Held = { lease, timer, loss: new AbortController() };
    this.held.set(lease.name, held);
    return {
      lost: AbortSignal.any([this.options.gone, held.loss.signal]),
      [Symbol.asyncDispose]: () => this.release(held),
    };
  }

  private async release({ lease, timer }: Held): Promise<void> {
    clearInterval(timer);
    if (this.held.get(lease.name)?.lease !== lease) return;
    this.held.delete(lease.name);
    const work = async () => giveBack(await this.options.session(), lease);
    await retried(work).catch(() => {});
  }

  private lose({ lease: { name, lengthMs }, loss }: Held): SyncError {
    const error = new SyncError({
      code: 'LOCK_LOST',
      op: 'lock',
      message: `the lease ${name} was lost: it was not renewed for ${lengthMs} ms, and somebody else took it`,
      hint: 'Nothing more is written. See what held with `schema-sync history`, and run again; leaseMs has it last longer.',
      details: { lock: name },
    });
    loss.abort(error);
    return error;
  }
}

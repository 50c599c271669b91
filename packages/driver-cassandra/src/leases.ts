import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Json, type Lock, type LockOptions, type SyncError, throwIfAborted } from '@sync/core';
import { applied, isUndecided, lockTimeout, lost } from './errors.js';
import { quoteName } from './names.js';

const table = '_schema_sync_leases';

/** How often a lease is renewed while it lasts once. */
const renewals = 3;

/** How long to wait before looking again whether a lease is free. */
const lookMs = 100;

/** What leases are kept with. */
export interface LeaseSession {
  readonly label: string;
  readonly leaseMs: number;
  /** Sends a statement past the leases. */
  send(text: string, params: readonly Json[], op: string): Promise<readonly Readonly<Record<string, unknown>>[]>;
  hasTable(name: string): Promise<boolean>;
  /** Sends a statement that changes the schema, and waits until all nodes know of it. */
  define(text: string): Promise<void>;
}

interface Held {
  readonly name: string;
  readonly token: string;
  readonly loss: AbortController;
  readonly timer: NodeJS.Timeout;
  /** When it was certain last that the row is ours, on our own clock. */
  renewedAt: number;
  renewing: Promise<void>;
}

/**
 * Locks as rows that the servers let go by themselves unless they are renewed, taken by lightweight transactions, which Paxos orders whichever node is asked:
 * https://cassandra.apache.org/doc/latest/cassandra/cql/dml.html#insert-statement. Before a holder writes anything it renews its rows, each on the condition that it is still its own.
 */
export class Leases {
  private readonly held = new Map<string, Held>();

  constructor(private readonly session: LeaseSession) {}

  async take(name: string, { waitMs = 0, signal }: LockOptions): Promise<Lock> {
    const deadline = performance.now() + waitMs;
    const token = randomUUID();
    await this.makeTable();
    for (;;) {
      throwIfAborted(signal, 'lock');
      const asked = performance.now();
      // Where several want it in the same moment it may be that nobody gets it in time.
      const holder = await this.attempt(name, token).catch((error: unknown) => {
        if (isUndecided(error) && performance.now() < deadline) return 'somebody else';
        throw error;
      });
      if (holder === undefined) return this.hold(name, token, asked);
      const left = deadline - performance.now();
      if (left <= 0) throw lockTimeout(this.session.label, name, waitMs, holder);
      await sleep(Math.min(lookMs, left), undefined, signal && { signal }).catch(() => undefined);
    }
  }

  /** Whoever writes under a lease asks first whether it is still held. */
  async guard(): Promise<void> {
    await Promise.all(Array.from(this.held.values(), (held) => this.renew(held)));
    for (const { loss } of this.held.values()) loss.signal.throwIfAborted();
  }

  /** Gives back all that are held, as the end of a session does with its locks. */
  async end(): Promise<void> {
    for (const held of this.held.values()) await this.release(held);
  }

  private async makeTable(): Promise<void> {
    if (await this.session.hasTable(table)) return;
    await this.session.define(
      `CREATE TABLE IF NOT EXISTS ${quoteName(table)} (name text PRIMARY KEY, holder text, fence text)`,
    );
  }

  /** Takes the row where there is none; otherwise who holds it. */
  private async attempt(name: string, token: string): Promise<string | undefined> {
    const holder = `process ${process.pid} on ${hostname()} since ${new Date().toISOString()}`;
    const text = `INSERT INTO ${quoteName(table)} (name, holder, fence) VALUES (?, ?, ?) IF NOT EXISTS USING TTL ?`;
    const [row] = await this.session.send(text, [name, holder, token, this.seconds], 'lock');
    // What was sent before may have come about although no answer came.
    if (row?.[applied] === true || row?.fence === token) return undefined;
    return String(row?.holder ?? 'somebody else');
  }

  private get seconds(): number {
    return Math.ceil(this.session.leaseMs / 1000);
  }

  private hold(name: string, token: string, asked: number): Lock {
    const loss = new AbortController();
    const timer = setInterval(
      () => void this.renew(held).catch(() => undefined),
      this.session.leaseMs / renewals,
    ).unref();
    const held: Held = { name, token, loss, timer, renewedAt: asked, renewing: Promise.resolve() };
    this.held.set(name, held);
    return { lost: loss.signal, [Symbol.asyncDispose]: () => this.release(held) };
  }

  /** One renewal at a time: a second transaction on the row would only stand in the way of the first. */
  private renew(held: Held): Promise<void> {
    held.renewing = held.renewing.catch(() => undefined).then(() => this.renewNow(held));
    return held.renewing;
  }

  private async renewNow(held: Held): Promise<void> {
    if (this.held.get(held.name) !== held || held.loss.signal.aborted) return;
    const { session } = this;
    const asked = performance.now();
    const set = `UPDATE ${quoteName(table)} USING TTL ? SET holder = ?, fence = ? WHERE name = ? IF fence = ?`;
    const holder = `process ${process.pid} on ${hostname()}, renewed ${new Date().toISOString()}`;
    try {
      const [row] = await session.send(set, [this.seconds, holder, held.token, held.name, held.token], 'lock');
      if (row?.[applied] === true) held.renewedAt = asked;
      else this.lose(held);
    } catch (error) {
      // The row lasts as long as it was renewed for; whether anything may be written shows before that.
      if (performance.now() - held.renewedAt >= session.leaseMs) this.lose(held);
      else if (isUndecided(error)) return this.renewNow(held);
      throw error;
    }
  }

  private async release(held: Held): Promise<void> {
    clearInterval(held.timer);
    if (this.held.get(held.name) !== held) return;
    await held.renewing.catch(() => undefined);
    this.held.delete(held.name);
    const text = `DELETE FROM ${quoteName(table)} WHERE name = ? IF fence = ?`;
    // What cannot be given back lasts as long as it is not renewed.
    await this.session.send(text, [held.name, held.token], 'lock').catch(() => undefined);
  }

  private lose(held: Held): SyncError {
    clearInterval(held.timer);
    const error = lost(this.session.label, held.name, this.session.leaseMs);
    held.loss.abort(error);
    return error;
  }
}

import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Lock, type LockOptions, type SyncError, throwIfAborted } from '@sync/core';
import { rowsOf } from './answer.js';
import type { Cluster } from './cluster.js';
import { failing, literal } from './entry.js';
import { lockTimeout, lost, statementError } from './errors.js';

const table = '_schema_sync_leases';
const making = `CREATE TABLE IF NOT EXISTS ${table} (name TEXT PRIMARY KEY, holder TEXT NOT NULL, beat TEXT NOT NULL)`;

/** How often a lease is renewed while it lasts once. */
const renewals = 3;

/** How long a batch may take whose answer did not come in time: what asks for it waits behind it. */
const resolvedWithinMs = 600_000;

/** How long to wait before looking again whether a lease is free. */
const lookMs = 50;

interface Found {
  readonly holder: string;
  /** Another one with each renewal and each batch: who lasts is told by what changes, and no clock is compared with another's. */
  readonly beat: string;
}

/** A lease that is held. */
interface Held {
  readonly name: string;
  /** What may stand in the row: more than one where it is not known whether a renewal was taken. */
  beats: readonly string[];
  /** Whether a batch is at work, which renews it itself. */
  isBusy: boolean;
  readonly loss: AbortController;
  readonly timer: NodeJS.Timeout;
  renewing: Promise<void>;
}

/** What became of a batch whose answer never came. */
type Resolution = 'committed' | 'never';

/**
 * Locks as rows that last as long as they are renewed. Whoever waits takes a row over that was not renewed for its whole time. Every batch of a holder changes the row on the
 * condition that it is still as the holder left it, so that nothing of one who lost it is ever committed, however late it arrives.
 */
export class Leases {
  private readonly held = new Map<string, Held>();
  private last: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly cluster: Cluster,
    private readonly leaseMs: number,
  ) {}

  get areHeld(): boolean {
    return this.held.size > 0;
  }

  async take(name: string, { waitMs = 0, signal }: LockOptions): Promise<Lock> {
    const deadline = performance.now() + waitMs;
    const beat = randomUUID();
    let seen: (Found & { readonly since: number }) | undefined;
    for (;;) {
      throwIfAborted(signal, 'lock');
      const isOver = seen !== undefined && performance.now() - seen.since >= this.leaseMs;
      const found = await (seen && !isOver ? this.look(name, signal) : this.attempt(name, beat, seen?.beat, signal));
      if (found?.beat === beat) return this.hold(name, beat);
      // A row that is gone is free; one that changed is alive.
      if (!found) seen = undefined;
      else if (found.beat !== seen?.beat) seen = { ...found, since: performance.now() };
      const left = deadline - performance.now();
      if (left <= 0 && found) throw lockTimeout(this.cluster.label, name, waitMs, found.holder);
      await sleep(Math.max(0, Math.min(lookMs, left)), undefined, signal && { signal }).catch(() => undefined);
    }
  }

  /** What a batch of the holder begins with: each fails where a lease was lost; and what it leaves instead. */
  guards(mark: string): readonly string[] {
    return [...this.held.values()].flatMap(({ name, beats }) => [
      failing(`SELECT 1 WHERE NOT EXISTS (SELECT 1 FROM ${table} WHERE ${rowOf(name, beats)})`),
      `UPDATE ${table} SET beat = ${literal(mark)} WHERE name = ${literal(name)}`,
    ]);
  }

  /** Runs a batch with these guards. Nothing else renews the leases meanwhile, and no other batch changes the rows that its guards ask for. */
  during<T>(work: () => Promise<T>): Promise<T> {
    const next = this.last.then(() => this.alone(work));
    this.last = next.catch(() => undefined);
    return next;
  }

  private async alone<T>(work: () => Promise<T>): Promise<T> {
    const all = [...this.held.values()];
    for (const held of all) held.isBusy = true;
    await Promise.all(all.map(({ renewing }) => renewing));
    try {
      return await work();
    } finally {
      for (const held of all) held.isBusy = false;
    }
  }

  /** The batch with this mark was committed. */
  marked(mark: string): void {
    for (const held of this.held.values()) held.beats = [mark];
  }

  /**
   * Finds out what became of a batch whose answer never came, and sees to it that it does not come about later: where its mark is not in the row, the row is changed,
   * so that the condition with which the batch begins can never hold. Both come to the same when they are asked twice.
   */
  async resolve(mark: string, signal?: AbortSignal): Promise<Resolution> {
    const committed = randomUUID();
    const never = randomUUID();
    const outcomes = new Set<Resolution>();
    for (const held of this.held.values()) {
      const { name, beats } = held;
      const settle = `UPDATE ${table} SET beat = CASE beat WHEN ${literal(mark)} THEN ${literal(committed)} ELSE ${literal(never)} END
WHERE ${rowOf(name, [...beats, mark])}`;
      const found = await this.change(name, [settle], { signal, withinMs: resolvedWithinMs });
      if (found?.beat !== committed && found?.beat !== never) throw this.lose(held);
      held.beats = [found.beat];
      outcomes.add(found.beat === committed ? 'committed' : 'never');
    }
    const [outcome = 'never'] = outcomes;
    return outcome;
  }

  /** A guard did not hold: says which lease is lost. */
  async lostOne(): Promise<SyncError | undefined> {
    for (const held of this.held.values()) {
      const found = await this.look(held.name);
      if (!found || !held.beats.includes(found.beat)) return this.lose(held);
    }
    return undefined;
  }

  /** Gives back all that are held, as the end of a session does with its locks. */
  async end(): Promise<void> {
    for (const held of this.held.values()) await this.release(held);
  }

  private async look(name: string, signal?: AbortSignal): Promise<Found | undefined> {
    const text = `SELECT holder, beat FROM ${table} WHERE name = ${literal(name)}`;
    const [result] = await this.cluster.ask('/db/query?level=strong', [text], {
      op: 'lock',
      repeatable: true,
      signal,
    });
    return result && (rowsOf(result)[0] as Found | undefined);
  }

  /** Takes the row where there is none, or where it is still the one that was seen last. */
  private attempt(
    name: string,
    beat: string,
    over: string | undefined,
    signal?: AbortSignal,
  ): Promise<Found | undefined> {
    const holder = `process ${process.pid} on ${hostname()} since ${new Date().toISOString()}`;
    const values = [name, holder, beat].map(literal).join(', ');
    const insert = `INSERT INTO ${table} (name, holder, beat) VALUES (${values}) ON CONFLICT DO NOTHING`;
    const takeOver = `UPDATE ${table} SET holder = ${literal(holder)}, beat = ${literal(beat)} WHERE ${rowOf(name, [over ?? ''])}`;
    return this.change(name, [making, insert, ...(over === undefined ? [] : [takeOver])], { signal });
  }

  /** Changes a row on conditions of its own, so that asking twice comes to the same, and tells how it is then. */
  private async change(
    name: string,
    statements: readonly string[],
    how: { readonly signal?: AbortSignal | undefined; readonly withinMs?: number } = {},
  ): Promise<Found | undefined> {
    const look = `SELECT holder, beat FROM ${table} WHERE name = ${literal(name)}`;
    const asking = { op: 'lock', repeatable: true, ...how };
    const results = await this.cluster.ask('/db/request?level=strong&noparse', [...statements, look], asking);
    const refused = results.find(({ error }) => error !== undefined);
    // Whoever takes the table away takes the lease away.
    if (refused?.error !== undefined && !/no such table/.test(refused.error))
      throw statementError(refused.error, { op: 'lock', statement: statements[results.indexOf(refused)] ?? look });
    const last = results.at(-1);
    return last && (rowsOf(last)[0] as Found | undefined);
  }

  private hold(name: string, beat: string): Lock {
    const loss = new AbortController();
    const renew = () => {
      if (!held.isBusy) held.renewing = held.renewing.then(() => this.renew(held)).catch(() => undefined);
    };
    const timer = setInterval(renew, this.leaseMs / renewals).unref();
    const held: Held = { name, beats: [beat], isBusy: false, loss, timer, renewing: Promise.resolve() };
    this.held.set(name, held);
    return { lost: loss.signal, [Symbol.asyncDispose]: () => this.release(held) };
  }

  private async renew(held: Held): Promise<void> {
    if (held.isBusy || this.held.get(held.name) !== held) return;
    const beat = randomUUID();
    const update = `UPDATE ${table} SET beat = ${literal(beat)} WHERE ${rowOf(held.name, held.beats)}`;
    held.beats = [...held.beats, beat];
    const found = await this.change(held.name, [update]);
    if (found && held.beats.includes(found.beat)) held.beats = [found.beat];
    else this.lose(held);
  }

  private async release(held: Held): Promise<void> {
    clearInterval(held.timer);
    if (this.held.get(held.name) !== held) return;
    this.held.delete(held.name);
    await held.renewing;
    const text = `DELETE FROM ${table} WHERE ${rowOf(held.name, held.beats)}`;
    // What cannot be given back lasts as long as it is not renewed.
    await this.change(held.name, [text]).catch(() => undefined);
  }

  private lose(held: Held): SyncError {
    clearInterval(held.timer);
    const error = lost(this.cluster.label, held.name, this.leaseMs);
    held.loss.abort(error);
    return error;
  }
}

function rowOf(name: string, beats: readonly string[]): string {
  return `name = ${literal(name)} AND beat IN (${beats.map(literal).join(', ')})`;
}

import { setImmediate, setTimeout } from 'node:timers/promises';
import type { Lock } from '../contract/connection.js';
import { asSyncError, SyncError } from '../errors.js';
import type { Assignment } from './assignment.js';
import type { TenantEnd } from './attempt.js';
import type { FleetWatch } from './run-fleet.js';
import type { FleetRunJournal, TenantChange } from './run-journal.js';
import type { Wanted } from './run-record.js';

/** What noting a run takes. */
export interface RunWatchFacts {
  readonly run: string;
  readonly journal: FleetRunJournal;
  /** Held by whoever runs it. */
  readonly lock: Lock;
  /** How often each tenant was begun before. */
  readonly attempts: ReadonlyMap<string, number>;
  /** Whether some of its waves are begun again: how many of all have passed is another question. */
  readonly isAgain: boolean;
  readonly now: () => Date;
  /** An error as it may be kept, without a secret. */
  readonly written: (error: SyncError) => object;
  /** Told when the run begins to wait, and when it goes on. */
  readonly onPause: (paused: boolean) => void;
}

/** How often it is looked whether others ask something of a run. */
const lookMs = 500;

/** Notes what a run of a fleet does, and heeds what others ask of it. Where noting fails nothing more is begun: what nobody can follow nobody can stop. */
export class RunWatch implements FleetWatch, AsyncDisposable {
  private readonly stopping = new AbortController();
  private readonly ending = new AbortController();
  private readonly looking: Promise<void>;
  private asked: Wanted = 'go';
  private changed = waiter();
  /** What is to be noted of tenants and is not yet. */
  private readonly untold: (readonly [tenant: string, change: TenantChange])[] = [];
  private telling: Promise<boolean> | undefined;
  private written: Promise<unknown> = Promise.resolve();
  /** What was lost, where noting failed. */
  lost: SyncError | undefined;

  constructor(private readonly facts: RunWatchFacts) {
    facts.lock.lost.addEventListener('abort', () => this.lose(lockLost(facts.lock.lost.reason)), { once: true });
    this.looking = this.look();
  }

  get stopped(): AbortSignal {
    return this.stopping.signal;
  }

  /** Whether somebody asked for it to be ended for good. */
  get isCancelled(): boolean {
    return this.asked === 'cancel';
  }

  async mayBegin(): Promise<boolean> {
    while (this.asked === 'pause' && !this.stopped.aborted && !this.ending.signal.aborted) await this.changed.promise;
    return !this.stopped.aborted;
  }

  begun({ member }: Assignment): Promise<boolean> {
    const { id } = member.tenant;
    const attempts = (this.facts.attempts.get(id) ?? 0) + 1;
    const startedAt = this.facts.now().toISOString();
    this.untold.push([id, { state: 'running', attempts, startedAt }]);
    return this.told();
  }

  async ended({ member }: Assignment, end: TenantEnd): Promise<void> {
    const { id } = member.tenant;
    const { attempts, now, written } = this.facts;
    const facts = { state: end.state, attempts: (attempts.get(id) ?? 0) + 1, finishedAt: now().toISOString() };
    const more = end.state === 'done' ? { targetRun: end.report.run } : { error: written(end.error) };
    // Whoever is begun in its place is noted together with it: that it has ended its own journal says, too.
    this.untold.push([id, { ...facts, ...more }]);
    void this.told();
  }

  /** Whether all is noted that became of tenants until now. */
  async told(): Promise<boolean> {
    this.telling ??= this.tellSoon();
    return this.telling;
  }

  private async tellSoon(): Promise<boolean> {
    // What comes right after this goes with it.
    await setImmediate();
    this.telling = undefined;
    const changes = this.untold.splice(0);
    const before = this.written;
    const noted = changes.length > 0 && this.note((journal, run) => journal.changeTenants(run, changes));
    this.written = Promise.all([before, noted]);
    await this.written;
    return !this.lost;
  }

  async passed(wave: number): Promise<void> {
    await this.told();
    if (!this.facts.isAgain) await this.note((journal, run) => journal.changeRun(run, { passed: wave }));
  }

  /** Lets whoever waits go on: nobody asks any more. */
  release(): void {
    this.ending.abort();
    this.tell();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.release();
    await this.told();
    await this.looking;
  }

  /** Whether it could be noted. */
  private async note(work: (journal: FleetRunJournal, run: string) => Promise<void>): Promise<boolean> {
    if (this.lost) return false;
    try {
      await work(this.facts.journal, this.facts.run);
      return true;
    } catch (error) {
      this.lose(asSyncError(error, 'runs'));
      return false;
    }
  }

  private lose(error: SyncError): void {
    if (this.ending.signal.aborted) return;
    this.lost ??= error;
    this.stopping.abort(this.lost);
    this.tell();
  }

  private tell(): void {
    const { settle } = this.changed;
    this.changed = waiter();
    settle();
  }

  private async look(): Promise<void> {
    const { signal } = this.ending;
    while (!signal.aborted && !this.stopped.aborted) {
      await setTimeout(lookMs, undefined, { signal }).catch(() => undefined);
      if (signal.aborted) return;
      await this.note(async (journal, run) => this.heed((await journal.wanted(run)) ?? missing(run)));
    }
  }

  private async heed(wanted: Wanted): Promise<void> {
    if (wanted === this.asked) return;
    const before = this.asked;
    this.asked = wanted;
    if (wanted === 'cancel') this.stopping.abort();
    if (wanted === 'pause' || before === 'pause') {
      const paused = wanted === 'pause';
      this.facts.onPause(paused);
      await this.facts.journal.changeRun(this.facts.run, { state: paused ? 'paused' : 'running' });
    }
    this.tell();
  }
}

function waiter(): { readonly promise: Promise<void>; readonly settle: () => void } {
  let settle = () => {};
  const promise = new Promise<void>((resolve) => {
    settle = resolve;
  });
  return { promise, settle };
}

function missing(run: string): never {
  throw new SyncError({
    code: 'NOT_FOUND',
    op: 'runs',
    message: `run ${run.slice(0, 8)} is not noted any more`,
    hint: 'Somebody took it out of the control store.',
  });
}

function lockLost(cause: unknown): SyncError {
  return new SyncError({
    code: 'LOCK_LOST',
    op: 'runs',
    message: 'the lock of the run was lost: somebody else may go on with it',
    hint: 'See with schema-sync runs show.',
    cause,
  });
}

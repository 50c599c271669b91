import type { AtomicOptions, Connection } from '../contract/connection.js';
import type { Statement } from '../contract/statement.js';
import type { Batch, Step } from '../contract/step.js';
import { asSyncError, isSyncError, SyncError } from '../errors.js';
import { isStillSo, toldBefore } from '../inspect/still-so.js';
import type { Catalogue } from '../model/catalogue.js';
import type { Hash } from '../model/hash.js';
import type { Plan } from '../plan/plan-format.js';
import type { Start } from './check-start.js';
import { driftText } from './drift-text.js';
import { Guard } from './guard.js';
import { isUnchanged, type Progress, withProgress } from './held.js';
import { statementHashes, stepHash, whoRuns } from './journal.js';
import type { RunRecord, StepRecord } from './journal-format.js';
import { packState } from './left-state.js';
import { removeLeftovers } from './leftovers.js';
import { executeLone } from './lone-step.js';
import { withPatience } from './patience.js';
import type { RunOptions, RunOutcome, RunReport, Seen } from './report.js';
import { withConflicts } from './row-conflicts.js';
import type { ExecutorContext } from './run.js';
import { stopIfAborted } from './stop-if-aborted.js';
import { Trail } from './trail.js';
import { readDrift } from './verify.js';
import { Journal } from './write-journal.js';

/** What is sent as one is announced whole before any of it is refused: which statement that was is said by the error. */
function failedStep(steps: readonly Step[], error: unknown): Step | undefined {
  const index = isSyncError(error) ? error.details?.index : undefined;
  return typeof index === 'number' ? steps.flatMap((step) => step.sql.map(() => step))[index] : undefined;
}

interface Signals {
  /** Aborted for any reason to stop. */
  readonly signal: AbortSignal;
  /** Aborted when the lock is lost, after which nothing is written any more. */
  readonly lost: AbortSignal;
}

/** One execution of one way of a plan, under the lock. */
export class Run {
  private readonly journal: Journal;
  private readonly record: RunRecord;
  private readonly trail: Trail;
  private readonly guard: Guard;
  private readonly began = performance.now();
  private readonly steps: number;
  private readonly statements: number;
  private stepsDone = 0;
  private statementsDone = 0;
  /** Statements that committed by themselves and belong to no finished step. */
  private loose = 0;
  private current: Step | undefined;
  private open: StepRecord | undefined;
  /** Whether the last batch noted in its own transaction that the run is done. */
  private isNoted = false;

  constructor(
    private readonly plan: Plan,
    private readonly batches: readonly Batch[],
    private readonly context: ExecutorContext,
    private readonly options: RunOptions & Signals,
    private readonly op: string,
    start: Start,
  ) {
    const all = batches.flatMap((batch) => batch.steps);
    this.steps = all.length;
    this.statements = all.reduce((sum, step) => sum + step.sql.length, 0);
    this.journal = new Journal(context.connection, context.driver.dialect, context.tenant);
    this.trail = new Trail(context.audit, options.onEvent);
    this.guard = new Guard(plan, context, options, start);
    const up = options.direction === 'up';
    this.record = {
      run: context.runId(),
      tenant: context.tenant,
      plan: plan.id,
      direction: options.direction,
      outcome: 'running',
      base: up ? plan.base.root : plan.goal.root,
      goal: up ? plan.goal.root : plan.base.root,
      ...whoRuns(),
      ...(context.connection.role !== undefined && { role: context.connection.role }),
      ...(context.ci && { ci: context.ci }),
      startedAt: this.now(),
      ...(options.takesBack !== undefined && { takesBack: options.takesBack }),
    };
  }

  async toEnd(): Promise<RunReport> {
    await this.begin();
    await this.trail.write({ type: 'run', ...this.record });
    try {
      this.options.onEvent?.({ type: 'start', run: this.record.run, steps: this.steps, statements: this.statements });
      for (const [index, batch] of this.batches.entries()) await this.runBatch(batch, index);
      this.options.onEvent?.({ type: 'verify' });
      const catalogue = await this.verify();
      await this.done(catalogue);
      return this.report(catalogue.root);
    } catch (thrown) {
      throw await this.failed(thrown);
    }
  }

  private async begin(): Promise<void> {
    const { signal } = this.options;
    try {
      this.guard.rebase(await this.journal.begin(this.record, this.plan, this.guard.schemaToken, { signal }));
    } catch (thrown) {
      const error = asSyncError(thrown, this.op).with({ tenant: this.context.tenant });
      throw withProgress(error, error.code, this.progress);
    }
  }

  private async runBatch(batch: Batch, index: number): Promise<void> {
    await stopIfAborted(this.options.signal, this.op);
    const began = performance.now();
    if (batch.atomic) await this.runAtomic(batch);
    else for (const step of batch.steps) await this.runStep(step, batch);
    const elapsedMs = Math.round(performance.now() - began);
    this.options.onEvent?.({ type: 'batch', number: index + 1, batches: this.batches.length, elapsedMs });
  }

  /** The steps and their journal rows commit together, or not at all. */
  private async runAtomic(batch: Batch): Promise<void> {
    const startedAt = this.now();
    const rows = batch.steps.map((step) => this.stepRecord(step, 'done', startedAt, startedAt));
    const marks = batch.steps.flatMap((step) => step.sql.map((_, n) => ({ step, first: n === 0 })));
    const before = this.statementsDone;
    const isLast = batch === this.batches.at(-1);
    const schemaToken = await this.commit(
      batch.steps,
      [
        ...batch.steps.flatMap((step) => step.sql),
        ...this.journal.batch(rows, isLast ? { run: this.record.run, finishedAt: this.now() } : undefined),
        ...(isLast ? this.alongside : []),
      ],
      {
        settings: batch.settings,
        signal: this.options.signal,
        onStatement: (i) => {
          const mark = marks[i];
          if (mark?.first) this.enter(mark.step);
          if (mark) this.count(before + i);
        },
      },
    );
    this.journal.held(isLast);
    this.stepsDone += batch.steps.length;
    this.isNoted = isLast;
    this.current = undefined;
    this.count(before + marks.length);
    for (const row of rows) await this.trail.write({ type: 'step', tenant: this.context.tenant, ...row });
    await this.guard.passed(schemaToken, this.ahead());
  }

  /** That nothing moved is made sure of once nobody else can write. */
  private async commit(
    steps: readonly Step[],
    statements: readonly Statement[],
    options: AtomicOptions,
  ): Promise<string | undefined> {
    const { connection } = this.context;
    if (!connection.atomically) throw new TypeError('a driver with transactional DDL has atomically()');
    const atomically = connection.atomically.bind(connection);
    let left: string | undefined;
    const work = async () => {
      const { schemaToken } = this.guard;
      try {
        const all = { ...options, patient: true, ...(schemaToken !== undefined && { schemaToken }) };
        const { signal, onEvent } = this.options;
        const { schema } = await withPatience(
          async () => {
            for (const step of steps) await removeLeftovers(step, connection, { signal, patient: true }, onEvent);
            return atomically(statements, all).catch((error: unknown) => {
              this.current = failedStep(steps, error) ?? this.current;
              throw error;
            });
          },
          { patience: connection.patience, op: this.op, signal, onEvent },
        );
        left = schema?.after;
        return true;
      } catch (error) {
        if (isSyncError(error) && error.code === 'BASE_MISMATCH') return false;
        throw error;
      }
    };
    await this.guard.untilStill(work, this.ahead(), !isUnchanged(this.progress));
    return left;
  }

  /** The batches without the steps that have run, which run in their order. */
  private ahead(): readonly Batch[] {
    let done = this.stepsDone;
    return this.batches.flatMap((batch) => {
      const steps = batch.steps.slice(done);
      done = Math.max(0, done - batch.steps.length);
      return steps.length > 0 ? [{ ...batch, steps }] : [];
    });
  }

  /** Journalled before and after: what commits by itself leaves a trace even when the process dies in between. */
  private async runStep(step: Step, { settings }: Batch): Promise<void> {
    const { connection } = this.context;
    await stopIfAborted(this.options.signal, this.op);
    await this.guard.check(this.ahead(), !isUnchanged(this.progress));
    this.enter(step);
    const startedAt = this.now();
    this.open = this.stepRecord(step, 'running', startedAt);
    await this.journal.stepBegins(this.open);
    const { signal, lost, onEvent } = this.options;
    await executeLone(step, {
      connection,
      op: this.op,
      settings,
      signal,
      lost,
      onEvent,
      onHeld: () => this.loose++,
      onDone: () => this.count(this.statementsDone + 1),
      onTakenBack: () => {
        this.loose = 0;
      },
    });
    const row = this.stepRecord(step, 'done', startedAt, this.now());
    await this.journal.stepEnds(row);
    this.stepsDone++;
    this.loose = 0;
    this.open = undefined;
    this.current = undefined;
    await this.trail.write({ type: 'step', tenant: this.context.tenant, ...row });
    await this.guard.passed(await connection.schemaToken?.(), this.ahead());
  }

  private enter(step: Step): void {
    this.current = step;
    this.options.onEvent?.({ type: 'step', number: step.number, steps: this.steps, summary: step.summary });
  }

  private count(done: number): void {
    this.statementsDone = done;
    this.options.onEvent?.({ type: 'statement', done, statements: this.statements });
  }

  private async verify(): Promise<Catalogue> {
    const { context, plan, op } = this;
    const { driver, connection } = context;
    const up = this.options.direction === 'up';
    const state = up ? plan.goal : plan.base;
    const { lost, onVerified } = this.options;
    // Taken first: what changes while it is read has another one by then.
    const seen = onVerified && (await seenOf(connection, lost));
    const before = seen && (await toldBefore(connection, seen.fingerprint));
    const { inspection, drift } = await readDrift(context, plan, state, lost);
    if (!drift) {
      if (seen && before && (await isStillSo(connection, before, lost))) onVerified?.(inspection, seen);
      return inspection.catalogue;
    }
    // What the other way starts from is where this one was to end.
    const changes = up ? plan.inverse : plan.changes;
    const told = driftText(drift, { driver, server: connection.server, inspection, changes });
    throw new SyncError({
      code: 'VERIFY_FAILED',
      op,
      message: `every step ran, and yet the database is not in the state that was planned:${told}`,
      hint: 'Something else changed it meanwhile, or this is a defect in the driver: run `schema-sync diff` to see what stands between.',
      details: { drift },
    });
  }

  private async done(catalogue: Catalogue): Promise<void> {
    const finishedAt = this.now();
    if (!(await this.closeAtOnce(catalogue, finishedAt))) await this.closeInTurn(catalogue, finishedAt);
    await this.tell('done', finishedAt);
  }

  /** Whether all that is noted at the end could be noted together, which lasts as long as one part of it. */
  private async closeAtOnce(catalogue: Catalogue, finishedAt: string): Promise<boolean> {
    const { plan, context, record, options } = this;
    if (!context.connection.atomically || options.lost.aborted) return false;
    try {
      const state = await packState({ catalogue, reading: plan.reading }, context.driver);
      await this.journal.close(record.run, state, finishedAt, this.isNoted ? [] : this.alongside);
      return true;
    } catch {
      // What of it can be noted by itself is.
      return false;
    }
  }

  private async closeInTurn(catalogue: Catalogue, finishedAt: string): Promise<void> {
    await this.keepState(catalogue);
    if (!this.isNoted) await this.noteAlongside();
    const noted = this.note('done', finishedAt);
    // What the last batch noted itself is only to get its time.
    await (this.isNoted ? noted.catch(() => undefined) : noted);
    await this.dropStateBefore();
  }

  /** What others note of the run, where no batch of its own was there to take it along. */
  private async noteAlongside(): Promise<void> {
    const { connection } = this.context;
    const { lost, signal } = this.options;
    if (this.alongside.length === 0 || lost.aborted) return;
    if (connection.atomically) await connection.atomically(this.alongside, { signal });
    else for (const statement of this.alongside) await connection.execute(statement, { signal });
  }

  /** What is kept is for telling later what others changed: without it that is told in less detail, and the run did what it was to do. */
  private async keepState(catalogue: Catalogue): Promise<void> {
    if (this.options.lost.aborted) return;
    const { plan, context, record, options } = this;
    try {
      const state = await packState({ catalogue, reading: plan.reading }, context.driver);
      await this.journal.keepState(record.run, state);
    } catch (thrown) {
      const { message } = asSyncError(thrown, this.op);
      options.onEvent?.({ type: 'warning', message: `the state that this run left could not be kept: ${message}` });
    }
  }

  /** Nothing but room is lost where this fails: the newest is the one that is compared with. */
  private async dropStateBefore(): Promise<void> {
    if (this.options.lost.aborted) return;
    await this.journal.dropStateBefore(this.record.run).catch(() => undefined);
  }

  private async note(outcome: RunOutcome, finishedAt: string, error?: string): Promise<void> {
    if (this.options.lost.aborted) return;
    await this.journal.end(this.record.run, outcome, finishedAt, error);
  }

  private async tell(outcome: RunOutcome, finishedAt: string, error?: string): Promise<void> {
    await this.trail.write({ type: 'run', ...this.record, outcome, finishedAt, ...(error !== undefined && { error }) });
    this.options.onEvent?.({ type: 'finish', outcome });
  }

  private async failed(thrown: unknown): Promise<SyncError> {
    const error = (await this.explained(asSyncError(thrown, this.op))).with({
      tenant: this.context.tenant,
      ...(this.current && { step: `${this.current.number} (${this.current.summary})` }),
    });
    const isCancelled = error.code === 'CANCELLED' || error.code === 'TERMINATED';
    await this.endWith(isCancelled ? 'cancelled' : 'failed', error);
    const keepsCode = isCancelled || error.code === 'VERIFY_FAILED' || isUnchanged(this.progress);
    return withProgress(error, keepsCode ? error.code : 'PARTIAL', this.progress);
  }

  /** Only where nothing of the step holds is the database there to be asked as the step found it. */
  private async explained(error: SyncError): Promise<SyncError> {
    const { current, context, plan, options } = this;
    if (error.code !== 'CHECK_FAILED' || !current || this.loose > 0 || options.lost.aborted) return error;
    return withConflicts(error, current, plan, options.direction, context).catch(() => error);
  }

  /** The journal and the trail each learn how it ended, whatever becomes of the other: the error that led here must not be hidden by a second one. */
  private async endWith(outcome: 'failed' | 'cancelled', error: SyncError): Promise<void> {
    const finishedAt = this.now();
    const said = `${error.code}: ${error.message}`;
    if (this.open) {
      const row = { ...this.open, outcome, finishedAt };
      if (!this.options.lost.aborted) await this.journal.stepEnds(row).catch(() => undefined);
      await this.trail.write({ type: 'step', tenant: this.context.tenant, ...row });
    }
    await this.note(outcome, finishedAt, said).catch(() => undefined);
    await this.tell(outcome, finishedAt, said);
  }

  private get alongside(): readonly Statement[] {
    return this.options.alongside ?? [];
  }

  private get progress(): Progress {
    return { run: this.record.run, steps: { done: this.stepsDone, total: this.steps }, loose: this.loose };
  }

  private report(root: Hash): RunReport {
    return {
      run: this.record.run,
      tenant: this.context.tenant,
      plan: this.plan.id,
      direction: this.options.direction,
      outcome: 'done',
      steps: { done: this.stepsDone, total: this.steps },
      statements: { done: this.statementsDone, total: this.statements },
      startedAt: this.record.startedAt,
      elapsedMs: Math.round(performance.now() - this.began),
      root,
    };
  }

  private stepRecord(step: Step, outcome: RunOutcome, startedAt: string, finishedAt?: string): StepRecord {
    const { number, change, summary } = step;
    return {
      run: this.record.run,
      step: number,
      change,
      summary,
      hash: stepHash(step),
      statements: statementHashes(step),
      outcome,
      startedAt,
      ...(finishedAt !== undefined && { finishedAt }),
    };
  }

  private now(): string {
    return this.context.clock().toISOString();
  }
}

async function seenOf(connection: Connection, signal: AbortSignal): Promise<Seen | undefined> {
  const partFingerprint = await connection.partFingerprint?.(signal);
  if (partFingerprint !== undefined) return { partFingerprint };
  const fingerprint = await connection.fingerprint?.(signal);
  return fingerprint === undefined ? undefined : { fingerprint };
}

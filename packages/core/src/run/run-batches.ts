import type { AtomicOptions } from '../contract/connection.js';
import type { Statement } from '../contract/statement.js';
import type { Batch, Step } from '../contract/step.js';
import { asSyncError, isSyncError, SyncError, throwIfAborted } from '../errors.js';
import { counted } from '../model/counted.js';
import type { Hash } from '../model/hash.js';
import type { Plan } from '../plan/plan-format.js';
import { checkStart } from './check-start.js';
import { driftText } from './drift-text.js';
import { executeChecked } from './execute.js';
import { Journal, stepHash, whoRuns } from './journal.js';
import type { AuditEntry, RunRecord, StepRecord } from './journal-format.js';
import type { RunOptions, RunOutcome, RunReport } from './report.js';
import { withConflicts } from './row-conflicts.js';
import type { ExecutorContext } from './run.js';
import { readDrift } from './verify.js';

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
  private readonly began = performance.now();
  private readonly steps: number;
  private readonly statements: number;
  private stepsDone = 0;
  private statementsDone = 0;
  /** Statements that committed by themselves and belong to no finished step. */
  private loose = 0;
  /** What the schema is known by that this run knows: the one that it began from, and then what its own batches made of it. */
  private schemaToken: string | undefined;
  private current: Step | undefined;
  private open: StepRecord | undefined;
  private trailEnded = false;

  constructor(
    private readonly plan: Plan,
    private readonly batches: readonly Batch[],
    private readonly context: ExecutorContext,
    private readonly options: RunOptions & Signals,
    private readonly op: string,
  ) {
    const all = batches.flatMap((batch) => batch.steps);
    this.steps = all.length;
    this.statements = all.reduce((sum, step) => sum + step.sql.length, 0);
    this.journal = new Journal(context.connection, context.driver.dialect);
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
      startedAt: this.now(),
      ...(options.takesBack !== undefined && { takesBack: options.takesBack }),
    };
  }

  async toEnd(schemaToken: string | undefined): Promise<RunReport> {
    await this.begin(schemaToken);
    await this.audit({ type: 'run', ...this.record });
    this.options.onEvent?.({ type: 'start', run: this.record.run, steps: this.steps, statements: this.statements });
    try {
      for (const [index, batch] of this.batches.entries()) await this.runBatch(batch, index);
      this.options.onEvent?.({ type: 'verify' });
      const root = await this.verify();
      await this.end('done');
      return this.report(root);
    } catch (thrown) {
      throw await this.failed(thrown);
    }
  }

  private async begin(schemaToken: string | undefined): Promise<void> {
    try {
      this.schemaToken = await this.journal.begin(this.record, this.plan, schemaToken);
    } catch (thrown) {
      const error = asSyncError(thrown, this.op).with({ tenant: this.context.tenant });
      throw this.withProgress(error, error.code);
    }
  }

  private async runBatch(batch: Batch, index: number): Promise<void> {
    throwIfAborted(this.options.signal, this.op);
    const began = performance.now();
    if (batch.atomic) await this.runAtomic(batch);
    else {
      for (const step of batch.steps) await this.runStep(step, batch);
      this.schemaToken = await this.context.connection.schemaToken?.();
    }
    const elapsedMs = Math.round(performance.now() - began);
    this.options.onEvent?.({ type: 'batch', number: index + 1, batches: this.batches.length, elapsedMs });
  }

  /** The steps and their journal rows commit together, or not at all. */
  private async runAtomic(batch: Batch): Promise<void> {
    const startedAt = this.now();
    const rows = batch.steps.map((step) => this.stepRecord(step, 'done', startedAt, startedAt));
    const marks = batch.steps.flatMap((step) => step.sql.map((_, n) => ({ step, first: n === 0 })));
    const before = this.statementsDone;
    await this.commit(
      [
        ...batch.steps.flatMap((step) => step.sql),
        ...rows.map((row) => this.journal.step(row)),
        ...(batch === this.batches.at(-1) ? [this.journal.end(this.record.run, 'done', this.now())] : []),
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
    this.stepsDone += batch.steps.length;
    this.count(before + marks.length);
    this.current = undefined;
    for (const row of rows) await this.audit({ type: 'step', tenant: this.context.tenant, ...row });
  }

  /** Nobody has to know of our lock: that nothing moved since the base was checked is made sure of once nobody else can write. */
  private async commit(statements: readonly Statement[], options: AtomicOptions): Promise<void> {
    const { connection } = this.context;
    if (!connection.atomically) throw new TypeError('a driver with transactional DDL has atomically()');
    for (;;) {
      const { schemaToken } = this;
      try {
        const known = { ...options, ...(schemaToken !== undefined && { schemaToken }) };
        const { schema } = await connection.atomically(statements, known);
        this.schemaToken = schema?.after;
        return;
      } catch (error) {
        const hasMoved = isSyncError(error) && error.code === 'BASE_MISMATCH';
        if (!hasMoved || this.stepsDone > 0 || this.loose > 0) throw error;
        // It may have been something that is none of the plan's business; if not, this says what.
        const start = await checkStart(this.plan, this.context, this.options);
        if (start.before) throw error;
        this.schemaToken = start.schemaToken;
      }
    }
  }

  /** Journalled before and after: what commits by itself leaves a trace even when the process dies in between. */
  private async runStep(step: Step, { settings }: Batch): Promise<void> {
    const { connection } = this.context;
    throwIfAborted(this.options.signal, this.op);
    this.enter(step);
    const startedAt = this.now();
    this.open = this.stepRecord(step, 'running', startedAt);
    await connection.execute(this.journal.step(this.open));
    for (const statement of step.sql) {
      throwIfAborted(this.options.signal, this.op);
      await executeChecked(connection, statement, this.op, { settings, signal: this.options.signal });
      this.loose++;
      this.count(this.statementsDone + 1);
    }
    const row = this.stepRecord(step, 'done', startedAt, this.now());
    await connection.execute(this.journal.stepEnd(row));
    await this.audit({ type: 'step', tenant: this.context.tenant, ...row });
    this.stepsDone++;
    this.loose = 0;
    this.open = undefined;
    this.current = undefined;
  }

  private enter(step: Step): void {
    this.current = step;
    this.options.onEvent?.({ type: 'step', number: step.number, steps: this.steps, summary: step.summary });
  }

  private count(done: number): void {
    this.statementsDone = done;
    this.options.onEvent?.({ type: 'statement', done, statements: this.statements });
  }

  private async verify(): Promise<Hash> {
    const { context, plan, op } = this;
    const { driver, connection } = context;
    const up = this.options.direction === 'up';
    const state = up ? plan.goal : plan.base;
    const { inspection, drift } = await readDrift(context, plan, state, this.options.lost);
    if (!drift) return inspection.catalogue.root;
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

  /** The journal and the sink each learn how it ended, whatever becomes of the other. */
  private async end(outcome: RunOutcome, error?: string): Promise<void> {
    const finishedAt = this.now();
    const journalled = this.options.lost.aborted
      ? Promise.resolve()
      : this.context.connection.execute(this.journal.end(this.record.run, outcome, finishedAt, error));
    await this.audit({ type: 'run', ...this.record, outcome, finishedAt, ...(error !== undefined && { error }) });
    await journalled;
    this.options.onEvent?.({ type: 'finish', outcome });
  }

  private async failed(thrown: unknown): Promise<SyncError> {
    const error = (await this.explained(asSyncError(thrown, this.op))).with({
      tenant: this.context.tenant,
      ...(this.current && { step: `${this.current.number} (${this.current.summary})` }),
    });
    const cancelled = error.code === 'CANCELLED' || error.code === 'TERMINATED';
    // The journal is best effort here: the error that brought us here must not be hidden by a second one.
    await this.journalFailure(cancelled ? 'cancelled' : 'failed', error).catch(() => undefined);
    const keepsCode = cancelled || error.code === 'VERIFY_FAILED' || (this.stepsDone === 0 && this.loose === 0);
    return this.withProgress(error, keepsCode ? error.code : 'PARTIAL');
  }

  /** Only what was rolled back is there to be asked. */
  private async explained(error: SyncError): Promise<SyncError> {
    const { current, context, plan, options } = this;
    if (error.code !== 'CHECK_FAILED' || !current || this.open || options.lost.aborted) return error;
    return withConflicts(error, current, plan, options.direction, context).catch(() => error);
  }

  private async journalFailure(outcome: 'failed' | 'cancelled', error: SyncError): Promise<void> {
    if (this.open && !this.options.lost.aborted) {
      await this.context.connection.execute(this.journal.stepEnd({ ...this.open, outcome, finishedAt: this.now() }));
    }
    await this.end(outcome, `${error.code}: ${error.message}`);
  }

  /** Every failure says how much of the plan held. */
  private withProgress(error: SyncError, code: SyncError['code']): SyncError {
    return new SyncError({
      code,
      op: error.op,
      message: `${error.message}${error.message.includes('\n') ? '\n  ' : ' '}(${this.held(error)})`,
      cause: code === error.code ? error.cause : error,
      ...(error.hint !== undefined && { hint: error.hint }),
      ...(error.tenant !== undefined && { tenant: error.tenant }),
      ...(error.step !== undefined && { step: error.step }),
      details: {
        ...error.details,
        failure: error.code,
        run: this.record.run,
        steps: { done: this.stepsDone, total: this.steps },
      },
    });
  }

  private held(error: SyncError): string {
    if (error.code === 'CONNECTION_LOST') {
      return `${this.stepsDone} of ${counted(this.steps, 'step')} held for certain; the one that ran may have held too`;
    }
    if (this.stepsDone === 0 && this.loose === 0) return 'nothing was changed';
    const part = this.loose > 0 ? `, and ${counted(this.loose, 'statement')} of the next` : '';
    return `${this.stepsDone} of ${counted(this.steps, 'step')} held${part}`;
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
      outcome,
      startedAt,
      ...(finishedAt !== undefined && { finishedAt }),
    };
  }

  /** A trail that cannot be written any more is no reason to call a run failed that did what it was to do. It is said once. */
  private async audit(entry: AuditEntry): Promise<void> {
    await this.context.audit?.write(entry).catch((thrown: unknown) => {
      if (this.trailEnded) return;
      this.trailEnded = true;
      const { message } = asSyncError(thrown, 'audit');
      this.options.onEvent?.({ type: 'warning', message: `${message}; the run goes on without its audit trail` });
    });
  }

  private now(): string {
    return this.context.clock().toISOString();
  }
}

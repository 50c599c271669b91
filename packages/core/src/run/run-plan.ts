import type { Batch, Step } from '../contract/step.js';
import { asSyncError, SyncError, throwIfAborted } from '../errors.js';
import type { Plan } from '../plan/plan-format.js';
import { executeChecked } from './execute.js';
import { checkGate } from './gate.js';
import { Journal, stepHash, whoRuns } from './journal.js';
import type { RunRecord, StepRecord } from './journal-format.js';
import type { RunOptions, RunOutcome, RunReport } from './report.js';
import type { Executor, ExecutorContext } from './run.js';
import { requireState } from './verify.js';

/** The default executor: gate, lock, base check, batches with their journal rows, verification. */
export const runPlan: Executor = async (plan, context, options) => {
  const batches = options.direction === 'up' ? plan.up : plan.down;
  checkGate(batches, options.allow, opOf(options));
  const waitingSince = Date.now();
  await using lock = await context.connection.lock(`schema-sync:${context.tenant}`, {
    waitMs: options.lockWaitMs,
    ...(options.signal && { signal: options.signal }),
  });
  options.onEvent?.({ type: 'lock', waitedMs: Date.now() - waitingSince });
  const signal = options.signal ? AbortSignal.any([options.signal, lock.lost]) : lock.lost;
  await requireBase(plan, context, options, signal);
  const run = new Run(plan, batches, context, { ...options, signal });
  return run.toEnd();
};

const opOf = ({ direction }: RunOptions) => (direction === 'up' ? 'apply' : 'down');

async function requireBase(
  plan: Plan,
  context: ExecutorContext,
  options: RunOptions,
  signal: AbortSignal,
): Promise<void> {
  const { connection, driver } = context;
  const failure = {
    code: 'BASE_MISMATCH',
    op: opOf(options),
    message: 'the database is not in the state that this plan starts from',
    hint: 'Something changed it since the plan was made. Plan again; nothing was touched.',
  } as const;
  await requireState(
    connection,
    driver,
    plan.reading,
    options.direction === 'up' ? plan.base : plan.goal,
    failure,
    signal,
  );
}

/** One execution of one way of a plan. */
class Run {
  private readonly journal: Journal;
  private readonly record: RunRecord;
  private readonly started = Date.now();
  private readonly steps: number;
  private readonly statements: number;
  private stepsDone = 0;
  private statementsDone = 0;
  private current: Step | undefined;

  constructor(
    private readonly plan: Plan,
    private readonly batches: readonly Batch[],
    private readonly context: ExecutorContext,
    private readonly options: RunOptions & { readonly signal: AbortSignal },
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
    };
  }

  async toEnd(): Promise<RunReport> {
    await this.journal.begin(this.record, this.plan);
    await this.audit({ type: 'run', ...this.record });
    this.options.onEvent?.({ type: 'start', run: this.record.run, steps: this.steps, statements: this.statements });
    try {
      for (const [index, batch] of this.batches.entries()) await this.runBatch(batch, index);
      this.options.onEvent?.({ type: 'verify' });
      const root = await this.verify();
      await this.end('done');
      return this.report('done', root);
    } catch (thrown) {
      throw await this.failed(thrown);
    }
  }

  private async runBatch(batch: Batch, index: number): Promise<void> {
    throwIfAborted(this.options.signal, opOf(this.options));
    const began = Date.now();
    if (batch.atomic) await this.runAtomic(batch);
    else for (const step of batch.steps) await this.runStep(step);
    this.options.onEvent?.({
      type: 'batch',
      number: index + 1,
      batches: this.batches.length,
      elapsedMs: Date.now() - began,
    });
  }

  /** The steps and their journal rows commit together, or not at all. */
  private async runAtomic(batch: Batch): Promise<void> {
    const { connection } = this.context;
    if (!connection.atomically) throw new TypeError('a driver with transactional DDL has atomically()');
    const startedAt = this.now();
    const rows: StepRecord[] = batch.steps.map((step) => this.stepRecord(step, 'done', startedAt, startedAt));
    const marks = batch.steps.flatMap((step, i) =>
      step.sql.map((_, n) => ({ step, first: n === 0 || undefined, row: i })),
    );
    const last = batch === this.batches.at(-1);
    const before = this.statementsDone;
    await connection.atomically(
      [
        ...batch.steps.flatMap((step) => step.sql),
        ...rows.map((row) => this.journal.step(row)),
        ...(last ? [this.journal.end(this.record.run, 'done', this.now())] : []),
      ],
      {
        settings: batch.settings,
        signal: this.options.signal,
        onStatement: (i) => {
          const mark = marks[i];
          if (!mark) return;
          if (mark.first) this.enter(mark.step);
          this.statementsDone = before + i;
          this.options.onEvent?.({ type: 'statement', done: this.statementsDone, statements: this.statements });
        },
      },
    );
    this.stepsDone += batch.steps.length;
    this.statementsDone = before + marks.length;
    this.current = undefined;
    for (const row of rows) await this.audit({ type: 'step', tenant: this.context.tenant, ...row });
  }

  /** Journalled before and after: what commits by itself leaves a trace even when the process dies in between. */
  private async runStep(step: Step): Promise<void> {
    const { connection } = this.context;
    throwIfAborted(this.options.signal, opOf(this.options));
    this.enter(step);
    const startedAt = this.now();
    await connection.execute(this.journal.step(this.stepRecord(step, 'running', startedAt)));
    for (const statement of step.sql) {
      throwIfAborted(this.options.signal, opOf(this.options));
      await executeChecked(connection, statement, opOf(this.options));
      this.statementsDone++;
      this.options.onEvent?.({ type: 'statement', done: this.statementsDone, statements: this.statements });
    }
    const row = this.stepRecord(step, 'done', startedAt, this.now());
    await connection.execute(this.journal.stepEnd(row));
    await this.audit({ type: 'step', tenant: this.context.tenant, ...row });
    this.stepsDone++;
    this.current = undefined;
  }

  private enter(step: Step): void {
    this.current = step;
    this.options.onEvent?.({ type: 'step', number: step.number, steps: this.steps, summary: step.summary });
  }

  private async verify() {
    const up = this.options.direction === 'up';
    const failure = {
      code: 'VERIFY_FAILED',
      op: opOf(this.options),
      message: 'every step ran, and yet the database is not in the state that was planned',
      hint: 'Something else changed it meanwhile, or this is a defect in the driver: run `schema-sync diff` to see what stands between.',
    } as const;
    const { connection, driver } = this.context;
    const state = up ? this.plan.goal : this.plan.base;
    return (await requireState(connection, driver, this.plan.reading, state, failure)).root;
  }

  private async end(outcome: RunOutcome, error?: string): Promise<void> {
    const finishedAt = this.now();
    await this.context.connection.execute(this.journal.end(this.record.run, outcome, finishedAt, error));
    await this.audit({ type: 'run', ...this.record, outcome, finishedAt, ...(error !== undefined && { error }) });
    this.options.onEvent?.({ type: 'finish', outcome });
  }

  private async failed(thrown: unknown): Promise<SyncError> {
    const error = asSyncError(thrown, opOf(this.options)).with({
      tenant: this.context.tenant,
      ...(this.current && { step: `${this.current.number} (${this.current.summary})` }),
    });
    const cancelled = error.code === 'CANCELLED' || error.code === 'TERMINATED';
    // The journal is best effort here: the error that brought us here must not be hidden by a second one.
    await this.end(cancelled ? 'cancelled' : 'failed', `${error.code}: ${error.message}`).catch(() => undefined);
    if (this.stepsDone === 0 || cancelled) return this.withProgress(error, error.code);
    return this.withProgress(error, error.code === 'VERIFY_FAILED' ? error.code : 'PARTIAL');
  }

  /** Every failure says how much of the plan held. */
  private withProgress(error: SyncError, code: SyncError['code']): SyncError {
    const held = this.stepsDone === 0 ? 'nothing was changed' : `${this.stepsDone} of ${this.steps} steps held`;
    return new SyncError({
      code,
      op: error.op,
      message: `${error.message} (${held})`,
      cause: error.cause ?? error,
      ...(error.hint !== undefined && { hint: error.hint }),
      ...(error.tenant !== undefined && { tenant: error.tenant }),
      ...(error.step !== undefined && { step: error.step }),
      details: { ...error.details, run: this.record.run, steps: { done: this.stepsDone, total: this.steps } },
    });
  }

  private report(outcome: RunOutcome, root: RunReport['root']): RunReport {
    return {
      run: this.record.run,
      tenant: this.context.tenant,
      plan: this.plan.id,
      direction: this.options.direction,
      outcome,
      steps: { done: this.stepsDone, total: this.steps },
      statements: { done: this.statementsDone, total: this.statements },
      startedAt: this.record.startedAt,
      elapsedMs: Date.now() - this.started,
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

  private async audit(entry: Parameters<NonNullable<ExecutorContext['audit']>['write']>[0]): Promise<void> {
    await this.context.audit?.write(entry);
  }

  private now(): string {
    return this.context.clock().toISOString();
  }
}

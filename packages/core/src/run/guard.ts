import type { Batch } from '../contract/step.js';
import { SyncError } from '../errors.js';
import type { Inspection } from '../inspect/inspect.js';
import type { Plan } from '../plan/plan-format.js';
import { checkStart, type Start } from './check-start.js';
import { driftText } from './drift-text.js';
import type { RunOptions } from './report.js';
import { changesAhead, driftBefore, isUnforetold, type Rest, restOf, type Seen } from './rest.js';
import type { ExecutorContext } from './run.js';
import { look } from './verify.js';

/** How often a database that moves all the time is looked at again before a run gives up. */
const patience = 100;

/** Nobody has to know of our lock. Knows the schema that a run began from and what its own steps made of it, and looks again where somebody else changed it. */
export class Guard {
  private inspection: Inspection;
  private token: string | undefined;
  /** How the database read after the last step, where the plan does not foretell that. */
  private middle: Seen | undefined;

  constructor(
    private readonly plan: Plan,
    private readonly context: ExecutorContext,
    private readonly options: RunOptions,
    { inspection, schemaToken }: Start,
  ) {
    this.inspection = inspection;
    this.token = schemaToken;
  }

  /** What the schema is known by that is as the run expects it, where the engine can tell. */
  get schemaToken(): string | undefined {
    return this.token;
  }

  /** Our own bookkeeping changes a schema, too, before anything has run. */
  rebase(schemaToken: string | undefined): void {
    this.token = schemaToken;
  }

  /** Tells what the schema is known by after steps of this run, and which are still to come. */
  async passed(schemaToken: string | undefined, ahead: readonly Batch[]): Promise<void> {
    this.token = schemaToken;
    this.middle = undefined;
    if (schemaToken === undefined || !isUnforetold(this.rest(ahead))) return;
    const { inspection, schemaToken: before } = await look(this.context, this.plan.reading, this.options.signal);
    const after = await this.context.connection.schemaToken?.();
    // Where somebody else was quicker, nobody knows any more how it was.
    if (before === schemaToken && after === schemaToken) this.middle = inspection;
  }

  /** Makes sure that nobody has changed what the next steps meet, as far as that can be told without a transaction. */
  async check(ahead: readonly Batch[], isBegun: boolean): Promise<void> {
    const { connection } = this.context;
    await this.untilStill(async () => (await connection.schemaToken?.()) === this.token, ahead, isBegun);
  }

  /** Repeats work that is refused where the schema has moved, as long as that is none of the plan's business. */
  async untilStill(work: () => Promise<boolean>, ahead: readonly Batch[], isBegun: boolean): Promise<void> {
    for (let attempt = 1; !(await work()); attempt++) {
      if (attempt === patience) throw this.restless();
      await this.lookAgain(ahead, isBegun);
    }
  }

  private async lookAgain(ahead: readonly Batch[], isBegun: boolean): Promise<void> {
    if (isBegun) await this.checkRest(ahead);
    else {
      const start = await checkStart(this.plan, this.context, this.options);
      if (start.before) throw this.overtaken();
      this.inspection = start.inspection;
      this.token = start.schemaToken;
    }
  }

  private async checkRest(ahead: readonly Batch[]): Promise<void> {
    const { plan, context, options } = this;
    const { connection, driver } = context;
    const { inspection, schemaToken } = await look(context, plan.reading, options.signal);
    const rest = this.rest(ahead);
    const drift = driftBefore(rest, this.inspection, inspection, driver);
    this.token = schemaToken;
    if (!drift) return;
    const told = driftText(drift, { driver, server: connection.server, inspection, changes: changesAhead(rest) });
    throw this.mismatch(`while the plan ran, somebody else changed what the rest of it starts from:${told}`, { drift });
  }

  private rest(ahead: readonly Batch[]): Rest {
    return { ...restOf(this.plan, this.options.direction, ahead), ...(this.middle && { middle: this.middle }) };
  }

  private restless(): SyncError {
    return this.mismatch('somebody else keeps changing the schema, faster than it can be read', {});
  }

  private overtaken(): SyncError {
    return this.mismatch('somebody else ran the same in the meantime', {});
  }

  private mismatch(message: string, details: Readonly<Record<string, unknown>>): SyncError {
    return new SyncError({
      code: 'BASE_MISMATCH',
      op: this.options.direction === 'up' ? 'apply' : 'down',
      message,
      hint: 'See that nothing else changes the schema meanwhile.',
      details,
    });
  }
}

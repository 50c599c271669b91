import { type Book, insertRow, updateRow } from '../books/book.js';
import { readRows } from '../books/read-book.js';
import { makingBooks, openBook } from '../books/version.js';
import type { Committed, Connection, ExecuteOptions } from '../contract/connection.js';
import type { Dialect } from '../contract/dialect.js';
import type { Statement } from '../contract/statement.js';
import { throwIfAborted } from '../errors.js';
import { byCodeUnit } from '../model/address.js';
import type { Plan } from '../plan/plan-format.js';
import { readRuns, readSteps } from './journal.js';
import { runRow, runs, stepRow, steps } from './journal-books.js';
import type { MigrationRecord, PruneRecord, RunRecord, StepRecord } from './journal-format.js';
import { JournalTrail, trailBook } from './journal-trail.js';
import type { RunOutcome } from './report.js';
import { sealsOf } from './seal.js';

type Options = Pick<ExecuteOptions, 'signal'>;

/**
 * Writes a run into the target's own journal: rows that say how it stands, and the entries of its trail that tell what these rows said at which time. What a row comes to
 * say is in the trail before, or together with it.
 */
export class Journal {
  private readonly trail: JournalTrail;
  /** Whether a batch was given entries of which nobody has said that they are there. */
  private isUnsure = false;

  constructor(
    private readonly connection: Connection,
    private readonly dialect: Dialect,
    private readonly tenant: string,
  ) {
    this.trail = new JournalTrail(connection, dialect, tenant);
  }

  /**
   * Makes the tables where they are missing and notes that the run begins, with the plan that leads back. Call it under the lock. Gives the token of the schema
   * with those tables, if all else in it is as it was with the token that is given.
   */
  async begin(record: RunRecord, plan: Plan, schemaToken?: string, options: Options = {}): Promise<string | undefined> {
    const row = insertRow(runs, { ...runRow(record), plan: JSON.stringify(plan) }, this.dialect);
    const made = await this.beginAnew(record, row, options);
    if (made) return made.schema && made.schema.before === schemaToken ? made.schema.after : schemaToken;
    let token = schemaToken;
    for (const book of books) {
      const { schema } = await openBook<string>(this.connection, book, this.dialect, options);
      if (schema && schema.before === token) token = schema.after;
    }
    await this.trail.open();
    await this.closeDead(record.startedAt);
    const first = await this.first();
    // Its row comes first: of one that runs, and that the trail does not tell of, the next run says that it died.
    if (!this.connection.atomically) await this.connection.execute(row, options);
    const rows = this.connection.atomically ? [row] : [];
    await this.write([...first, { type: 'run', ...record }], rows, options);
    return token;
  }

  /** Makes the tables and notes the first run with them, where none is there and all of that can be there at once; undefined where it is not to be done like this. */
  private async beginAnew(record: RunRecord, row: Statement, options: Options): Promise<Committed | undefined> {
    if (!this.connection.atomically) return undefined;
    const making = await makingBooks(this.connection, books, this.dialect);
    if (!making) return undefined;
    const first = { type: 'trail', tenant: this.tenant, before: {} };
    try {
      return await this.write([first, { type: 'run', ...record }], [row], options, making);
    } catch (error) {
      throwIfAborted(options.signal, 'journal');
      // Those with whom the tables are shared hold other locks: one of them may have been first, whatever the server says of it.
      const left = await makingBooks(this.connection, books, this.dialect).catch(() => making);
      if (left) throw error;
      return undefined;
    }
  }

  /** Notes a step before it is run that commits by itself. */
  stepBegins(record: StepRecord): Promise<void> {
    return this.connection.execute(insertRow(steps, stepRow(record), this.dialect));
  }

  /** Notes how a step that was noted before ended. */
  async stepEnds(record: StepRecord): Promise<void> {
    const { run, step, outcome, finishedAt } = record;
    const row = updateRow(steps, { run, step }, { outcome, finished_at: finishedAt }, this.dialect);
    await this.write([{ type: 'step', ...record }], [row]);
  }

  /** Notes a step that is over. */
  async stepDone(record: StepRecord): Promise<void> {
    if (this.connection.atomically) {
      await this.write([{ type: 'step', ...record }], [insertRow(steps, stepRow(record), this.dialect)]);
      return;
    }
    // Its row comes first: of a step that the trail tells of and that has none, it would look as if somebody had taken it away.
    const { finishedAt: _, ...begun } = record;
    await this.stepBegins({ ...begun, outcome: 'running' });
    await this.stepEnds(record);
  }

  /** What notes steps in the batch that runs them, and where it is the last one the end of the run. Call `held` once it is there. */
  batch(
    records: readonly StepRecord[],
    end?: { readonly run: string; readonly finishedAt: string },
  ): readonly Statement[] {
    this.isUnsure = true;
    const rows = records.map((record) => insertRow(steps, stepRow(record), this.dialect));
    const entries = records.map((record) => ({ type: 'step', ...record }));
    if (!end) return [...this.trail.append(entries), ...rows];
    const done = { run: end.run, outcome: 'done', finishedAt: end.finishedAt };
    const said = this.trail.append([...entries, { type: 'run', ...done }]);
    return [...said, ...rows, endRow(done.run, 'done', done.finishedAt, undefined, this.dialect), this.trail.noteEnd()];
  }

  /** The batch is there. */
  held(isEnd: boolean): void {
    this.isUnsure = false;
    this.trail.held({ isNoted: isEnd });
  }

  /** Notes how the run ended. */
  async end(run: string, outcome: RunOutcome, finishedAt: string, error?: string): Promise<void> {
    const entry = { type: 'run', run, outcome, finishedAt, ...(error !== undefined && { error }) };
    await this.write([entry], [endRow(run, outcome, finishedAt, error, this.dialect)]);
  }

  /** Notes that a run is done with the state that it left, and takes away the one that the run before it left: all at once. */
  async close(run: string, state: string, finishedAt: string, alongside: readonly Statement[]): Promise<void> {
    const { dialect } = this;
    const before = await this.newestBefore(run);
    const rows = [
      updateRow(runs, { run }, { state }, dialect),
      ...alongside,
      endRow(run, 'done', finishedAt, undefined, dialect),
      ...(before === undefined ? [] : [withoutState(before, dialect)]),
    ];
    await this.write([{ type: 'run', run, outcome: 'done', finishedAt }], rows);
  }

  /** Keeps the state that a run left. */
  async keepState(run: string, state: string): Promise<void> {
    await this.connection.execute(updateRow(runs, { run }, { state }, this.dialect));
  }

  /** Takes the state away that the run before this one left: only the newest is compared with. Called once this one is noted as done, so that there is one whenever the process dies. */
  async dropStateBefore(run: string): Promise<void> {
    const before = await this.newestBefore(run);
    if (before !== undefined) await this.connection.execute(withoutState(before, this.dialect));
  }

  private async newestBefore(run: string): Promise<string | undefined> {
    const { connection, dialect, tenant } = this;
    const all = await readRows(connection, runs, {}, dialect, ['run', 'tenant', 'outcome', 'started_at']);
    const older = newestFirst(all.filter((row) => row.tenant === tenant && row.run !== run && row.outcome === 'done'));
    return older[0] && String(older[0].run);
  }

  /** Takes the plans of runs away, all at once where that can be. */
  async forgetPlans(names: readonly string[], pruned: PruneRecord, options: Options = {}): Promise<void> {
    await openBook<string>(this.connection, trailBook, this.dialect, options);
    await this.trail.open();
    await this.closeDead(pruned.at);
    const plan = JSON.stringify({ pruned });
    const rows = names.map((run) => updateRow(runs, { run }, { plan }, this.dialect));
    const entry = { type: 'prune', tenant: this.tenant, runs: names, ...pruned };
    await this.write([...(await this.first()), entry], rows, options);
  }

  /** Gets the trail ready for what belongs to no run, before any of that is done. */
  async resume(options: Options = {}): Promise<void> {
    await openBook<string>(this.connection, trailBook, this.dialect, options);
    await this.trail.open();
    const first = await this.first();
    if (first.length > 0) await this.write(first, [], options);
  }

  /** Notes a migration of another tool that is over; call `resume` before it begins. */
  async noteMigration(record: MigrationRecord): Promise<void> {
    await this.write([{ type: 'migration', tenant: this.tenant, ...record }], []);
  }

  /** Whoever holds a tenant's lock is the only one who runs for it: what is still noted as running has died. Others may share the table, each under its own lock. */
  private async closeDead(now: string): Promise<void> {
    const { connection, dialect, tenant } = this;
    const all = await readRows(connection, runs, {}, dialect, ['run', 'tenant', 'outcome']);
    const isDead = (row: { readonly tenant: unknown; readonly outcome: unknown }) =>
      row.outcome === 'running' && row.tenant === tenant;
    if (!all.some(isDead)) return;
    const died = { outcome: 'died', finishedAt: now } as const;
    for (const record of (await readRuns(connection, dialect)).filter(isDead)) {
      const { run } = record;
      const open = (await readSteps(connection, dialect, run)).filter(({ outcome }) => outcome === 'running');
      const error = 'the process ended before the run did';
      const set = { outcome: died.outcome, finished_at: now };
      const rows = [
        ...open.map(({ step }) => updateRow(steps, { run, step }, set, dialect)),
        endRow(run, 'died', now, error, dialect),
      ];
      // All that is known: the process may have died before any of it was in the trail.
      const told = [
        ...open.map((step) => ({ type: 'step', ...step, ...died })),
        { type: 'run', ...record, ...died, error },
      ];
      // Of runs from before there was a trail, the seal tells.
      await this.write(this.trail.isEmpty ? [] : told, rows);
    }
  }

  /** With the first entry, what is there from before there was a trail is sealed as it is. */
  private async first(): Promise<readonly object[]> {
    if (!this.trail.isEmpty) return [];
    const { connection, dialect, tenant } = this;
    const own = (await readRuns(connection, dialect)).filter((record) => record.tenant === tenant);
    const before = own.length === 0 ? {} : sealsOf(own, await readSteps(connection, dialect));
    return [{ type: 'trail', tenant, before }];
  }

  /** Writes entries, and then the rows that say so: together, or where that cannot be in this order. */
  private async write(
    entries: readonly object[],
    rows: readonly Statement[],
    options: Options = {},
    before: readonly Statement[] = [],
  ): Promise<Committed> {
    const { connection, trail } = this;
    if (this.isUnsure) await trail.open();
    this.isUnsure = true;
    const said = entries.length === 0 ? rows : [...trail.append(entries), ...rows, trail.noteEnd()];
    const statements = [...before, ...said];
    let committed: Committed = {};
    if (connection.atomically) committed = await connection.atomically(statements, options);
    else for (const statement of statements) await connection.execute(statement, options);
    this.isUnsure = false;
    trail.held({ isNoted: entries.length > 0 });
    return committed;
  }
}

/** In this order: where the table of runs is there, the other ones are too, whenever the process died. */
const books: readonly Book<string>[] = [steps, trailBook, runs];

function withoutState(run: string, dialect: Dialect): Statement {
  return updateRow(runs, { run }, { state: null }, dialect);
}

function endRow(run: string, outcome: RunOutcome, finishedAt: string, error: string | undefined, dialect: Dialect) {
  return updateRow(runs, { run }, { outcome, finished_at: finishedAt, error }, dialect);
}

function newestFirst<R extends { readonly run: unknown; readonly started_at: unknown }>(rows: readonly R[]) {
  const timeOf = ({ started_at: at, run }: R) => `${String(at)} ${String(run)}`;
  return rows.toSorted((a, b) => byCodeUnit(timeOf(b), timeOf(a)));
}

import {
  type Batch,
  type Connection,
  type ExecuteOptions,
  isSyncError,
  type Json,
  type Lexis,
  type Lock,
  type LockOptions,
  type Patience,
  type Refusal,
  type Server,
  type Statement,
  SyncError,
} from '@sync/core';
import {
  bodyMode,
  type CountingSession,
  canBeTold,
  type DefiningSession,
  type EventLedger,
  type EventSession,
  type GrantLedger,
  type HandOver,
  type HoldingSession,
  type Home,
  keepsMode,
  modeWithZeroDates,
  readWith,
  requireHomeUnsaid,
  requireKeepable,
  type SequenceLedger,
  saysCounter,
  sessionVariable,
  type TogetherSession,
  withoutDefiner,
  writeLiteral,
} from '@sync/dialect-mysql';
import { askTogether } from './ask-together.js';
import { isThere } from './copy-program.js';
import { onlyReads } from './errors.js';
import { fingerprintDatabase } from './fingerprints.js';
import { handOver } from './hand-over.js';
import { holderOf, takeLock } from './lock.js';
import { refuseOwnDatabase } from './own-databases.js';
import { Queue } from './queue.js';
import type { MysqlSession } from './session.js';
import type { Started } from './start-session.js';
import { withHolder } from './with-holder.js';

/** What a scratch database is besides a connection. */
export interface Makeshift {
  readonly onClosed: () => Promise<void>;
  /** A statement as it is run there: nothing that it makes may begin to do something by itself. */
  readonly still: (text: string, lexis: Lexis) => string;
  /** How statements fall into tokens that are read with these values of `sql_mode`. */
  readonly lexisIn: (mode: string) => Lexis;
  /** The events that another server is to run. */
  readonly events: EventLedger;
  /** Where the sequences of its defaults are. */
  readonly sequences: SequenceLedger;
  /** What is granted there. */
  readonly grants: GrantLedger;
  /** The database that it is near to. */
  readonly home: Home;
  /** The database that is not there, where this one stands in for it. */
  readonly standsFor?: string;
}

/** https://dev.mysql.com/doc/mysql-errors/9.7/en/server-error-reference.html#error_er_invalid_default */
const invalidDefault = 1067;

/** https://dev.mysql.com/doc/mysql-errors/9.7/en/server-error-reference.html#error_er_specific_access_denied_error */
const accessDenied = 1227;

type Setting = readonly [variable: string, value: string | number, isAdded?: boolean];

/** A connection over one session. Each statement that changes a schema commits by itself. */
export class MysqlConnection
  implements Connection, TogetherSession, HoldingSession, DefiningSession, CountingSession, EventSession
{
  readonly server: Server;
  readonly database: string;
  readonly role: string;
  readonly patience: Patience;
  readonly missing?: true;
  /** A state that comes again is told alike. */
  readonly recurring = true;
  private readonly session: MysqlSession;
  private readonly flavour: Started['flavour'];
  private readonly onOneDatabase: Started['onOneDatabase'];
  private readonly queue = new Queue();
  private readonly held = new Set<string>();
  private isUnchecked = false;
  private hasCounters = false;
  private refused: SyncError | undefined;

  constructor(
    { session, server, database, role, options, flavour, onOneDatabase }: Started,
    private readonly access: 'read' | 'write',
    private readonly makeshift?: Makeshift,
  ) {
    this.session = session;
    this.flavour = flavour;
    this.onOneDatabase = onOneDatabase;
    this.server = server;
    this.role = role;
    this.database = makeshift?.standsFor ?? database;
    if (makeshift?.standsFor !== undefined) this.missing = true;
    this.patience = { lockTimeoutMs: options.lockTimeoutMs, lockRetries: options.lockRetries };
  }

  query<R = Record<string, unknown>>(statement: Statement, options: ExecuteOptions = {}): Promise<readonly R[]> {
    return this.alone(options, () =>
      this.session.send<R>(statement, { op: 'query', signal: options.signal }).then(rowsIn),
    );
  }

  async execute(statement: Statement, options: ExecuteOptions = {}): Promise<void> {
    if (this.makeshift) return this.executeInScratch(statement, this.makeshift, options);
    const { copyWith } = this.session.options;
    if (statement.handOver !== undefined && copyWith) {
      const handed = statement.handOver as unknown as HandOver;
      return this.alone(options, () => handOver(handed, copyWith, this.session, options));
    }
    return this.send({ ...statement, text: await this.onOneDatabase(statement.text) }, options);
  }

  private async executeInScratch(
    statement: Statement,
    { grants, events, sequences, still, lexisIn, home }: Makeshift,
    options: ExecuteOptions,
  ): Promise<void> {
    const { settings: said = {}, desired, ...others } = options;
    const settings = settingsFor(statement.text, said, lexisIn);
    const modes = [settings['mysql/sql_mode'], settings[readWith]].filter((mode) => mode !== undefined).join(',');
    const lexis = lexisIn(modes);
    let { text } = statement;
    if (desired) {
      requireKeepable(statement.text, lexis);
      requireHomeUnsaid(statement.text, home, lexis);
      text = sequences.read(statement.text, home, lexis);
      this.hasCounters ||= saysCounter(statement.text);
      events.note(statement.text, lexis);
    }
    const ask = (text: string) => this.query({ text }, others);
    if (await grants.takes(statement.text, ask, lexis)) return;
    const run = { ...statement, text: still(text, lexis) };
    try {
      await this.sendWithoutDefiner(run, lexis, { ...options, settings });
    } catch (error) {
      // A dump says that days which there are none of are defaults; what it sets for that is not looked at, and the steps of a plan say it themselves.
      if (!desired || !isSyncError(error) || error.details?.number !== invalidDefault) throw error;
      await this.send(run, { ...options, settings: { ...settings, 'mysql/sql_mode': modeWithZeroDates } });
    }
  }

  /** Whoever may not say whose rights something runs with may still say what it is: in scratch nobody but its maker runs it. */
  private async sendWithoutDefiner(statement: Statement, lexis: Lexis, options: ExecuteOptions): Promise<void> {
    try {
      await this.send(statement, options);
    } catch (error) {
      if (!isSyncError(error) || error.details?.number !== accessDenied) throw error;
      const text = withoutDefiner(statement.text, lexis);
      if (text === undefined) throw error;
      this.refused ??= error;
      await this.send({ ...statement, text }, options);
    }
  }

  private send(statement: Statement, options: ExecuteOptions): Promise<void> {
    return this.alone(options, () => this.session.sendChecked(statement, { op: 'execute', signal: options.signal }));
  }

  async fingerprint(signal?: AbortSignal): Promise<string | undefined> {
    if (this.makeshift || this.unplanned) return undefined;
    const { session, server, flavour } = this;
    return this.queue.run(() => fingerprintDatabase({ session, server, flavour, signal }));
  }

  get unplanned(): Refusal | undefined {
    return this.makeshift ? undefined : refuseOwnDatabase(this.database);
  }

  /** A database of the server's own is refused, and a program that is not there, or cannot be told which database it is, is missed, before anything runs. */
  refuses({ steps }: Batch): Refusal | undefined {
    const refusal = this.unplanned;
    if (refusal) return refusal;
    const { copyWith } = this.session.options;
    const isHanded = steps.some(({ sql }) => sql.some(({ handOver: handed }) => handed !== undefined));
    if (!isHanded || this.makeshift || !copyWith) return undefined;
    if (!canBeTold(this.database)) {
      const message = `${copyWith.name} cannot be told a database whose name holds a comma, an equals sign or a backslash, as ${this.database} does`;
      return { message, hint: 'Plan without copyWith to have the table copied by schema-sync.' };
    }
    if (isThere(copyWith)) return undefined;
    const hint = `Install ${copyWith.name}, say where it is (copyWithProgram), or plan without copyWith.`;
    return { message: `there is no program ${copyWith.program}`, hint };
  }

  heldGrants(): ReturnType<GrantLedger['rows']> | undefined {
    return this.makeshift?.grants.rows();
  }

  saysCounters(): boolean {
    return this.hasCounters;
  }

  saysHeldBack(event: string): boolean {
    return this.makeshift?.events.has(event) ?? false;
  }

  refusedDefiner(): SyncError | undefined {
    return this.refused;
  }

  queryTogether(
    texts: readonly string[],
    options: ExecuteOptions = {},
  ): Promise<readonly (readonly Readonly<Record<string, unknown>>[] | undefined)[]> {
    return askTogether(this.session, texts, options).catch(async (error) => {
      throw await withHolder(error, this.session);
    });
  }

  async lock(name: string, options: LockOptions = {}): Promise<Lock> {
    if (this.access === 'read') throw onlyReads();
    const { session, database, held } = this;
    return takeLock({ session, database, held, run: (task) => this.queue.run(task) }, name, options);
  }

  async isLocked(name: string): Promise<boolean> {
    const { session, database, held } = this;
    return (await holderOf({ session, database, held, run: (task) => this.queue.run(task) }, name)) !== undefined;
  }

  /** Tables that refer to each other are made once nobody asks for those that are still to come. Which never come, the kind of tables tells. */
  async supply(): Promise<boolean> {
    const isScratch = this.makeshift !== undefined && this.access === 'write';
    if (!isScratch || this.isUnchecked) return false;
    this.isUnchecked = true;
    await this.execute({ text: 'SET SESSION foreign_key_checks = 0' });
    return true;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    // The server lets go of the locks of a session when it ends.
    await this.queue.run(() => this.session.close());
    await this.makeshift?.onClosed();
  }

  /** Without settings a statement may itself be one that sets something, and that is to last. */
  private alone<T>({ settings = {}, patient }: ExecuteOptions, work: () => Promise<T>): Promise<T> {
    const wanted = [...(patient ? this.patiently() : []), ...settingsOf(settings)];
    return this.queue.run(async () => {
      try {
        return await (wanted.length > 0 ? this.withSettings(wanted, work) : work());
      } catch (error) {
        throw await withHolder(error, this.session);
      }
    });
  }

  /** The server waits for a year by itself, and everybody else behind it; it counts in seconds. */
  private patiently(): readonly Setting[] {
    const seconds = Math.max(1, Math.ceil(this.patience.lockTimeoutMs / 1000));
    return [
      ['lock_wait_timeout', seconds],
      ['innodb_lock_wait_timeout', seconds],
    ];
  }

  private async withSettings<T>(wanted: readonly Setting[], work: () => Promise<T>): Promise<T> {
    const op = 'execute';
    const names = [...new Set(wanted.map(([name]) => name))];
    const list = names.map((name) => `@@SESSION.${name} AS '${name}'`).join(', ');
    const [before] = await this.session.send<Record<string, Json>>({ text: `SELECT ${list}` }, { op });
    try {
      await this.set(wanted);
      return await work();
    } finally {
      if (!this.session.gone.aborted) await this.set(names.map((name) => [name, before?.[name] as string | number]));
    }
  }

  private async set(settings: readonly Setting[]): Promise<void> {
    // A prepared statement would send a number as one with a fraction, which no setting takes.
    const text = `SET ${settings.map(assignment).join(', ')}`;
    await this.session.send({ text }, { op: 'execute' });
  }
}

/** Assignments take effect one after the other. */
function assignment([name, value, isAdded]: Setting): string {
  const literal = writeLiteral(value);
  return `SESSION ${name} = ${isAdded ? `CONCAT_WS(',', @@SESSION.${name}, ${literal})` : literal}`;
}

/** What a file says of the mode of bodies is for those alone. */
function settingsFor(
  text: string,
  { [bodyMode]: mode, ...settings }: Readonly<Record<string, Json>>,
  lexisIn: Makeshift['lexisIn'],
): Readonly<Record<string, Json>> {
  if (typeof mode !== 'string' || !keepsMode(text, lexisIn(mode))) return settings;
  const { [readWith]: _, ...others } = settings;
  return { ...others, 'mysql/sql_mode': mode };
}

function settingsOf(settings: Readonly<Record<string, Json>>): readonly Setting[] {
  const { [readWith]: added, [bodyMode]: _, ...others } = settings;
  return [...settingsNamed(others), ...(typeof added === 'string' ? [['sql_mode', added, true] as const] : [])];
}

function settingsNamed(settings: Readonly<Record<string, Json>>): readonly Setting[] {
  return Object.entries(settings).map(([name, value]) => {
    const known = sessionVariable(name);
    if (known !== undefined && (typeof value === 'string' || typeof value === 'number')) return [known, value];
    throw new SyncError({
      code: 'PLAN_CORRUPT',
      op: 'execute',
      message: `this driver knows no setting ${name} = ${JSON.stringify(value)}`,
      hint: 'The plan was made by another driver, or by a newer one: make it again.',
    });
  });
}

/** What is called answers with the rows that it selected, and with how it went. */
function rowsIn<R>(answer: readonly R[]): readonly R[] {
  const [rows, outcome] = answer;
  return Array.isArray(rows) && outcome !== undefined && !Array.isArray(outcome) ? rows : answer;
}

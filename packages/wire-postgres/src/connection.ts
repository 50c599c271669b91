import {
  type AtomicOptions,
  type Committed,
  type Connection,
  type ExecuteOptions,
  type Lock,
  type LockOptions,
  type Patience,
  type Server,
  type Statement,
  throwIfAborted,
  type WrittenStatement,
} from '@sync/core';
import { onlyReads } from './errors.js';
import type { Runner } from './fence.js';
import { fingerprintDatabase, fingerprintSchema } from './fingerprints.js';
import { requireKept } from './keep-within.js';
import { isLocked, lockName, takeLock } from './lock.js';
import { observeStatement } from './observe.js';
import type { PostgresOptions } from './options.js';
import { Queue } from './queue.js';
import { type Asked, RunSettings, setOn } from './run-settings.js';
import type { PostgresSession } from './session.js';
import type { Started } from './start-session.js';
import { tellingHolder } from './telling-holder.js';
import { inTransaction, oneMoment } from './transaction.js';

/** What a scratch database is besides a connection. */
export interface Makeshift {
  readonly onClosed: () => Promise<void>;
  readonly supply: () => Promise<boolean>;
  /** Who runs there what somebody wrote; absent where nothing can be reached from it. */
  readonly runner?: (signal: AbortSignal | undefined) => Promise<Runner>;
  /** The database that is not there, where this one stands in for it. */
  readonly standsFor?: string;
  /** The schema that is worked on, where what others share lies beside it. */
  readonly scope?: readonly string[];
}

const usual: Makeshift = { onClosed: async () => {}, supply: async () => false };

/** A connection over one session of pg. */
export class PostgresConnection implements Connection {
  readonly server: Server;
  readonly database: string;
  readonly role: string;
  readonly patience: Patience;
  readonly missing?: true;
  readonly scope?: readonly string[];
  readonly executeEach?: NonNullable<Connection['executeEach']>;
  private readonly kept: PostgresOptions;
  private readonly settings: RunSettings;
  private readonly session: PostgresSession;
  private runner: Promise<Runner> | undefined;
  private readonly queue = new Queue();
  /** The names of the locks that this session holds: the server would grant it the same one again. */
  private readonly held = new Set<string>();

  constructor(
    { session, server, database, role, options }: Started,
    private readonly access: 'read' | 'write',
    private readonly makeshift: Makeshift = usual,
    missing?: true,
  ) {
    this.session = session;
    if (session.pipelines)
      this.executeEach = (statements, { signal } = {}) =>
        this.queue.run(() => session.sendTogether(statements, { op: 'execute', signal }));
    this.server = server;
    this.role = role;
    this.database = makeshift.standsFor ?? database;
    if (missing || makeshift.standsFor !== undefined) this.missing = true;
    this.kept = options;
    const scope = options.schema === undefined ? makeshift.scope : [options.schema];
    if (scope) this.scope = scope;
    this.patience = { lockTimeoutMs: options.lockTimeoutMs, lockRetries: options.lockRetries };
    this.settings = new RunSettings(this.patience, options.statementTimeoutMs);
  }

  query<R = Record<string, unknown>>(statement: Statement, options: ExecuteOptions = {}): Promise<readonly R[]> {
    const work = () => this.session.send<R>(statement, { op: 'query', ...this.settings.sending(options) });
    const { settings, patient, signal } = options;
    // A request to cancel hits whatever the server is at.
    const mayBeBeside = !settings && !patient && !signal && this.session.pipelines;
    return mayBeBeside ? this.queue.beside(work) : this.alone(options, work);
  }

  execute(statement: Statement, options: ExecuteOptions = {}): Promise<void> {
    const work = () => this.session.sendChecked(statement, { op: 'execute', ...this.settings.sending(options) });
    return this.alone({ ...options, asWritten: true }, () => tellingHolder(this.session, options, work));
  }

  atomically(statements: readonly Statement[], options: AtomicOptions = {}): Promise<Committed> {
    return this.queue.run(() => this.transact(statements, options));
  }

  /** Of a schema the place of the fleet tells it: here it would take all of the database for each of them. */
  async fingerprint(signal?: AbortSignal): Promise<string | undefined> {
    if (this.scope || this.missing || this.kept.engine.isUntold) return undefined;
    const work = () => fingerprintDatabase(this.session, this.server, signal);
    return this.queue.run(() => inTransaction(this.session, oneMoment, work));
  }

  async partFingerprint(signal?: AbortSignal): Promise<string | undefined> {
    const { schema } = this.kept;
    if (schema === undefined || this.missing || this.kept.engine.isUntold) return undefined;
    const work = () => fingerprintSchema(this.session, this.server, schema, signal);
    return this.queue.run(() => inTransaction(this.session, oneMoment, work));
  }

  async supply(): Promise<boolean> {
    return this.makeshift.supply();
  }

  observe(statement: WrittenStatement, signal?: AbortSignal): ReturnType<typeof observeStatement> {
    return this.queue.run(async () => {
      this.runner ??= this.makeshift.runner?.(signal) ?? Promise.resolve({ session: this.session });
      return observeStatement(await this.runner, statement, signal);
    });
  }

  async lock(name: string, options: LockOptions = {}): Promise<Lock> {
    if (this.access === 'read') throw onlyReads();
    const holder = { session: this.session, run: <T>(task: () => Promise<T>) => this.queue.run(task), held: this.held };
    return takeLock(holder, lockName(name, this.scope), options);
  }

  isLocked(name: string): Promise<boolean> {
    const holder = { session: this.session, run: <T>(task: () => Promise<T>) => this.queue.run(task), held: this.held };
    return isLocked(holder, lockName(name, this.scope));
  }

  async [Symbol.asyncDispose](): Promise<void> {
    const runner = await this.runner?.catch(() => undefined);
    if (runner?.maker) await runner.session.close();
    // The server lets go of the locks of a session when it ends.
    await this.queue.run(() => this.session.close());
    await this.makeshift.onClosed();
  }

  /** Without settings a statement may itself be one that sets something, and that is to last. */
  private alone<T>({ settings, patient, asWritten }: Asked, work: () => Promise<T>): Promise<T> {
    return this.queue.run(() =>
      settings || patient ? this.withSettings(this.settings.of({ settings, patient, asWritten }), work) : work(),
    );
  }

  private async transact(statements: readonly Statement[], options: AtomicOptions): Promise<Committed> {
    throwIfAborted(options.signal, 'execute');
    await tellingHolder(this.session, options, () =>
      inTransaction(this.session, 'BEGIN', async () => {
        await this.settings.sendAll(this.session, statements, options);
        await requireKept(this.session, this.kept);
      }),
    );
    // The server keeps nothing that changes whenever the schema does.
    return {};
  }

  private async withSettings<T>(wanted: readonly (readonly [string, string])[], work: () => Promise<T>): Promise<T> {
    const before: (readonly [string, string])[] = [];
    try {
      for (const [name, value] of wanted) {
        before.push([name, await this.read(name)]);
        await setOn(this.session, name, value, false);
      }
      return await work();
    } finally {
      if (!this.session.gone.aborted) for (const [name, value] of before) await setOn(this.session, name, value, false);
    }
  }

  private async read(name: string): Promise<string> {
    const text = 'SELECT pg_catalog.current_setting($1) AS value';
    const [row] = await this.session.send<{ readonly value: string }>({ text, params: [name] }, { op: 'execute' });
    return row?.value ?? '';
  }
}

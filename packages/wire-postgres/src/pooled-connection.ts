import {
  type AtomicOptions,
  type Batch,
  type Committed,
  type Connection,
  type ExecuteOptions,
  type Lock,
  type LockOptions,
  type Patience,
  type Refusal,
  type Server,
  type Statement,
  throwIfAborted,
} from '@sync/core';
import { isConcurrent } from '@sync/dialect-postgres';
import { onlyReads } from './errors.js';
import { fingerprintDatabase, fingerprintSchema } from './fingerprints.js';
import { requireKept } from './keep-within.js';
import { Leases } from './leases.js';
import { lockName } from './lock.js';
import type { PostgresOptions } from './options.js';
import { Queue } from './queue.js';
import { RunSettings } from './run-settings.js';
import type { PostgresSession } from './session.js';
import { localSettings, type Started } from './start-session.js';
import { inTransaction, oneMoment } from './transaction.js';

/**
 * A connection through a pooler that gives a session for as long as a transaction takes. All that is sent is in one, with its settings, so that nothing is left
 * with others; the lock is a lease.
 */
export class PooledConnection implements Connection {
  readonly server: Server;
  readonly database: string;
  readonly role: string;
  readonly patience: Patience;
  readonly scope?: readonly string[];
  readonly missing?: true;
  private readonly kept: PostgresOptions;
  private readonly ownSettings: Statement;
  private readonly settings: RunSettings;
  private readonly session: PostgresSession;
  private readonly queue = new Queue();
  private readonly leases: Leases;
  /** Whether a snapshot is being read, within which all is asked. */
  private isReading = false;

  constructor(
    { session, server, database, role, options }: Started,
    private readonly access: 'read' | 'write',
    missing?: true,
  ) {
    if (missing) this.missing = missing;
    this.kept = options;
    this.ownSettings = localSettings(options);
    if (options.schema !== undefined) this.scope = [options.schema];
    this.session = session;
    this.server = server;
    this.role = role;
    this.database = database;
    this.patience = { lockTimeoutMs: options.lockTimeoutMs, lockRetries: options.lockRetries };
    this.settings = new RunSettings(this.patience, options.statementTimeoutMs);
    this.leases = new Leases({
      session,
      transact: (work) => this.transact(work),
      user: options.user,
      lengthMs: options.leaseMs,
    });
  }

  query<R = Record<string, unknown>>(statement: Statement, options: ExecuteOptions = {}): Promise<readonly R[]> {
    const work = () => this.session.send<R>(statement, { op: 'query', ...this.settings.sending(options) });
    if (this.isReading) return work();
    const { settings, patient } = options;
    return this.transact(async () => {
      await this.settings.apply(this.session, { settings, patient });
      return work();
    });
  }

  async execute(statement: Statement, options: ExecuteOptions = {}): Promise<void> {
    await this.atomically([statement], options);
  }

  async atomically(statements: readonly Statement[], options: AtomicOptions = {}): Promise<Committed> {
    throwIfAborted(options.signal, 'execute');
    await this.transact(async () => {
      await this.settings.sendAll(this.session, statements, options);
      await requireKept(this.session, this.kept);
    });
    return {};
  }

  /** All that is asked meanwhile sees the database at one moment. */
  snapshot<T>(work: () => Promise<T>): Promise<T> {
    return this.queue.run(() =>
      inTransaction(this.session, oneMoment, async () => {
        await this.enter();
        this.isReading = true;
        return work().finally(() => {
          this.isReading = false;
        });
      }),
    );
  }

  /** Of a schema the place of the fleet tells it: here it would take all of the database for each of them. */
  async fingerprint(signal?: AbortSignal): Promise<string | undefined> {
    if (this.scope || this.missing || this.kept.engine.isUntold) return undefined;
    return this.snapshot(() => fingerprintDatabase(this.session, this.server, signal));
  }

  async partFingerprint(signal?: AbortSignal): Promise<string | undefined> {
    const { schema } = this.kept;
    if (schema === undefined || this.missing || this.kept.engine.isUntold) return undefined;
    const work = () => fingerprintSchema(this.session, this.server, schema, signal);
    return this.snapshot(work);
  }

  async lock(name: string, options: LockOptions = {}): Promise<Lock> {
    if (this.access === 'read') throw onlyReads();
    return this.leases.take(lockName(name, this.scope), options);
  }

  refuses({ atomic, settings }: Batch): Refusal | undefined {
    if (atomic || !isConcurrent({ settings })) return undefined;
    return {
      message: 'it cannot run in a transaction, and there is a pooler in between, which has no other session to give',
      hint: 'Give the URL of the server itself; or plan with --no-online, which has others wait. Where the pooler keeps a session for each client (pool_mode = session), say so with the setting pooler: session.',
    };
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.leases.end();
    await this.queue.run(() => this.session.close());
  }

  private transact<T>(work: () => Promise<T>): Promise<T> {
    return this.queue.run(() =>
      inTransaction(this.session, this.access === 'read' ? 'BEGIN READ ONLY' : 'BEGIN', async () => {
        await this.enter();
        await this.leases.fence();
        const result = await work();
        await this.leases.fenceAgain();
        return result;
      }),
    );
  }

  /** Whichever session serves this transaction, it is set as all are. */
  private async enter(): Promise<void> {
    const [row] = await this.session.send<{ readonly pid: number }>(this.ownSettings, { op: 'execute' });
    if (row) this.session.isAt(row.pid);
  }
}

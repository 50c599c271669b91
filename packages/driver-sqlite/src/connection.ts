import { setImmediate } from 'node:timers/promises';
import {
  type AtomicOptions,
  type Committed,
  type Connection,
  checkFailure,
  type ExecuteOptions,
  type Lock,
  type LockOptions,
  type Server,
  type Statement,
  SyncError,
  throwIfAborted,
} from '@sync/core';
import { parseVersion, refuseLeaving, settingPragmas, sqliteFeatures } from '@sync/dialect-sqlite';
import type Database from 'better-sqlite3';
import { toSyncError } from './errors.js';
import { fingerprintOf } from './fingerprint.js';
import { isLocked, lockDatabase } from './lock.js';
import { offsetOf } from './offset.js';
import { patiently } from './patience.js';
import { Queue } from './queue.js';
import { bindings, fromNative } from './values.js';

/** Session states that statements of a batch may change and that must be as before afterwards. */
const restored = ['foreign_keys', 'legacy_alter_table'] as const;

/** What a connection knows about itself. */
export interface ConnectionFacts {
  readonly access: 'read' | 'write';
  /** How long to wait for another process, or another connection of this one, that holds the file. */
  readonly waitMs: number;
  /** Whether an empty database in memory stands in for a file that is not there. */
  readonly missing?: boolean;
  /** Nothing that is run may reach another database or a file: what runs in scratch may have been written by anybody. */
  readonly confined?: true;
  /** Somebody else opened it, and goes on with it as it was. */
  readonly lent?: true;
}

/** A connection over better-sqlite3, whose calls block: cancelling takes effect between two statements, never within one. */
export class SqliteConnection implements Connection {
  readonly server: Server;
  /** The text of a schema that comes again is the one that it was. */
  readonly recurring = true;
  private readonly queue = new Queue();
  private readonly locks = new Set<Lock>();
  private readonly closing = new AbortController();
  readonly missing?: true;

  constructor(
    private readonly native: Database.Database,
    readonly database: string,
    private readonly facts: ConnectionFacts,
  ) {
    if (facts.missing) this.missing = true;
    const version = parseVersion(String(native.prepare('SELECT sqlite_version()').pluck().get()));
    this.server = { product: 'SQLite', version, features: sqliteFeatures(version) };
  }

  query<R = Record<string, unknown>>(statement: Statement): Promise<readonly R[]> {
    return this.queue.run(
      async () => (await patiently(() => this.run(statement, 'query'), 'query', this.facts)) as readonly R[],
    );
  }

  execute(statement: Statement, { settings, signal }: ExecuteOptions = {}): Promise<void> {
    const work = async () => {
      const { waitMs } = this.facts;
      const rows = await patiently(() => this.run(statement, 'execute'), 'execute', { waitMs, signal });
      refuseRows(statement, rows, 'execute');
    };
    // Without settings a statement may itself be one that sets something, and that is to last.
    return this.queue.run(() => (settings ? this.withSettings(settings, work) : work()));
  }

  schemaToken(): Promise<string> {
    return this.queue.run(() => patiently(() => this.readSchemaToken('query'), 'query', this.facts));
  }

  fingerprint(): Promise<string> {
    const work = () => fingerprintOf(this.native, this.server);
    return this.queue.run(() => patiently(work, 'query', this.facts));
  }

  atomically(statements: readonly Statement[], options: AtomicOptions = {}): Promise<Committed> {
    return this.queue.run(() => this.withSettings(options.settings ?? {}, () => this.transact(statements, options)));
  }

  async lock(name: string, options: LockOptions = {}): Promise<Lock> {
    if (this.facts.access === 'read') {
      throw new SyncError({
        code: 'PERMISSION_DENIED',
        op: 'lock',
        message: 'a connection that only reads takes no lock',
        hint: 'Connect with access to write.',
      });
    }
    if (!this.native.open) throw closed(this.database, 'lock');
    const { signal: closing } = this.closing;
    const signal = options.signal ? AbortSignal.any([options.signal, closing]) : closing;
    const waitMs = options.waitMs ?? this.facts.waitMs;
    const owner = this.facts.lent ? this.native : this;
    const lock = await lockDatabase(this.database, owner, name, { waitMs, signal });
    this.locks.add(lock);
    return lock;
  }

  async isLocked(name: string): Promise<boolean> {
    if (!this.native.open) throw closed(this.database, 'lock');
    return isLocked(this.database, this.facts.lent ? this.native : this, name);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    // Whoever still waits for a lock must not get one that nobody would let go of.
    this.closing.abort(closed(this.database, 'lock'));
    await this.queue.run(async () => {
      // A lock that nobody released goes with the connection, as it does on a server.
      for (const lock of this.locks) await lock[Symbol.asyncDispose]();
      if (!this.facts.lent) this.native.close();
    });
  }

  private async withSettings<T>(settings: NonNullable<AtomicOptions['settings']>, work: () => Promise<T>): Promise<T> {
    if (!this.native.open) throw closed(this.database, 'execute');
    const before = restored.map((pragma) => [pragma, this.native.pragma(pragma, { simple: true })] as const);
    try {
      this.apply(settings);
      return await work();
    } finally {
      if (this.native.open) for (const [pragma, value] of before) this.native.pragma(`${pragma} = ${String(value)}`);
    }
  }

  private async transact(statements: readonly Statement[], options: AtomicOptions): Promise<Committed> {
    const { onStatement, schemaToken, signal } = options;
    const { waitMs } = this.facts;
    const usualTimeout = this.native.pragma('busy_timeout', { simple: true }) as number;
    await patiently(() => this.run({ text: 'BEGIN IMMEDIATE' }, 'execute'), 'execute', { waitMs, signal });
    try {
      // Within a transaction a statement cannot be tried again, so that SQLite itself has to wait for readers.
      this.native.pragma(`busy_timeout = ${waitMs}`);
      const before = this.readSchemaToken('execute');
      if (schemaToken !== undefined && schemaToken !== before) throw moved(this.database);
      for (const [index, statement] of statements.entries()) {
        // Signals and timers only reach a process that lets go of the thread.
        await setImmediate();
        throwIfAborted(signal, 'execute');
        onStatement?.(index);
        refuseRows(statement, this.run(statement, 'execute', index), 'execute', index);
      }
      this.native.pragma('busy_timeout = 0');
      const after = this.readSchemaToken('execute');
      await setImmediate();
      await patiently(() => this.run({ text: 'COMMIT' }, 'execute'), 'execute', { waitMs, signal });
      return { schema: { before, after } };
    } finally {
      if (this.native.open) {
        if (this.native.inTransaction) this.native.prepare('ROLLBACK').run();
        this.native.pragma(`busy_timeout = ${usualTimeout}`);
      }
    }
  }

  /** SQLite counts the changes of a schema in the file itself: https://sqlite.org/pragma.html#pragma_schema_version. */
  private readSchemaToken(op: string): string {
    const [row] = this.run({ text: 'PRAGMA schema_version' }, op);
    return String(row?.schema_version);
  }

  private apply(settings: NonNullable<AtomicOptions['settings']>): void {
    for (const [name, value] of Object.entries(settings)) {
      const known = Object.hasOwn(settingPragmas, name)
        ? settingPragmas[name as keyof typeof settingPragmas]
        : undefined;
      if (!known || (value !== 'on' && value !== 'off')) {
        throw new SyncError({
          code: 'PLAN_CORRUPT',
          op: 'execute',
          message: `the sqlite driver knows no setting ${name} = ${JSON.stringify(value)}`,
          hint: 'The plan was made by another driver, or by a newer one: make it again.',
        });
      }
      this.native.pragma(`${known.pragma} = ${value}`);
    }
  }

  private run({ text, params = [] }: Statement, op: string, index?: number): Record<string, unknown>[] {
    if (!this.native.open) throw closed(this.database, op);
    if (this.facts.confined) refuseLeaving(text, op);
    try {
      const prepared = this.native.prepare(text);
      const values = bindings(text, params);
      if (!prepared.reader) {
        prepared.run(...values);
        return [];
      }
      return (prepared.safeIntegers().all(...values) as Record<string, unknown>[]).map(fromNative);
    } catch (error) {
      const offset = offsetOf(error, text, this.native);
      throw toSyncError(error, {
        op,
        path: this.database,
        statement: text,
        ...(index !== undefined && { index }),
        ...(offset !== undefined && { offset }),
      });
    }
  }
}

function moved(path: string): SyncError {
  return new SyncError({
    code: 'BASE_MISMATCH',
    op: 'execute',
    message: `the schema of ${path} was changed by somebody else in the meantime`,
    hint: 'Plan again, for the database as it is now.',
  });
}

function closed(path: string, op: string): SyncError {
  return new SyncError({
    code: 'CONNECTION_LOST',
    op,
    message: `the connection to ${path} is closed`,
    hint: 'Open another one.',
  });
}

function refuseRows(statement: Statement, rows: readonly Record<string, unknown>[], op: string, index?: number): void {
  if (statement.check && rows.length > 0)
    throw checkFailure(statement, rows, op, { ...(index !== undefined && { index }) });
}

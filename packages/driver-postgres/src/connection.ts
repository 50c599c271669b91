import {
  type AtomicOptions,
  type Committed,
  type Connection,
  type ExecuteOptions,
  type Json,
  type Lock,
  type LockOptions,
  type Patience,
  type Server,
  type Statement,
  SyncError,
  throwIfAborted,
  type WrittenStatement,
} from '@sync/core';
import { serverSetting } from '@sync/dialect-postgres';
import { takeLock } from './lock.js';
import { observeStatement } from './observe.js';
import { Queue } from './queue.js';
import type { PostgresSession, SendOptions } from './session.js';
import type { Started } from './start-session.js';

type Settings = Readonly<Record<string, Json>>;

type Asked = { readonly [name in 'settings' | 'patient']?: ExecuteOptions[name] | undefined } & {
  /** A statement of a plan, which does what it would do for anybody; what only asks sees all rows or fails. */
  readonly asWritten?: boolean | undefined;
};

type Sending = { readonly [name in 'signal' | 'patient' | 'onProgress']?: ExecuteOptions[name] | undefined };

/** What a scratch database is besides a connection. */
export interface Makeshift {
  readonly onClosed: () => Promise<void>;
  readonly supply: () => Promise<boolean>;
  /** The database that is not there, where this one stands in for it. */
  readonly standsFor?: string;
}

/** A connection over one session of pg. */
export class PostgresConnection implements Connection {
  readonly server: Server;
  readonly database: string;
  readonly patience: Patience;
  readonly missing?: true;
  private readonly statementTimeoutMs: number | undefined;
  private readonly session: PostgresSession;
  private readonly queue = new Queue();
  /** The names of the locks that this session holds: the server would grant it the same one again. */
  private readonly held = new Set<string>();

  constructor(
    { session, server, database, options }: Started,
    private readonly access: 'read' | 'write',
    private readonly makeshift?: Makeshift,
  ) {
    this.session = session;
    this.server = server;
    this.database = makeshift?.standsFor ?? database;
    if (makeshift?.standsFor !== undefined) this.missing = true;
    this.patience = { lockTimeoutMs: options.lockTimeoutMs, lockRetries: options.lockRetries };
    this.statementTimeoutMs = options.statementTimeoutMs;
  }

  query<R = Record<string, unknown>>(statement: Statement, options: ExecuteOptions = {}): Promise<readonly R[]> {
    const work = () => this.session.send<R>(statement, { op: 'query', ...this.sending(options) });
    const { settings, patient, signal } = options;
    // A request to cancel hits whatever the server is at.
    const mayBeBeside = !settings && !patient && !signal && this.session.pipelines;
    return mayBeBeside ? this.queue.beside(work) : this.alone(options, work);
  }

  execute(statement: Statement, options: ExecuteOptions = {}): Promise<void> {
    return this.alone({ ...options, asWritten: true }, () =>
      this.session.sendChecked(statement, { op: 'execute', ...this.sending(options) }),
    );
  }

  atomically(statements: readonly Statement[], options: AtomicOptions = {}): Promise<Committed> {
    return this.queue.run(() => this.transact(statements, options));
  }

  async supply(): Promise<boolean> {
    return (await this.makeshift?.supply()) ?? false;
  }

  observe(statement: WrittenStatement, signal?: AbortSignal): ReturnType<typeof observeStatement> {
    return this.queue.run(() => observeStatement(this.session, statement, signal));
  }

  async lock(name: string, options: LockOptions = {}): Promise<Lock> {
    if (this.access === 'read') {
      throw new SyncError({
        code: 'PERMISSION_DENIED',
        op: 'lock',
        message: 'a connection that only reads takes no lock',
        hint: 'Connect with access to write.',
      });
    }
    return takeLock({ session: this.session, run: (task) => this.queue.run(task), held: this.held }, name, options);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    // The server lets go of the locks of a session when it ends.
    await this.queue.run(() => this.session.close());
    await this.makeshift?.onClosed();
  }

  /** Without settings a statement may itself be one that sets something, and that is to last. */
  private alone<T>({ settings, patient, asWritten }: Asked, work: () => Promise<T>): Promise<T> {
    return this.queue.run(() =>
      settings || patient ? this.withSettings(this.settingsFor({ settings, patient, asWritten }), work) : work(),
    );
  }

  private sending({ signal, patient, onProgress }: Sending): Omit<SendOptions, 'op'> {
    const { lockTimeoutMs } = this.patience;
    // Early enough to have looked when the server gives up.
    const holderAfterMs = patient && lockTimeoutMs > 0 ? lockTimeoutMs / 3 : undefined;
    if (holderAfterMs === undefined && !onProgress) return { signal };
    return {
      signal,
      watch: { ...(holderAfterMs !== undefined && { holderAfterMs }), ...(onProgress && { onProgress }) },
    };
  }

  /** What a step asks for comes before what holds for the whole run. */
  private settingsFor({ settings = {}, patient, asWritten }: Asked): readonly (readonly [string, string])[] {
    const { statementTimeoutMs } = this;
    const ofRun = new Map([
      ['lock_timeout', String(this.patience.lockTimeoutMs)],
      ...(statementTimeoutMs === undefined ? [] : [['statement_timeout', String(statementTimeoutMs)] as const]),
      ...(asWritten ? [['row_security', 'on'] as const] : []),
    ]);
    return [...new Map([...(patient ? ofRun : []), ...serverSettings(settings)])];
  }

  private async transact(statements: readonly Statement[], options: AtomicOptions): Promise<Committed> {
    const op = 'execute';
    const { settings, patient, onStatement, signal } = options;
    throwIfAborted(signal, op);
    await this.session.send({ text: 'BEGIN' }, { op });
    let open = true;
    try {
      for (const [name, value] of this.settingsFor({ settings, patient, asWritten: true }))
        await this.set(name, value, true);
      for (const [index, statement] of statements.entries()) {
        throwIfAborted(signal, op);
        onStatement?.(index);
        await this.session.sendChecked(statement, { op, index, ...this.sending({ signal, patient }) });
      }
      throwIfAborted(signal, op);
      // Not cancelled any more: whether it was in time would be anybody's guess.
      open = false;
      await this.session.send({ text: 'COMMIT' }, { op });
      // The server keeps nothing that changes whenever the schema does.
      return {};
    } finally {
      if (open && !this.session.gone.aborted) await this.session.send({ text: 'ROLLBACK' }, { op }).catch(() => {});
    }
  }

  private async withSettings<T>(wanted: readonly (readonly [string, string])[], work: () => Promise<T>): Promise<T> {
    const before: (readonly [string, string])[] = [];
    try {
      for (const [name, value] of wanted) {
        before.push([name, await this.read(name)]);
        await this.set(name, value, false);
      }
      return await work();
    } finally {
      if (!this.session.gone.aborted) for (const [name, value] of before) await this.set(name, value, false);
    }
  }

  private async read(name: string): Promise<string> {
    const text = 'SELECT pg_catalog.current_setting($1) AS value';
    const [row] = await this.session.send<{ readonly value: string }>({ text, params: [name] }, { op: 'execute' });
    return row?.value ?? '';
  }

  private async set(name: string, value: string, local: boolean): Promise<void> {
    const text = 'SELECT pg_catalog.set_config($1, $2, $3)';
    await this.session.send({ text, params: [name, value, local] }, { op: 'execute' });
  }
}

function serverSettings(settings: Settings): readonly (readonly [string, string])[] {
  return Object.entries(settings).map(([name, value]) => {
    const known = serverSetting(name);
    if (known !== undefined && (typeof value === 'string' || typeof value === 'number')) return [known, String(value)];
    throw new SyncError({
      code: 'PLAN_CORRUPT',
      op: 'execute',
      message: `the postgres driver knows no setting ${name} = ${JSON.stringify(value)}`,
      hint: 'The plan was made by another driver, or by a newer one: make it again.',
    });
  });
}

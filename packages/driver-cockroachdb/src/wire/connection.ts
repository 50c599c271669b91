import {
  type Connection,
  type ExecuteOptions,
  isSyncError,
  type Lock,
  type LockOptions,
  type Server,
  type Statement,
  tokenizeMeaning,
} from '@sync/core';
import { onlyReads, type PostgresOptions, type PostgresSession, Queue } from '@sync/wire-postgres';
import { cockroachLexis } from '../text/lexis.js';
import { awaitJobs, momentOf } from './jobs.js';
import { Leases } from './leases.js';
import { retried } from './retry.js';
import { type Started, startSession } from './start-session.js';

/** What a scratch database is besides a connection. */
export interface Makeshift {
  readonly onClosed: () => Promise<void>;
  /** The database that is not there, where this one stands in for it. */
  readonly standsFor?: string;
}

/** A connection over one session, and a second one that holds its leases. Each schema change commits by itself, and is over when its jobs are. */
export class CockroachConnection implements Connection {
  readonly server: Server;
  readonly database: string;
  readonly role: string;
  readonly missing?: true;
  private readonly session: PostgresSession;
  private readonly leases: Leases;
  private readonly queue = new Queue();
  private beside: Promise<PostgresSession> | undefined;

  constructor(
    { session, server, database, role, options }: Started,
    private readonly access: 'read' | 'write',
    private readonly makeshift?: Makeshift,
  ) {
    this.session = session;
    this.server = server;
    this.role = role;
    this.database = makeshift?.standsFor ?? database;
    if (makeshift?.standsFor !== undefined) this.missing = true;
    this.leases = new Leases({
      gone: session.gone,
      session: () => {
        this.beside ??= openBeside(options, session);
        return this.beside;
      },
      user: role,
      lengthMs: options.leaseMs,
    });
  }

  query<R = Record<string, unknown>>(statement: Statement, { signal }: ExecuteOptions = {}): Promise<readonly R[]> {
    const work = () => this.session.send<R>(statement, { op: 'query', signal });
    return this.queue.run(() => retried(work, signal));
  }

  execute(statement: Statement, { signal }: ExecuteOptions = {}): Promise<void> {
    return this.queue.run(async () => {
      if (this.access === 'write') await this.leases.fence();
      const since = changesSchema(statement) ? await momentOf(this.session) : undefined;
      // A statement by itself is a transaction by itself: what is to be tried again left nothing.
      await retried(() => this.session.sendChecked(statement, { op: 'execute', signal }), signal);
      if (since !== undefined) await awaitJobs(this.session, since, signal);
    });
  }

  async lock(name: string, options: LockOptions = {}): Promise<Lock> {
    if (this.access === 'read') throw onlyReads();
    return this.leases.take(name, options);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.leases.end();
    const beside = await this.beside?.catch(() => undefined);
    if (beside !== this.session) await beside?.close();
    await this.queue.run(() => this.session.close());
    await this.makeshift?.onClosed();
  }
}

/** A second session for the leases; where there is no room for one, the first holds them, and renews them between its statements alone. */
async function openBeside(options: PostgresOptions, first: PostgresSession): Promise<PostgresSession> {
  try {
    return (await startSession(options, 'write', undefined, { spare: true })).session;
  } catch (error) {
    if (isSyncError(error) && error.details?.full === true) return first;
    throw error;
  }
}

const changing: ReadonlySet<string> = new Set(['CREATE', 'ALTER', 'DROP', 'TRUNCATE']);

function changesSchema({ text }: Statement): boolean {
  return changing.has(tokenizeMeaning(text.slice(0, 200), cockroachLexis)[0]?.text.toUpperCase() ?? '');
}

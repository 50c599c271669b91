import { checkFailure, type Statement, type SyncError, throwIfAborted } from '@sync/core';
import type pg from 'pg';
import { requestCancel } from './connect/cancel.js';
import { leave } from './connect/leave.js';
import type { Opened } from './connect/opened.js';
import { closed, toSyncError, unheard } from './errors.js';
import { Hearing, type Whereabouts } from './hearing.js';
import { labelOf } from './options.js';
import { toNative } from './values.js';
import { Watch, type WatchOptions } from './watch.js';

/** What a statement is sent with. */
export interface SendOptions {
  readonly op: string;
  readonly index?: number;
  readonly signal?: AbortSignal | undefined;
  /** What to look for from a second session while it takes long. */
  readonly watch?: WatchOptions | undefined;
}

/** One session on a server: sends statements one at a time, cancels them there, and knows when it has ended. */
export class PostgresSession {
  readonly label: string;
  private readonly native: pg.Client;
  private readonly ended = new AbortController();
  private loss: SyncError | undefined;

  constructor(
    private readonly opened: Opened,
    private whereabouts: Whereabouts,
  ) {
    const native = opened.client;
    this.native = native;
    this.label = labelOf(opened.options);
    const end = (reason?: unknown) => this.ended.abort(this.loss ?? closed(this.label, 'session', reason));
    native.on('error', end);
    native.on('end', () => end());
  }

  /** The server's number for this session. */
  get pid(): number {
    return this.whereabouts.pid;
  }

  /** Tells which session of the server serves it from now on; behind a pooler that changes. */
  isAt(pid: number): void {
    this.whereabouts = { ...this.whereabouts, pid };
  }

  /** Whether a statement may be sent before the one ahead of it was answered. The server takes them in their order. */
  get pipelines(): boolean {
    return this.opened.socket !== undefined;
  }

  /** Aborted once the session has ended, whoever ended it. */
  get gone(): AbortSignal {
    return this.ended.signal;
  }

  /** Sends a statement and resolves to its rows. An aborted signal cancels it on the server. */
  async send<R>({ text, params }: Statement, { op, index, signal, watch }: SendOptions): Promise<readonly R[]> {
    throwIfAborted(signal, op);
    if (this.gone.aborted) throw closed(this.label, op, this.gone.reason);
    let cancelling: Promise<void> | undefined;
    const cancel = () => {
      // Where no second connection is to be had, cancelling takes effect when the statement ends.
      cancelling = requestCancel(this.opened).catch(() => {});
    };
    signal?.addEventListener('abort', cancel, { once: true });
    const watching = this.watch(watch);
    try {
      const result = await this.native.query<R & pg.QueryResultRow>(text, params?.map(toNative));
      return result.rows ?? [];
    } catch (error) {
      // What was cancelled fails as the server words it; whoever cancelled it wants to hear that it was.
      if (!this.gone.aborted) throwIfAborted(signal, op);
      if (!this.gone.aborted) await watching?.finish();
      const holder = watching?.holder;
      throw toSyncError(this.loss ?? error, {
        op,
        label: this.label,
        statement: text,
        ...(index !== undefined && { index }),
        ...(holder !== undefined && { holder }),
      });
    } finally {
      watching?.stop();
      signal?.removeEventListener('abort', cancel);
      // A request that is under way must not hit the statement after this one.
      await cancelling;
    }
  }

  private watch(options: WatchOptions = {}): Watch | undefined {
    const { socket, options: connection } = this.opened;
    // What runs in this process has no second session to look from.
    if (!socket) return undefined;
    const { whereabouts: session } = this;
    const hearing = new Hearing(socket, session, connection.silenceTimeoutMs);
    const onLost = (why: string) => {
      this.loss = unheard(this.label, why);
      socket.destroy();
    };
    return new Watch({ ...options, session, connection, hearing, onLost });
  }

  /** Sends a check: a statement that must find nothing. */
  async sendChecked(statement: Statement, options: SendOptions): Promise<void> {
    const rows = await this.send<Record<string, unknown>>(statement, options);
    if (statement.check && rows.length > 0) {
      throw checkFailure(statement, rows, options.op, {
        ...(options.index !== undefined && { index: options.index }),
      });
    }
  }

  async close(): Promise<void> {
    await leave(this.opened);
    this.ended.abort(closed(this.label, 'session'));
  }
}

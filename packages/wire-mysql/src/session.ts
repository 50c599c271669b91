import { checkFailure, type Json, type Statement, type SyncError, throwIfAborted } from '@sync/core';
import { quoteText } from '@sync/dialect-mysql';
import type { Connection } from 'mysql2';
import { closed, silenced, toSyncError } from './errors.js';
import { openClient } from './open.js';
import { labelOf, type MysqlOptions, usualWaitMs } from './options.js';
import { watchSilence } from './watch-silence.js';

/** What a statement is sent with. */
export interface SendOptions {
  readonly op: string;
  readonly signal?: AbortSignal | undefined;
}

/** What tells a server from every other one, and how it is asked for that, as SQL. */
export interface ServerIdentity {
  readonly asked: string;
  readonly is: string;
}

/** How long a goodbye may take. */
const goodbyeMs = 3000;

/** One session on a server: sends statements one at a time, cancels them there, and knows when it has ended. */
export class MysqlSession {
  readonly label: string;
  /** The server that it is on. Until that is known nothing is cancelled by the number of the session. */
  server: ServerIdentity | undefined;
  /** How long its statements wait for whoever uses a table, as it was told; sessions beside it wait as long. */
  lockWaitSeconds = usualWaitMs / 1000;
  private readonly ended = new AbortController();

  constructor(
    private readonly native: Connection,
    readonly options: MysqlOptions,
  ) {
    this.label = labelOf(options);
    const end = (reason?: unknown) => this.ended.abort(closed(this.label, 'session', reason));
    native.on('error', end);
    native.on('end', () => end());
  }

  /** The server's number for this session. */
  get id(): number {
    return this.native.threadId;
  }

  /** Aborted once the session has ended, whoever ended it. */
  get gone(): AbortSignal {
    return this.ended.signal;
  }

  /** Sends a statement and resolves to its rows. An aborted signal cancels it on the server. */
  async send<R>(statement: Statement, { op, signal }: SendOptions): Promise<readonly R[]> {
    throwIfAborted(signal, op);
    if (this.gone.aborted) throw closed(this.label, op, this.gone.reason);
    let cancelling: Promise<void> | undefined;
    const cancel = () => {
      // Where no second session is to be had, cancelling takes effect when the statement ends.
      cancelling = this.requestCancel().catch(() => {});
    };
    signal?.addEventListener('abort', cancel, { once: true });
    try {
      return await this.ask<R>(statement);
    } catch (error) {
      throw this.meaningOf(error, statement, { op, signal });
    } finally {
      signal?.removeEventListener('abort', cancel);
      // A request that is under way must not hit the statement after this one.
      await cancelling;
    }
  }

  /** Sends a statement that may be a check, which must find nothing. */
  async sendChecked(statement: Statement, options: SendOptions): Promise<void> {
    const rows = await this.send<Record<string, unknown>>(statement, options);
    if (statement.check && rows.length > 0) throw checkFailure(statement, rows, options.op, {});
  }

  async close(): Promise<void> {
    if (!this.gone.aborted) {
      const over = new Promise<void>((settle) => this.native.end(() => settle()));
      const timer = setTimeout(() => this.native.destroy(), goodbyeMs);
      await Promise.race([over, new Promise<void>((settle) => this.gone.addEventListener('abort', () => settle()))]);
      clearTimeout(timer);
    }
    this.native.destroy();
    this.ended.abort(closed(this.label, 'session'));
  }

  private ask<R>({ text, params }: Statement): Promise<readonly R[]> {
    return new Promise((settle, fail) => {
      const { stream } = this.native as unknown as { readonly stream: { readonly bytesRead: number } };
      const stopWatching = watchSilence({
        options: this.options,
        received: () => stream.bytesRead,
        lose: (reason) => {
          const lost = closed(this.label, 'session', new Error(reason));
          this.ended.abort(lost);
          this.native.destroy();
          fail(silenced(this.label, reason));
        },
      });
      const done = (error: unknown, rows: unknown) => {
        stopWatching();
        if (error) fail(error);
        else settle(Array.isArray(rows) ? (rows as readonly R[]) : []);
      };
      // What has no parameters may be a statement that the server does not prepare.
      if (params && params.length > 0) this.native.execute(text, params.map(toNative), done);
      else this.native.query(text, done);
    });
  }

  private meaningOf(error: unknown, { text }: Statement, { op, signal }: SendOptions): SyncError {
    // What was cancelled fails as the server words it; whoever cancelled it wants to hear that it was.
    if (!this.gone.aborted) throwIfAborted(signal, op);
    return toSyncError(error, { op, label: this.label, statement: text, database: this.options.database });
  }

  private async requestCancel(): Promise<void> {
    if (this.server === undefined) return;
    const second = await openClient(this.options, undefined, { database: undefined, spare: true });
    // The same address may lead to another server by now, where the number is that of somebody else's session; no session has the number 0.
    const target = `IF(${this.server.asked} = ${quoteText(this.server.is)}, ${this.id}, 0)`;
    await new Promise<void>((settle) => second.query(`KILL QUERY ${target}`, () => settle()));
    second.destroy();
  }
}

/** Lists and objects are stored as JSON text, and truths as numbers. */
function toNative(value: Json): string | number | null {
  if (typeof value === 'boolean') return Number(value);
  return typeof value === 'object' && value !== null ? JSON.stringify(value) : value;
}

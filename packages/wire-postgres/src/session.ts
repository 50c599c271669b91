import { setTimeout } from 'node:timers/promises';
import { checkFailure, type Statement, type SyncError, throwIfAborted } from '@sync/core';
import { intoSchema } from '@sync/dialect-postgres';
import type pg from 'pg';
import { requestCancel } from './connect/cancel.js';
import { leave } from './connect/leave.js';
import type { Opened } from './connect/opened.js';
import { closed, toSyncError, unheard } from './errors.js';
import { Hearing, type Whereabouts } from './hearing.js';
import { labelOf } from './options.js';
import { toNative } from './values.js';
import { openLookout, Watch, type WatchOptions } from './watch.js';

/** What a statement is sent with. */
export interface SendOptions {
  readonly op: string;
  readonly index?: number;
  readonly signal?: AbortSignal | undefined;
  /** What to look for from a second session while it takes long. */
  readonly watch?: WatchOptions | undefined;
}

/** How long a statement has to end before the server is asked again. */
const cancelEveryMs = 25;

/** One session on a server: sends statements one at a time, cancels them there, and knows when it has ended. */
export class PostgresSession {
  readonly label: string;
  private readonly native: pg.Client;
  private readonly ended = new AbortController();
  private loss: SyncError | undefined;
  private lookout: Opened | undefined;

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

  /** Does some work with a second session at hand to look from: one that has to be opened first may come too late to see who holds a lock. */
  async withLookout<T>(work: () => Promise<T>): Promise<T> {
    // What cannot be looked at is not told.
    const lookout = await openLookout(this.opened.options).catch(() => undefined);
    this.lookout = lookout;
    try {
      return await work();
    } finally {
      this.lookout = undefined;
      if (lookout) await leave(lookout);
    }
  }

  /** Sends a statement and resolves to its rows. An aborted signal cancels it on the server. */
  async send<R>(statement: Statement, options: SendOptions): Promise<readonly R[]> {
    return this.attend(options, async (watching) => {
      try {
        return await this.ask<R>(statement);
      } catch (error) {
        throw await this.meaningOf(error, statement, { ...options, watching });
      }
    });
  }

  /**
   * Sends statements right behind one another and resolves to what each of them failed with: small ones take less time than waiting for their answers does.
   * Each is announced once the one ahead of it was answered, up to the first that fails.
   */
  async sendTogether(
    statements: readonly Statement[],
    { index: first = 0, ...options }: SendOptions,
    onNext?: (index: number) => void,
  ): Promise<readonly (SyncError | undefined)[]> {
    return this.attend(options, async (watching) => {
      const answers = statements.map((statement) =>
        this.ask(statement).then(
          () => undefined,
          (error: unknown) => ({ error }),
        ),
      );
      const failures: (SyncError | undefined)[] = [];
      let hasFailed = false;
      try {
        for (const [i, statement] of statements.entries()) {
          if (!hasFailed) onNext?.(first + i);
          const refused = await answers[i];
          hasFailed ||= refused !== undefined;
          const origin = { ...options, index: first + i, watching };
          failures.push(refused && (await this.meaningOf(refused.error, statement, origin)));
        }
      } finally {
        await Promise.all(answers);
      }
      return failures;
    });
  }

  private async ask<R>({ text, params }: Statement): Promise<readonly R[]> {
    const { schema } = this.opened.options;
    const placed = schema === undefined ? text : intoSchema(text, schema);
    const result = await this.native.query<R & pg.QueryResultRow>(placed, params?.map(toNative));
    return result.rows ?? [];
  }

  /** Cancels on the server and watches from beside for as long as something takes. */
  private async attend<T>(
    { op, signal, watch }: SendOptions,
    work: (watching: Watch | undefined) => Promise<T>,
  ): Promise<T> {
    throwIfAborted(signal, op);
    if (this.gone.aborted) throw closed(this.label, op, this.gone.reason);
    let cancelling: Promise<void> | undefined;
    let isOver = false;
    // A request ends the statement that runs, and the server goes on with the next of those that it was sent.
    const cancelAll = async () => {
      while (!isOver && !this.gone.aborted) {
        // Where no second connection is to be had, cancelling takes effect when the statement ends.
        await requestCancel(this.opened).catch(() => {});
        await setTimeout(cancelEveryMs);
      }
    };
    const cancel = () => {
      cancelling = cancelAll();
    };
    signal?.addEventListener('abort', cancel, { once: true });
    const watching = this.watch(watch);
    try {
      return await work(watching);
    } finally {
      isOver = true;
      watching?.stop();
      signal?.removeEventListener('abort', cancel);
      // A request that is under way must not hit the statement after this one.
      await cancelling;
    }
  }

  private async meaningOf(
    error: unknown,
    { text }: Statement,
    { op, index, signal, watching }: Omit<SendOptions, 'watch'> & { readonly watching: Watch | undefined },
  ): Promise<SyncError> {
    // What was cancelled fails as the server words it; whoever cancelled it wants to hear that it was.
    if (!this.gone.aborted) throwIfAborted(signal, op);
    if (!this.gone.aborted) await watching?.finish();
    const holder = watching?.holder;
    return toSyncError(this.loss ?? error, {
      op,
      label: this.label,
      engine: this.opened.options.engine,
      statement: text,
      ...(index !== undefined && { index }),
      ...(holder !== undefined && { holder }),
    });
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
    return new Watch({ ...options, session, connection, hearing, lookout: this.lookout, onLost });
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

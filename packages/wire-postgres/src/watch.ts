import { setTimeout as pause } from 'node:timers/promises';
import type { StatementProgress } from '@sync/core';
import type pg from 'pg';
import { leave, within } from './connect/leave.js';
import type { Opened } from './connect/opened.js';
import { isFull, isSilence } from './errors.js';
import type { Hearing, Whereabouts } from './hearing.js';
import { openClient } from './open.js';
import type { PostgresOptions } from './options.js';

/** What is looked for while a statement takes long. */
export interface WatchOptions {
  /** Who keeps it waiting, looked for after so long: before it gives up. */
  readonly holderAfterMs?: number;
  readonly onProgress?: (progress: StatementProgress) => void;
}

const progressAfterMs = 1000;
const pauseMs = 500;

/** What a watch is kept over. */
export interface Watched extends WatchOptions {
  readonly session: Whereabouts;
  readonly connection: PostgresOptions;
  readonly hearing: Hearing;
  /** A second session that is open already, and stays so. */
  readonly lookout?: Opened | undefined;
  /** Called where the answer will never come. */
  readonly onLost: (why: string) => void;
}

/** Looks at one session from a second one for as long as a statement of it takes; most are done before it has even begun to. */
export class Watch {
  /** Who kept the statement waiting when that was last looked at. */
  holder: string | undefined;
  /** Until the first look a timer is all that there is: a run has a watch for each of its statements. */
  private readonly first: NodeJS.Timeout;
  private done: AbortController | undefined;
  private end: Promise<void> | undefined;
  private second: Opened | undefined;
  private askedAt = performance.now();

  constructor(private readonly watched: Watched) {
    const { hearing, holderAfterMs, onProgress, lookout } = watched;
    // Who can look at once has the whole wait for it.
    const firstMs = [
      lookout && holderAfterMs ? 0 : holderAfterMs,
      onProgress && progressAfterMs,
      hearing.pauseMs,
    ].filter((ms) => ms !== undefined);
    this.first = setTimeout(() => this.begin(), Math.min(...firstMs));
  }

  /** Ends watching; a look that is under way is not waited for. */
  stop(): void {
    clearTimeout(this.first);
    this.done?.abort();
  }

  /** The same, and waits for a look that is under way: what it finds is wanted. */
  async finish(): Promise<void> {
    this.stop();
    if (this.end) await Promise.race([this.end, pause(pauseMs, undefined, { ref: false })]);
  }

  private begin(): void {
    this.done = new AbortController();
    // What cannot be looked at is not told.
    this.end = this.look(this.done.signal).catch(() => undefined);
  }

  private async look(signal: AbortSignal): Promise<void> {
    const { hearing, holderAfterMs, onProgress, lookout } = this.watched;
    const usual = holderAfterMs !== undefined || onProgress ? Math.min(pauseMs, hearing.pauseMs) : hearing.pauseMs;
    const often = lookout ? Math.min(usual, holderAfterMs ?? usual) : usual;
    try {
      while (!signal.aborted) {
        await this.lookOnce(signal);
        await pause(this.second ? often : hearing.pauseMs, undefined, { signal }).catch(() => undefined);
      }
    } finally {
      await this.letGo();
    }
  }

  private async letGo(): Promise<void> {
    const { second } = this;
    this.second = undefined;
    if (second && second !== this.watched.lookout) await leave(second);
  }

  private async lookOnce(signal: AbortSignal): Promise<void> {
    const { hearing, onLost } = this.watched;
    let why: string | undefined;
    try {
      const second = await this.enter();
      why = await within(hearing.pauseMs, second, () => this.lookWith(second.client, signal));
    } catch (error) {
      await this.letGo();
      if (isSilence(error)) why = hearing.silent();
      else if (!isFull(error)) hearing.heard();
    }
    if (why !== undefined && !signal.aborted) onLost(why);
  }

  private async enter(): Promise<Opened> {
    const { connection, hearing, lookout } = this.watched;
    if (lookout && isOpen(lookout)) this.second = lookout;
    if (!this.second) {
      const connectTimeoutMs = Math.min(connection.connectTimeoutMs || hearing.pauseMs, hearing.pauseMs);
      this.second = await openClient({ ...connection, connectTimeoutMs }, undefined, { spare: true });
      hearing.heard();
    }
    return this.second;
  }

  /** Why there is nothing to wait for any more, where that is so. */
  private async lookWith(client: pg.Client, signal: AbortSignal): Promise<string | undefined> {
    await this.lookForOthers(client, signal);
    const now = performance.now();
    if (now - this.askedAt < this.watched.hearing.pauseMs) return undefined;
    this.askedAt = now;
    return this.watched.hearing.ask(client);
  }

  private async lookForOthers(client: pg.Client, signal: AbortSignal): Promise<void> {
    const { session, holderAfterMs, onProgress } = this.watched;
    if (holderAfterMs !== undefined) {
      this.holder = (await holdersOf(session.pid, client)) ?? this.holder;
    }
    if (!onProgress) return;
    const { rows } = await client.query<StatementProgress>(progressText, [session.pid]);
    const [row] = rows;
    if (!row || signal.aborted) return;
    const { phase, done, total } = row;
    onProgress({ ...(phase !== undefined && { phase }), done, ...(total && { total }), noun: 'block' });
  }
}

/** Opens a second session, and asks it once what it will be asked in haste: the first time takes it longest. */
export async function openLookout(connection: PostgresOptions): Promise<Opened> {
  const lookout = await openClient(connection, undefined, { spare: true });
  try {
    await holdersOf(0, lookout.client);
    return lookout;
  } catch (error) {
    await leave(lookout);
    throw error;
  }
}

async function holdersOf(pid: number, client: pg.Client): Promise<string | undefined> {
  const { rows } = await client.query<{ readonly holder: string }>(holdersText, [pid]);
  return rows.length > 0 ? rows.map(({ holder }) => holder).join('; ') : undefined;
}

function isOpen({ socket }: Opened): boolean {
  return socket !== undefined && !socket.destroyed;
}

/** Whom a session waits for. Their statements may hold values of rows, and are not shown. */
const holdersText = `
SELECT pg_catalog.format(
  '%s held by session %s (%s of %s), %s since %s',
  coalesce((
    SELECT coalesce(l.relation::pg_catalog.regclass::text, l.locktype)
    FROM pg_catalog.pg_locks l
    WHERE l.pid = $1 AND NOT l.granted
    LIMIT 1
  ), 'it'),
  a.pid,
  coalesce(nullif(a.application_name, ''), a.backend_type),
  coalesce(a.usename, 'the server'),
  coalesce(a.state, 'at work'),
  pg_catalog.to_char(coalesce(a.xact_start, a.backend_start) AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')
) AS holder
FROM pg_catalog.unnest(pg_catalog.pg_blocking_pids($1)) AS b (pid)
JOIN pg_catalog.pg_stat_activity a ON a.pid = b.pid
ORDER BY a.xact_start
LIMIT 3`.trim();

/** https://www.postgresql.org/docs/current/progress-reporting.html#CREATE-INDEX-PROGRESS-REPORTING */
const progressText = `
SELECT phase, blocks_done AS done, nullif(blocks_total, 0) AS total
FROM pg_catalog.pg_stat_progress_create_index
WHERE pid = $1`.trim();

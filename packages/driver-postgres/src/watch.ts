import { setTimeout } from 'node:timers/promises';
import type { StatementProgress } from '@sync/core';
import type pg from 'pg';
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

/** Looks at one session from a second one for as long as a statement of it takes; most are done before it has even begun to. */
export class Watch {
  /** Who kept the statement waiting when that was last looked at. */
  holder: string | undefined;
  private readonly done = new AbortController();
  private readonly end: Promise<void>;

  constructor(
    private readonly connection: PostgresOptions,
    private readonly pid: number,
    private readonly options: WatchOptions,
  ) {
    // What cannot be looked at is not told.
    this.end = this.look().catch(() => undefined);
  }

  /** Ends watching; a look that is under way is not waited for. */
  stop(): void {
    this.done.abort();
  }

  /** The same, and waits for a look that is under way: what it finds is wanted. */
  async finish(): Promise<void> {
    this.stop();
    await Promise.race([this.end, setTimeout(pauseMs, undefined, { ref: false })]);
  }

  private async look(): Promise<void> {
    const { holderAfterMs = progressAfterMs } = this.options;
    const { signal } = this.done;
    await setTimeout(Math.min(holderAfterMs, progressAfterMs), undefined, { signal });
    const { client } = await openClient(this.connection);
    try {
      while (!signal.aborted) {
        await this.lookOnce(client);
        await setTimeout(pauseMs, undefined, { signal }).catch(() => undefined);
      }
    } finally {
      await client.end().catch(() => undefined);
    }
  }

  private async lookOnce(client: pg.Client): Promise<void> {
    if (this.options.holderAfterMs !== undefined) {
      const { rows } = await client.query<{ readonly holder: string }>(holdersText, [this.pid]);
      if (rows.length > 0) this.holder = rows.map(({ holder }) => holder).join('; ');
    }
    const { onProgress } = this.options;
    if (!onProgress) return;
    const { rows } = await client.query<StatementProgress>(progressText, [this.pid]);
    const [row] = rows;
    if (!row || this.done.signal.aborted) return;
    const { phase, done, total } = row;
    onProgress({ ...(phase !== undefined && { phase }), done, ...(total && { total }), noun: 'block' });
  }
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

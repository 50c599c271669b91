import type { Socket } from 'node:net';
import type pg from 'pg';

/** Which session of which server it is: behind one address there may be several, and one that was started anew. */
export interface Whereabouts {
  readonly pid: number;
  readonly began: string;
  /** Whether it serves others, too, between two transactions. */
  readonly shared?: boolean;
}

/** When the server was started, which hardly two servers have in common. */
export const serverBegan = 'EXTRACT(epoch FROM pg_catalog.pg_postmaster_start_time())::text';

/** What a second session sees of the first. */
interface Activity {
  readonly began: string;
  readonly pid: number | null;
  readonly state: string | null;
  readonly since: string | null;
}

/** How often the server is asked in the time that it may be silent. */
const looks = 3;

/** Tells a server that is at work for hours from one that cannot be heard any more. */
export class Hearing {
  private heardAt = performance.now();
  private received: number;
  /** Since when the session has been done with what is waited for, when it was looked at last. */
  private doneSince: string | undefined;

  constructor(
    private readonly socket: Socket,
    private readonly session: Whereabouts,
    private readonly silenceMs: number,
  ) {
    this.received = socket.bytesRead;
  }

  /** How long to wait between two looks, and for an answer to one. */
  get pauseMs(): number {
    return Math.ceil(this.silenceMs / looks);
  }

  /** The server said something, whatever it was. */
  heard(): void {
    this.heardAt = performance.now();
  }

  /** Why there is nothing left to wait for, where the server was not heard. */
  silent(): string | undefined {
    this.listen();
    const silentFor = performance.now() - this.heardAt;
    if (silentFor < this.silenceMs) return undefined;
    return `nothing has been heard of the server for ${Math.round(silentFor / 1000)} seconds`;
  }

  /** Why there is nothing left to wait for, where a second session was let in. */
  async ask(client: pg.Client): Promise<string | undefined> {
    const { rows } = await client.query<Activity>(activityText, [this.session.pid]);
    const [activity] = rows;
    this.heard();
    const isFresh = this.listen();
    // Another server answers behind the same address: what it says is about itself.
    if (!activity || activity.began !== this.session.began) return undefined;
    if (activity.pid === null) return 'the session is gone from the server, which was never heard to end it';
    const doneSince = activity.state?.startsWith('idle') ? (activity.since ?? undefined) : undefined;
    const isLost = !isFresh && doneSince !== undefined && doneSince === this.doneSince;
    this.doneSince = doneSince;
    if (!isLost) return undefined;
    // Nobody is left who could end its transaction. One that a pooler lends out may be at somebody else's by now.
    if (!this.session.shared) await client.query('SELECT pg_catalog.pg_terminate_backend($1)', [this.session.pid]);
    return 'the server is done with the statement, and its answer was lost on the way';
  }

  /** Whether anything has come since the last time. */
  private listen(): boolean {
    const { bytesRead } = this.socket;
    const isFresh = bytesRead !== this.received;
    this.received = bytesRead;
    if (isFresh) this.heard();
    return isFresh;
  }
}

const activityText = `
SELECT ${serverBegan} AS began, a.pid, a.state, EXTRACT(epoch FROM a.state_change)::text AS since
FROM (VALUES ($1::int)) AS asked (pid)
LEFT JOIN pg_catalog.pg_stat_activity a ON a.pid = asked.pid`.trim();

/** Has the server notice within two minutes that nobody is there any more. By itself it takes hours, ends what it is at first, and keeps its locks until then. */
export async function haveItListen(client: pg.Client): Promise<void> {
  await client.query(network.map(([name, usual, value]) => setUnlessSet(name, usual, value)).join(';\n'));
  // Some systems cannot, and refuse it.
  await client.query(setUnlessSet('client_connection_check_interval', '0', '10s')).catch(() => undefined);
}

/** What the system's own values are, and ours. */
const network = [
  ['tcp_keepalives_idle', '7200', '60'],
  ['tcp_keepalives_interval', '75', '10'],
  ['tcp_keepalives_count', '9', '6'],
] as const;

/** What the server was told to do, has not got, or has no network for stays as it is. */
function setUnlessSet(name: string, usual: string, value: string): string {
  const current = `pg_catalog.current_setting('${name}', true)`;
  return `SELECT pg_catalog.set_config('${name}', '${value}', false) WHERE ${current} = '${usual}'`;
}

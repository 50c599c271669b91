import type { Socket } from 'node:net';
import type { ConnectionOptions } from 'node:tls';
import type pg from 'pg';
import type { PostgresOptions } from '../options.js';

/** A session, and what it was opened with: the one place out of several that it is at. */
export interface Opened {
  readonly client: pg.Client;
  readonly options: PostgresOptions;
  readonly ssl: false | ConnectionOptions;
  /** What it is spoken over; none where the server is in this process. */
  readonly socket?: Socket;
}

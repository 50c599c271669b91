import { type Server, SyncError } from '@sync/core';
import { parseVersion, postgresFeatures } from '@sync/dialect-postgres';
import type pg from 'pg';
import { keyNumber } from './connect/cancel.js';
import { leave, within } from './connect/leave.js';
import type { Opened } from './connect/opened.js';
import { toSyncError } from './errors.js';
import { haveItListen, serverBegan, type Whereabouts } from './hearing.js';
import { openClient } from './open.js';
import { labelOf, type PostgresOptions } from './options.js';
import { PostgresSession } from './session.js';

/** A session that is ready to work, and what is at its other end. */
export interface Started {
  readonly session: PostgresSession;
  readonly server: Server;
  readonly database: string;
  /** What it was opened with: of several places, the one that it is at. */
  readonly options: PostgresOptions;
}

interface Facts extends Whereabouts {
  readonly version: number;
  readonly database: string;
  readonly standby: boolean;
  readonly guarded: boolean;
}

/** What a session is for; in scratch, and to make it, nothing is guarded from being written. */
export type SessionAccess = 'read' | 'write' | 'scratch';

/** So that names and values mean the same in every session, whatever the role and the database have set. */
const settings: Readonly<Record<string, string>> = {
  search_path: 'public',
  quote_all_identifiers: 'off',
  standard_conforming_strings: 'on',
  DateStyle: 'ISO, MDY',
  IntervalStyle: 'postgres',
  bytea_output: 'hex',
  extra_float_digits: '1',
  client_min_messages: 'warning',
  // What policies would hide from a question is an error, and never missing from the answer.
  row_security: 'off',
};

/** Connects, finds out what is there, and settles how the session reads and writes. */
export async function startSession(
  wanted: PostgresOptions,
  access: SessionAccess,
  signal?: AbortSignal,
): Promise<Started> {
  return settleSession(await openClient(wanted, signal), access);
}

/** Finds out what is at the other end of a session, and settles how it reads and writes. It is closed where that fails. */
export async function settleSession(opened: Opened, access: SessionAccess): Promise<Started> {
  const { options } = opened;
  try {
    return await within(options.connectTimeoutMs, opened, () => settle(opened, access));
  } catch (error) {
    await leave(opened);
    throw toSyncError(error, { op: 'connect', label: labelOf(options) });
  }
}

async function settle(opened: Opened, access: SessionAccess): Promise<Started> {
  const { client, options } = opened;
  const facts = await factsOf(client);
  if (facts.standby && access !== 'read') throw refuseStandby(options);
  if (facts.guarded && access === 'write') throw refuseGuarded(options);
  // A pooler hands out numbers of its own for cancelling, which are not those of the sessions behind it.
  const pooled = options.pooler === 'detect' && keyNumber(client) !== facts.pid;
  if (pooled && access !== 'read') throw refusePooler(options);
  if (pooled) await client.query('BEGIN READ ONLY');
  await client.query(settingsText(access, pooled));
  if (access !== 'read' && opened.socket) await haveItListen(client);
  const version = parseVersion(facts.version);
  const features = new Set([...postgresFeatures(version), ...(pooled ? ['held-transaction'] : [])]);
  return {
    session: new PostgresSession(opened, facts),
    server: { product: 'PostgreSQL', version, features },
    database: facts.database,
    options,
  };
}

async function factsOf(client: pg.Client): Promise<Facts> {
  const { rows } = await client.query<Facts>(`
    SELECT
      pg_catalog.current_setting('server_version_num')::int AS version,
      pg_catalog.current_database()::text AS database,
      pg_catalog.pg_backend_pid() AS pid,
      ${serverBegan} AS began,
      pg_catalog.pg_is_in_recovery() AS standby,
      pg_catalog.current_setting('default_transaction_read_only')::bool AS guarded
  `);
  const [facts] = rows;
  if (!facts) throw new TypeError('one row was asked for');
  return facts;
}

function settingsText(access: SessionAccess, pooled: boolean): string {
  // What is set within a held transaction ends with it and does not leak to whom the pooler serves next.
  const local = pooled ? 'LOCAL ' : '';
  const all = Object.entries(settings).map(([name, value]) => `SET ${local}${name} = '${value}'`);
  const isSettled = access === 'write' || pooled;
  const readOnly = isSettled ? [] : [`SET default_transaction_read_only = ${access === 'read' ? 'on' : 'off'}`];
  return [...all, ...readOnly].join(';\n');
}

function refusePooler(options: PostgresOptions): SyncError {
  return new SyncError({
    code: 'CONNECTION_FAILED',
    op: 'connect',
    message: `${labelOf(options)}: there is a pooler in between, and changing a schema needs a session of its own: locks and settings would be left with others`,
    hint: 'Give the URL of the server itself. Where the pooler keeps a session for each client (pool_mode = session), say so with the setting pooler: session.',
  });
}

function refuseStandby(options: PostgresOptions): SyncError {
  return new SyncError({
    code: 'CONNECTION_FAILED',
    op: 'connect',
    message: `${labelOf(options)}: this server is a standby, which only reads`,
    hint: 'Name its primary; or name all of the servers (postgres://one,two/db), and the primary among them is found.',
  });
}

/** Somebody guards the database, or what this role does, from being changed. */
function refuseGuarded(options: PostgresOptions): SyncError {
  return new SyncError({
    code: 'PERMISSION_DENIED',
    op: 'connect',
    message: `${labelOf(options)}: default_transaction_read_only is on for this role or database, so that nothing can be changed`,
    hint: 'Take that back (ALTER ROLE or ALTER DATABASE … RESET default_transaction_read_only), connect as another role, or lift it for this connection: options=-c%20default_transaction_read_only=off in the URL.',
  });
}

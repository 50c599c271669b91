import { type Server, type Statement, SyncError } from '@sync/core';
import { homeSetting, parseVersion, postgresDialect, postgresFeatures, quoteName } from '@sync/dialect-postgres';
import type pg from 'pg';
import { keyNumber } from './connect/cancel.js';
import { leave, within } from './connect/leave.js';
import type { Opened } from './connect/opened.js';
import { toSyncError } from './errors.js';
import { haveItListen, serverBegan, type Whereabouts } from './hearing.js';
import { openClient } from './open.js';
import { labelOf, type PostgresOptions } from './options.js';
import { PostgresSession } from './session.js';
import { usualWaitMs } from './wait-for-lock.js';

/** A session that is ready to work, and what is at its other end. */
export interface Started {
  readonly session: PostgresSession;
  readonly server: Server;
  readonly database: string;
  /** As whom the server takes it. */
  readonly role: string;
  /** What it was opened with: of several places, the one that it is at. */
  readonly options: PostgresOptions;
  /** Whether a pooler gives it a session for as long as a transaction takes. */
  readonly pooled: boolean;
}

interface Facts extends Whereabouts {
  readonly version: number;
  readonly database: string;
  readonly role: string;
  readonly standby: boolean;
  readonly guarded: boolean;
  /** Whether somebody set how long this role, or this connection, waits for locks. */
  readonly patient: boolean;
  readonly lockRoom: number;
}

/** What a session is for; in scratch, and to make it, nothing is guarded from being written. */
export type SessionAccess = 'read' | 'write' | 'scratch';

/** So that names and values mean the same in every session, whatever the role and the database have set. */
export const settingsOf = ({ schema }: Pick<PostgresOptions, 'schema'>): Readonly<Record<string, string>> => ({
  search_path: schema === undefined ? 'public' : `${quoteName(schema)}, public`,
  [homeSetting]: schema ?? '',
  quote_all_identifiers: 'off',
  standard_conforming_strings: 'on',
  DateStyle: 'ISO, MDY',
  IntervalStyle: 'postgres',
  bytea_output: 'hex',
  extra_float_digits: '1',
  client_min_messages: 'warning',
  // What policies would hide from a question is an error, and never missing from the answer.
  row_security: 'off',
});

/** The same until a transaction ends, and which session it is that serves it. */
export function localSettings(options: Pick<PostgresOptions, 'schema'>): Statement {
  const all = Object.entries(settingsOf(options)).map(
    ([name, value]) => `pg_catalog.set_config('${name}', ${postgresDialect.literal(value)}, true)`,
  );
  return { text: `SELECT ${['pg_catalog.pg_backend_pid() AS pid', ...all].join(', ')}` };
}

/** Connects, finds out what is there, and settles how the session reads and writes. */
export async function startSession(
  wanted: PostgresOptions,
  access: SessionAccess,
  signal?: AbortSignal,
  waitMs?: number,
): Promise<Started> {
  return settleSession(await openClient(wanted, signal), access, waitMs);
}

/** Finds out what is at the other end of a session, and settles how it reads and writes. It is closed where that fails. */
export async function settleSession(opened: Opened, access: SessionAccess, waitMs?: number): Promise<Started> {
  const { options } = opened;
  try {
    return await within(options.connectTimeoutMs, opened, () => settle(opened, access, waitMs));
  } catch (error) {
    await leave(opened);
    throw toSyncError(error, { op: 'connect', label: labelOf(options) });
  }
}

async function settle(opened: Opened, access: SessionAccess, waitMs: number | undefined): Promise<Started> {
  const { client, options } = opened;
  const facts = await factsOf(client);
  if (facts.standby && access !== 'read') throw refuseStandby(options);
  if (facts.guarded && access === 'write') throw refuseGuarded(options);
  // A pooler hands out numbers of its own for cancelling, which are not those of the sessions behind it.
  const isOther = keyNumber(client) !== facts.pid;
  const pooled = options.pooler === 'transaction' || (options.pooler === 'detect' && isOther);
  if (pooled && access === 'scratch') throw refusePooler(options);
  // What is set of a session behind a pooler would be left with whom it serves next; each transaction brings its own settings.
  if (!pooled) await client.query([settingsText(access, options), ...patienceOf(facts, access, waitMs)].join(';\n'));
  if (access !== 'read' && !pooled && opened.socket) await haveItListen(client);
  const version = parseVersion(facts.version);
  const features = new Set([...postgresFeatures(version), ...(await featuresBeside(client, options))]);
  return {
    session: new PostgresSession(opened, { ...facts, shared: pooled }),
    pooled,
    server: { product: 'PostgreSQL', version, features, lockRoom: facts.lockRoom },
    database: facts.database,
    role: facts.role,
    options,
  };
}

async function factsOf(client: pg.Client): Promise<Facts> {
  const { rows } = await client.query<Facts>(`
    SELECT
      pg_catalog.current_setting('server_version_num')::int AS version,
      pg_catalog.current_database()::text AS database,
      current_user::text AS role,
      pg_catalog.pg_backend_pid() AS pid,
      ${serverBegan} AS began,
      pg_catalog.pg_is_in_recovery() AS standby,
      pg_catalog.current_setting('default_transaction_read_only')::bool AS guarded,
      pg_catalog.current_setting('lock_timeout') <> '0' AS patient,
      -- All sessions share the table of locks. https://www.postgresql.org/docs/current/runtime-config-locks.html#GUC-MAX-LOCKS-PER-TRANSACTION
      pg_catalog.current_setting('max_locks_per_transaction')::int * (
        pg_catalog.current_setting('max_connections')::int + pg_catalog.current_setting('max_prepared_transactions')::int
      ) AS "lockRoom"
  `);
  const [facts] = rows;
  if (!facts) throw new TypeError('one row was asked for');
  return facts;
}

/** What a relative of PostgreSQL can do that its version does not tell. */
async function featuresBeside(client: pg.Client, { engine }: PostgresOptions): Promise<readonly string[]> {
  if (engine.features === undefined) return [];
  const { rows } = await client.query<{ readonly feature: string }>(engine.features);
  return rows.map(({ feature }) => feature);
}

/** Whoever only looks waits for the locks of others for as long as was said: definitions are not shown while somebody changes what they define. */
function patienceOf({ patient }: Facts, access: SessionAccess, waitMs: number | undefined): readonly string[] {
  if (access !== 'read' || (patient && waitMs === undefined)) return [];
  // To the server 0 means for ever.
  return [`SET lock_timeout = ${Math.max(1, waitMs ?? usualWaitMs)}`];
}

function settingsText(access: SessionAccess, options: PostgresOptions): string {
  const all = Object.entries(settingsOf(options)).map(
    ([name, value]) => `SELECT pg_catalog.set_config('${name}', ${postgresDialect.literal(value)}, false)`,
  );
  const readOnly =
    access === 'write' ? [] : [`SET default_transaction_read_only = ${access === 'read' ? 'on' : 'off'}`];
  return [...all, ...readOnly].join(';\n');
}

function refusePooler(options: PostgresOptions): SyncError {
  return new SyncError({
    code: 'CONNECTION_FAILED',
    op: 'connect',
    message: `${labelOf(options)}: there is a pooler in between, and a temporary database needs sessions of its own`,
    hint: 'Give the URL of the server itself, with --url or for scratch alone with --scratch. Where the pooler keeps a session for each client (pool_mode = session), say so with the setting pooler: session.',
    details: { pooler: true },
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

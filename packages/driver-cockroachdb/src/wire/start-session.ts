import { type Server, SyncError } from '@sync/core';
import {
  labelOf,
  leave,
  type Opened,
  openClient,
  type PostgresOptions,
  PostgresSession,
  within,
} from '@sync/wire-postgres';
import { cockroachFeatures, parseVersion } from '../features.js';
import { connectionError } from './errors.js';

/** What people call it. */
const product = 'CockroachDB';

/** A session that is ready to work, and what is at its other end. */
export interface Started {
  readonly session: PostgresSession;
  readonly server: Server;
  readonly database: string;
  readonly role: string;
  readonly options: PostgresOptions;
}

/** What a session is for; in scratch nothing is guarded from being written. */
export type SessionAccess = 'read' | 'write' | 'scratch';

interface Facts {
  readonly version: string;
  readonly database: string;
  readonly role: string;
  readonly guarded: string;
}

/** Connects, finds out what is there, and settles how the session reads and writes. */
export async function startSession(
  wanted: PostgresOptions,
  access: SessionAccess,
  signal?: AbortSignal,
  how: { readonly spare?: boolean } = {},
): Promise<Started> {
  const opened = await openClient(wanted, signal, how).catch((error: unknown) => {
    throw connectionError(error, wanted);
  });
  try {
    return await within(wanted.connectTimeoutMs, opened, () => settle(opened, access));
  } catch (error) {
    await leave(opened);
    throw connectionError(error, opened.options);
  }
}

async function settle(opened: Opened, access: SessionAccess): Promise<Started> {
  const { client, options } = opened;
  const { rows: products } = await client.query<{ readonly version: string }>('SELECT version() AS version');
  const text = products[0]?.version ?? '';
  const version = parseVersion(text);
  if (!version) throw otherProduct(text, options);
  const { rows } = await client.query<Facts>(factsText);
  const [facts] = rows;
  // The server lets anybody into a database that is not there, and says so of the first thing that is asked of it.
  if (!facts) throw noDatabase(options);
  if (facts.guarded === 'on' && access === 'write') throw guarded(options);
  const features = cockroachFeatures(version);
  await client.query(
    settingsOf(options, access, features)
      .map(([name, value]) => `SET ${name} = ${value}`)
      .join(';\n'),
  );
  return {
    session: new PostgresSession(opened, { pid: 0, began: '' }),
    server: { product, version, features },
    database: facts.database,
    role: facts.role,
    options,
  };
}

const factsText = `
SELECT
  d.database_name AS database,
  current_user AS role,
  current_setting('default_transaction_read_only') AS guarded
FROM [SHOW DATABASES] AS d
WHERE d.database_name = current_database()`.trim();

/** So that names, numbers and values mean the same in every session, whatever the role and the database have set. */
function settingsOf(
  { statementTimeoutMs }: Pick<PostgresOptions, 'statementTimeoutMs'>,
  access: SessionAccess,
  features: ReadonlySet<string>,
): readonly (readonly [name: string, value: string])[] {
  return [
    ['search_path', 'public'],
    ['datestyle', "'ISO, MDY'"],
    ['intervalstyle', 'postgres'],
    ['bytea_output', 'hex'],
    ['extra_float_digits', '1'],
    ['client_min_messages', 'warning'],
    // Whoever allowed a plan that drops a column was asked already.
    ['sql_safe_updates', 'off'],
    // INT is INT8, and SERIAL is unique_rowid().
    ['default_int_size', '8'],
    ['serial_normalization', 'rowid'],
    ...(features.has('autocommit-before-ddl') ? ([['autocommit_before_ddl', 'off']] as const) : []),
    ...(features.has('guarded-internals') ? ([['allow_unsafe_internals', 'on']] as const) : []),
    ...(statementTimeoutMs === undefined ? [] : ([['statement_timeout', String(statementTimeoutMs)]] as const)),
    ...(access === 'write' ? [] : ([['default_transaction_read_only', access === 'read' ? 'on' : 'off']] as const)),
  ];
}

function otherProduct(version: string, options: PostgresOptions): SyncError {
  return new SyncError({
    code: 'CONNECTION_FAILED',
    op: 'connect',
    message: `${labelOf(options)}: this is no CockroachDB: it says that it is ${version.split(' ').slice(0, 2).join(' ')}`,
    hint: 'Name the engine that it is: a URL that begins with postgres:// leads to PostgreSQL.',
    details: { reason: 'host' },
  });
}

/** The database that a URL names is not there. */
function noDatabase(options: PostgresOptions): SyncError {
  return new SyncError({
    code: 'CONNECTION_FAILED',
    op: 'connect',
    message: `${labelOf(options)}: database ${JSON.stringify(options.database)} does not exist`,
    hint: 'Check the name of the database in the URL. A new one is made by sync and apply with --create.',
    details: { reason: 'database', native: '3D000' },
  });
}

function guarded(options: PostgresOptions): SyncError {
  return new SyncError({
    code: 'PERMISSION_DENIED',
    op: 'connect',
    message: `${labelOf(options)}: default_transaction_read_only is on for this role or database, so that nothing can be changed`,
    hint: 'Take that back (ALTER ROLE … RESET default_transaction_read_only), or connect as another role.',
  });
}

import { Socket } from 'node:net';
import type { ConnectionOptions } from 'node:tls';
import { isSyncError, SyncError, throwIfAborted } from '@sync/core';
import pg from 'pg';
import { fits, type SessionFacts } from './connect/attributes.js';
import type { Host } from './connect/hosts.js';
import { leave, within } from './connect/leave.js';
import type { Opened } from './connect/opened.js';
import { passwordInFile } from './connect/password-file.js';
import { waysTo } from './connect/tls.js';
import { isFinal, mayGoOtherWay, toSyncError } from './errors.js';
import { labelOf, type PostgresOptions, serverOf } from './options.js';
import { types } from './values.js';

/** A session on a server that is not in this process. */
type OpenedThere = Opened & Required<Pick<Opened, 'socket'>>;

/** Opens a session. Failures say which of the many ways of not being let in it was; of several places the first counts that will do. */
export async function openClient(
  options: PostgresOptions,
  signal?: AbortSignal,
  { spare = false }: { readonly spare?: boolean } = {},
): Promise<Opened> {
  const { door } = options;
  if (!door) return openOneOf(options, signal);
  return door.open(
    serverOf(options),
    async (over) => {
      const opened = await openOneOf(options, signal);
      // The server closes its end when the session is no longer counted.
      if (opened.socket.destroyed) over();
      else opened.socket.once('close', over);
      return opened;
    },
    { signal, spare, capacity },
  );
}

/** How many sessions the server lets in that are not its administrators'. */
async function capacity({ client }: Opened): Promise<number> {
  const text = `
SELECT sum(CASE name WHEN 'max_connections' THEN setting::int ELSE -setting::int END)::int AS room
FROM pg_catalog.pg_settings
WHERE name IN ('max_connections', 'superuser_reserved_connections', 'reserved_connections')`.trim();
  const { rows } = await client.query<{ readonly room: number }>(text);
  return Number(rows[0]?.room);
}

async function openOneOf(options: PostgresOptions, signal: AbortSignal | undefined): Promise<OpenedThere> {
  const failures: SyncError[] = [];
  const passes = options.sessionAttributes === 'prefer-standby' ? (['standby', 'any'] as const) : [undefined];
  const hosts = options.hostOrder === 'random' ? shuffled(options.hosts) : options.hosts;
  for (const wanted of passes) {
    for (const host of hosts) {
      try {
        return await openAt(host, { ...options, ...(wanted && { sessionAttributes: wanted }) }, signal);
      } catch (error) {
        throwIfAborted(signal, 'connect');
        if (!isSyncError(error) || isFinal(error)) throw error;
        failures.push(error);
      }
    }
  }
  throw failures.length === 1 ? failures[0] : noneOf(failures, options);
}

async function openAt(host: Host, options: PostgresOptions, signal: AbortSignal | undefined): Promise<OpenedThere> {
  const there: PostgresOptions = { ...options, hosts: [host], hostOrder: 'given', sessionAttributes: 'any' };
  const opened = await openEitherWay(host, there, signal);
  try {
    await within(options.connectTimeoutMs, opened, () => requireAttributes(opened, options.sessionAttributes));
    return opened;
  } catch (error) {
    await leave(opened);
    throw toSyncError(error, { op: 'connect', label: labelOf(there) });
  }
}

async function openEitherWay(
  host: Host,
  options: PostgresOptions,
  signal: AbortSignal | undefined,
): Promise<OpenedThere> {
  const label = labelOf(options);
  let first: SyncError | undefined;
  for (const ssl of waysTo(host, options.tls)) {
    throwIfAborted(signal, 'connect');
    try {
      return await connect(host, options, ssl, signal);
    } catch (error) {
      throwIfAborted(signal, 'connect');
      const failure = toSyncError(error, { op: 'connect', label, isEncrypted: ssl !== false });
      first ??= failure;
      if (!mayGoOtherWay(failure)) throw failure;
    }
  }
  throw first ?? new TypeError('there is at least one way');
}

async function connect(
  host: Host,
  options: PostgresOptions,
  ssl: false | ConnectionOptions,
  signal?: AbortSignal,
): Promise<OpenedThere> {
  const { user, database, serverOptions, connectTimeoutMs, keepAliveAfterMs } = options;
  const socket = new Socket();
  const config: pg.ClientConfig & { readonly pipeline: true } = {
    stream: () => socket,
    pipeline: true,
    host: host.address ?? host.name,
    port: host.port,
    user,
    database,
    password: () => passwordFor(host, options),
    ssl,
    sslnegotiation: ssl !== false && options.tls.direct ? 'direct' : 'postgres',
    types,
    client_encoding: 'UTF8',
    application_name: options.applicationName,
    ...(serverOptions !== undefined && { options: serverOptions }),
    connectionTimeoutMillis: connectTimeoutMs,
    keepAlive: keepAliveAfterMs !== undefined,
    ...(keepAliveAfterMs !== undefined && { keepAliveInitialDelayMillis: keepAliveAfterMs }),
  };
  const client = new pg.Client(config);
  // An error between two queries has nobody else to catch it; who uses the client listens as well.
  client.on('error', () => {});
  const opened = { client, options, ssl, socket };
  const stop = () => socket.destroy();
  signal?.addEventListener('abort', stop, { once: true });
  try {
    await client.connect();
    return opened;
  } catch (error) {
    await leave(opened);
    throw error;
  } finally {
    signal?.removeEventListener('abort', stop);
  }
}

/** Asked for only where the server asks. */
async function passwordFor(host: Host, options: PostgresOptions): Promise<string> {
  const { password, passwordFile, user, database } = options;
  if (typeof password === 'string') return password;
  if (password) return await askFor(password, options);
  const found = passwordInFile(passwordFile, { host, user, database });
  if (found.password !== undefined) return found.password;
  throw new SyncError({
    code: 'CONNECTION_FAILED',
    op: 'connect',
    message: `${labelOf(options)}: the server asks for a password, and none was given`,
    hint: `Give one in PGPASSWORD, .pgpass, the URL, or the setting password.${found.passedOver === undefined ? '' : ` ${found.passedOver}`}`,
    details: { missing: 'password', reason: 'credentials' },
  });
}

async function askFor(password: () => string | Promise<string>, options: PostgresOptions): Promise<string> {
  try {
    const given = await password();
    if (typeof given === 'string') return given;
    throw new TypeError('it gave something else than a text');
  } catch (cause) {
    throw new SyncError({
      code: 'CONNECTION_FAILED',
      op: 'connect',
      message: `${labelOf(options)}: the function that gives the password failed`,
      hint: 'It is called for every connection, and resolves to a text.',
      cause,
      details: { missing: 'password', reason: 'credentials' },
    });
  }
}

async function requireAttributes({ client, options }: Opened, wanted: PostgresOptions['sessionAttributes']) {
  if (wanted === 'any') return;
  const { rows } = await client.query<SessionFacts>(
    "SELECT pg_catalog.pg_is_in_recovery() AS standby, pg_catalog.current_setting('transaction_read_only') = 'on' AS \"readOnly\"",
  );
  const [facts] = rows;
  if (!facts || fits(wanted, facts)) return;
  throw new SyncError({
    code: 'CONNECTION_FAILED',
    op: 'connect',
    message: `${labelOf(options)}: it is ${facts.standby ? 'a standby' : facts.readOnly ? 'read-only' : 'no standby'}, and target_session_attrs=${wanted} was asked for`,
    hint: 'Name the server that is meant, or ask for another with target_session_attrs.',
    details: { attributes: wanted },
  });
}

function noneOf(failures: readonly SyncError[], options: PostgresOptions): SyncError {
  const [first] = failures;
  return new SyncError({
    code: 'CONNECTION_FAILED',
    op: 'connect',
    message: `none of the servers of ${labelOf(options)} will do: ${failures.map(({ message }) => message).join('; ')}`,
    hint: first?.hint ?? 'Check the hosts of the URL.',
    cause: first,
    ...(failures.some(({ details }) => details?.passes) && { details: { passes: true } }),
  });
}

/** Several clients are to begin with different servers. */
function shuffled(hosts: readonly Host[]): readonly Host[] {
  return hosts
    .map((host) => [Math.random(), host] as const)
    .sort(([a], [b]) => a - b)
    .map(([, host]) => host);
}

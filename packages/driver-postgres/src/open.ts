import { readFileSync } from 'node:fs';
import type { ConnectionOptions } from 'node:tls';
import { isSyncError, throwIfAborted } from '@sync/core';
import pg from 'pg';
import { toSyncError } from './errors.js';
import { invalid, labelOf, type PostgresOptions } from './options.js';
import { types } from './values.js';

/** Opens a session. Failures say which of the many ways of not being let in it was. */
export async function openClient(options: PostgresOptions, signal?: AbortSignal): Promise<pg.Client> {
  throwIfAborted(signal, 'connect');
  try {
    return await connect(options, tlsOf(options), signal);
  } catch (error) {
    const mayGoWithout =
      options.sslMode === 'prefer' && error instanceof Error && /does not support SSL/.test(error.message);
    if (mayGoWithout) return await connect(options, false, signal).catch((again) => fail(again, options, signal));
    return fail(error, options, signal);
  }
}

function fail(error: unknown, options: PostgresOptions, signal: AbortSignal | undefined): never {
  throwIfAborted(signal, 'connect');
  throw toSyncError(error, { op: 'connect', label: labelOf(options) });
}

async function connect(
  options: PostgresOptions,
  ssl: false | ConnectionOptions,
  signal?: AbortSignal,
): Promise<pg.Client> {
  const { host, port, user, password, database } = options;
  const client = new pg.Client({
    ...(host !== undefined && { host }),
    ...(port !== undefined && { port }),
    ...(user !== undefined && { user }),
    ...(password !== undefined && { password }),
    ...(database !== undefined && { database }),
    ssl,
    types,
    application_name: options.applicationName,
    connectionTimeoutMillis: options.connectTimeoutMs,
    keepAlive: true,
  });
  // An error between two queries has nobody else to catch it; who uses the client listens as well.
  client.on('error', () => {});
  const stop = () => void client.end().catch(() => {});
  signal?.addEventListener('abort', stop, { once: true });
  try {
    await client.connect();
    return client;
  } catch (error) {
    await client.end().catch(() => {});
    throw error;
  } finally {
    signal?.removeEventListener('abort', stop);
  }
}

function tlsOf(options: PostgresOptions): false | ConnectionOptions {
  if (options.sslMode === 'disable' || options.host?.startsWith('/')) return false;
  const { sslMode, sslRootCertificate, sslCertificate, sslKey } = options;
  return {
    ...(sslRootCertificate !== undefined && { ca: pem(sslRootCertificate, 'sslrootcert') }),
    ...(sslCertificate !== undefined && { cert: pem(sslCertificate, 'sslcert') }),
    ...(sslKey !== undefined && { key: pem(sslKey, 'sslkey') }),
    ...verification(sslMode, sslRootCertificate !== undefined),
  };
}

/** As libpq does: a root certificate makes `require` check the chain. https://www.postgresql.org/docs/current/libpq-ssl.html */
function verification(mode: PostgresOptions['sslMode'], hasRoot: boolean): ConnectionOptions {
  if (mode === 'verify-full') return { rejectUnauthorized: true };
  const checksChain = mode === 'verify-ca' || (mode === 'require' && hasRoot);
  return { rejectUnauthorized: checksChain, checkServerIdentity: () => undefined };
}

function pem(path: string, name: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (cause) {
    if (isSyncError(cause)) throw cause;
    throw invalid(`the file of ${name} cannot be read: ${path}`, 'Check the path and its permissions.', cause);
  }
}

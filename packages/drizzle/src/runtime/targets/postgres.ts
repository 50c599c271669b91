import type { ConnectionInput } from '@sync/core';
import { migratorError } from '../errors.js';

/** A connection as clients of PostgreSQL keep it. */
interface Place {
  readonly host: string;
  readonly port: number;
  readonly user?: string | undefined;
  readonly database?: string | undefined;
  readonly password?: unknown;
  readonly ssl?: unknown;
}

interface NodePostgresParameters extends Place {
  readonly options?: string;
}

interface NodePostgresClient {
  readonly connectionParameters?: NodePostgresParameters;
  readonly password?: unknown;
}

interface NodePostgresPool {
  readonly options?: object;
  readonly Client?: new (options: object) => NodePostgresClient;
}

/** A pool does not tell where it leads to; a client made as it would make one does, without connecting. */
export function nodePostgresInput(client: unknown, scheme: string): Promise<ConnectionInput> {
  const { options, Client } = client as NodePostgresPool;
  const one = Client && options ? new Client(options) : (client as NodePostgresClient);
  const { connectionParameters: place } = one;
  if (!place) throw notTold();
  return Promise.resolve(inputOf({ ...placeOf(place), password: one.password ?? place.password }, scheme));
}

function placeOf({ host, port, user, database, ssl }: Place): Place {
  return { host, port, user, database, ssl };
}

interface PostgresJsOptions {
  readonly host: readonly string[];
  readonly port: readonly number[];
  readonly path?: string | false;
  readonly user: string;
  readonly database: string;
  readonly pass?: unknown;
  readonly ssl?: unknown;
}

export function postgresJsInput(client: unknown, scheme: string): Promise<ConnectionInput> {
  const { options } = client as { readonly options?: PostgresJsOptions };
  const [host] = options?.host ?? [];
  const [port] = options?.port ?? [];
  if (!options || host === undefined || port === undefined) throw notTold();
  const { user, database, pass: password, ssl, path } = options;
  const folder = path ? path.slice(0, path.lastIndexOf('/')) : undefined;
  return Promise.resolve(inputOf({ host: folder ?? host, port, user, database, password, ssl }, scheme));
}

function inputOf({ host, port, user = '', database = '', password, ssl }: Place, scheme: string): ConnectionInput {
  const said = (value: string) => encodeURIComponent(value);
  const given = typeof password === 'function' ? password : String(password ?? '');
  return {
    url: `${scheme}://${said(user)}@${host.startsWith('/') ? said(host) : host.includes(':') ? `[${host}]` : host}:${port}/${said(database)}`,
    settings: { ...(given !== '' && { password: given }), sslmode: sslModeOf(ssl) },
    directory: process.cwd(),
  };
}

/** What a client says of TLS, in libpq's words. */
function sslModeOf(ssl: unknown): string {
  if (ssl === undefined || ssl === null || ssl === false) return 'disable';
  if (ssl === 'prefer' || ssl === 'allow' || ssl === 'require' || ssl === 'verify-full') return ssl;
  if (ssl === true) return 'verify-full';
  const { rejectUnauthorized, ...others } = ssl as { readonly rejectUnauthorized?: boolean };
  if (rejectUnauthorized === false && Object.keys(others).length === 0) return 'require';
  throw migratorError(
    'UNSUPPORTED',
    'the client has certificates of its own, which cannot be read from it',
    'Give { driver, url } in place of the database of Drizzle, with sslrootcert, sslcert and sslkey in the settings.',
  );
}

function notTold() {
  return migratorError(
    'UNSUPPORTED',
    'this client does not tell where it leads to',
    'Give drizzle() a Pool or a Client, or give { driver, url } in place of the database of Drizzle.',
  );
}

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
  /** What the server is told at the start: `-c search_path=acme`. */
  readonly options?: string | undefined;
}

interface NodePostgresClient {
  readonly connectionParameters?: Place;
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

function placeOf({ host, port, user, database, ssl, options }: Place): Place {
  return { host, port, user, database, ssl, options };
}

/** Told by a client, and not by a pool, whose transactions are each on a client of theirs. Older releases of the library do not tell. */
export function nodePostgresInTransaction(client: unknown): boolean {
  const { getTransactionStatus } = client as { readonly getTransactionStatus?: () => string | null };
  return ['T', 'E'].includes(getTransactionStatus?.call(client) ?? '');
}

interface PostgresJsOptions {
  readonly host: readonly string[];
  readonly port: readonly number[];
  readonly path?: string | false;
  readonly user: string;
  readonly database: string;
  readonly pass?: unknown;
  readonly ssl?: unknown;
  readonly connection?: { readonly search_path?: string; readonly options?: string };
}

export function postgresJsInput(client: unknown, scheme: string): Promise<ConnectionInput> {
  const { options } = client as { readonly options?: PostgresJsOptions };
  const [host] = options?.host ?? [];
  const [port] = options?.port ?? [];
  if (!options || host === undefined || port === undefined) throw notTold();
  const { user, database, pass: password, ssl, path, connection = {} } = options;
  const { search_path: searched } = connection;
  const said = searched === undefined ? connection.options : `-c search_path=${searched.replaceAll(' ', '')}`;
  const folder = path ? path.slice(0, path.lastIndexOf('/')) : undefined;
  return Promise.resolve(inputOf({ host: folder ?? host, port, user, database, password, ssl, options: said }, scheme));
}

function inputOf(
  { host, port, user = '', database = '', password, ssl, options }: Place,
  scheme: string,
): ConnectionInput {
  const said = (value: string) => encodeURIComponent(value);
  const schema = schemaOf(options);
  const given = typeof password === 'function' ? password : String(password ?? '');
  return {
    url: `${scheme}://${said(user)}@${host.startsWith('/') ? said(host) : host.includes(':') ? `[${host}]` : host}:${port}/${said(database)}`,
    settings: {
      ...(given !== '' && { password: given }),
      sslmode: sslModeOf(ssl),
      ...(schema !== undefined && { schema }),
    },
    directory: process.cwd(),
  };
}

/** What the server may be told at the start that makes names and rights others than those of whoever connects. */
const setting = /(?:-c\s*|--)(search_path|role|session_authorization)\s*=\s*((?:\\.|[^\s\\])*)/g;

/** The schema that a client has in place of `public`; undefined where it has none. */
function schemaOf(options: string | undefined): string | undefined {
  let schema: string | undefined;
  for (const [, name = '', value = ''] of (options ?? '').matchAll(setting)) {
    if (name !== 'search_path') throw notFollowed(`${name}=${value}`);
    const path = value
      .replace(/\\(.)/g, '$1')
      .split(',')
      .map((each) => each.trim().replace(/^"(.*)"$/, '$1'));
    const own = path.filter((each) => each !== '$user');
    const [first, second = 'public'] = own;
    if (first === undefined || own.length > 2 || second !== 'public') throw notFollowed(`search_path=${value}`);
    schema = first === 'public' ? undefined : first;
  }
  return schema;
}

function notFollowed(option: string) {
  return migratorError(
    'UNSUPPORTED',
    `the client tells the server ${option}, which the migrator cannot follow`,
    'Give drizzle() a client whose search path is one schema (and public behind it), and whose role is the one that it connects as; or give { driver, url } in place of the database of Drizzle.',
  );
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

import { type ConnectionInput, nearest, SyncError } from '@sync/core';
import { readUrl } from './url.js';

/** How TLS is used, in libpq's words. */
export type SslMode = 'disable' | 'prefer' | 'require' | 'verify-ca' | 'verify-full';

const sslModes: readonly SslMode[] = ['disable', 'prefer', 'require', 'verify-ca', 'verify-full'];

/** What a connection to a PostgreSQL server is made from. What is absent is taken from the `PG…` variables and `.pgpass`, as every client does. */
export interface PostgresOptions {
  /** A host name, an address, or the folder of a Unix socket. */
  readonly host?: string;
  readonly port?: number;
  readonly user?: string;
  /** A function is asked for every connection: tokens that expire. */
  readonly password?: string | (() => string | Promise<string>);
  readonly database?: string;
  readonly sslMode: SslMode;
  /** Paths of PEM files. */
  readonly sslRootCertificate?: string;
  readonly sslCertificate?: string;
  readonly sslKey?: string;
  readonly applicationName: string;
  readonly connectTimeoutMs: number;
  /** `session` says that what looks like a pooler gives each client a session of its own. */
  readonly pooler: 'detect' | 'session';
  /** How long a statement of a run waits for a lock that others hold; 0 for as long as it takes. */
  readonly lockTimeoutMs: number;
  /** How often it is tried again. */
  readonly lockRetries: number;
  /** How long a statement of a run may take. Default: what the role says. */
  readonly statementTimeoutMs?: number;
}

const settingNames = [
  'password',
  'sslmode',
  'sslrootcert',
  'sslcert',
  'sslkey',
  'applicationName',
  'connectTimeoutMs',
  'pooler',
  'lockTimeoutMs',
  'lockRetries',
  'statementTimeoutMs',
] as const;

type Settings = { readonly [name in (typeof settingNames)[number]]?: unknown };

/** Validates what the user gave: `postgres://user@host:5432/database?sslmode=verify-full`. */
export function readOptions({ url, settings = {} }: ConnectionInput): PostgresOptions {
  for (const name of Object.keys(settings)) {
    if ((settingNames as readonly string[]).includes(name)) continue;
    const near = nearest(name, settingNames);
    throw invalid(
      `postgres has no setting ${name}`,
      near ? `Did you mean ${near}?` : `There are: ${settingNames.join(', ')}.`,
    );
  }
  const place = readUrl(url);
  const { parameters } = place;
  const given: Settings = settings;
  const password = given.password === undefined ? place.password : secret(given.password);
  const rootCertificate = text(given.sslrootcert ?? parameters.sslrootcert, 'sslrootcert');
  const certificate = text(given.sslcert ?? parameters.sslcert, 'sslcert');
  const key = text(given.sslkey ?? parameters.sslkey, 'sslkey');
  const statementTimeoutMs = wholeNumber(given.statementTimeoutMs, 'statementTimeoutMs');
  return {
    ...(place.host !== undefined && { host: place.host }),
    ...(place.port !== undefined && { port: place.port }),
    ...(place.user !== undefined && { user: place.user }),
    ...(password !== undefined && { password }),
    ...(place.database !== undefined && { database: place.database }),
    sslMode: sslMode(given.sslmode ?? parameters.sslmode ?? process.env.PGSSLMODE ?? 'prefer'),
    ...(rootCertificate !== undefined && { sslRootCertificate: rootCertificate }),
    ...(certificate !== undefined && { sslCertificate: certificate }),
    ...(key !== undefined && { sslKey: key }),
    applicationName: text(given.applicationName ?? parameters.application_name, 'applicationName') ?? 'schema-sync',
    connectTimeoutMs: timeout(given.connectTimeoutMs, parameters.connect_timeout),
    pooler: pooler(given.pooler),
    lockTimeoutMs: wholeNumber(given.lockTimeoutMs, 'lockTimeoutMs') ?? 500,
    lockRetries: wholeNumber(given.lockRetries, 'lockRetries') ?? 10,
    ...(statementTimeoutMs !== undefined && { statementTimeoutMs }),
  };
}

/** The target for people and logs: no password, no parameters. */
export function labelOf({ host, port, user, database }: PostgresOptions): string {
  const part = (value: string) => encodeURIComponent(value).replaceAll('%2F', '/');
  const at = host?.startsWith('/') ? part(host) : (host ?? process.env.PGHOST ?? 'localhost');
  return `postgres://${user === undefined ? '' : `${part(user)}@`}${at}${port === undefined ? '' : `:${port}`}/${part(database ?? process.env.PGDATABASE ?? '')}`;
}

function sslMode(value: unknown): SslMode {
  // What libpq calls `allow` asks for TLS only where the server insists, which a client that may as well ask first has no use for.
  if (value === 'allow') return 'prefer';
  if (sslModes.includes(value as SslMode)) return value as SslMode;
  throw invalid('sslmode is not one that there is', `There are: ${sslModes.join(', ')}.`);
}

function pooler(value: unknown): 'detect' | 'session' {
  if (value === undefined || value === 'detect') return 'detect';
  if (value === 'session') return value;
  throw invalid('pooler must be detect or session', "For example: pooler: 'session'.");
}

function secret(value: unknown): NonNullable<PostgresOptions['password']> {
  if (typeof value === 'string') return value;
  if (typeof value === 'function') return value as () => string | Promise<string>;
  throw invalid(
    'password must be a text, or a function that gives one',
    "For example: password: 'env:DATABASE_PASSWORD'.",
  );
}

function text(value: unknown, name: string): string | undefined {
  if (value === undefined || (typeof value === 'string' && value !== '')) return value;
  throw invalid(`${name} must be a text`, `Take ${name} out, or give it a value.`);
}

function timeout(setting: unknown, parameter: string | undefined): number {
  const value = setting ?? (parameter === undefined ? 10_000 : Number(parameter) * 1000);
  if (typeof value === 'number' && Number.isInteger(value) && value >= 0 && value < 2 ** 31) return value;
  throw invalid(
    'connectTimeoutMs must be a number of milliseconds, and connect_timeout in a URL one of seconds',
    'For example: connectTimeoutMs: 10000.',
  );
}

function wholeNumber(value: unknown, name: string): number | undefined {
  if (value === undefined) return undefined;
  if (typeof value === 'number' && Number.isInteger(value) && value >= 0 && value < 2 ** 31) return value;
  throw invalid(`${name} must be a whole number of at least 0`, `For example: ${name}: 500.`);
}

/** An error about what the user wrote. */
export function invalid(message: string, hint: string, cause?: unknown): SyncError {
  return new SyncError({ code: 'CONFIG_INVALID', op: 'connect', message, hint, ...(cause !== undefined && { cause }) });
}

import { userInfo } from 'node:os';
import { resolve } from 'node:path';
import { type ConnectionInput, type Door, nearest, type SyncError } from '@sync/core';
import { type Host, hostsOf, isSocket, usualPort } from './connect/hosts.js';
import { invalid, type Parameters, parametersOf } from './connect/parameters.js';
import { readService } from './connect/service-file.js';
import { type TlsOptions, tlsOptionsOf } from './connect/tls.js';
import { readUrl } from './connect/url.js';
import type { Engine } from './engine.js';

/** Which of several servers is meant, in libpq's words. */
export type SessionAttributes = 'any' | 'read-write' | 'read-only' | 'primary' | 'standby' | 'prefer-standby';

const sessionAttributes: readonly SessionAttributes[] = [
  'any',
  'read-write',
  'read-only',
  'primary',
  'standby',
  'prefer-standby',
];

/** What a connection to a PostgreSQL server is made from. */
export interface PostgresOptions {
  /** Which of the family is expected there. */
  readonly engine: Engine;
  /** Tried in this order, or in one by chance. */
  readonly hosts: readonly [Host, ...Host[]];
  readonly hostOrder: 'given' | 'random';
  readonly sessionAttributes: SessionAttributes;
  readonly user: string;
  /** A function is asked for every connection: tokens that expire. */
  readonly password?: string | (() => string | Promise<string>);
  readonly passwordFile?: string;
  readonly database: string;
  /** The only schema that is worked on, called `public` by whoever does. */
  readonly schema?: string;
  /** Whose schemas lie beside it: a pattern of their names, in which `*` and `?` stand for others. */
  readonly beside?: string;
  /** PGlite in this process, for scratch alone. */
  readonly embedded?: true;
  readonly tls: TlsOptions;
  readonly applicationName: string;
  /** What the server's session is started with: `-c work_mem=64MB`. */
  readonly serverOptions?: string;
  readonly connectTimeoutMs: number;
  /** How long a connection is idle before the network is asked whether it is still there; undefined for never. */
  readonly keepAliveAfterMs?: number;
  /** How long nothing may be heard of a server while a statement runs there, which itself may take as long as it takes. */
  readonly silenceTimeoutMs: number;
  /** Whether there is a pooler in between that gives a session for each transaction alone; `session` says that what looks like one gives each client its own. */
  readonly pooler: Pooler;
  /** How long a lease lasts that is not renewed: the lock of one who comes through a pooler. */
  readonly leaseMs: number;
  /** How long a statement of a run waits for a lock that others hold; 0 for as long as it takes. */
  readonly lockTimeoutMs: number;
  /** How often it is tried again. */
  readonly lockRetries: number;
  /** How long a statement of a run may take; 0 for as long as it takes. Undefined where the connection's options say so themselves. */
  readonly statementTimeoutMs?: number;
  /** Whether a database that is not there may be made. */
  readonly create: boolean;
  /** What a database that is made is made from, and with. */
  readonly template: string;
  readonly encoding?: string;
  readonly locale?: string;
  /** What its sessions come through, where somebody counts them. */
  readonly door?: Door;
}

const poolers = ['detect', 'session', 'transaction'] as const;
type Pooler = (typeof poolers)[number];

const settingNames = [
  'password',
  'sslmode',
  'sslrootcert',
  'sslcert',
  'sslkey',
  'applicationName',
  'connectTimeoutMs',
  'silenceTimeoutMs',
  'pooler',
  'leaseMs',
  'lockTimeoutMs',
  'lockRetries',
  'statementTimeoutMs',
  'create',
  'template',
  'encoding',
  'locale',
  'schema',
  'beside',
] as const;

type Settings = { readonly [name in (typeof settingNames)[number]]?: unknown };

/**
 * Validates what the user gave: `postgres://user@host:5432/database?sslmode=verify-full`. Settings come before the URL, the URL before a service, and that
 * before the `PG…` variables.
 */
export function readOptions({ url, settings = {}, directory, door }: ConnectionInput, engine: Engine): PostgresOptions {
  const given = readSettings(settings, engine);
  if (url === pglite)
    return { ...readOptions({ url: 'postgres://postgres@/postgres', directory }, engine), ...inProcess };
  const parameters = parametersFor(placed({ ...readUrl(url, engine), ...textsOf(given) }, directory));
  const hosts = hostsOf(parameters, engine.port);
  const user = parameters.user ?? usualUser();
  const password = given.password === undefined ? parameters.password : secret(given.password);
  const statementTimeoutMs =
    wholeNumber(given.statementTimeoutMs, 'statementTimeoutMs') ?? unlessSaid(parameters.options);
  const keepAliveAfterMs = keepAlive(parameters);
  return {
    engine,
    hosts,
    hostOrder: hostOrder(parameters.load_balance_hosts),
    sessionAttributes: attributes(parameters.target_session_attrs, hosts.length),
    user,
    ...(password !== undefined && { password }),
    ...(parameters.passfile !== undefined && { passwordFile: parameters.passfile }),
    database: parameters.dbname ?? user,
    tls: tlsOptionsOf(parameters),
    applicationName: parameters.application_name ?? 'schema-sync',
    ...(parameters.options !== undefined && { serverOptions: parameters.options }),
    connectTimeoutMs: timeout(given.connectTimeoutMs, parameters.connect_timeout),
    ...(keepAliveAfterMs !== undefined && { keepAliveAfterMs }),
    silenceTimeoutMs: silence(given.silenceTimeoutMs, parameters.tcp_user_timeout),
    pooler: pooler(given.pooler),
    leaseMs: lease(given.leaseMs),
    lockTimeoutMs: wholeNumber(given.lockTimeoutMs, 'lockTimeoutMs') ?? 500,
    lockRetries: wholeNumber(given.lockRetries, 'lockRetries') ?? 10,
    ...(statementTimeoutMs !== undefined && { statementTimeoutMs }),
    ...makingOf(given),
    ...schemaIn(given),
    ...(door && { door }),
  };
}

/** What roles and databases have for applications would stop a scan of a large table halfway; what somebody says of this connection holds. */
function unlessSaid(options: string | undefined): 0 | undefined {
  return options?.includes('statement_timeout') ? undefined : 0;
}

/** The part of the database that is meant, where it is not all of it. */
function schemaIn({ schema, beside }: Settings) {
  if (schema === undefined) return {};
  const name = text(schema, 'schema');
  if (!isSchemaName(name))
    throw invalid(
      `${JSON.stringify(name)} cannot be the schema to be kept to`,
      'Name one that is not the server’s own, and not public.',
      {
        setting: 'schema',
      },
    );
  return { schema: name, ...(beside !== undefined && { beside: text(beside, 'beside') }) };
}

/** Whether a schema may be a tenant's: PostgreSQL keeps names that begin with pg_ for itself, cuts longer ones, takes $user in a search path for whoever connects, and what is in `public` is everybody's. */
export function isSchemaName(name: string): boolean {
  const isOwn = /^(pg_|_schema_sync(_|$))|^(information_schema|public|\$user)$/.test(name);
  return name !== '' && !isOwn && !name.includes('\0') && Buffer.byteLength(name) <= 63;
}

/** How a database is made that is not there. */
function makingOf({ create = true, template = 'template0', ...given }: Settings) {
  if (typeof create !== 'boolean')
    throw invalid('create must be true or false', 'For example: create: false.', { setting: 'create' });
  const { encoding, locale } = given;
  return {
    create,
    template: text(template, 'template'),
    ...(encoding !== undefined && { encoding: text(encoding, 'encoding') }),
    ...(locale !== undefined && { locale: text(locale, 'locale') }),
  };
}

function text(value: unknown, setting: string): string {
  if (typeof value === 'string' && value !== '') return value;
  throw invalid(`${setting} must be a text`, `Take ${setting} out, or give it a value.`, { setting });
}

const pglite = 'pglite';
const inProcess = { embedded: true, pooler: 'session' } as const;

/** A machine calls itself by any of these. */
const itself: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '::1']);

/** Which database it is, whoever connects. */
export function identityOf({ hosts, database, schema }: PostgresOptions): string {
  return JSON.stringify([placesOf(hosts), database, ...(schema === undefined ? [] : [schema])]);
}

/** Which server it is, as far as its address tells; several that stand in for each other are one. */
export function serverOf({ hosts }: PostgresOptions): string {
  return JSON.stringify(placesOf(hosts));
}

function placesOf(hosts: PostgresOptions['hosts']): readonly (readonly [string, number])[] {
  return hosts.map(({ name, port }) => {
    const lower = name.startsWith('/') ? name : name.toLowerCase();
    return [itself.has(lower) ? 'localhost' : lower, port];
  });
}

/** The target for people and logs: no password, no parameters. */
export function labelOf({ engine, hosts, user, database, schema, embedded }: PostgresOptions): string {
  if (embedded) return pglite;
  const part = (value: string) => encodeURIComponent(value).replaceAll('%2F', '/');
  const places = hosts.map((host) => {
    const port = host.port === (engine.port ?? usualPort) ? '' : `:${host.port}`;
    return `${isSocket(host) ? part(host.name) : host.name.includes(':') ? `[${host.name}]` : host.name}${port}`;
  });
  const inside = schema === undefined ? '' : `/${part(schema)}`;
  return `${engine.protocols[0]}://${part(user)}@${places.join(',')}/${part(database)}${inside}`;
}

function readSettings(settings: Readonly<Record<string, unknown>>, { name: engine }: Engine): Settings {
  for (const name of Object.keys(settings)) {
    if ((settingNames as readonly string[]).includes(name)) continue;
    const near = nearest(name, settingNames);
    throw invalid(
      `${engine} has no setting ${name}`,
      near ? `Did you mean ${near}?` : `There are: ${settingNames.join(', ')}.`,
      { setting: name },
    );
  }
  return settings;
}

function parametersFor(said: Parameters): Parameters {
  const environment = parametersOf(process.env);
  const service = said.service ?? environment.service;
  const file = said.servicefile ?? environment.servicefile;
  return { ...environment, ...(service !== undefined && readService(service, file, process.env)), ...said };
}

/** Paths that a user wrote are relative to where they were written. */
function placed(parameters: Parameters, directory: string): Parameters {
  const paths = ['sslrootcert', 'sslcert', 'sslkey', 'sslcrl', 'passfile', 'servicefile'] as const;
  const said = paths.flatMap((name) => {
    const path = parameters[name];
    return path === undefined || (name === 'sslrootcert' && path === 'system')
      ? []
      : [[name, resolve(directory, path)]];
  });
  return { ...parameters, ...Object.fromEntries(said) };
}

/** The name of whoever runs this, as the system knows it; in some containers it knows none. */
function usualUser(): string {
  try {
    return userInfo().username;
  } catch {
    return process.env.USER ?? 'postgres';
  }
}

/** The settings that are parameters of libpq. */
function textsOf({ sslmode, sslrootcert, sslcert, sslkey, applicationName }: Settings): Parameters {
  const texts = { sslmode, sslrootcert, sslcert, sslkey, application_name: applicationName };
  const said = Object.entries(texts).filter(([, value]) => value !== undefined);
  for (const [name, value] of said) {
    text(value, name === 'application_name' ? 'applicationName' : name);
  }
  return Object.fromEntries(said);
}

/** Whoever names several servers and does not say which, means the one whose schema can be changed. */
function attributes(value: string | undefined, hosts: number): SessionAttributes {
  if (value === undefined || value === '') return hosts > 1 ? 'primary' : 'any';
  const found = sessionAttributes.find((known) => known === value);
  if (found) return found;
  throw invalid('target_session_attrs is not one that there is', `There are: ${sessionAttributes.join(', ')}.`);
}

function hostOrder(value: string | undefined): 'given' | 'random' {
  if (value === undefined || value === '' || value === 'disable') return 'given';
  if (value === 'random') return value;
  throw invalid('load_balance_hosts is not one that there is', 'There are: disable, random.');
}

function pooler(value: unknown = 'detect'): Pooler {
  const found = poolers.find((known) => known === value);
  if (found) return found;
  throw invalid('pooler must be detect, session or transaction', "For example: pooler: 'session'.", {
    setting: 'pooler',
  });
}

function lease(value: unknown): number {
  const lengthMs = wholeNumber(value, 'leaseMs') ?? 30_000;
  if (lengthMs >= 1000) return lengthMs;
  throw invalid('leaseMs must be at least 1000', 'For example: leaseMs: 30000.', { setting: 'leaseMs' });
}

function secret(value: unknown): NonNullable<PostgresOptions['password']> {
  if (typeof value === 'string') return value;
  if (typeof value === 'function') return value as () => string | Promise<string>;
  throw invalid(
    'password must be a text, or a function that gives one',
    "For example: password: 'env:DATABASE_PASSWORD'.",
    { setting: 'password' },
  );
}

function keepAlive({ keepalives, keepalives_idle: idle }: Parameters): number | undefined {
  if (keepalives === '0') return undefined;
  // Often enough for what stands between and forgets connections that are quiet for minutes.
  const seconds = Number(idle ?? 60);
  if (Number.isInteger(seconds) && seconds >= 0) return seconds * 1000;
  throw invalid('keepalives_idle must be a whole number of seconds', 'For example: keepalives_idle=60.');
}

function timeout(setting: unknown, parameter: string | undefined): number {
  const value = setting ?? (parameter === undefined ? 10_000 : Number(parameter) * 1000);
  if (typeof value === 'number' && Number.isInteger(value) && value >= 0 && value < 2 ** 31) return value;
  throw invalid(
    'connectTimeoutMs must be a number of milliseconds, and connect_timeout in a URL one of seconds',
    'For example: connectTimeoutMs: 10000.',
    setting === undefined ? {} : { setting: 'connectTimeoutMs' },
  );
}

/** In libpq's word 0 is what the system does by itself, which is to wait for hours. */
function silence(setting: unknown, parameter: string | undefined): number {
  const said = parameter === undefined || parameter === '' ? 0 : Number(parameter);
  const value = setting ?? (said === 0 ? 60_000 : said);
  if (typeof value === 'number' && Number.isInteger(value) && value >= 1000 && value < 2 ** 31) return value;
  throw invalid(
    'silenceTimeoutMs, and tcp_user_timeout in a URL, must be a number of milliseconds of at least 1000',
    'For example: silenceTimeoutMs: 60000.',
    setting === undefined ? {} : { setting: 'silenceTimeoutMs' },
  );
}

function wholeNumber(value: unknown, name: string): number | undefined {
  if (value === undefined) return undefined;
  if (typeof value === 'number' && Number.isInteger(value) && value >= 0 && value < 2 ** 31) return value;
  throw invalid(`${name} must be a whole number of at least 0`, `For example: ${name}: 500.`, { setting: name });
}

/** What is in this process holds nothing that could be managed. */
export function scratchOnly(): SyncError {
  return invalid('pglite is no database to work on', 'It is for scratch databases: --scratch pglite.');
}

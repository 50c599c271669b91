import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { type ConnectionInput, nearest, SyncError } from '@sync/core';

/** A node to begin with. */
export interface Node {
  readonly host: string;
  readonly port: number;
}

/** What TLS is spoken with; absent where it is not. */
export interface Tls {
  readonly ca?: string;
  readonly cert?: string;
  readonly key?: string;
}

/** What a connection to a cluster is made from. */
export interface CassandraOptions {
  readonly nodes: readonly Node[];
  /** Empty where only the cluster counts. */
  readonly keyspace: string;
  readonly username?: string;
  readonly password?: string;
  /** Of whose nodes one is asked; default: that of the first node that answers. */
  readonly localDataCenter?: string;
  readonly tls?: Tls;
  /** How long a node may take to let us in. */
  readonly connectTimeoutMs: number;
  /** How long a statement may take. */
  readonly timeoutMs: number;
  /** How long nodes may disagree about the schema after a statement that changed it. */
  readonly agreementMs: number;
  readonly lockWaitMs: number;
  readonly leaseMs: number;
}

const durations = {
  connectTimeoutMs: { usual: 5_000, least: 1 },
  timeoutMs: { usual: 60_000, least: 1 },
  agreementMs: { usual: 60_000, least: 1 },
  lockWaitMs: { usual: 10_000, least: 0 },
  leaseMs: { usual: 30_000, least: 1_000 },
} as const;

const settingNames = [
  ...['username', 'password', 'localDataCenter', 'tls', 'ca', 'cert', 'key'],
  ...Object.keys(durations),
];

/** Of these, what may stand behind the question mark of a URL: secrets may not. */
const parameterNames = settingNames.filter((name) => name !== 'password');

const usualPort = 9042;

const example = 'For example: cassandra://user:password@one:9042,two:9042/app.';

/** Validates what the user gave: `cassandra://user:password@one:9042,two:9042/keyspace`. Settings beside the URL come before those in it. */
export function readOptions({ url, settings = {}, directory, purpose }: ConnectionInput): CassandraOptions {
  const parts = /^cassandra:\/\/(?:([^/?#@]*)@)?([^/?#@]+)(?:\/([^/?#]*))?(?:\?([^#]*))?$/i.exec(url);
  if (!parts) throw notThisEngine(url);
  const [, account, places = '', path = '', query = ''] = parts;
  const given: Readonly<Record<string, unknown>> = { ...parametersIn(query), ...known(settings) };
  const [user, secret] = account === undefined ? [] : accountIn(account);
  const username = text(given.username, 'username') ?? user;
  const password = text(given.password, 'password') ?? secret;
  const localDataCenter = text(given.localDataCenter, 'localDataCenter');
  const tls = tlsOf(given, directory);
  return {
    nodes: nodesIn(places),
    keyspace: keyspaceIn(path, purpose === 'scratch'),
    ...(username !== undefined && { username }),
    ...(password !== undefined && { password }),
    ...(localDataCenter !== undefined && { localDataCenter }),
    ...(tls && { tls }),
    ...durationsIn(given),
  };
}

/** The target for people and logs, without a secret. */
export function labelOf({ nodes, keyspace, username }: CassandraOptions): string {
  const account = username === undefined ? '' : `${encodeURIComponent(username)}@`;
  return `cassandra://${account}${nodes.map(placeOf).join(',')}/${keyspace}`;
}

/** Which keyspace of which cluster, as far as names tell, whoever connects. */
export function identityOf({ nodes, keyspace }: CassandraOptions): string {
  return `${nodes.map(placeOf).sort().join(',')}/${keyspace}`;
}

function placeOf({ host, port }: Node): string {
  return `${host.includes(':') ? `[${host}]` : host}:${port}`;
}

function durationsIn(given: Readonly<Record<string, unknown>>): Pick<CassandraOptions, keyof typeof durations> {
  const entries = Object.entries(durations).map(([name, { usual, least }]) => {
    const value = given[name] ?? usual;
    if (typeof value === 'number' && Number.isInteger(value) && value >= least && value < 2 ** 31) return [name, value];
    throw invalid(`${name} must be a number of milliseconds from ${least} on`, `For example: ${name}: ${usual}.`, name);
  });
  return Object.fromEntries(entries) as Pick<CassandraOptions, keyof typeof durations>;
}

/** A port that only the last node names is that of all: `one,two:9142`. */
function nodesIn(places: string): readonly Node[] {
  const named = places.split(',').map((place) => {
    const [, six, plain, port] = /^(?:\[([0-9a-f:.]+)\]|([^:[\]\s]+))(?::(\d{1,5}))?$/i.exec(place) ?? [];
    const host = six ?? plain;
    const number = port === undefined ? undefined : Number(port);
    if (host === undefined || (number !== undefined && (number < 1 || number > 65_535)))
      throw invalid('the URL names a node that cannot be read', example);
    return { host: decode(host).toLowerCase(), port: number };
  });
  const last = named.at(-1)?.port ?? usualPort;
  return named.map(({ host, port }) => ({ host, port: port ?? last }));
}

/** Cassandra takes word characters alone, 48 of them: https://cassandra.apache.org/doc/latest/cassandra/cql/ddl.html#common-definitions */
function keyspaceIn(path: string, mayMiss: boolean): string {
  const keyspace = decode(path);
  if (/^\w{1,48}$/.test(keyspace) || (keyspace === '' && mayMiss)) return keyspace;
  if (keyspace === '') throw invalid('the URL names no keyspace', example);
  throw invalid('no keyspace can be called what the URL says', 'Names are of letters, digits and _, up to 48 of them.');
}

function accountIn(account: string): readonly [user: string, password?: string] {
  const colon = account.indexOf(':');
  if (colon < 0) return [decode(account)];
  return [decode(account.slice(0, colon)), decode(account.slice(colon + 1))];
}

function parametersIn(query: string): Readonly<Record<string, unknown>> {
  const said = [...new URLSearchParams(query)];
  for (const [name] of said) if (!parameterNames.includes(name)) throw unknownSetting(name, parameterNames);
  return Object.fromEntries(said.map(([name, value]) => [name, /^\d+$/.test(value) ? Number(value) : value]));
}

function known(settings: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  for (const name of Object.keys(settings)) if (!settingNames.includes(name)) throw unknownSetting(name, settingNames);
  return settings;
}

function tlsOf(given: Readonly<Record<string, unknown>>, directory: string): Tls | undefined {
  const wanted = given.tls ?? false;
  if (![true, false, 'true', 'false'].includes(wanted as string | boolean))
    throw invalid('tls must be true or false', 'For example: tls: true.', 'tls');
  const isSpoken = String(wanted) === 'true';
  const files = (['ca', 'cert', 'key'] as const).flatMap((name) => {
    const path = text(given[name], name);
    if (path === undefined) return [];
    if (!isSpoken) throw invalid(`${name} is given, and no TLS is spoken`, 'Say tls: true with it.', name);
    return [[name, readPem(resolve(directory, path), name)] as const];
  });
  return isSpoken ? Object.fromEntries(files) : undefined;
}

function readPem(path: string, setting: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (cause) {
    throw invalid(`${setting}: ${path} cannot be read`, 'Check the path, and who may read the file.', setting, cause);
  }
}

function text(value: unknown, setting: string): string | undefined {
  if (value === undefined || typeof value === 'string') return value;
  if (typeof value === 'number') return String(value);
  throw invalid(`${setting} must be a text`, 'Write it in quotes.', setting);
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    throw invalid('the URL holds a % that stands for nothing', 'Write a % as %25.');
  }
}

/** Nothing of the URL is shown: whatever it is, it may hold a secret. */
function notThisEngine(url: string): SyncError {
  const message = /^cassandra:/i.test(url) ? 'the URL cannot be read' : 'this is not a URL of Cassandra';
  return invalid(message, example);
}

function unknownSetting(name: string, names: readonly string[]): SyncError {
  const near = nearest(name, names);
  const hint = near === undefined ? `There are: ${names.join(', ')}.` : `Did you mean ${near}?`;
  return invalid(`Cassandra has no setting ${name}`, hint, name);
}

function invalid(message: string, hint: string, setting?: string, cause?: unknown): SyncError {
  return new SyncError({
    code: 'CONFIG_INVALID',
    op: 'connect',
    message,
    hint,
    ...(setting !== undefined && { details: { setting } }),
    ...(cause !== undefined && { cause }),
  });
}

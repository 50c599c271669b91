import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { type ConnectionInput, nearest, SyncError } from '@sync/core';

/** One node of a cluster. */
export interface Node {
  readonly host: string;
  readonly port: number;
}

/** What TLS is spoken with; absent where it is not. */
export interface Tls {
  /** The authorities that are trusted in place of the system's, the client's certificate and its key, as PEM. */
  readonly ca?: string;
  readonly cert?: string;
  readonly key?: string;
}

/** What a connection to a cluster is made from. */
export interface RqliteOptions {
  /** The nodes that are asked, in this order. */
  readonly nodes: readonly Node[];
  readonly tls?: Tls;
  readonly user?: string;
  readonly password?: string;
  /** How long a node may take to answer, and a cluster to find its leader. */
  readonly timeoutMs: number;
  /** How long to wait for the lock, where the caller does not say. */
  readonly lockWaitMs: number;
  /** How long the lock of a run lasts that is not renewed. */
  readonly leaseMs: number;
}

const settingNames = ['user', 'password', 'ca', 'cert', 'key', 'timeoutMs', 'lockWaitMs', 'leaseMs'] as const;

/** Of these, what may stand behind the question mark of a URL: secrets may not. */
const parameterNames: readonly string[] = settingNames.filter((name) => name !== 'password');

const usualPort = 4001;

/** Validates what the user gave: `rqlite://user:password@one:4001,two:4001`; `rqlites:` speaks TLS. Settings beside the URL come before those in it. */
export function readOptions({ url, settings = {}, directory }: ConnectionInput): RqliteOptions {
  const parts = /^(rqlites?):\/\/(?:([^/?#@]*)@)?([^/?#@]+)\/?(?:\?([^#]*))?$/i.exec(url);
  if (!parts) throw notThisEngine(url);
  const [, scheme = '', account, places = '', query = ''] = parts;
  const given = { ...parametersIn(query), ...known(settings) };
  const [user, password] = account === undefined ? [] : accountIn(account);
  const tls = tlsOf(scheme.toLowerCase() === 'rqlites', given, directory);
  const name = text(given.user, 'user') ?? user;
  const secret = text(given.password, 'password') ?? password;
  return {
    nodes: places.split(',').map(nodeOf),
    ...(tls && { tls }),
    ...(name !== undefined && { user: name }),
    ...(secret !== undefined && { password: secret }),
    timeoutMs: duration(given.timeoutMs, 'timeoutMs', 1) ?? 10_000,
    lockWaitMs: duration(given.lockWaitMs, 'lockWaitMs', 0) ?? 10_000,
    leaseMs: duration(given.leaseMs, 'leaseMs', 300) ?? 30_000,
  };
}

/** The target for people and logs, without a secret. */
export function labelOf({ nodes, tls, user }: RqliteOptions): string {
  const account = user === undefined ? '' : `${encodeURIComponent(user)}@`;
  return `${tls ? 'rqlites' : 'rqlite'}://${account}${nodes.map(placeOf).join(',')}`;
}

/** Which cluster it is, as far as names tell, whoever connects and in whichever order its nodes are named. */
export function identityOf({ nodes }: RqliteOptions): string {
  return nodes.map(placeOf).sort().join(',');
}

/** A node as it is named in a URL. */
export function placeOf({ host, port }: Node): string {
  return `${host.includes(':') ? `[${host}]` : host}:${port}`;
}

/** The node that a text names: a host, perhaps with a port. */
function nodeOf(place: string): Node {
  const [, six, plain, port] = /^(?:\[([0-9a-f:.]+)\]|([^:[\]\s]+))(?::(\d{1,5}))?$/i.exec(place) ?? [];
  const host = six ?? plain;
  const number = port === undefined ? usualPort : Number(port);
  if (host === undefined || number < 1 || number > 65_535)
    throw invalid('the URL names a node that cannot be read', 'For example: rqlite://one:4001,two:4001.');
  return { host: decode(host).toLowerCase(), port: number };
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
  for (const name of Object.keys(settings))
    if (!(settingNames as readonly string[]).includes(name)) throw unknownSetting(name, settingNames);
  return settings;
}

function tlsOf(isSpoken: boolean, given: Readonly<Record<string, unknown>>, directory: string): Tls | undefined {
  const files = (['ca', 'cert', 'key'] as const).flatMap((name) => {
    const path = text(given[name], name);
    if (path === undefined) return [];
    if (!isSpoken) throw invalid(`${name} is given, and the URL speaks no TLS`, 'Write rqlites:// in the URL.', name);
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

function duration(value: unknown, setting: string, least: number): number | undefined {
  if (value === undefined) return undefined;
  if (typeof value === 'number' && Number.isInteger(value) && value >= least && value < 2 ** 31) return value;
  throw invalid(
    `${setting} must be a number of milliseconds from ${least} on`,
    `For example: ${setting}: 5000.`,
    setting,
  );
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
  if (/^rqlites?:/i.test(url))
    return invalid(
      'the URL cannot be read as one of rqlite, which has nodes and no database name',
      'For example: rqlite://user:password@one:4001,two:4001, or rqlites:// for TLS.',
    );
  const hint = /^https?:/i.test(url) ? 'Write rqlite:// for http://, and rqlites:// for https://.' : undefined;
  return invalid('this is not a URL of rqlite', hint ?? 'For example: rqlite://localhost:4001.');
}

function unknownSetting(name: string, names: readonly string[]): SyncError {
  const near = nearest(name, names);
  const hint = near === undefined ? `There are: ${names.join(', ')}.` : `Did you mean ${near}?`;
  return invalid(`rqlite has no setting ${name}`, hint, name);
}

function invalid(message: string, hint: string, setting?: string, cause?: unknown): SyncError {
  const details = setting === undefined ? {} : { details: { setting } };
  return new SyncError({
    code: 'CONFIG_INVALID',
    op: 'connect',
    message,
    hint,
    ...details,
    ...(cause !== undefined && { cause }),
  });
}

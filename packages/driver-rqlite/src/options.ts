import { type ConnectionInput, SettingsReader, type SyncError, writtenHost } from '@sync/core';

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

const reader = new SettingsReader({
  product: 'rqlite',
  names: ['user', 'password', 'ca', 'cert', 'key', 'timeoutMs', 'lockWaitMs', 'leaseMs'],
  secrets: ['password'],
  example: 'For example: rqlite://one:4001,two:4001.',
});

const usualPort = 4001;

/** Validates what the user gave: `rqlite://user:password@one:4001,two:4001`; `rqlites:` speaks TLS. Settings beside the URL come before those in it. */
export function readOptions({ url, settings = {}, directory }: ConnectionInput): RqliteOptions {
  const parts = /^(rqlites?):\/\/(?:([^/?#@]*)@)?([^/?#@]+)\/?(?:\?([^#]*))?$/i.exec(url);
  if (!parts) throw notThisEngine(url);
  const [, scheme = '', account, places = '', query = ''] = parts;
  const given = reader.given(query, settings);
  const said = reader.account(account);
  const isSpoken = scheme.toLowerCase() === 'rqlites';
  const tls = reader.pem(given, directory, { isSpoken, without: 'Write rqlites:// in the URL.' });
  const user = reader.text(given.user, 'user') ?? said.user;
  const password = reader.text(given.password, 'password') ?? said.password;
  return {
    nodes: places.split(',').map((place) => ({ port: usualPort, ...reader.host(place) })),
    ...(tls && { tls }),
    ...(user !== undefined && { user }),
    ...(password !== undefined && { password }),
    timeoutMs: reader.milliseconds(given.timeoutMs, 'timeoutMs', { usual: 10_000, least: 1 }),
    lockWaitMs: reader.milliseconds(given.lockWaitMs, 'lockWaitMs', { usual: 10_000, least: 0 }),
    leaseMs: reader.milliseconds(given.leaseMs, 'leaseMs', { usual: 30_000, least: 300 }),
  };
}

/** The target for people and logs, without a secret. */
export function labelOf({ nodes, tls, user }: RqliteOptions): string {
  const account = user === undefined ? '' : `${encodeURIComponent(user)}@`;
  return `${tls ? 'rqlites' : 'rqlite'}://${account}${nodes.map(writtenHost).join(',')}`;
}

/** Which cluster it is, as far as names tell, whoever connects and in whichever order its nodes are named. */
export function identityOf({ nodes }: RqliteOptions): string {
  return nodes.map(writtenHost).sort().join(',');
}

/** Nothing of the URL is shown: whatever it is, it may hold a secret. */
function notThisEngine(url: string): SyncError {
  if (/^rqlites?:/i.test(url))
    return reader.invalid(
      'the URL cannot be read as one of rqlite, which has nodes and no database name',
      'For example: rqlite://user:password@one:4001,two:4001, or rqlites:// for TLS.',
    );
  const hint = /^https?:/i.test(url) ? 'Write rqlite:// for http://, and rqlites:// for https://.' : undefined;
  return reader.invalid('this is not a URL of rqlite', hint ?? 'For example: rqlite://localhost:4001.');
}

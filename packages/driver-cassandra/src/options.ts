import { type ConnectionInput, type GivenSettings, SettingsReader, type SyncError, writtenHost } from '@sync/core';

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

const example = 'For example: cassandra://user:password@one:9042,two:9042/app.';

const reader = new SettingsReader({
  product: 'Cassandra',
  names: ['username', 'password', 'localDataCenter', 'tls', 'ca', 'cert', 'key', ...Object.keys(durations)],
  secrets: ['password'],
  example,
});

const usualPort = 9042;

/** Validates what the user gave: `cassandra://user:password@one:9042,two:9042/keyspace`. Settings beside the URL come before those in it. */
export function readOptions({ url, settings = {}, directory, purpose }: ConnectionInput): CassandraOptions {
  const parts = /^cassandra:\/\/(?:([^/?#@]*)@)?([^/?#@]+)(?:\/([^/?#]*))?(?:\?([^#]*))?$/i.exec(url);
  if (!parts) throw notThisEngine(url);
  const [, account, places = '', path = '', query = ''] = parts;
  const given = reader.given(query, settings);
  const said = reader.account(account);
  const username = reader.text(given.username, 'username') ?? said.user;
  const password = reader.text(given.password, 'password') ?? said.password;
  const localDataCenter = reader.text(given.localDataCenter, 'localDataCenter');
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
  return `cassandra://${account}${nodes.map(writtenHost).join(',')}/${keyspace}`;
}

/** Which keyspace of which cluster, as far as names tell, whoever connects. */
export function identityOf({ nodes, keyspace }: CassandraOptions): string {
  return `${nodes.map(writtenHost).sort().join(',')}/${keyspace}`;
}

function durationsIn(given: GivenSettings): Pick<CassandraOptions, keyof typeof durations> {
  const entries = Object.entries(durations).map(([name, limits]) => [
    name,
    reader.milliseconds(given[name], name, limits),
  ]);
  return Object.fromEntries(entries) as Pick<CassandraOptions, keyof typeof durations>;
}

/** A port that only the last node names is that of all: `one,two:9142`. */
function nodesIn(places: string): readonly Node[] {
  const named = places.split(',').map((place) => reader.host(place));
  const last = named.at(-1)?.port ?? usualPort;
  return named.map((node) => ({ port: last, ...node }));
}

/** Cassandra takes word characters alone, 48 of them: https://cassandra.apache.org/doc/latest/cassandra/cql/ddl.html#common-definitions */
function keyspaceIn(path: string, mayMiss: boolean): string {
  const keyspace = reader.decode(path);
  if (/^\w{1,48}$/.test(keyspace) || (keyspace === '' && mayMiss)) return keyspace;
  if (keyspace === '') throw reader.invalid('the URL names no keyspace', example);
  throw reader.invalid(
    'no keyspace can be called what the URL says',
    'Names are of letters, digits and _, up to 48 of them.',
  );
}

function tlsOf(given: GivenSettings, directory: string): Tls | undefined {
  const wanted = given.tls ?? false;
  if (![true, false, 'true', 'false'].includes(wanted as string | boolean))
    throw reader.invalid('tls must be true or false', 'For example: tls: true.', { setting: 'tls' });
  return reader.pem(given, directory, { isSpoken: String(wanted) === 'true', without: 'Say tls: true with it.' });
}

/** Nothing of the URL is shown: whatever it is, it may hold a secret. */
function notThisEngine(url: string): SyncError {
  const message = /^cassandra:/i.test(url) ? 'the URL cannot be read' : 'this is not a URL of Cassandra';
  return reader.invalid(message, example);
}

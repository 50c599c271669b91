import { randomBytes } from 'node:crypto';
import cassandra from 'cassandra-driver';
import { afterAll } from 'vitest';
import type { FreshDatabase } from './fresh-database.js';
import { realServer } from './real-server.js';

const clients = new Map<string, Promise<cassandra.Client>>();

afterAll(async () => {
  for (const client of clients.values()) await (await client).shutdown();
  clients.clear();
});

/** Why there is no Cassandra of this major version here; undefined where there is. */
export function cassandraAbsence(major: 4 | 5): string | undefined {
  const server = realServer(`cassandra-${major}`);
  return 'absent' in server ? server.absent : undefined;
}

/** A new, empty keyspace, which goes when it is disposed of. */
export async function freshCassandraDatabase(major: 4 | 5): Promise<FreshDatabase> {
  const server = realServer(`cassandra-${major}`);
  if ('absent' in server) throw new Error(server.absent);
  const client = await clientOf(server.url);
  const keyspace = `sync_test_${randomBytes(6).toString('hex')}`;
  await client.execute(
    `CREATE KEYSPACE ${keyspace} WITH replication = {'class': 'SimpleStrategy', 'replication_factor': 1} AND durable_writes = false`,
  );
  return {
    url: `${server.url.replace(/\/$/, '')}/${keyspace}`,
    [Symbol.asyncDispose]: async () => {
      await client.execute(`DROP KEYSPACE IF EXISTS ${keyspace}`);
    },
  };
}

/** Runs a statement as the first account, past the driver that is tested. */
export async function askCassandra(major: 4 | 5, text: string): Promise<readonly cassandra.types.Row[]> {
  const server = realServer(`cassandra-${major}`);
  if ('absent' in server) throw new Error(server.absent);
  return (await (await clientOf(server.url)).execute(text)).rows ?? [];
}

function clientOf(url: string): Promise<cassandra.Client> {
  const known = clients.get(url) ?? connectTo(url);
  clients.set(url, known);
  return known;
}

async function connectTo(text: string): Promise<cassandra.Client> {
  const url = new URL(text);
  const client = new cassandra.Client({
    contactPoints: [url.hostname],
    localDataCenter: 'datacenter1',
    protocolOptions: { port: Number(url.port), maxSchemaAgreementWaitSeconds: 0 },
    credentials: { username: decodeURIComponent(url.username), password: decodeURIComponent(url.password) },
    isMetadataSyncEnabled: false,
    socketOptions: { readTimeout: 60_000 },
  });
  await client.connect();
  return client;
}

import { setTimeout } from 'node:timers/promises';
import { SyncError, throwIfAborted } from '@sync/core';
import cassandra from 'cassandra-driver';
import { connectError, speechless } from './errors.js';
import { OneNode } from './one-node.js';
import { type CassandraOptions, labelOf } from './options.js';

/** A client of the library that is let in, to no keyspace yet. */
export async function openClient(options: CassandraOptions, signal?: AbortSignal): Promise<cassandra.Client> {
  throwIfAborted(signal, 'connect');
  const client = new cassandra.Client(clientOptions(options));
  // What the library has to say beside errors is nothing for whoever runs us.
  client.on('log', () => undefined);
  try {
    await within(options.connectTimeoutMs * 2, client.connect(), () =>
      speechless(labelOf(options), options.connectTimeoutMs * 2),
    );
    throwIfAborted(signal, 'connect');
    return client;
  } catch (error) {
    await client.shutdown().catch(() => undefined);
    if (error instanceof SyncError) throw error;
    throw connectError(error, labelOf(options));
  }
}

function clientOptions(options: CassandraOptions): cassandra.ClientOptions {
  const { nodes, username, password, tls, localDataCenter, connectTimeoutMs, timeoutMs } = options;
  const { localQuorum, serial } = cassandra.types.consistencies;
  const { retry } = cassandra.policies;
  return {
    contactPoints: nodes.map(({ host, port }) => `${host.includes(':') ? `[${host}]` : host}:${port}`),
    protocolOptions: {
      // Nodes that are heard of from others are taken to listen where the first one does.
      port: nodes[0]?.port ?? 9042,
      // We wait for it by ourselves, and say so where it does not come.
      maxSchemaAgreementWaitSeconds: 0,
    },
    ...(username !== undefined && { credentials: { username, password: password ?? '' } }),
    ...(tls && { sslOptions: { ...tls, rejectUnauthorized: true } }),
    socketOptions: { connectTimeout: connectTimeoutMs, readTimeout: timeoutMs },
    pooling: { coreConnectionsPerHost: { [cassandra.types.distance.local]: 1 }, warmup: false },
    policies: {
      loadBalancing: new OneNode(localDataCenter),
      // A statement that may have come about is never sent twice.
      retry: new retry.FallthroughRetryPolicy(),
    },
    queryOptions: { consistency: localQuorum, serialConsistency: serial, fetchSize: 2000 },
    isMetadataSyncEnabled: false,
    prepareOnAllHosts: false,
    rePrepareOnUp: false,
  };
}

/** What listens somewhere need not say anything, and the library waits for it as long as for any statement. */
async function within(limitMs: number, work: Promise<void>, late: () => SyncError): Promise<void> {
  const timer = new AbortController();
  const limit = setTimeout(limitMs, undefined, { signal: timer.signal }).then(
    () => {
      throw late();
    },
    () => undefined,
  );
  try {
    await Promise.race([work, limit]);
  } finally {
    timer.abort();
    work.catch(() => undefined);
  }
}

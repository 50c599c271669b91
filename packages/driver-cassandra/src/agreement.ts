import { setTimeout as sleep } from 'node:timers/promises';
import { throwIfAborted } from '@sync/core';
import type cassandra from 'cassandra-driver';
import { disagreement } from './errors.js';

const lookMs = 50;

/** Waits until all nodes that are up hold one schema: https://cassandra.apache.org/doc/latest/cassandra/architecture/guarantees.html asks that of whoever changes one. */
export async function untilAgreed(
  client: cassandra.Client,
  { label, withinMs, signal }: { readonly label: string; readonly withinMs: number; readonly signal?: AbortSignal },
): Promise<void> {
  const begun = performance.now();
  for (;;) {
    const versions = await schemaVersions(client);
    if (versions.size <= 1) return;
    throwIfAborted(signal, 'execute');
    const waited = performance.now() - begun;
    if (waited >= withinMs) throw disagreement(label, versions.size, Math.round(waited));
    await sleep(lookMs);
  }
}

/** The versions that the nodes hold, as the one that is asked knows of them. One that is down learns of the newest when it is back. */
async function schemaVersions(client: cassandra.Client): Promise<ReadonlySet<string>> {
  const [local, peers] = await Promise.all([
    client.execute('SELECT schema_version FROM system.local'),
    client.execute('SELECT peer, schema_version FROM system.peers_v2'),
  ]);
  const down = new Set(client.hosts.values().flatMap((host) => (host.isUp() ? [] : [addressOf(host.address)])));
  const others = peers.rows.filter(({ peer }) => !down.has(String(peer)));
  return new Set([...local.rows, ...others].flatMap((row) => (row.schema_version ? [String(row.schema_version)] : [])));
}

/** `10.0.0.1` of `10.0.0.1:9042`. */
function addressOf(endpoint: string): string {
  return endpoint.slice(0, endpoint.lastIndexOf(':'));
}

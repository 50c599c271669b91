import type { Server } from '@sync/core';
import type cassandra from 'cassandra-driver';

/** What kinds ask for by name, and since when there is such. */
const features: Readonly<Record<string, readonly number[]>> = {
  sai: [5, 0],
  vectors: [5, 0],
  'column-masks': [5, 0],
};

/** What is at the other end. */
export async function serverOf(client: cassandra.Client): Promise<Server> {
  const { rows } = await client.execute('SELECT release_version FROM system.local');
  const version = String(rows[0]?.release_version ?? '')
    .split(/[.-]/)
    .flatMap((part) => (/^\d+$/.test(part) ? [Number(part)] : []));
  const has = Object.entries(features).flatMap(([name, since]) => (isAtLeast(version, since) ? [name] : []));
  return { product: 'Cassandra', version, features: new Set(has) };
}

/** Whether a version is this one or a later one. */
function isAtLeast(version: readonly number[], since: readonly number[]): boolean {
  for (const [i, part] of since.entries()) {
    const own = version[i] ?? 0;
    if (own !== part) return own > part;
  }
  return true;
}

import type cassandra from 'cassandra-driver';
import { scratchPrefix } from '../scratch.js';

/** What the server keeps for itself. */
const own = new Set([
  ...['system', 'system_schema', 'system_auth', 'system_distributed', 'system_traces', 'system_views'],
  ...['system_virtual_schema', 'system_cluster_metadata'],
]);

/** Whether a keyspace may be somebody's. */
export function isTenant(name: string): boolean {
  return /^\w{1,48}$/.test(name) && !own.has(name) && !name.startsWith(scratchPrefix);
}

/** The names of all keyspaces of a cluster. */
export async function keyspaceNames(client: cassandra.Client): Promise<readonly string[]> {
  const { rows } = await client.execute('SELECT keyspace_name FROM system_schema.keyspaces');
  return rows.map((row) => String(row.keyspace_name)).sort();
}

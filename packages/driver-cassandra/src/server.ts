import type { Server } from '@sync/core';
import type cassandra from 'cassandra-driver';
import { codes } from './errors.js';

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
  if (isAtLeast(version, [5, 0]) && (await hasOwnCompaction(client))) has.push('own-compaction');
  return { product: 'Cassandra', version, features: new Set(has) };
}

/** Whether tables of which nothing is said get another compaction than the usual one, or may, where this role may not ask: https://cassandra.apache.org/doc/latest/cassandra/managing/configuration/cass_yaml_file.html#default_compaction */
async function hasOwnCompaction(client: cassandra.Client): Promise<boolean> {
  try {
    const { rows } = await client.execute(
      "SELECT value FROM system_views.settings WHERE name = 'default_compaction.class_name'",
    );
    return rows.some(({ value }) => value !== null);
  } catch (error) {
    if ((error as { readonly code?: unknown }).code === codes.unauthorized) return true;
    throw error;
  }
}

/** Whether a version is this one or a later one. */
function isAtLeast(version: readonly number[], since: readonly number[]): boolean {
  for (const [i, part] of since.entries()) {
    const own = version[i] ?? 0;
    if (own !== part) return own > part;
  }
  return true;
}

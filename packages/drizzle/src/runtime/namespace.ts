import { createHash } from 'node:crypto';

/** PostgreSQL cuts longer names. */
const longest = 63;

/** What is somebody else's: the server's, ours, or everybody's. */
const reserved = /^(pg_.*|_schema_sync.*|information_schema|public|migrations|drizzle|)$/;

/**
 * The schema that the tables of a plugin lie in: its name without the scope and `plugin-`, in lower case, with `_` for all that is neither letter nor digit. Declare tables with
 * `pgSchema(namespaceOf(name))` where queries shall find them without a search path.
 */
export function namespaceOf(plugin: string): string {
  const name = plugin
    .replace(/^@[^/]*\//, '')
    .replace(/^plugin-/i, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_+|_+$/g, '');
  const own = reserved.test(name) || /^\d/.test(name) ? `plugin_${name || digest(plugin)}` : name;
  return own.length <= longest ? own : `${own.slice(0, longest - 9)}_${digest(plugin)}`;
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 8);
}

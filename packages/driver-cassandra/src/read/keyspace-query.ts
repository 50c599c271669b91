import type { Statement } from '@sync/core';
import { ownKeyspace } from '../dialect.js';

/** Reads what the keyspace itself is. */
export const keyspaceQuery: Statement = {
  text: 'SELECT replication, durable_writes FROM system_schema.keyspaces WHERE keyspace_name = ?',
  params: [ownKeyspace],
};

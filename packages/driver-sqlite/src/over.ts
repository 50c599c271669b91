import type { Connection, ConnectRequest } from '@sync/core';
import type Database from 'better-sqlite3';
import { SqliteConnection } from './connection.js';

/** How to connect over a database of better-sqlite3 that somebody else has opened, and goes on with. */
export function openOver(client: unknown): ((request: ConnectRequest) => Promise<Connection>) | undefined {
  if (!isNative(client)) return undefined;
  return async ({ access, waitMs = 10_000 }) =>
    new SqliteConnection(client, client.memory ? ':memory:' : client.name, { access, waitMs, lent: true });
}

/** Programs bring a copy of the library of their own: it is told by what it can do. */
function isNative(client: unknown): client is Database.Database {
  const known = client as Partial<Database.Database> | null;
  return (
    typeof known?.prepare === 'function' && typeof known.pragma === 'function' && typeof known.memory === 'boolean'
  );
}

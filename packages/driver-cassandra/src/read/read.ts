import { type Found, type Reading, type Scope, SyncError } from '@sync/core';
import { ownKeyspace } from '../dialect.js';

type Row = Readonly<Record<string, unknown>>;

const remembered = new WeakMap<Reading['session'], WeakMap<readonly Scope[], Map<string, Promise<readonly Row[]>>>>();

/** All rows of a table of `system_schema` that are about the keyspace; asked once for all the kinds that are read together. */
export async function readSystem<R = Row>(reading: Reading, table: string): Promise<readonly R[]> {
  const known =
    remembered.get(reading.session) ?? new WeakMap<readonly Scope[], Map<string, Promise<readonly Row[]>>>();
  remembered.set(reading.session, known);
  const asked = known.get(reading.scopes) ?? new Map<string, Promise<readonly Row[]>>();
  known.set(reading.scopes, asked);
  const text = `SELECT * FROM system_schema.${table} WHERE keyspace_name = ?`;
  const rows = asked.get(table) ?? reading.session.query({ text, params: [ownKeyspace] });
  asked.set(table, rows);
  return (await rows) as readonly R[];
}

/** The one scope of a keyspace. */
export function scopeOf(reading: Reading): Scope {
  const [scope] = reading.scopes;
  if (!scope || reading.scopes.length > 1)
    throw new SyncError({ code: 'INTERNAL', op: 'inspect', message: 'a connection to Cassandra has one scope' });
  return scope;
}

/** What is there and left alone. */
export function leftAlone<S>(scope: Scope, kind: string, name: string, reason: string): Found<S> {
  return { scope, unmanaged: { kind, name, reason } };
}

import { type Found, type Reading, type SchemaObject, schemaObject } from '@sync/core';
import type { Contents } from '../read/contents.js';
import { readServer } from '../read/read-server.js';

const remembered = new WeakMap<Reading, Promise<Contents>>();

/** All that there is, asked for once whatever the number of kinds. */
function contentsOf(reading: Reading): Promise<Contents> {
  const known = remembered.get(reading) ?? readServer(reading.session, reading.server);
  remembered.set(reading, known);
  return known;
}

/** The objects of one kind. What no kind covers is told with the first of them. */
export async function* inspectKind<S>(reading: Reading, kind: string): AsyncGenerator<Found<S>> {
  const scope = reading.scopes.find(({ path }) => path.length === 0);
  if (!scope) return;
  const { objects, unmanaged } = await contentsOf(reading);
  for (const object of objects) {
    if (object.kind === kind) yield { scope, object: schemaObject(object) as SchemaObject<S> };
  }
  if (kind !== 'schema') return;
  for (const each of unmanaged) yield { scope, unmanaged: each };
}

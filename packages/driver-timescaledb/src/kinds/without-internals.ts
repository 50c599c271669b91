import { type Address, address, type Found, type ObjectKind, type Reading, type Unmanaged } from '@sync/core';
import { readTimescale } from '../read/read-timescale.js';

/** What the driver stands on: it is brought into scratch, and no schema has to say so. */
const ground = address('postgres/extension', 'timescaledb');

/** A kind without the extension, and without what that made by itself: chunks in a schema of somebody's, what lies on them, and triggers that call it. */
export function withoutInternals(kind: ObjectKind): ObjectKind {
  return { ...kind, inspect: (reading) => inspectOthers(kind, reading) };
}

async function* inspectOthers(kind: ObjectKind, reading: Reading): AsyncGenerator<Found> {
  const { catalogue, aside } = await readTimescale(reading);
  const hidden = new Set<Address>([ground]);
  for (const { what, oid } of aside) {
    const at = catalogue.addressOf(what === 'trigger' ? 'pg_trigger' : 'pg_class', oid);
    if (at !== undefined) hidden.add(at);
  }
  for await (const found of kind.inspect(reading)) {
    if (!('object' in found)) {
      if (!isOfGround(found.unmanaged)) yield found;
      continue;
    }
    const { address: own, parent } = found.object;
    if (!hidden.has(own) && !(parent !== undefined && hidden.has(parent))) yield found;
  }
}

/** The extension comes with a remark on itself. */
function isOfGround({ kind, name }: Unmanaged): boolean {
  return kind === 'comment' && name === 'extension timescaledb';
}

import type { Address, Found, ObjectKind, Reading } from '@sync/core';
import { readTimescale } from '../read/read-timescale.js';

const ownTriggers: ReadonlySet<string> = new Set(['postgres/trigger']);

/** A kind without what the extension made by itself: chunks in a schema of somebody's, what lies on them, and triggers that call the extension. */
export function withoutInternals(kind: ObjectKind): ObjectKind {
  return { ...kind, inspect: (reading) => inspectOthers(kind, reading) };
}

async function* inspectOthers(kind: ObjectKind, reading: Reading): AsyncGenerator<Found> {
  const { catalogue, aside } = await readTimescale(reading);
  const hidden = new Set<Address>();
  const triggers = new Set<Address>();
  for (const { what, oid } of aside) {
    const at = catalogue.addressOf(what === 'trigger' ? 'pg_trigger' : 'pg_class', oid);
    if (at === undefined || what === 'index') continue;
    if (what === 'chunk') hidden.add(at);
    else triggers.add(at);
  }
  for await (const found of kind.inspect(reading)) {
    if (!('object' in found)) {
      yield found;
      continue;
    }
    const { address, parent } = found.object;
    const isOwn = ownTriggers.has(kind.kind) && triggers.has(address);
    if (!isOwn && !hidden.has(address) && !(parent !== undefined && hidden.has(parent))) yield found;
  }
}

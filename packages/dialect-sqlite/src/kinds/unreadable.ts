import type { Address, Catalogue, Entailed, Json, SchemaObject } from '@sync/core';
import type { SchemaTexts } from '../read/schema.js';

/** In the layout of a view or trigger that names what is not there. */
export const unreadable = { unreadable: true } satisfies Json;

/** Whether a body names a table or view that is not there. SQLite takes it, and fails when it is used. */
export function namesNothing(relations: ReadonlySet<string>, schema: SchemaTexts): boolean {
  return [...relations].some((name) => !schema.holds(name));
}

const known = new WeakMap<Catalogue, readonly Address[]>();

/**
 * The views and triggers that SQLite cannot read. It reads all of them again when a column or table is renamed or a column dropped, and refuses that over the first
 * one that fails: https://sqlite.org/lang_altertable.html. They are out of the way meanwhile.
 */
export function readAgain(base: Catalogue): ReadonlyMap<Address, Entailed> {
  const addresses = known.get(base) ?? [...base].flatMap((object) => (isUnreadable(object) ? [object.address] : []));
  known.set(base, addresses);
  return new Map(addresses.map((address) => [address, { replace: 'it names what is not there' }]));
}

function isUnreadable({ layout }: SchemaObject): boolean {
  return (layout as { readonly unreadable?: true } | undefined)?.unreadable === true;
}

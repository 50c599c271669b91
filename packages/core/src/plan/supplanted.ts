import type { Change } from '../contract/change.js';
import type { Driver } from '../contract/driver.js';
import { replacement } from '../diff/diff.js';
import type { Difference } from '../diff/difference.js';
import { nameKeys, titleOf } from '../diff/kinds.js';
import type { Address } from '../model/address.js';
import type { SchemaObject } from '../model/object.js';

/** What goes while something else is called as it was from then on: what stands on the name stands on another object, though it says the same. By the address of what goes. */
export function supplantersIn(
  { changes, whole: { goal } }: Difference,
  driver: Driver,
): ReadonlyMap<Address, SchemaObject> {
  const coming = new Map<string, SchemaObject>();
  for (const { verb, address, kind } of changes) {
    const to = verb === 'create' || verb === 'rename' ? goal.get(address) : undefined;
    if (to) for (const key of nameKeys(kind, address, driver)) coming.set(key, to);
  }
  return new Map(
    changes.flatMap(({ verb, address, kind }) => {
      if (verb !== 'drop') return [];
      const found = nameKeys(kind, address, driver).flatMap((key) => coming.get(key) ?? [])[0];
      return found ? [[address, found] as const] : [];
    }),
  );
}

/** The drop of something that another object takes the place of, as what stands on both sees it. */
export function asReplaced(change: Change, by: SchemaObject, driver: Driver): Change {
  if (change.verb !== 'drop') return change;
  const { kind, address, from } = change;
  return { ...replacement(from, by, `it is a ${titleOf(by.kind, driver)} now`), kind, address };
}

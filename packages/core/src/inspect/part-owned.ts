import type { Driver } from '../contract/driver.js';
import type { Unmanaged } from '../contract/kind.js';
import type { Address } from '../model/address.js';
import { type Catalogue, createCatalogue, emptyCatalogue } from '../model/catalogue.js';
import type { SchemaObject } from '../model/object.js';
import { type Ownership, ownedBy } from './ownership.js';

/** A state, parted by what is managed of it. */
export interface Parted {
  readonly catalogue: Catalogue;
  /** What is left alone. */
  readonly kept: Catalogue;
  /** All that is left alone, with the reasons. */
  readonly unmanaged: readonly Unmanaged[];
}

/** Parts a state that holds more than is managed. */
export function partOwned(
  whole: Catalogue,
  ownership: Ownership,
  driver: Pick<Driver, 'schemaOf' | 'dialect' | 'kinds'>,
): Parted {
  const owned = ownedBy(ownership, driver);
  const unmanaged: Unmanaged[] = [];
  const excluded: SchemaObject[] = [];
  const objects = [...whole].filter((object) => {
    const reason = owned(object);
    if (reason === undefined) return true;
    unmanaged.push({ kind: object.kind, name: object.name, reason });
    excluded.push(object);
    return false;
  });
  if (excluded.length === 0) return { catalogue: whole, kept: emptyCatalogue, unmanaged };
  const managed = withoutOrphans(objects, unmanaged);
  return { catalogue: createCatalogue(managed), kept: keptOf(objects, managed, excluded), unmanaged };
}

/** Of what is left alone, all that lies in nothing unknown. */
export function keptOf(
  objects: readonly SchemaObject[],
  managed: readonly SchemaObject[],
  excluded: readonly SchemaObject[],
): Catalogue {
  if (excluded.length === 0 && managed.length === objects.length) return emptyCatalogue;
  const ours = new Set(managed);
  return createCatalogue(rooted([...objects, ...excluded]).filter((object) => !ours.has(object)));
}

/** What belongs to an object that is left alone is left alone with it, and so is what belongs to that. */
export function withoutOrphans(objects: readonly SchemaObject[], unmanaged: Unmanaged[]): readonly SchemaObject[] {
  if (unmanaged.length === 0) return objects;
  const managed = rooted(objects);
  if (managed.length === objects.length) return objects;
  const ours = new Set(managed);
  for (const { kind, name } of objects.filter((object) => !ours.has(object))) {
    unmanaged.push({ kind, name, reason: 'belongs to something that is left alone' });
  }
  return managed;
}

/** The objects whose parents, and their parents, are among them. */
function rooted(objects: readonly SchemaObject[]): readonly SchemaObject[] {
  const byAddress = new Map<Address, SchemaObject>(objects.map((object) => [object.address, object]));
  const isRooted = (object: SchemaObject): boolean => {
    const parent = object.parent && byAddress.get(object.parent);
    return object.parent === undefined || (parent !== undefined && isRooted(parent));
  };
  return objects.filter(isRooted);
}

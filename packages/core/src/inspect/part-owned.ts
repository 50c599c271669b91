import type { Driver } from '../contract/driver.js';
import type { Unmanaged } from '../contract/kind.js';
import type { Address } from '../model/address.js';
import { type Catalogue, createCatalogue, emptyCatalogue } from '../model/catalogue.js';
import type { SchemaObject } from '../model/object.js';
import { isBook, type Ownership, ownedBy, unmanagedObject } from './ownership.js';

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
    unmanaged.push(unmanagedObject(object, reason));
    excluded.push(object);
    return false;
  });
  if (excluded.length === 0) return { catalogue: whole, kept: emptyCatalogue, unmanaged };
  const managed = withoutGround(withoutOrphans(objects, unmanaged), excluded, unmanaged, ownership.claimed, driver);
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
  for (const object of objects.filter((each) => !ours.has(each))) {
    unmanaged.push(unmanagedObject(object, 'belongs to something that is left alone'));
  }
  return managed;
}

/**
 * What the books of migration tools stand on (their schema, the sequence that numbers them) is left alone with them, unless a desired state names it, and so is what
 * the server would not let go, and the place of whatever else is left alone. Where there is no desired state, only what nothing else stands on.
 */
export function withoutGround(
  objects: readonly SchemaObject[],
  excluded: readonly SchemaObject[],
  unmanaged: Unmanaged[],
  claimed: Ownership['claimed'],
  driver: Pick<Driver, 'kinds'>,
): readonly SchemaObject[] {
  if (excluded.length === 0) return objects;
  const books = excluded.filter((object) => isBook(object, driver));
  const known = new Map<Address, SchemaObject>(objects.map((object) => [object.address, object]));
  const byAddress = { get: (address: Address) => known.get(address) };
  const isClaimed = (address: Address) => claimed?.has(address) ?? false;
  const ofBooks = groundOf(books, byAddress, isClaimed);
  const ofKeepers = groundOf(excluded.filter(groundKeeper(driver)), byAddress, isClaimed);
  const ground = new Set([...ofBooks, ...ofKeepers, ...placesOf(excluded, byAddress, driver, isClaimed)]);
  if (!claimed && ground.size > 0) {
    const others = objects.filter((object) => !ground.has(object));
    for (const object of groundOf(others, byAddress, () => false)) ground.delete(object);
  }
  for (const object of ground) {
    const reason = ofBooks.has(object)
      ? 'a migration tool’s table stands on it'
      : ofKeepers.has(object)
        ? 'what is left alone stands on it'
        : 'what is left alone lies in it';
    unmanaged.push(unmanagedObject(object, reason));
  }
  return ground.size === 0 ? objects : objects.filter((object) => !ground.has(object));
}

/** The places that objects lie in. */
function placesOf(
  objects: readonly SchemaObject[],
  { get }: { get(address: Address): SchemaObject | undefined },
  driver: Pick<Driver, 'kinds'>,
  isExempt: (address: Address) => boolean,
): readonly SchemaObject[] {
  const isPlace = placeTest(driver);
  const needs = new Set(objects.flatMap((object) => object.needs));
  return [...needs].flatMap((address) => {
    const place = get(address);
    return place && isPlace(place) && !isExempt(address) ? [place] : [];
  });
}

/** Finds what the server lets nothing go from under. */
function groundKeeper({ kinds }: Pick<Driver, 'kinds'>): (object: SchemaObject) => boolean {
  const keepers = new Set(kinds.flatMap(({ kind, optIn }) => (optIn?.keepsGround ? [kind] : [])));
  return ({ kind }) => keepers.has(kind);
}

function placeTest({ kinds }: Pick<Driver, 'kinds'>): (object: SchemaObject) => boolean {
  const places = new Set(kinds.flatMap(({ kind, isPlace }) => (isPlace ? [kind] : [])));
  return ({ kind }) => places.has(kind);
}

/** What of a state the books of migration tools that are beside it stand on, and what else would not let it go, and the places that whatever is beside it may lie in. */
export function groundOfKept(
  state: Catalogue,
  beside: Catalogue,
  driver: Pick<Driver, 'kinds'>,
): readonly SchemaObject[] {
  const keeps = groundKeeper(driver);
  const either = { get: (address: Address) => state.get(address) ?? beside.get(address) };
  const ground = groundOf(
    [...beside].filter((object) => isBook(object, driver) || keeps(object)),
    either,
    () => false,
  );
  const isPlace = placeTest(driver);
  // What lies in a place moves with it: of one that is renamed, what is beside the state knows the old name.
  const places = beside.size > 0 ? [...state].filter(isPlace) : [];
  return [...[...ground].filter(({ address }) => state.get(address) !== undefined), ...places];
}

/** What objects need and lie in, and what that needs in turn. */
function groundOf(
  objects: readonly SchemaObject[],
  { get }: { get(address: Address): SchemaObject | undefined },
  isExempt: (address: Address) => boolean,
): Set<SchemaObject> {
  const ground = new Set<SchemaObject>();
  const pending = [...objects];
  for (const { needs, parent } of pending) {
    for (const address of parent === undefined ? needs : [...needs, parent]) {
      const base = get(address);
      if (!base || ground.has(base) || isExempt(address)) continue;
      ground.add(base);
      pending.push(base);
    }
  }
  return ground;
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

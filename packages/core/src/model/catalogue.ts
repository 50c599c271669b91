import { type Address, byCodeUnit } from './address.js';
import { type Hash, rootHash } from './hash.js';
import type { SchemaObject } from './object.js';

/** A set of objects with the look-ups that planning needs, iterated in the order of addresses. */
export interface Catalogue extends Iterable<SchemaObject> {
  readonly size: number;
  /** The hash of everything in it; computed when first read. */
  readonly root: Hash;
  get(address: Address): SchemaObject | undefined;
  has(address: Address): boolean;
  /** The objects whose parent this is. */
  children(of: Address): readonly SchemaObject[];
  /** The objects that need this one. */
  dependents(of: Address): readonly SchemaObject[];
}

const none: readonly SchemaObject[] = Object.freeze([]);

/** Indexes objects into a catalogue. Two objects at one address are a defect of the kind that made them, and throw. */
export function createCatalogue(objects: Iterable<SchemaObject>): Catalogue {
  const sorted = [...objects].sort((a, b) => byCodeUnit(a.address, b.address));
  const byAddress = new Map<Address, SchemaObject>();
  for (const object of sorted) {
    if (byAddress.has(object.address)) throw new TypeError(`two objects at ${object.address}`);
    byAddress.set(object.address, object);
  }
  const children = lazy(() => group(sorted, (object) => (object.parent ? [object.parent] : [])));
  const dependents = lazy(() => group(sorted, (object) => object.needs));
  const root = lazy(() => rootHash(sorted));
  return {
    size: sorted.length,
    get root() {
      return root();
    },
    get: (address) => byAddress.get(address),
    has: (address) => byAddress.has(address),
    children: (of) => children().get(of) ?? none,
    dependents: (of) => dependents().get(of) ?? none,
    [Symbol.iterator]: () => sorted[Symbol.iterator](),
  };
}

/** A catalogue of nothing: where every creation starts. */
export const emptyCatalogue: Catalogue = createCatalogue([]);

/** Two catalogues as one. */
export function unite(one: Catalogue, other: Catalogue): Catalogue {
  if (other.size === 0) return one;
  return one.size === 0 ? other : createCatalogue([...one, ...other]);
}

function lazy<T>(compute: () => T): () => T {
  let box: { readonly value: T } | undefined;
  return () => {
    box ??= { value: compute() };
    return box.value;
  };
}

function group(
  objects: readonly SchemaObject[],
  keys: (object: SchemaObject) => readonly Address[],
): Map<Address, SchemaObject[]> {
  const groups = new Map<Address, SchemaObject[]>();
  for (const object of objects) {
    for (const key of keys(object)) {
      const members = groups.get(key);
      if (members) members.push(object);
      else groups.set(key, [object]);
    }
  }
  return groups;
}

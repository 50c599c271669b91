import type { Rename } from '../contract/change.js';
import type { Driver } from '../contract/driver.js';
import type { Unforetold } from '../contract/kind.js';
import { type Address, address, partsOf } from '../model/address.js';
import { append } from '../model/append.js';
import { type Catalogue, createCatalogue } from '../model/catalogue.js';
import { type SchemaObject, schemaObject } from '../model/object.js';
import { Along, changesPlace, companionsIn, inPlaceOf, isPlace, readdress } from './along.js';
import { kindOf } from './kinds.js';
import { inSequence } from './rename-chains.js';
import type { MemberRename, ObjectRename } from './rename-reading.js';

/** A base as the server will have it once the renames are made. */
export interface Followed {
  readonly catalogue: Catalogue;
  /** Where each object goes that does not stay at its address: the renamed ones, and what lies in them. */
  readonly moved: ReadonlyMap<Address, Address>;
  /** Goal addresses of what the server rewrites in a way that only the server knows. */
  readonly unforetold: ReadonlyMap<Address, Unforetold>;
}

/** What is called otherwise, though it is no object's own name, once the objects of a base are as in a goal. */
export function broughtAlong(base: Catalogue, goal: Catalogue, { kinds }: Driver): readonly Rename[] {
  const bringing = new Map(kinds.flatMap(({ kind, brings }) => (brings ? [[kind, brings] as const] : [])));
  if (bringing.size === 0) return [];
  return Array.from(base).flatMap((from): readonly Rename[] => {
    const to = bringing.has(from.kind) ? goal.get(from.address) : undefined;
    const brought = to && bringing.get(from.kind)?.(from, to);
    return brought ? [{ of: 'object', from: from.address, to: from.address, name: from.name, brought }] : [];
  });
}

/** Moves what is renamed with all that lies in it, and rewrites what refers to it as the server will. */
export function followRenames(
  base: Catalogue,
  renames: readonly Rename[],
  driver: Driver,
  brought: readonly Rename[] = [],
): Followed {
  if (renames.length === 0 && brought.length === 0) return { catalogue: base, moved: new Map(), unforetold: new Map() };
  const named = new Map(renames.flatMap((rename) => (rename.of === 'object' ? [[rename.from, rename] as const] : [])));
  const moved = movesOf(base, named, driver);
  const sequence = oneByOne(renames);
  const along = new Along(base, renames, sequence, moved, driver);
  const starts = Array.from(base, ({ address: at }) => at);
  const asides = new Set<Address>();
  let objects = Array.from(base, (object) => {
    const there = move(object, moved, named.get(object.address));
    const more = along.asides(object.address);
    for (const each of more) asides.add(each);
    return more.length === 0 ? there : schemaObject({ ...there, needs: [...there.needs, ...more] });
  });
  const unforetold = new Map<Address, Unforetold>();
  for (const rename of [...sequence, ...brought]) {
    const readdressed = new Map<Address, Address>();
    objects = objects.map((object, i) => {
      let followed = object;
      for (const each of along.with(rename, starts[i] ?? object.address)) {
        const next = kindOf(driver, object.kind).follow?.(followed, each) ?? followed;
        if (next === 'rewritten') unforetold.set(object.address, 'rewritten');
        else followed = next;
      }
      if (followed.address !== object.address) readdressed.set(object.address, followed.address);
      return followed;
    });
    // What a name is part of is called otherwise with it: a function by the types that it takes.
    if (readdressed.size > 0) {
      for (const { address: at, parent } of objects) {
        const next = parent && readdressed.get(parent);
        if (parent && next) readdressed.set(at, readdress(at, parent, next));
      }
      objects = objects.map((object) => move(object, readdressed));
      const origins = new Map(Array.from(moved, ([from, to]) => [to, from]));
      for (const [from, to] of readdressed) moved.set(origins.get(from) ?? from, to);
    }
  }
  const isThere = (need: Address) => !asides.has(need);
  const settled = objects.map((object) =>
    object.needs.every(isThere) ? object : schemaObject({ ...object, needs: object.needs.filter(isThere) }),
  );
  return { catalogue: createCatalogue(settled), moved, unforetold };
}

/** The name that stands in for another while names trade places. */
export function nameAside(number: number): string {
  return `_schema_sync_aside_${number}`;
}

/** The address of something under another name. */
export function besides(of: Address, name: string): Address {
  const { kind, parts } = partsOf(of);
  return address(kind, ...parts.slice(0, -1), name);
}

/** A kind follows one rename after the other, so names that trade places must not meet on the way. */
function oneByOne(renames: readonly Rename[]): readonly Rename[] {
  const objects = renames.filter((rename): rename is ObjectRename => rename.of === 'object');
  const members = new Map<Address, MemberRename[]>();
  for (const rename of renames) {
    if (rename.of === 'member') append(members, rename.object, rename);
  }
  return [
    ...inSequence(objects, (rename, number) => {
      const name = nameAside(number);
      const aside = besides(rename.to, name);
      return [
        { ...rename, to: aside, name },
        { ...rename, from: aside },
      ];
    }),
    ...[...members.values()].flatMap((own) =>
      inSequence(own, (rename, number) => {
        const name = nameAside(number);
        return [
          { ...rename, to: name },
          { ...rename, from: name },
        ];
      }),
    ),
  ];
}

/** All at once, so that names can change hands: what one rename frees another can take. */
function movesOf(base: Catalogue, named: ReadonlyMap<Address, ObjectRename>, driver: Driver): Map<Address, Address> {
  const moved = new Map<Address, Address>();
  const carry = (object: SchemaObject, ...ways: readonly (readonly [from: Address, to: Address])[]) => {
    const there = ways.map((way) => readdress(object.address, ...way)).find((at) => at !== object.address);
    const at = named.get(object.address)?.to ?? there;
    if (at) moved.set(object.address, at);
    descend(object.address, ways.slice(1));
  };
  const companions = companionsIn(base, driver);
  const descend = (parent: Address, places: readonly (readonly [from: Address, to: Address])[]) => {
    for (const child of base.children(parent)) carry(child, [parent, moved.get(parent) ?? parent], ...places);
  };
  for (const rename of named.values()) moved.set(rename.from, rename.to);
  for (const { from, to } of named.values()) {
    descend(from, []);
    if (changesPlace(from, to)) {
      for (const { address: at } of companions(from)) {
        if (!named.has(at)) moved.set(at, inPlaceOf(at, to));
        descend(at, []);
      }
    }
    if (!isPlace(from, driver)) continue;
    // What lies in something else there may be called after the place alone.
    for (const object of base.dependents(from)) if (object.parent === undefined) carry(object, [from, to], [from, to]);
  }
  return moved;
}

function move(object: SchemaObject, moved: ReadonlyMap<Address, Address>, rename?: ObjectRename): SchemaObject {
  const parent = object.parent && moved.get(object.parent);
  const to = moved.get(object.address);
  if (!to && !parent && !object.needs.some((need) => moved.has(need))) return object;
  return schemaObject({
    ...object,
    address: to ?? object.address,
    name: rename?.name ?? object.name,
    ...(parent && { parent }),
    needs: object.needs.map((need) => moved.get(need) ?? need),
  });
}

import type { Change } from '../contract/change.js';
import type { Driver } from '../contract/driver.js';
import { kindOf } from '../diff/kinds.js';
import type { Address } from '../model/address.js';
import { append } from '../model/append.js';
import type { Catalogue } from '../model/catalogue.js';
import type { SchemaObject } from '../model/object.js';

/** The addresses of both sides at which changes happen. */
export function addressesOf(changes: readonly Change[]): ReadonlySet<Address> {
  return new Set(
    changes.flatMap((change) => [
      change.address,
      ...('from' in change ? [change.from.address] : []),
      ...('to' in change ? [change.to.address] : []),
    ]),
  );
}

/** Adds to addresses what lies in the objects there or needs them, in any of these states, directly or through each other. */
export function addAbove(addresses: Set<Address>, states: readonly Catalogue[]): void {
  // A set that grows while it is walked yields what was added, too.
  for (const address of addresses) {
    for (const state of states) {
      if (!state.has(address)) continue;
      for (const object of [...state.children(address), ...state.dependents(address)]) addresses.add(object.address);
    }
  }
}

/** The objects of both sides to which changes happen. */
export function sidesOf(change: Change): readonly SchemaObject[] {
  return [...('from' in change ? [change.from] : []), ...('to' in change ? [change.to] : [])];
}

/**
 * Of what is left alone, all that a change at these addresses could harm: it is there itself, or lies in it, needs it or refers to it, directly or through each other.
 * `known` is what references may name beside what is left alone.
 */
export function standingOn(
  touched: ReadonlySet<Address>,
  kept: Iterable<SchemaObject>,
  known: readonly SchemaObject[],
  driver: Driver,
): readonly SchemaObject[] {
  const standing = new Map<Address, SchemaObject>();
  const above = new Map<Address, SchemaObject[]>();
  const named = relationsByName([...known, ...kept], driver);
  for (const object of kept) {
    const ties = tiesOf(object, named, driver);
    if (touched.has(object.address) || ties.some((tie) => touched.has(tie))) standing.set(object.address, object);
    for (const tie of ties) append(above, tie, object);
  }
  // A map that grows while it is walked yields what was added, too.
  for (const at of standing.keys()) for (const object of above.get(at) ?? []) standing.set(object.address, object);
  return [...standing.values()];
}

function relationsByName(objects: readonly SchemaObject[], driver: Driver): ReadonlyMap<string, readonly Address[]> {
  const named = new Map<string, Address[]>();
  for (const object of objects) {
    const relation = kindOf(driver, object.kind).relation?.(object);
    if (relation) append(named, driver.dialect.fold(relation.name), object.address);
  }
  return named;
}

function tiesOf(
  object: SchemaObject,
  named: ReadonlyMap<string, readonly Address[]>,
  driver: Driver,
): readonly Address[] {
  const foreignKeys = kindOf(driver, object.kind).relation?.(object).foreignKeys ?? [];
  return [
    ...(object.parent ? [object.parent] : []),
    ...object.needs,
    ...foreignKeys.flatMap(({ references }) => named.get(driver.dialect.fold(references.table)) ?? []),
  ];
}

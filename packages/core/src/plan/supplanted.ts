import type { Change } from '../contract/change.js';
import type { Driver } from '../contract/driver.js';
import { replacement } from '../diff/diff.js';
import type { Difference } from '../diff/difference.js';
import { kindOf, nameKeys, titleOf } from '../diff/kinds.js';
import { type Address, partsOf } from '../model/address.js';
import { grouped } from '../model/grouped.js';
import type { SchemaObject } from '../model/object.js';

/**
 * What goes while something else is called as it was from then on: what stands on the name stands on another object, though it says the same. By the address of what goes.
 */
export function supplantersIn(difference: Difference, driver: Driver): ReadonlyMap<Address, SchemaObject> {
  const { changes, moved, whole } = difference;
  const coming = new Map<string, SchemaObject>();
  for (const { verb, address, kind } of changes) {
    const to = verb === 'create' || verb === 'rename' ? whole.goal.get(address) : undefined;
    if (to) for (const key of nameKeys(kind, address, driver)) coming.set(key, to);
  }
  const namesakes = changes.flatMap(({ verb, address, kind }) => {
    if (verb !== 'drop') return [];
    // With its place it would be called otherwise by then.
    const called = moved.get(address) ?? address;
    const found = nameKeys(kind, called, driver).flatMap((key) => coming.get(key) ?? [])[0];
    return found ? [[address, found] as const] : [];
  });
  return new Map([...overloadsIn(difference, driver), ...namesakes]);
}

/**
 * Of what is called by no more than a part of its name, that to which others come to refer with the same words, be it new or there all along. What changes its words has let
 * go of what goes by itself.
 */
function overloadsIn(
  { changes, moved, whole: { base, goal } }: Difference,
  driver: Driver,
): readonly (readonly [Address, SchemaObject])[] {
  const calledAs = (object: SchemaObject) => {
    const bare = kindOf(driver, object.kind).bareName?.(object);
    return bare === undefined
      ? undefined
      : JSON.stringify([object.kind, partsOf(object.address).parts.slice(0, -1), bare]);
  };
  const going = changes.flatMap((change) => {
    const called = change.verb === 'drop' ? calledAs(change.from) : undefined;
    return called === undefined ? [] : [{ at: change.address, called }];
  });
  if (going.length === 0) return [];
  const called = grouped(goal, calledAs);
  const changed = new Set(changes.map((change) => change.address));
  return going.flatMap(({ at, called: by }) => {
    const overloads = new Map((called.get(by) ?? []).map((each) => [each.address, each]));
    if (overloads.size === 0) return [];
    const left = base.dependents(at).flatMap((each) => {
      const to = goal.get(moved.get(each.address) ?? each.address);
      return to && !to.needs.includes(at) ? [to] : [];
    });
    // What stays as it is says the same; what is altered may say something else, and another one tells better.
    const inOrder = [
      ...left.filter((each) => !changed.has(each.address)),
      ...left.filter((each) => changed.has(each.address)),
    ];
    const found = inOrder.flatMap(({ needs }) => needs).flatMap((need) => overloads.get(need) ?? [])[0];
    return found ? [[at, found] as const] : [];
  });
}

/** The drop of something that another object takes the place of, as what stands on both sees it. */
export function asReplaced(change: Change, by: SchemaObject, driver: Driver): Change {
  if (change.verb !== 'drop') return change;
  const { kind, address, from } = change;
  return { ...replacement(from, by, `it is a ${titleOf(by.kind, driver)} now`), kind, address };
}

import type { Change, RenameHint } from '../contract/change.js';
import type { Driver } from '../contract/driver.js';
import { followRenames } from '../diff/follow-renames.js';
import { membersOf, type ObjectRename } from '../diff/rename-reading.js';
import { type Address, partsOf } from '../model/address.js';
import { append } from '../model/append.js';
import { type Catalogue, createCatalogue } from '../model/catalogue.js';
import { type Hash, hashOf } from '../model/hash.js';
import type { SchemaObject } from '../model/object.js';
import type { PlanState } from '../plan/plan-format.js';
import { sidesOf } from '../plan/standing.js';

/**
 * A state of which a plan has the hashes, put together from what is there, under the names that it had or is to have, and what changes were made of: nothing is in it that was
 * otherwise. Where an object is known by its hash alone, its address.
 */
export function gatherState(
  { objects }: PlanState,
  current: Catalogue,
  changes: readonly Change[],
  driver: Driver,
): Catalogue | { readonly unknown: Address } {
  const seen = new Map<Address, SchemaObject[]>();
  for (const object of [...current, ...underOtherNames(current, changes, driver), ...changes.flatMap(sidesOf)])
    append(seen, object.address, object);
  const found: SchemaObject[] = [];
  for (const [address, hash] of Object.entries(objects) as [Address, Hash][]) {
    const object = seen.get(address)?.find((each) => hashOf(each) === hash);
    if (!object) return { unknown: address };
    found.push(object);
  }
  return createCatalogue(found);
}

/** What is there as it is called where the renames are made that can be: what goes along with what is renamed has no change of its own. */
function underOtherNames(current: Catalogue, changes: readonly Change[], driver: Driver): Iterable<SchemaObject> {
  const renames = changes.flatMap((change): ObjectRename[] => {
    if (change.verb !== 'rename') return [];
    const { from, to } = change;
    const isOpen = current.has(from.address) && !current.has(to.address);
    return isOpen ? [{ of: 'object', from: from.address, to: to.address, name: to.name }] : [];
  });
  return renames.length === 0 ? [] : followRenames(current, renames, driver).catalogue;
}

interface Pair {
  readonly from: readonly string[];
  readonly to: readonly string[];
}

/** What is renamed on a way, or on one after another, as far as it is still to be renamed between these states. */
export function renamesAlong(
  ways: readonly (readonly Change[])[],
  from: Catalogue,
  to: Catalogue,
  driver: Driver,
): readonly RenameHint[] {
  const pairs: Pair[] = [];
  for (const changes of ways) {
    const own = changes.flatMap(renamedIn);
    const joined = pairs.flatMap((before) =>
      own.flatMap((next) => (keyOf(next.from) === keyOf(before.to) ? [{ from: before.from, to: next.to }] : [])),
    );
    pairs.push(...own, ...joined);
  }
  if (pairs.length === 0) return [];
  const [now, then] = [namesIn(from, driver), namesIn(to, driver)];
  const isOpen = (pair: Pair) => {
    const [old, renamed] = [keyOf(pair.from), keyOf(pair.to)];
    return now.has(old) && !now.has(renamed) && then.has(renamed) && !then.has(old);
  };
  return pairs.filter(isOpen).map((pair) => ({ ...pair, at: 'the journal' }));
}

function renamedIn(change: Change): readonly Pair[] {
  if (change.verb === 'rename')
    return [{ from: partsOf(change.from.address).parts, to: partsOf(change.to.address).parts }];
  if (change.verb !== 'alter') return [];
  const [before, after] = [partsOf(change.from.address).parts, partsOf(change.to.address).parts];
  return change.deltas.flatMap(({ type, from, to }) =>
    type.startsWith('rename-') && typeof from === 'string' && typeof to === 'string'
      ? [{ from: [...before, from], to: [...after, to] }]
      : [],
  );
}

/** All that has a name, and what is in it. */
function namesIn(state: Catalogue, driver: Driver): ReadonlySet<string> {
  return new Set(
    Array.from(state).flatMap((object) => {
      const { parts } = partsOf(object.address);
      const members = membersOf(object, driver) ?? new Map<string, string>();
      return [keyOf(parts), ...Array.from(members.keys(), (member) => keyOf([...parts, member]))];
    }),
  );
}

function keyOf(parts: readonly string[]): string {
  return JSON.stringify(parts);
}

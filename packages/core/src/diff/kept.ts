import type { Driver } from '../contract/driver.js';
import { SyncError } from '../errors.js';
import type { Address } from '../model/address.js';
import { type Catalogue, createCatalogue, unite } from '../model/catalogue.js';
import { type SchemaObject, schemaObject } from '../model/object.js';
import type { Lost } from './difference.js';
import type { Followed } from './follow-renames.js';
import { kindOf, nameKeys } from './kinds.js';

/**
 * A goal with what is left alone beside it: all of it, as the server rewrites it, but for what cannot stand there, because what it lies in goes or because its own
 * kind says so.
 */
export function withKept(
  goal: Catalogue,
  kept: Catalogue,
  { catalogue: before, moved, unforetold }: Followed,
  driver: Driver,
  lost: readonly Lost[] = [],
): { readonly whole: Catalogue; readonly unforetold: Followed['unforetold'] } {
  const missing = lost.flatMap((each) => (each.kept && !goal.has(each.object.address) ? [each.object] : []));
  if (kept.size === 0 && missing.length === 0) return { whole: goal, unforetold };
  const uncertain = new Map(unforetold);
  const candidates = Array.from(kept, ({ address }) => before.get(moved.get(address) ?? address)).filter(
    (object) => object !== undefined,
  );
  const standing = rootedIn(goal, candidates);
  refuseSharedNames(goal, standing, driver);
  const after = unite(goal, createCatalogue(standing));
  const carried = standing.flatMap((object) => {
    const { carry } = kindOf(driver, object.kind);
    const carriedOver = carry ? carry(object, { before, after }) : object;
    if (typeof carriedOver !== 'string') return carriedOver ?? [];
    if (uncertain.get(object.address) !== 'rewritten') uncertain.set(object.address, carriedOver);
    return object;
  });
  const returning = returnable(missing, goal, carried, driver);
  // What it stands on may have changed since.
  for (const { address } of returning) uncertain.set(address, 'reread');
  const rooted = rootedIn(goal, [...carried, ...returning]);
  const present = new Set(rooted.map(({ address }) => address));
  const beside = rooted.map((object) => {
    const needs = object.needs.filter((need) => goal.has(need) || present.has(need));
    return needs.length === object.needs.length ? object : schemaObject({ ...object, needs });
  });
  return { whole: unite(goal, createCatalogue(beside)), unforetold: uncertain };
}

/** Of what is left alone and was lost, what finds all that it stands on, and its name free. */
function returnable(
  missing: readonly SchemaObject[],
  goal: Catalogue,
  carried: readonly SchemaObject[],
  driver: Driver,
): readonly SchemaObject[] {
  const keys = ({ kind, address }: SchemaObject) => nameKeys(kind, address, driver);
  const taken = new Set([...goal, ...carried].flatMap(keys));
  const there = new Set([...carried, ...missing].map(({ address }) => address));
  return missing.filter(
    (object) =>
      !keys(object).some((key) => taken.has(key)) && object.needs.every((need) => goal.has(need) || there.has(need)),
  );
}

/** Those that lie in nothing that is gone. */
function rootedIn(goal: Catalogue, objects: readonly SchemaObject[]): readonly SchemaObject[] {
  const byAddress = new Map<Address, SchemaObject>(objects.map((object) => [object.address, object]));
  const isRooted = ({ parent }: SchemaObject): boolean => {
    if (parent === undefined || goal.has(parent)) return true;
    const own = byAddress.get(parent);
    return own !== undefined && isRooted(own);
  };
  return objects.filter(isRooted);
}

function refuseSharedNames(goal: Catalogue, kept: readonly SchemaObject[], driver: Driver): void {
  const keys = ({ kind, address }: SchemaObject) => nameKeys(kind, address, driver);
  const names = new Map(kept.flatMap((object) => keys(object).map((key) => [key, object] as const)));
  for (const object of goal) {
    const other = keys(object).flatMap((key) => names.get(key) ?? [])[0];
    if (!other) continue;
    throw new SyncError({
      code: 'PLAN_IMPOSSIBLE',
      op: 'diff',
      message: `the desired state has ${object.address}, and that name belongs to ${other.address}${other.parent ? ` of ${other.parent}` : ''}, which is left alone`,
      hint: 'Give it another name, or let what has the name be managed: exclude neither it nor what it lies in.',
    });
  }
}

import type { Change } from '../contract/change.js';
import type { Driver } from '../contract/driver.js';
import type { Batch } from '../contract/step.js';
import { kindOf } from '../diff/kinds.js';
import type { Inspection } from '../inspect/inspect.js';
import { type Address, byCodeUnit, partsOf } from '../model/address.js';
import { unite } from '../model/catalogue.js';
import { type Hash, hashOf } from '../model/hash.js';
import type { SchemaObject } from '../model/object.js';
import type { Plan, PlanState } from '../plan/plan-format.js';
import { seedOf } from '../plan/seeds.js';
import { addAbove, addressesOf, sidesOf, standingOn } from '../plan/standing.js';
import { References } from './references.js';
import type { Drift } from './verify.js';

/** What of an inspection is compared. */
export type Seen = Pick<Inspection, 'catalogue' | 'kept'>;

/** What of a way of a plan has not run yet, and what has. */
export interface Rest {
  readonly start: PlanState;
  readonly end: PlanState;
  /** The changes of this way. */
  readonly changes: readonly Change[];
  /** The changes that steps which ran belong to. */
  readonly begun: ReadonlySet<string>;
  /** What is still to run: of the first batch, maybe not all of its steps. */
  readonly ahead: readonly Batch[];
  /** How the database reads in the middle of what no plan foretells, where that is known. */
  readonly middle?: Seen;
}

/** What is left of a way of a plan where these batches have not run. */
export function restOf(plan: Plan, direction: 'up' | 'down', ahead: readonly Batch[]): Rest {
  const isUp = direction === 'up';
  const still = new Set(ahead.flatMap(({ steps }) => steps.map(({ number }) => number)));
  const steps = (isUp ? plan.up : plan.down).flatMap((batch) => batch.steps);
  return {
    start: isUp ? plan.base : plan.goal,
    end: isUp ? plan.goal : plan.base,
    changes: isUp ? plan.changes : plan.inverse,
    begun: new Set(steps.flatMap(({ number, change }) => (still.has(number) ? [] : [change]))),
    ahead,
  };
}

/** The changes that a rest has steps of. */
export function changesAhead({ changes, ahead }: Pick<Rest, 'changes' | 'ahead'>): readonly Change[] {
  const ids = changeIds(ahead);
  return changes.filter(({ id }) => ids.has(id));
}

/**
 * What the rest of a plan would meet otherwise than it expects: of what it changes, writes rows to, and what stands on that, needs it or is referred to by it. What
 * is elsewhere is none of its business; reading the database again at the end tells of it.
 */
export function driftBefore(rest: Rest, began: Seen, now: Seen, driver: Driver): Drift | undefined {
  const expected = new Expectations(rest);
  const drift = { added: [] as Address[], removed: [] as Address[], changed: [] as Address[] };
  for (const address of [...metBy(rest, began, now, driver)].sort(byCodeUnit)) {
    const object = objectIn(now, address);
    if (expected.allow(address, object && hashOf(object))) continue;
    if (!object) drift.removed.push(address);
    else (expected.knows(address) ? drift.changed : drift.added).push(address);
  }
  return Object.values(drift).some((addresses) => addresses.length > 0) ? drift : undefined;
}

function metBy(rest: Rest, began: Seen, now: Seen, driver: Driver): ReadonlySet<Address> {
  const states = [began, now].map(({ catalogue, kept }) => unite(catalogue, kept));
  const references = new References(states, driver);
  const ours = changesAhead(rest).flatMap(sidesOf);
  const seeded = seededTables(
    rest,
    [...states.flatMap((state) => [...state]), ...rest.changes.flatMap(sidesOf)],
    driver,
  );
  const touched = new Set([...addressesOf(changesAhead(rest)), ...seeded]);
  const met = new Set(touched);
  addAbove(met, states);
  for (const at of [...met]) for (const source of references.to(at)) met.add(source);
  for (const at of touched) for (const target of references.from(at)) met.add(target);
  for (const { parent, needs } of ours) for (const need of parent ? [parent, ...needs] : needs) met.add(need);
  const standing = new Set(
    [began, now]
      .flatMap(({ kept }) => standingOn(touched, kept, [...ours, ...states.flatMap((state) => [...state])], driver))
      .map(({ address }) => address),
  );
  const isKept = (address: Address) => began.kept.has(address) || now.kept.has(address);
  return new Set([...[...met].filter((address) => !isKept(address)), ...standing]);
}

/** Which tables the rest writes seed rows to, of those that are or were to be there. */
function seededTables({ ahead }: Rest, objects: readonly SchemaObject[], driver: Driver): readonly Address[] {
  const { fold } = driver.dialect;
  const seeds = new Set(Array.from(changeIds(ahead.filter(({ seeds }) => seeds)), (id) => fold(id)));
  if (seeds.size === 0) return [];
  return objects.flatMap((object) => {
    const relation = kindOf(driver, object.kind).relation?.(object);
    return relation && seeds.has(fold(seedOf(partsOf(object.address).parts.join('.')))) ? [object.address] : [];
  });
}

function changeIds(batches: readonly Batch[]): ReadonlySet<string> {
  return new Set(batches.flatMap(({ steps }) => steps.map(({ change }) => change)));
}

/** A hash; null for any that an object may have, undefined for no object. */
type Version = Hash | null | undefined;

/** What may be at each address in the middle of a plan. */
class Expectations {
  private readonly changesAt = new Map<Address, Change[]>();
  private readonly ahead: ReadonlySet<string>;

  constructor(private readonly rest: Rest) {
    this.ahead = changeIds(rest.ahead);
    for (const change of rest.changes) {
      for (const address of addressesOf([change])) {
        const list = this.changesAt.get(address);
        if (list) list.push(change);
        else this.changesAt.set(address, [change]);
      }
    }
  }

  allow(address: Address, found: Hash | undefined): boolean {
    const versions = this.versions(address);
    return versions.has(found) || (found !== undefined && versions.has(null));
  }

  /** Whether there may be anything at all. */
  knows(address: Address): boolean {
    return [...this.versions(address)].some((version) => version !== undefined);
  }

  private versions(address: Address): ReadonlySet<Version> {
    const { start, end, begun, middle } = this.rest;
    if (middle) {
      const object = objectIn(middle, address);
      return new Set([object && hashOf(object)]);
    }
    const changes = this.changesAt.get(address) ?? [];
    // Without a step of its own it goes with another object, or the server rewrites it when something is renamed.
    const isLoose = changes.every(({ id }) => !begun.has(id) && !this.ahead.has(id));
    if (isLoose) return new Set([versionIn(start, address), versionIn(end, address)]);
    const hashes = (side: 'from' | 'to') => changes.flatMap((change) => hashesAt(address, change, side));
    // What is to go, for a while or for good, may have gone with what it lies in.
    const isGone = changes.some(({ verb }) => verb === 'drop' || verb === 'replace');
    const gone = isGone ? [undefined] : [];
    if (changes.every(({ id }) => !begun.has(id))) {
      return new Set([versionIn(start, address), ...hashes('from'), ...gone]);
    }
    if (changes.every(({ id }) => !this.ahead.has(id))) return new Set([versionIn(end, address), ...hashes('to')]);
    if (changes.some(({ id, verb }) => verb === 'alter' && begun.has(id) && this.ahead.has(id))) return new Set();
    return new Set([versionIn(start, address), versionIn(end, address), undefined, ...hashes('from'), ...hashes('to')]);
  }
}

/** The hash of what a change finds at an address, or of what it leaves there. */
export function hashesAt(address: Address, change: Change, side: 'from' | 'to'): readonly Hash[] {
  const object =
    side === 'from' ? ('from' in change ? change.from : undefined) : 'to' in change ? change.to : undefined;
  return object?.address === address ? [hashOf(object)] : [];
}

/** Whether a plan knows its two ends and not what is here between them: the server reads a definition otherwise, or rewrites it, where only some of the changes were made. */
export function isUnforetold({ changes, begun, ahead }: Rest): boolean {
  const ids = changeIds(ahead);
  return changes.some(({ id }) => begun.has(id)) && changes.some(({ id }) => ids.has(id));
}

function objectIn({ catalogue, kept }: Seen, address: Address): SchemaObject | undefined {
  return catalogue.get(address) ?? kept.get(address);
}

function versionIn({ objects, kept = {} }: PlanState, address: Address): Version {
  return Object.hasOwn(objects, address) ? objects[address] : Object.hasOwn(kept, address) ? kept[address] : undefined;
}

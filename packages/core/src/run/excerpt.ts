import type { Driver } from '../contract/driver.js';
import type { Address } from '../model/address.js';
import { type Catalogue, createCatalogue } from '../model/catalogue.js';
import { hashOf } from '../model/hash.js';
import type { SchemaObject } from '../model/object.js';
import type { Plan } from '../plan/plan-format.js';
import { addAbove, addressesOf } from '../plan/standing.js';
import { References } from './references.js';

/** The two ends of a plan, or the part of them that the plan has to do with. */
export interface Ends {
  readonly base: Catalogue;
  readonly goal: Catalogue;
}

/** Up to how many objects a base is built as a whole, which takes no longer than finding out what can be left out. */
export const wholeUpTo = 1000;

/**
 * Cuts out of two states what a plan changes and what its statements can meet there: what lies in it, stands on it or refers to it, and what all of that stands on.
 * What is left out is the same on both sides.
 */
export function excerpt(
  ends: Ends,
  plan: Pick<Plan, 'changes' | 'inverse'>,
  driver: Driver,
  more: readonly Address[] = [],
): Ends {
  const surroundings = new Surroundings(ends, driver);
  for (const address of [...changedIn(ends, plan), ...more]) surroundings.change(address);
  for (const address of readAgain(ends, plan, driver)) surroundings.keep(address);
  const kept = surroundings.gather();
  const cut = (catalogue: Catalogue) => createCatalogue([...catalogue].filter(({ address }) => kept.has(address)));
  return { base: cut(ends.base), goal: cut(ends.goal) };
}

/** All that a plan names, and all that differs: a server rewrites what refers to something that is renamed, without a change of its own. */
function changedIn({ base, goal }: Ends, { changes, inverse }: Pick<Plan, 'changes' | 'inverse'>): Set<Address> {
  const changed = new Set(addressesOf([...changes, ...inverse]));
  for (const object of base) {
    const other = goal.get(object.address);
    if (other !== object && (!other || hashOf(other) !== hashOf(object))) changed.add(object.address);
  }
  for (const { address } of goal) if (!base.has(address)) changed.add(address);
  return changed;
}

/** What the server looks at whatever is altered. */
function readAgain(
  { base, goal }: Ends,
  { changes, inverse }: Pick<Plan, 'changes' | 'inverse'>,
  driver: Driver,
): readonly Address[] {
  const kinds = new Set(driver.kinds.flatMap(({ kind, readAgain: always }) => (always ? [kind] : [])));
  const touches = [...changes, ...inverse].some(({ verb }) => verb === 'alter' || verb === 'rename');
  if (!touches || kinds.size === 0) return [];
  return [...base, ...goal].flatMap(({ kind, address }) => (kinds.has(kind) ? [address] : []));
}

/** Collects addresses with what is near them, in both states at once. */
class Surroundings {
  private readonly kept = new Set<Address>();
  /** What the changes reach: each of these is looked at from all sides. */
  private readonly reached = new Set<Address>();
  private readonly references: References;

  constructor(
    private readonly ends: Ends,
    driver: Driver,
  ) {
    this.references = new References([ends.base, ends.goal], driver);
  }

  change(address: Address): void {
    this.reached.add(address);
  }

  keep(address: Address): void {
    this.kept.add(address);
  }

  gather(): ReadonlySet<Address> {
    addAbove(this.reached, [this.ends.base, this.ends.goal]);
    for (const address of this.reached) this.kept.add(address);
    for (const address of this.reached) {
      for (const target of this.references.from(address)) this.keepWhole(target);
      for (const source of this.references.to(address)) {
        this.keepWhole(source);
        for (const target of this.references.from(source)) this.keepWhole(target);
      }
    }
    for (const address of this.kept) {
      for (const { object } of this.around(address)) for (const need of needsOf(object)) this.kept.add(need);
    }
    return this.kept;
  }

  /** With what lies in it: an index can be what makes it a target of references. */
  private keepWhole(address: Address): void {
    this.kept.add(address);
    for (const { children } of this.around(address)) for (const child of children) this.kept.add(child.address);
  }

  private *around(address: Address) {
    for (const catalogue of [this.ends.base, this.ends.goal]) {
      const object = catalogue.get(address);
      if (object) {
        yield { object, children: catalogue.children(address), dependents: catalogue.dependents(address) };
      }
    }
  }
}

function needsOf(object: SchemaObject): readonly Address[] {
  return object.parent ? [object.parent, ...object.needs] : object.needs;
}

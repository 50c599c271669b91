import type { Rename } from '../contract/change.js';
import type { Driver } from '../contract/driver.js';
import { type Address, address, partsOf } from '../model/address.js';
import type { Catalogue } from '../model/catalogue.js';
import { grouped } from '../model/grouped.js';
import { equalJson } from '../model/json.js';
import type { SchemaObject } from '../model/object.js';
import { kindOf } from './kinds.js';
import type { ObjectRename } from './rename-reading.js';

/** Whether what is at an address is a place, with which all that is in it moves. */
export function isPlace(of: Address, driver: Driver): boolean {
  return kindOf(driver, partsOf(of).kind).isPlace === true;
}

/** A child whose address begins with its parent's names moves with it. */
export function readdress(of: Address, from: Address, to: Address): Address {
  const { kind, parts } = partsOf(of);
  const prefix = partsOf(from).parts;
  if (parts.length <= prefix.length || !prefix.every((part, i) => part === parts[i])) return of;
  return address(kind, ...partsOf(to).parts, ...parts.slice(prefix.length));
}

/** Whether something goes from one place to another, under whatever name. */
export function changesPlace(from: Address, to: Address): boolean {
  const [before, after] = [from, to].map((at) => partsOf(at).parts.slice(0, -1));
  return !equalJson(before ?? [], after ?? []);
}

/** The address of something in the place where something else is. */
export function inPlaceOf(of: Address, there: Address): Address {
  const { kind, parts } = partsOf(of);
  return address(kind, ...partsOf(there).parts.slice(0, -1), ...parts.slice(-1));
}

/** Finds what is always in the place that something else is in. */
export function companionsIn(base: Catalogue, driver: Driver): (of: Address) => readonly SchemaObject[] {
  let found: ReadonlyMap<Address | undefined, readonly SchemaObject[]> | undefined;
  return (of) => {
    found ??= grouped(base, (object) => kindOf(driver, object.kind).sharesPlace?.(object));
    return found.get(of) ?? [];
  };
}

/** Where, in the goal, what an object of the base goes along with to another place is. */
export function whereCompanionGoes(
  object: SchemaObject,
  moved: ReadonlyMap<Address, Address>,
  driver: Driver,
): Address | undefined {
  const other = kindOf(driver, object.kind).sharesPlace?.(object);
  const to = other && moved.get(other);
  return to && changesPlace(other, to) ? to : undefined;
}

/** What moves with the place that it is in, or with what is in one, is called otherwise, and what refers to it follows that as it follows a rename. */
export class Along {
  /** By addresses that a rename goes by way of: the one in the base. */
  private readonly starts: ReadonlyMap<Address, Address>;

  /** `sequence` is what the renames are made in, one after the other. */
  constructor(
    private readonly base: Catalogue,
    renames: readonly Rename[],
    sequence: readonly Rename[],
    private readonly moved: ReadonlyMap<Address, Address>,
    private readonly driver: Driver,
  ) {
    const ends = new Set(renames.flatMap((rename) => (rename.of === 'object' ? [rename.to] : [])));
    this.starts = new Map(
      sequence.flatMap((rename) => (rename.of === 'object' && !ends.has(rename.to) ? [[rename.to, rename.from]] : [])),
    );
  }

  /** A rename, and what it entails of all that the object at this address of the base has to do with, which comes first: a name with its place says more than the place alone. */
  *with(rename: Rename, at: Address): Iterable<Rename> {
    if (rename.of === 'object') yield* this.entailed(rename, at);
    yield rename;
  }

  private *entailed(rename: ObjectRename, at: Address): Iterable<Rename> {
    const start = this.starts.get(rename.from) ?? rename.from;
    const goesOn = this.starts.has(rename.to);
    if (!isPlace(start, this.driver) && !changesPlace(start, this.moved.get(start) ?? start)) return;
    const object = this.base.get(at);
    if (!object) return;
    const dependents = this.base.dependents(at).map(({ address }) => address);
    const near = new Set([at, ...(object.parent ? [object.parent] : []), ...object.needs, ...dependents]);
    for (const each of near) {
      const last = this.moved.get(each);
      if (!last || each === start || !this.goesAlong(each, start)) continue;
      const by = (way: Address) => this.onTheWay(each, start, way);
      const [from, to] = [rename.from === start ? each : by(rename.from), goesOn ? by(rename.to) : last];
      if (from !== to) yield { of: 'object', from, to, name: this.base.get(each)?.name ?? '' };
    }
  }

  /** What the object at this address of the base needs, by the addresses that it goes by way of: what is at one of them is needed, too, for as long as it is there. */
  asides(at: Address): readonly Address[] {
    if (this.starts.size === 0) return [];
    const needs = this.base.get(at)?.needs ?? [];
    return Array.from(this.starts, ([aside, start]) =>
      needs.flatMap((need) => {
        if (need === start) return [aside];
        return this.moved.has(need) && this.goesAlong(need, start) ? [this.onTheWay(need, start, aside)] : [];
      }),
    ).flat();
  }

  private onTheWay(each: Address, start: Address, way: Address): Address {
    return isPlace(start, this.driver) ? readdress(each, start, way) : inPlaceOf(each, way);
  }

  private goesAlong(each: Address, start: Address): boolean {
    if (isPlace(start, this.driver)) return readdress(each, start, address('', '')) !== each;
    const object = this.base.get(each);
    return object !== undefined && kindOf(this.driver, object.kind).sharesPlace?.(object) === start;
  }
}

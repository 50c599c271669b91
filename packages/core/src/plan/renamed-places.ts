import type { Change } from '../contract/change.js';
import type { Driver } from '../contract/driver.js';
import type { RenderContext } from '../contract/kind.js';
import type { Ref, StepDraft } from '../contract/step.js';
import { inPlaceOf, isPlace, whereCompanionGoes } from '../diff/along.js';
import type { Difference } from '../diff/difference.js';
import { type Followed, followRenames } from '../diff/follow-renames.js';
import type { Address } from '../model/address.js';
import { type SchemaObject, schemaObject } from '../model/object.js';
import { tearsDown } from './closure.js';

/** A base as it is once the places in it have their new names, and nothing else has changed. */
export class RenamedPlaces {
  /** Base address → address by then, of all that lies in a renamed place. */
  readonly moved: ReadonlyMap<Address, Address>;
  private readonly catalogue: Followed['catalogue'];
  private readonly named: ReadonlySet<Address>;
  private readonly back: ReadonlyMap<Address, Address>;

  constructor(
    private readonly difference: Difference,
    private readonly driver: Driver,
  ) {
    const places = difference.renames.filter((each) => each.of === 'object' && isPlace(each.from, driver));
    this.named = new Set(places.flatMap((each) => (each.of === 'object' ? [each.from] : [])));
    const { moved, catalogue } = followRenames(difference.whole.base, places, driver);
    this.moved = moved;
    this.catalogue = catalogue;
    this.back = new Map(Array.from(moved, ([from, to]) => [to, from]));
  }

  /** An object of the base as it is called by then. */
  called(object: SchemaObject): SchemaObject {
    if (this.named.has(object.address)) return object;
    return this.catalogue.get(this.moved.get(object.address) ?? object.address) ?? object;
  }

  /** The same for what is renamed itself: what goes along with something to another place is there by then. */
  calledForRename(object: SchemaObject): SchemaObject {
    const there = whereCompanionGoes(object, this.difference.moved, this.driver);
    return there ? schemaObject({ ...object, address: inPlaceOf(object.address, there) }) : this.called(object);
  }

  /**
   * What is taken down only by then: what stays in such a place is altered under the new name, so that what it lets go of there goes after that, and with it what that
   * stood on. By addresses in the base.
   */
  takenDownAfter(changes: readonly Change[]): ReadonlySet<Address> {
    const found = new Set<Address>();
    if (this.named.size === 0) return found;
    const { base } = this.difference.whole;
    const takenDown = new Map(
      changes.flatMap((change) => (tearsDown(change) ? [[change.from.address, change.from] as const] : [])),
    );
    const add = (at: Address | undefined): void => {
      for (let each = at; each; each = base.get(each)?.parent) {
        const object = takenDown.get(each);
        if (!object || found.has(each) || !this.moved.has(each)) continue;
        found.add(each);
        for (const need of object.needs) add(need);
      }
    };
    for (const change of changes) {
      const from = change.verb === 'alter' ? base.get(this.origin(change.address)) : undefined;
      if (!from || ![from.address, ...from.needs].some((each) => this.isAltered(each))) continue;
      for (const need of from.needs) add(need);
    }
    return found;
  }

  /** What rendering looks at, with all that lies in these places under its new name. */
  context(context: RenderContext): RenderContext {
    const before = (at: Address) => this.back.get(at) ?? at;
    return {
      ...context,
      base: this.catalogue,
      change: (at) => context.change(before(at)) ?? context.change(at),
      isKept: (at) => context.isKept(before(at)),
      moved: (at) => context.moved(before(at)),
      origin: (at) => this.moved.get(context.origin(at)) ?? context.origin(at),
      supplanter: (at) => context.supplanter(before(at)),
    };
  }

  /** A draft that was rendered so: what goes is known by what it was called at first. */
  draft(draft: StepDraft): StepDraft {
    const refs = (list: readonly Ref[] | undefined) =>
      list?.map((ref) => (ref.verb === 'drop' ? { ...ref, address: this.back.get(ref.address) ?? ref.address } : ref));
    const orders = (['after', 'before', 'preferAfter', 'preferBefore', 'until'] as const).flatMap((order) => {
      const list = refs(draft[order]);
      return list ? [[order, list] as const] : [];
    });
    return { ...draft, ...Object.fromEntries(orders) };
  }

  private origin(at: Address): Address {
    return this.difference.origins.get(at) ?? at;
  }

  /** Whether what is at this address of the base is there under another name by then and stays. */
  private isAltered(at: Address): boolean {
    return this.moved.has(at) && this.difference.whole.goal.has(this.difference.moved.get(at) ?? at);
  }
}

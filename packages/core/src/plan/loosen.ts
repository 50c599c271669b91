import type { Change } from '../contract/change.js';
import type { Server } from '../contract/connection.js';
import type { Driver } from '../contract/driver.js';
import { adjustment } from '../diff/diff.js';
import { kindOf } from '../diff/kinds.js';
import type { Address } from '../model/address.js';
import type { Catalogue } from '../model/catalogue.js';
import type { SchemaObject } from '../model/object.js';
import { circlesIn } from './circles.js';
import type { PlanNode } from './render.js';

type Lone = Extract<Change, { verb: 'create' | 'drop' }>;

/**
 * Takes changes apart whose objects need each other in a circle: what is created comes without what needs the others, and gets that when all are there; what is dropped
 * loses it first, and what others wait for with it. `circles` are those in which the changes wait for each other as they are. Undefined where no kind can do that.
 */
export function loosenCircles(
  changes: readonly Change[],
  circles: readonly (readonly PlanNode[])[],
  goal: Catalogue,
  { driver, server }: { readonly driver: Driver; readonly server: Server },
): readonly Change[] | undefined {
  const created = inCircles(changes, 'create');
  const dropped = joined(inCircles(changes, 'drop'), waitedFor(circles));
  let found = false;
  const loosened = changes.flatMap((change): readonly Change[] => {
    const object = change.verb === 'create' ? change.to : change.verb === 'drop' ? change.from : undefined;
    const others = object && (change.verb === 'create' ? created : dropped).get(object.address);
    if (!object || !others) return [change];
    const loose = kindOf(driver, object.kind).loosen?.(object, others, goal);
    if (!loose) return [change];
    found = true;
    // The half that the others wait for comes last: it is the one that is found at the address.
    return change.verb === 'create'
      ? [altered(loose, object, driver, server), { ...change, to: loose }]
      : [altered(object, loose, driver, server), { ...(change as Lone & { verb: 'drop' }), from: loose }];
  });
  return found ? loosened : undefined;
}

function altered(from: SchemaObject, to: SchemaObject, driver: Driver, server: Server): Change {
  const deltas = kindOf(driver, to.kind).compare(from, to, { server, renamed: new Map() });
  if ('replace' in deltas) throw new TypeError(`${to.kind} loosens ${to.address} to what it cannot alter`);
  return adjustment(from, to, deltas);
}

/** The objects that are dropped and make way, in a circle, for what others come to be: each with those. */
function waitedFor(circles: readonly (readonly PlanNode[])[]): ReadonlyMap<Address, ReadonlySet<Address>> {
  return new Map(
    circles.flatMap((circle) => {
      const coming = new Set(circle.flatMap(({ half, change }) => (half === 'teardown' ? [] : [change.address])));
      return circle.flatMap(({ half, change, drafts }) => {
        if (half !== 'teardown' || change.verb !== 'drop') return [];
        const before = drafts.flatMap((draft) => (draft.before ?? []).map(({ address }) => address));
        return [[change.from.address, new Set(before.filter((at) => coming.has(at)))] as const];
      });
    }),
  );
}

function joined<K, V>(one: ReadonlyMap<K, ReadonlySet<V>>, other: ReadonlyMap<K, ReadonlySet<V>>) {
  const keys = [...one.keys(), ...other.keys()];
  return new Map(keys.map((key) => [key, new Set([...(one.get(key) ?? []), ...(other.get(key) ?? [])])]));
}

/** The objects that are created, or dropped, and need each other, each with all of its circle. */
function inCircles(changes: readonly Change[], verb: Lone['verb']): ReadonlyMap<Address, ReadonlySet<Address>> {
  const objects = changes.flatMap((change) => {
    if (change.verb !== verb) return [];
    return change.verb === 'create' ? [change.to] : change.verb === 'drop' ? [change.from] : [];
  });
  const needs = new Map(
    objects.map((object) => [object.address, object.parent ? [object.parent, ...object.needs] : object.needs]),
  );
  return new Map(
    circlesIn(needs).flatMap((circle) => {
      const all = new Set(circle);
      return circle.map((address) => [address, all] as const);
    }),
  );
}

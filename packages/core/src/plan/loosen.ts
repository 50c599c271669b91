import type { Change } from '../contract/change.js';
import type { Server } from '../contract/connection.js';
import type { Driver } from '../contract/driver.js';
import { adjustment } from '../diff/diff.js';
import { kindOf } from '../diff/kinds.js';
import type { Address } from '../model/address.js';
import type { SchemaObject } from '../model/object.js';
import { circlesIn } from './circles.js';

type Lone = Extract<Change, { verb: 'create' | 'drop' }>;

/**
 * Takes changes apart whose objects need each other in a circle: what is created comes without what needs the others, and gets that when all are there; what is dropped
 * loses it first. Undefined where no kind can do that.
 */
export function loosenCircles(
  changes: readonly Change[],
  driver: Driver,
  server: Server,
): readonly Change[] | undefined {
  const created = inCircles(changes, 'create');
  const dropped = inCircles(changes, 'drop');
  let found = false;
  const loosened = changes.flatMap((change): readonly Change[] => {
    const object = change.verb === 'create' ? change.to : change.verb === 'drop' ? change.from : undefined;
    const others = object && (change.verb === 'create' ? created : dropped).get(object.address);
    if (!object || !others) return [change];
    const loose = kindOf(driver, object.kind).loosen?.(object, others);
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

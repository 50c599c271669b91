import type { Driver } from '../contract/driver.js';
import { kindOf } from '../diff/kinds.js';
import type { Inspection } from '../inspect/inspect.js';
import type { Address } from '../model/address.js';
import type { Plan } from '../plan/plan-format.js';

/**
 * What this way of a plan takes from the time when it was made, and is otherwise by now though no hash tells: who may use a view that is made again, above all. By the
 * addresses of the objects that are there.
 */
export function findOutdated(
  { changes, inverse }: Pick<Plan, 'changes' | 'inverse'>,
  direction: 'up' | 'down',
  { catalogue, kept }: Pick<Inspection, 'catalogue' | 'kept'>,
  driver: Driver,
): ReadonlyMap<Address, readonly string[]> {
  const way = direction === 'up' ? changes : inverse;
  const before = new Map(way.flatMap((each) => (each.verb === 'rename' ? [[each.to.address, each.from.address]] : [])));
  const told = new Map<Address, readonly string[]>();
  for (const change of way) {
    if (change.verb === 'create' || change.verb === 'rename') continue;
    // What the way down makes again was read on the way up, and stands there as that left it. What it drops, it made.
    if (direction === 'down' && change.verb === 'drop') continue;
    const planned = direction === 'up' || change.verb === 'drop' ? change.from : change.to;
    const at = change.from.address;
    const found = catalogue.get(at) ?? kept.get(at) ?? catalogue.get(before.get(at) ?? at);
    const lines = found && kindOf(driver, change.kind).outdated?.(planned, found, change);
    if (found && lines && lines.length > 0) told.set(found.address, lines);
  }
  return told;
}

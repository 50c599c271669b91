import type { Change } from '../contract/change.js';
import type { Server } from '../contract/connection.js';
import type { Driver } from '../contract/driver.js';
import { replacement } from '../diff/diff.js';
import type { Difference } from '../diff/difference.js';
import { kindOf } from '../diff/kinds.js';
import { type Address, byCodeUnit } from '../model/address.js';
import type { Catalogue } from '../model/catalogue.js';
import type { SchemaObject } from '../model/object.js';

/**
 * Adds what the changes drag along: an object that does not survive the change of what it needs, or of what it lies in, is replaced too, and so on. What is
 * dropped anyway, or created anyway, needs nothing more.
 */
export function closeOverDependents(difference: Difference, driver: Driver, server: Server): readonly Change[] {
  const { base, goal } = difference;
  const renamedFrom = new Map<Address, Address>();
  for (const change of difference.changes)
    if (change.verb === 'rename') renamedFrom.set(change.address, change.from.address);
  const byAddress = new Map<Address, Change>();
  for (const change of difference.changes) if (change.verb !== 'rename') byAddress.set(change.address, change);
  const renamedTo = new Map([...renamedFrom].map(([to, from]) => [from, to]));
  const queue: Change[] = [...difference.changes];
  // The queue grows while it is walked: what is promoted drags along its own dependents.
  for (const change of queue) {
    if (change.verb === 'create') continue;
    const at = renamedFrom.get(change.address) ?? change.address;
    for (const dependent of [...base.children(at), ...base.dependents(at)]) {
      const to = goal.get(renamedTo.get(dependent.address) ?? dependent.address);
      const promoted = to && promote(dependent, to, change, byAddress, driver, server);
      if (!promoted) continue;
      byAddress.set(promoted.address, promoted);
      queue.push(promoted);
    }
  }
  const renames = difference.changes.filter((change) => change.verb === 'rename');
  return [...renames, ...byAddress.values()].sort(
    (a, b) => byCodeUnit(a.address, b.address) || byCodeUnit(b.verb, a.verb),
  );
}

function promote(
  from: SchemaObject,
  to: SchemaObject,
  cause: Change,
  known: ReadonlyMap<Address, Change>,
  driver: Driver,
  server: Server,
): Change | undefined {
  const present = known.get(to.address);
  if (present && (present.verb === 'replace' || present.verb === 'drop')) return undefined;
  const kind = kindOf(driver, from.kind);
  const lives = kind.survives?.(from, cause, { server }) ?? cause.verb !== 'replace';
  if (lives) return undefined;
  return replacement(from, to, `it cannot stay while ${cause.address} is ${past[cause.verb]}`);
}

const past = { create: 'created', drop: 'dropped', alter: 'altered', rename: 'renamed', replace: 'replaced' } as const;

/** Whether a change takes something down: by itself, or because its parent goes. */
export function tearsDown(change: Change | undefined): change is Extract<Change, { verb: 'drop' | 'replace' }> {
  return change?.verb === 'drop' || change?.verb === 'replace';
}

/** Whether the teardown of an object is that of its parent. */
export function goesWithParent(object: SchemaObject, changes: ReadonlyMap<Address, Change>, base: Catalogue): boolean {
  for (let parent = object.parent; parent; parent = base.get(parent)?.parent) {
    if (tearsDown(changes.get(parent))) return true;
  }
  return false;
}

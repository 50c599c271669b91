import type { Change, Delta } from '../contract/change.js';
import type { Server } from '../contract/connection.js';
import type { Driver } from '../contract/driver.js';
import type { SurvivalContext } from '../contract/kind.js';
import { adjustment, removal, replacement } from '../diff/diff.js';
import type { Difference } from '../diff/difference.js';
import { kindOf } from '../diff/kinds.js';
import { type Address, byCodeUnit } from '../model/address.js';
import { equalJson } from '../model/json.js';
import { type SchemaObject, schemaObject } from '../model/object.js';
import { cannotAlter, isKept, requireReturnable } from './left-alone.js';
import { asReplaced, supplantersIn } from './supplanted.js';

/** Where a change is looked up: at its address of the goal; and what goes at the one that it would have there, since something else may come to be called as it was. */
export function keyOf({ verb, address }: Change, { moved }: Pick<Difference, 'moved'>): Address {
  return verb === 'drop' ? (moved.get(address) ?? address) : address;
}

/**
 * Adds what the changes drag along: an object that does not survive the change of what it needs, or of what it lies in, is replaced too, and so on. What is
 * dropped anyway, or created anyway, needs nothing more.
 */
export function closeOverDependents(difference: Difference, driver: Driver, server: Server): readonly Change[] {
  const { moved } = difference;
  const { goal } = difference.whole;
  const renames = new Map<Address, Change>();
  const byAddress = new Map<Address, Change>();
  for (const change of difference.changes) {
    if (change.verb === 'rename') renames.set(change.address, change);
    else byAddress.set(keyOf(change, difference), change);
  }
  const queue: Change[] = [...difference.changes];
  const supplanters = supplantersIn(difference, driver);
  // The queue grows while it is walked: what is promoted drags along its own dependents.
  for (const change of queue) {
    const other = change.verb === 'drop' ? supplanters.get(change.address) : undefined;
    const seen = other ? asReplaced(change, other, driver) : change;
    for (const entailed of entailedBy(seen, byAddress, difference, driver, server)) {
      byAddress.set(entailed.address, entailed);
      if (entailed.verb === 'replace') renames.delete(entailed.address);
      queue.push(entailed);
    }
    for (const dependent of dependentsOf(change, difference)) {
      const to = goal.get(moved.get(dependent.address) ?? dependent.address);
      const cause = other && to && standsOn(to, other.address) ? seen : change;
      const dragged = to
        ? promote(dependent, to, cause, byAddress, difference, driver, server)
        : goesAlong(dependent, change, byAddress, difference);
      if (!dragged) continue;
      if (to) {
        byAddress.set(dragged.address, dragged);
        renames.delete(dragged.address);
      }
      queue.push(dragged);
    }
  }
  return [...renames.values(), ...byAddress.values()].sort(
    (a, b) => byCodeUnit(a.address, b.address) || byCodeUnit(b.verb, a.verb),
  );
}

/** What a change asks for elsewhere, joined with what is altered there anyway. What is created or replaced is written anew in any case. */
function entailedBy(
  change: Change,
  known: ReadonlyMap<Address, Change>,
  difference: Difference,
  driver: Driver,
  server: Server,
): readonly Change[] {
  const { base, goal } = difference.whole;
  const origin = (address: Address) => difference.origins.get(address) ?? address;
  const entailed = kindOf(driver, change.kind).entails?.(change, { server, base, goal, origin });
  return Array.from(entailed ?? []).flatMap(([address, asked]): readonly Change[] => {
    const from = base.get(address);
    const to = goal.get(difference.moved.get(address) ?? address);
    const present = to && known.get(to.address);
    if (!from || !to || (present && present.verb !== 'alter')) return [];
    const kept = isKept(address, difference);
    if ('replace' in asked) {
      if (kept) requireReturnable(to, change, difference, driver);
      return [replacement(from, to, asked.replace)];
    }
    if (kept) throw cannotAlter(to, change, driver);
    if (!present) return [rewriting(from, to, asked)];
    const missing = asked.filter((delta) => !present.deltas.some((other) => equalJson(other, delta)));
    return missing.length > 0 ? [{ ...present, deltas: [...present.deltas, ...missing] }] : [];
  });
}

/** What lies in the object of a change, or needs it; what is only being created is needed by nothing but what is left alone and waited for it. */
function dependentsOf(change: Change, difference: Difference): readonly SchemaObject[] {
  const { base, goal } = difference.whole;
  const { origins } = difference;
  const first = (address: Address) => origins.get(address) ?? address;
  if (change.verb === 'create') {
    return goal
      .dependents(change.address)
      .flatMap(({ address }) => (isKept(address, difference) ? (base.get(first(address)) ?? []) : []));
  }
  const at = tearsDown(change) ? change.from.address : first(change.address);
  return [...base.children(at), ...base.dependents(at)];
}

function standsOn({ parent, needs }: SchemaObject, on: Address): boolean {
  return parent === on || needs.includes(on);
}

/** The alter of an object that differs from its goal in nothing but how it is written. */
function rewriting({ layout }: SchemaObject, to: SchemaObject, deltas: readonly Delta[]): Change {
  return adjustment(schemaObject({ ...to, ...(layout !== undefined && { layout }) }), to, deltas);
}

function promote(
  from: SchemaObject,
  to: SchemaObject,
  cause: Change,
  known: ReadonlyMap<Address, Change>,
  difference: Difference,
  driver: Driver,
  server: Server,
): Change | undefined {
  const present = known.get(to.address);
  if (present && (present.verb === 'replace' || present.verb === 'drop')) return undefined;
  const kept = isKept(from.address, difference);
  // What is left alone is the same on both sides; where it lies is not.
  if (survives(kept ? to : from, cause, driver, { server, kept, origin: originsOf(difference, kept) }))
    return undefined;
  if (kept) requireReturnable(to, cause, difference, driver);
  return replacement(from, to, `it cannot stay while ${cause.address} is ${past[cause.verb]}`);
}

/** What is left alone is asked as it will be, with the addresses that things have by then. */
export function originsOf({ origins }: Difference, kept: boolean): SurvivalContext['origin'] {
  return (at) => (kept ? at : (origins.get(at) ?? at));
}

/** Whether an object can stay in place while that change is made. */
export function survives(object: SchemaObject, change: Change, driver: Driver, context: SurvivalContext): boolean {
  return kindOf(driver, object.kind).survives?.(object, change, context) ?? change.verb !== 'replace';
}

/** The drop of something that lies in what is taken down: no change of its own, and yet what needs it must make way. */
function goesAlong(
  child: SchemaObject,
  cause: Change,
  known: ReadonlyMap<Address, Change>,
  difference: Difference,
): Change | undefined {
  if (!tearsDown(cause) || child.parent !== cause.from.address) return undefined;
  const drop = removal(child);
  return known.has(keyOf(drop, difference)) ? undefined : drop;
}

const past = { create: 'created', drop: 'dropped', alter: 'altered', rename: 'renamed', replace: 'replaced' } as const;

/** Whether a change takes something down. */
export function tearsDown(change: Change | undefined): change is Extract<Change, { verb: 'drop' | 'replace' }> {
  return change?.verb === 'drop' || change?.verb === 'replace';
}

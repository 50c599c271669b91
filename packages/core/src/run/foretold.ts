import type { Change } from '../contract/change.js';
import type { Address } from '../model/address.js';
import { append } from '../model/append.js';
import type { Catalogue } from '../model/catalogue.js';
import { type Hash, hashOf } from '../model/hash.js';
import type { Plan, PlanState } from '../plan/plan-format.js';
import { addressesOf } from '../plan/standing.js';
import { hashesAt } from './rest.js';

type Way = Pick<Plan, 'base' | 'goal' | 'changes' | 'up'>;

/**
 * Whether a database reads as a plan itself says that it does once just these of its steps have run. Of the middle of a change no plan says anything, and what is read
 * otherwise while only some of the changes are made it may not know: such a database has to be played.
 */
export function isForetold(plan: Way, ran: ReadonlySet<number>, now: Catalogue): boolean {
  const begun = new Set<string>();
  const ahead = new Set<string>();
  for (const { number, change } of plan.up.flatMap(({ steps }) => steps)) (ran.has(number) ? begun : ahead).add(change);
  if (plan.changes.some(({ id }) => begun.has(id) && ahead.has(id))) return false;
  const changesAt = new Map<Address, Change[]>();
  for (const change of plan.changes) for (const at of addressesOf([change])) append(changesAt, at, change);
  const known = new Set([...Object.keys(plan.base.objects), ...Object.keys(plan.goal.objects)] as Address[]);
  const addresses = new Set([...known, ...changesAt.keys(), ...Array.from(now, ({ address }) => address)]);
  return [...addresses].every((address) => {
    const object = now.get(address);
    const expected = versionsAt(address, plan, { begun, ahead, changes: changesAt.get(address) ?? [] });
    return expected.has(object && hashOf(object));
  });
}

interface Progress {
  readonly begun: ReadonlySet<string>;
  readonly ahead: ReadonlySet<string>;
  /** What the plan does at the address. */
  readonly changes: readonly Change[];
}

/** A hash, or undefined for no object. */
type Version = Hash | undefined;

/** What there can be at an address: what has no step of its own goes with another object, or is written anew by the server as something is renamed. */
function versionsAt(address: Address, { base, goal }: Way, { begun, ahead, changes }: Progress): ReadonlySet<Version> {
  const isMade = changes.some(({ id }) => begun.has(id));
  const isOpen = changes.some(({ id }) => ahead.has(id));
  const hashes = (side: 'from' | 'to') => changes.flatMap((change) => hashesAt(address, change, side));
  if (isMade && isOpen) return new Set();
  if (isMade) return new Set([hashIn(goal, address), ...hashes('to')]);
  if (isOpen) return new Set([hashIn(base, address), ...hashes('from')]);
  return new Set([hashIn(base, address), hashIn(goal, address)]);
}

function hashIn({ objects }: PlanState, address: Address): Version {
  return Object.hasOwn(objects, address) ? objects[address] : undefined;
}

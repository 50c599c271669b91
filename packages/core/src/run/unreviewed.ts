import { SyncError } from '../errors.js';
import type { Address } from '../model/address.js';
import { hazardsOf, type PlanHazard } from '../plan/hazards.js';
import type { Plan } from '../plan/plan-format.js';
import { addressesOf, sidesOf } from '../plan/standing.js';

/**
 * What harm a plan that goes on from a stopped run can do and the plan that was reviewed cannot: the hazards of a class that has none there on the same object, or on
 * what that lies in. Only what stops a run that does not allow it is looked at: what else there is comes of what the stopped run had made for a while.
 */
export function unreviewedHazards(rest: Plan, reviewed: Plan): readonly PlanHazard[] {
  const placesOf = placesIn([reviewed, rest]);
  const keysOf = ({ class: of, change }: PlanHazard) => placesOf(change).map((place) => `${of} ${place}`);
  const known = new Set(hazardsOf(reviewed.up).flatMap(keysOf));
  return hazardsOf(rest.up).filter((hazard) => hazard.gated && !keysOf(hazard).some((key) => known.has(key)));
}

/** Refuses to go on with a stopped run to what nobody has looked at: what was allowed was allowed for the plan that was reviewed. */
export function refuseUnreviewed(hazards: readonly PlanHazard[], op: string): void {
  if (hazards.length === 0) return;
  const lines = hazards.map(({ step, message, class: of }) => `\n  step ${step}: ${message} [${of}]`);
  throw new SyncError({
    code: 'GATE_CLOSED',
    op,
    message: `what is left of the plan has hazards that the plan which was reviewed had not:${lines.join('')}`,
    hint: 'Nothing was touched. Run it on a terminal without --yes, where what is left is shown and asked about, or review a new plan to the state that you want.',
    details: { classes: [...new Set(hazards.map((hazard) => hazard.class))], hazards },
  });
}

/** Where changes happen: at what all that they change lies in, by all of its names. What is no change, such as seed rows, is its own place. */
function placesIn(plans: readonly Plan[]): (change: string) => readonly string[] {
  const changes = plans.flatMap((plan) => plan.changes);
  const parents = new Map(changes.flatMap(sidesOf).map(({ address, parent }) => [address, parent]));
  const outermost = (address: Address): Address => {
    const parent = parents.get(address);
    return parent === undefined ? address : outermost(parent);
  };
  const places = new Map<string, readonly string[]>();
  for (const change of changes) {
    const own = Array.from(addressesOf([change]), outermost);
    places.set(change.id, [...(places.get(change.id) ?? []), ...own]);
  }
  return (change) => places.get(change) ?? [change];
}

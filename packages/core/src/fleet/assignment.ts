import type { Plan } from '../plan/plan-format.js';
import type { Member } from './member.js';
import { dealOut, inTurn, type Wave } from './waves.js';

/** A plan, and the tenants that it is for. */
export interface PlannedClass {
  readonly plan: Plan;
  readonly members: readonly Member[];
  readonly missing?: true;
}

/** What one tenant is to have run. */
export interface Assignment {
  readonly member: Member;
  readonly plan: Plan;
  /** Whether its database is not there, and is made. */
  readonly missing: boolean;
  /** Whether it may have been begun before: it may hold the end of the plan by now, or stand half way. */
  readonly again?: true;
}

/** A wave with those who are dealt with in it. */
export interface DealtWave<Item = Assignment> {
  readonly name: string;
  readonly items: readonly Item[];
}

const allAtOnce: Wave = { name: '1', size: 'rest' };

/** Deals the tenants of all classes out to waves; the first ones are of different states, as far as there are such, unless an order is asked for. */
export function dealFleet(
  classes: readonly PlannedClass[],
  waves?: readonly Wave[],
  arrange?: (items: readonly Assignment[]) => readonly Assignment[],
): readonly DealtWave[] {
  const assigned = classes.map(({ plan, members, missing }) =>
    members.map((member): Assignment => ({ plan, member, missing: missing === true })),
  );
  return dealWaves(assigned, waves, arrange);
}

/** Deals out what is to be done with tenants, one of each list in turn, unless an order is asked for. */
export function dealWaves<Item>(
  lists: readonly (readonly Item[])[],
  waves: readonly Wave[] = [allAtOnce],
  arrange: (items: readonly Item[]) => readonly Item[] = (items) => items,
): readonly DealtWave<Item>[] {
  return dealOut(arrange(inTurn(lists)), waves).map(({ wave, items }) => ({ name: wave.name, items }));
}

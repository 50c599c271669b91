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
export interface DealtWave {
  readonly name: string;
  readonly items: readonly Assignment[];
}

/** Deals the tenants of all classes out to waves; the first ones are of different states, as far as there are such, unless an order is asked for. */
export function dealFleet(
  classes: readonly PlannedClass[],
  waves: readonly Wave[] = [{ name: '1', size: 'rest' }],
  arrange: (items: readonly Assignment[]) => readonly Assignment[] = (items) => items,
): readonly DealtWave[] {
  const assigned = classes.map(({ plan, members, missing }) =>
    members.map((member): Assignment => ({ plan, member, missing: missing === true })),
  );
  return dealOut(arrange(inTurn(assigned)), waves).map(({ wave, items }) => ({ name: wave.name, items }));
}

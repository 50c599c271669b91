import type { Connection } from '../contract/connection.js';
import type { Difference } from '../diff/difference.js';
import type { Inspection } from '../inspect/inspect.js';
import type { Plan, Proof } from '../plan/plan-format.js';
import type { Compiled, LocatedFlaw } from '../source/compiled.js';
import { locate } from '../source/flaws.js';
import { type ProofContext, prove } from './prove.js';
import { flawsOfBase, refuseNewFlaws } from './settle-flaws.js';

/** What a plan was made from. */
export interface Ground {
  readonly difference: Difference;
  readonly inspection: Inspection;
  readonly goal: Compiled;
}

/** What trying a plan takes. */
export interface TrialContext extends Pick<ProofContext, 'driver' | 'inspect' | 'seeds' | 'signal' | 'onEvent'> {
  /** Whether the plan is to be proven, too. */
  readonly prove: boolean;
  /** Opens an empty scratch database. */
  scratch(): Promise<Connection>;
}

/** What trying a plan came to. */
export interface Trial {
  readonly proof?: Proof;
  /** What of the goal does not hold, and did not hold before either. */
  readonly flaws: readonly LocatedFlaw[];
}

/** Refuses a plan to a state in which something would be broken that is not so already, and proves the plan where that is asked for. */
export async function tryPlan(plan: Plan, ground: Ground, context: TrialContext): Promise<Trial> {
  const { difference, inspection, goal } = ground;
  const { driver } = context;
  const known = await settledFlaws(ground, context);
  if (!context.prove) return { flaws: known };
  await using scratch = await context.scratch();
  const { proof, flaws } = await prove(plan, {
    ...context,
    ends: difference.whole,
    partial: inspection.unmanaged.length > 0,
    scratch,
    check: goal.flaws === undefined,
  });
  if (!flaws) return { proof, flaws: known };
  const located = locate(flaws.goal, difference.whole.goal, driver, [], goal.origin);
  return { proof, flaws: refuseNewFlaws(located, flaws.base, { driver, inspection }) };
}

async function settledFlaws(
  { difference, inspection, goal: { flaws = [] } }: Ground,
  context: TrialContext,
): Promise<readonly LocatedFlaw[]> {
  if (flaws.length === 0 || difference.changes.length === 0) return flaws;
  const about = { ...context, difference, inspection };
  return refuseNewFlaws(flaws, await flawsOfBase(flaws, about), about);
}

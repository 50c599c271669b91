import type { Connection } from '../contract/connection.js';
import type { Driver } from '../contract/driver.js';
import type { Hazard } from '../contract/step.js';
import type { Difference } from '../diff/difference.js';
import type { Inspection } from '../inspect/inspect.js';
import type { Plan, Proof } from '../plan/plan-format.js';
import type { Compiled, LocatedFlaw } from '../source/compiled.js';
import { locate } from '../source/flaws.js';
import { type ProofContext, type Proven, prove } from './prove.js';
import { flawsOfBase, harmToOthers, refuseNewFlaws } from './settle-flaws.js';

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
  /** What the plan would break of what is left alone. */
  readonly harm?: readonly Hazard[];
}

/** Refuses a plan to a state in which something would be broken that is not so already, and proves the plan where that is asked for. */
export async function tryPlan(plan: Plan, ground: Ground, context: TrialContext): Promise<Trial> {
  const { difference, inspection, goal } = ground;
  const { driver } = context;
  const known = await settledFlaws(ground, context);
  if (!context.prove) return { flaws: known };
  const { proof, flaws } = await prove(plan, {
    ...context,
    ends: difference.whole,
    partial: inspection.unmanaged.length > inspection.kept.size,
    check: goal.flaws === undefined || goal.places === undefined || inspection.unmanaged.length > 0,
  });
  return { proof, ...(flaws ? settledProof(flaws, known, ground, driver) : { flaws: known }) };
}

/** Only the proof sees what is managed and what is left alone together. */
function settledProof(
  { goal: atGoal, base: atBase }: NonNullable<Proven['flaws']>,
  known: readonly LocatedFlaw[],
  { difference, inspection, goal }: Ground,
  driver: Driver,
): Pick<Trial, 'flaws' | 'harm'> {
  const about = { driver, inspection };
  const located = locate(atGoal, difference.whole.goal, driver, [], goal.origin);
  const ours = located.filter(({ address }) => difference.goal.has(address));
  const found = refuseNewFlaws(
    ours.map((flaw) => ({ ...flaw, at: goal.places?.get(flaw.address) ?? flaw.at })),
    atBase,
    about,
  );
  const others = located.filter(({ address }) => !difference.goal.has(address));
  const harm = harmToOthers(others, atBase, about);
  if (!goal.flaws) return { flaws: found, harm };
  const told = new Set(known.map(({ address }) => address));
  const more = found.filter(({ address, onlyWhere }) => onlyWhere === undefined && !told.has(address));
  return { flaws: [...known, ...more], harm };
}

async function settledFlaws(
  { difference, inspection, goal: { flaws = [] } }: Ground,
  context: TrialContext,
): Promise<readonly LocatedFlaw[]> {
  if (flaws.length === 0 || difference.changes.length === 0) return flaws;
  const about = { ...context, difference, inspection };
  return refuseNewFlaws(flaws, await flawsOfBase(flaws, about), about);
}

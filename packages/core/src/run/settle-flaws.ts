import type { Connection } from '../contract/connection.js';
import type { Driver } from '../contract/driver.js';
import type { Flaw } from '../contract/flaw.js';
import type { Hazard } from '../contract/step.js';
import type { Difference } from '../diff/difference.js';
import { isSyncError } from '../errors.js';
import { check, seenFlaws } from '../inspect/check.js';
import type { Inspection } from '../inspect/inspect.js';
import { foldBatches } from '../plan/batch.js';
import { breaksLeftAlone } from '../plan/harm.js';
import { creationNodes } from '../plan/plan.js';
import type { LocatedFlaw } from '../source/compiled.js';
import { flawsError } from '../source/flaws.js';
import { execute } from './execute.js';

/** What settling the flaws of a goal takes to look at. */
export interface FlawContext {
  readonly driver: Driver;
  /** The target as it is. */
  readonly inspection: Inspection;
  readonly difference: Difference;
  /** Opens an empty scratch database. */
  scratch(): Promise<Connection>;
  readonly signal?: AbortSignal;
}

/** Refuses what would be broken by a plan, and gives back what is broken already: that stops nobody, and is worth a warning. */
export function refuseNewFlaws(
  flaws: readonly LocatedFlaw[],
  base: readonly Flaw[],
  about: FlawedTarget,
): readonly LocatedFlaw[] {
  const real = realFlaws(flaws, about);
  const [first, ...others] = newFlaws(real, base);
  if (first) throw flawsError([first, ...others]);
  return real;
}

/** What would be broken of what is left alone, and is not already. */
export function harmToOthers(
  flaws: readonly LocatedFlaw[],
  base: readonly Flaw[],
  about: FlawedTarget,
): readonly Hazard[] {
  return newFlaws(realFlaws(flaws, about), base).map(breaksLeftAlone);
}

type FlawedTarget = Pick<FlawContext, 'driver' | 'inspection'>;

function realFlaws(flaws: readonly LocatedFlaw[], about: FlawedTarget): readonly LocatedFlaw[] {
  const present = relationsBeside(about);
  return flaws.filter(({ missing = [] }) => missing.length === 0 || !missing.every((name) => present.has(name)));
}

function newFlaws(flaws: readonly LocatedFlaw[], base: readonly Flaw[]): readonly LocatedFlaw[] {
  const old = new Set(base.map(keyOf));
  return flaws.filter((flaw) => flaw.onlyWhere === undefined && !old.has(keyOf(flaw)));
}

/** The folded names of what is left alone and can be read from: not of an index, which lies in something else. */
export function relationsBeside({ driver, inspection }: FlawedTarget): ReadonlySet<string> {
  const { catalogue, kept, unmanaged } = inspection;
  const inner = new Set([...catalogue, ...kept].flatMap(({ kind, parent }) => (parent === undefined ? [] : [kind])));
  return new Set(unmanaged.flatMap(({ kind, name }) => (inner.has(kind) ? [] : [driver.dialect.fold(name)])));
}

/** The flaws of a target, found out in scratch; of none of the asked ones where the target has no such object. */
export async function flawsOfBase(flaws: readonly LocatedFlaw[], context: FlawContext): Promise<readonly Flaw[]> {
  const { driver, signal } = context;
  const { base } = context.difference.whole;
  if (!flaws.some(({ address }) => base.has(address))) return [];
  const seen = seenFlaws(driver, base);
  await using scratch = await context.scratch();
  try {
    for (const batch of foldBatches(creationNodes(base, driver, scratch.server), driver, scratch.server)) {
      await execute(scratch, batch, signal);
    }
  } catch (error) {
    // A base that stands on what is left alone cannot be built; then nothing speaks for the flaws.
    if (isSyncError(error) && error.code === 'STATEMENT_FAILED') return seen;
    throw error;
  }
  return await check(scratch, driver, base, signal);
}

function keyOf({ address, message }: Flaw): string {
  return JSON.stringify([address, message]);
}

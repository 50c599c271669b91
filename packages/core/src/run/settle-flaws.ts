import type { Connection } from '../contract/connection.js';
import type { Driver } from '../contract/driver.js';
import type { Flaw } from '../contract/flaw.js';
import type { Difference } from '../diff/difference.js';
import { isSyncError } from '../errors.js';
import { check } from '../inspect/check.js';
import type { Inspection } from '../inspect/inspect.js';
import { foldBatches } from '../plan/batch.js';
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
  { driver, inspection }: Pick<FlawContext, 'driver' | 'inspection'>,
): readonly LocatedFlaw[] {
  const present = new Set(inspection.unmanaged.map(({ name }) => driver.dialect.fold(name)));
  const real = flaws.filter(({ missing = [] }) => missing.length === 0 || !missing.every((name) => present.has(name)));
  const old = new Set(base.map(keyOf));
  const [first, ...others] = real.filter((flaw) => flaw.onlyWhere === undefined && !old.has(keyOf(flaw)));
  if (first) throw flawsError([first, ...others]);
  return real;
}

/** The flaws of a target, found out in scratch; of none of the asked ones where the target has no such object. */
export async function flawsOfBase(flaws: readonly LocatedFlaw[], context: FlawContext): Promise<readonly Flaw[]> {
  const { driver, signal } = context;
  const { base } = context.difference.whole;
  if (!flaws.some(({ address }) => base.has(address))) return [];
  await using scratch = await context.scratch();
  try {
    for (const batch of foldBatches(creationNodes(base, driver, scratch.server), driver)) {
      await execute(scratch, batch, signal);
    }
  } catch (error) {
    // A base that stands on what is left alone cannot be built; then nothing speaks for the flaws.
    if (isSyncError(error) && error.code === 'STATEMENT_FAILED') return [];
    throw error;
  }
  return await check(scratch, driver, base, signal);
}

function keyOf({ address, message }: Flaw): string {
  return JSON.stringify([address, message]);
}

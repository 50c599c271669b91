import type { Difference } from '../diff/difference.js';
import { isSyncError } from '../errors.js';
import type { Plan } from '../plan/plan-format.js';
import type { Compiled } from '../source/compiled.js';
import { flawsError } from '../source/flaws.js';

/** Makes a plan; where its changes go in a circle because the desired state does not hold, that is what is told, with the places. */
export function plannedOrFlawed({ flaws = [] }: Compiled, { changes }: Difference, plan: () => Plan): Plan {
  try {
    return plan();
  } catch (error) {
    if (!isSyncError(error) || error.code !== 'PLAN_CYCLE') throw error;
    const made = new Set(changes.flatMap(({ verb, address }) => (verb === 'drop' ? [] : [address])));
    const [first, ...others] = flaws.filter(
      ({ address, missing = [], onlyWhere }) => made.has(address) && missing.length === 0 && onlyWhere === undefined,
    );
    throw first ? flawsError([first, ...others]) : error;
  }
}

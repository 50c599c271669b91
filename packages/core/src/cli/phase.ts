import type { DiffRequest } from '../engine-types.js';
import type { PlanPhase } from '../plan/phase.js';

/** The part of a change that a command line means. */
export function phaseRequest(flags: object): Pick<DiffRequest, 'phase'> {
  const { phase } = flags as { readonly phase?: PlanPhase | undefined };
  return phase === undefined ? {} : { phase };
}

import type { ApplyRequest, Engine } from '../engine-types.js';
import { isSyncError } from '../errors.js';
import type { RunReport } from '../run/report.js';
import type { Assignment } from './assignment.js';

/**
 * Runs the plan of a tenant. Of one that may have been begun before, what its own journal says counts: where the plan came to its end nothing is run, and where it was
 * stopped on the way what is left of it, unless that could do harm that nobody has agreed to.
 */
export async function applyPlan(
  engine: Pick<Engine, 'apply' | 'planRest'>,
  { member, plan, missing, again }: Assignment,
  request: ApplyRequest,
): Promise<RunReport> {
  try {
    return await engine.apply(member.tenant, plan, { ...request, create: missing });
  } catch (error) {
    if (!again || !isSyncError(error) || error.code !== 'BASE_MISMATCH') throw error;
    const { allow: _, create: __, ...reading } = request;
    const rest = await engine.planRest(member.tenant, plan, reading);
    if (!rest || rest.unreviewed.length > 0) throw error;
    return await engine.apply(member.tenant, rest.plan, request);
  }
}

import { isSyncError } from '../../errors.js';
import type { Assignment } from '../../fleet/assignment.js';
import type { Member } from '../../fleet/member.js';
import type { Compiled } from '../../source/compiled.js';
import type { FleetBench } from './fleet-bench.js';

/**
 * What those whom a run goes on with are to be by now, to note what they come to. The run has its own plans and does not need it: where nothing says it any more, or it cannot
 * be read, nothing is noted of them, and whoever asks next reads them.
 */
export async function goalsOfRun(
  assigned: ReadonlyMap<string, Assignment>,
  { goalOf }: Pick<FleetBench, 'goalOf'>,
): Promise<ReadonlyMap<Member, Compiled>> {
  const goals = new Map<Member, Compiled>();
  try {
    for (const { member } of assigned.values()) goals.set(member, await goalOf(member));
  } catch (error) {
    if (!isSyncError(error)) throw error;
  }
  return goals;
}

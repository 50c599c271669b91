import { asSyncError, throwIfAborted } from '../../errors.js';
import { inParallel } from '../../fleet/in-parallel.js';
import { type Member, requireReachable } from '../../fleet/member.js';
import type { FailedTenant } from '../../fleet/survey.js';
import type { Invocation } from '../command.js';
import type { FleetBench } from './fleet-bench.js';
import { parallelOf } from './fleet-call.js';
import { fleetProgress } from './fleet-progress.js';

interface OfMember {
  readonly member: Member;
}

/** Reads something of each tenant that is meant, by their ids. One that cannot be read stops none of the others. */
export async function askEach<Answer extends OfMember>(
  { terminal, signal, command, flags }: Invocation,
  { doors, members }: FleetBench,
  ask: (member: Member) => Promise<Answer>,
): Promise<{ readonly found: readonly Answer[]; readonly failed: readonly FailedTenant[] }> {
  const progress = fleetProgress(terminal, 'reading');
  const found: Answer[] = [];
  const failed: FailedTenant[] = [];
  const one = async (member: Member): Promise<() => void> => {
    try {
      requireReachable(member);
      const answer = await doors.reading(() => ask(member), signal);
      return () => found.push(answer);
    } catch (thrown) {
      throwIfAborted(signal, command);
      const error = asSyncError(thrown, command);
      return () => failed.push({ member, error });
    }
  };
  for await (const note of inParallel(members(), parallelOf(flags), one, signal)) {
    note();
    progress.show(found.length + failed.length, failed.length);
  }
  progress.end();
  return { found: found.sort(byId), failed: failed.sort(byId) };
}

function byId(a: OfMember, b: OfMember): number {
  return a.member.tenant.id < b.member.tenant.id ? -1 : 1;
}

import type { OperationOptions } from '../../engine-types.js';
import { inParallel } from '../../fleet/in-parallel.js';
import type { Member } from '../../fleet/member.js';
import { driftSince } from '../drift.js';
import type { Workbench } from '../workbench.js';

interface Looking extends Pick<Workbench, 'engine'> {
  readingOf(member: Member): OperationOptions;
}

/** Of tenants those that are not as their last run left them, and those that cannot be looked at, so that whatever works on them says why. */
export async function* onlyDrifted(
  members: AsyncIterable<Member>,
  { engine, readingOf }: Looking,
  parallel: number,
  signal: AbortSignal,
): AsyncGenerator<Member, void, undefined> {
  const look = async (member: Member): Promise<Member | undefined> => {
    if (member.unreachable) return member;
    try {
      const { inspection, history } = await engine.audit(member.tenant, { ...readingOf(member), signal });
      return driftSince(history, inspection.catalogue.root) ? member : undefined;
    } catch {
      return member;
    }
  };
  for await (const member of inParallel(members, parallel, look, signal)) if (member) yield member;
}

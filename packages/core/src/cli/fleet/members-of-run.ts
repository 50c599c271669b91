import { SyncError } from '../../errors.js';
import type { Member } from '../../fleet/member.js';
import type { FleetRunRecord, TenantRecord } from '../../fleet/run-record.js';
import { hashText } from '../../model/hash.js';
import type { FleetBench } from './fleet-bench.js';

/**
 * The tenants of a run as its fleet has them now, by their ids. A name may mean another place by now, such as that of another stage or of another project with the same
 * control store: what was agreed to for one database is run on no other.
 */
export async function membersOfRun(
  { run, fleet }: Pick<FleetRunRecord, 'run' | 'fleet'>,
  records: readonly TenantRecord[],
  { members }: Pick<FleetBench, 'members'>,
): Promise<ReadonlyMap<string, Member>> {
  const byId = new Map(records.map((record) => [record.tenant, record]));
  const found = new Map<string, Member>();
  for await (const member of members()) {
    const record = byId.get(member.tenant.id);
    if (!record) continue;
    const { identity } = member;
    if (identity !== undefined && record.identityHash !== undefined && hashText(identity) !== record.identityHash)
      throw elsewhere(`run ${run.slice(0, 8)} was begun for another database than ${member.label}`, member.tenant.id);
    found.set(member.tenant.id, member);
  }
  if (found.size === 0 && records.length > 0)
    throw elsewhere(`fleet ${fleet} has none of the tenants of run ${run.slice(0, 8)}`);
  return found;
}

function elsewhere(message: string, tenant?: string): SyncError {
  return new SyncError({
    code: 'TENANT_INVALID',
    op: 'runs',
    message,
    hint: 'Nothing was touched. Go on from the config, and for the stage, that it was begun with; or begin another run with schema-sync sync.',
    ...(tenant !== undefined && { tenant }),
  });
}

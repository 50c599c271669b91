import { asSyncError, isSyncError, SyncError } from '../../errors.js';
import type { Assignment } from '../../fleet/assignment.js';
import { inParallel } from '../../fleet/in-parallel.js';
import { type Member, requireReachable } from '../../fleet/member.js';
import type { PlanRecord, TenantRecord } from '../../fleet/run-record.js';
import type { FailedTenant } from '../../fleet/survey.js';
import { tenantContext } from '../../tenant/context.js';
import type { FleetBench } from './fleet-bench.js';

/** Tenants of a run with their plans, and those for which there is none. */
export interface Assigned {
  readonly assigned: ReadonlyMap<string, Assignment>;
  readonly unassigned: readonly FailedTenant[];
}

/** How many tenants are looked at a time that have no plan yet. */
const parallel = 8;

/** Finds the plan of each tenant of a run: its own, or of one that nobody could look at the one of its group that fits it. */
export async function assign(
  records: readonly TenantRecord[],
  plans: readonly PlanRecord[],
  known: ReadonlyMap<string, Member>,
  { engine, reading }: Pick<FleetBench['bench'], 'engine' | 'reading'>,
  signal: AbortSignal,
): Promise<Assigned> {
  const byClass = new Map(plans.map((each) => [each.class, each]));
  const assigned = new Map<string, Assignment>();
  const unassigned: FailedTenant[] = [];
  const work = async (record: TenantRecord): Promise<() => void> => {
    const member = known.get(record.tenant);
    if (!member) return () => unassigned.push({ member: strangerOf(record), error: gone(record) });
    try {
      requireReachable(member);
      const own = record.class === undefined ? undefined : byClass.get(record.class);
      const { plan, missing } = own ?? (await fitting(member, plans, { engine, reading }));
      return () => assigned.set(record.tenant, { member, plan, missing, again: true });
    } catch (thrown) {
      const error = asSyncError(thrown, 'runs');
      return () => unassigned.push({ member, error });
    }
  };
  for await (const note of inParallel(records, parallel, work, signal)) note();
  return { assigned, unassigned };
}

/** The first plan that begins with what the tenant holds, of those of its group: they lead to what it is to be. */
async function fitting(
  { tenant, group }: Member,
  plans: readonly PlanRecord[],
  { engine, reading }: Pick<FleetBench['bench'], 'engine' | 'reading'>,
): Promise<PlanRecord> {
  for (const record of plans.filter(({ groups }) => groups.includes(group ?? null))) {
    try {
      const { onEvent: _, ...request } = reading;
      await engine.check(tenant, record.plan, 'up', { ...request, create: record.missing, dryRun: true });
      return record;
    } catch (error) {
      if (!isSyncError(error) || error.code !== 'BASE_MISMATCH') throw error;
    }
  }
  throw new SyncError({
    code: 'BASE_MISMATCH',
    op: 'runs',
    tenant: tenant.id,
    message: 'no plan of the run fits what this tenant holds',
    hint: `schema-sync sync --tenant ${tenant.id} makes one for it. Nothing was touched.`,
  });
}

function gone({ tenant }: TenantRecord): SyncError {
  return new SyncError({
    code: 'NOT_FOUND',
    op: 'runs',
    tenant,
    message: 'the fleet has this tenant no more',
    hint: 'It was taken away since the run began. Nothing was touched.',
  });
}

/** A tenant that the fleet has no more is named, and never connected to. */
function strangerOf({ tenant }: TenantRecord): Member {
  return { tenant: tenantContext({ id: tenant, target: { url: '', directory: '' } }), label: tenant };
}

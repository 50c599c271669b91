import type { DriftFound, PlanRequest, SyncResult } from '../engine-types.js';
import { SyncError } from '../errors.js';
import type { RunReport } from '../run/report.js';
import type { TenantContext } from '../tenant/context.js';
import { confirm } from './ask.js';
import type { Invocation } from './command.js';
import { onlineRequest } from './online.js';
import type { Workbench } from './workbench.js';
import { approve, writeRequest } from './writing.js';

/** Takes what changed for the new base, once somebody agreed to it. */
export async function adoptDrift(invocation: Invocation, bench: Workbench, found: DriftFound): Promise<RunReport> {
  const { yes = false } = invocation.flags as { readonly yes?: boolean };
  await confirm(invocation, {
    yes,
    question: `Take this for the new base of ${bench.label()}`,
    hint: 'Nothing was noted. Add --yes if what changed is to stay.',
  });
  return noteAdopted(bench, bench.tenant(), found);
}

/** Notes what changed as the new base of a tenant. */
export function noteAdopted(
  { engine, reading }: Pick<Workbench, 'engine' | 'reading'>,
  tenant: TenantContext,
  found: DriftFound,
): Promise<RunReport> {
  const { onEvent, signal, lockWaitMs } = reading;
  return engine.baseline(tenant, {
    ...{ onEvent, signal },
    ...(lockWaitMs !== undefined && { lockWaitMs }),
    drift: found,
    summary: 'Take what others changed for the new base',
  });
}

/** How a database is read that is to go back to what a run left: as that run read it. */
export function readingOf({ reading }: DriftFound, { driver }: Pick<Workbench, 'driver'>) {
  const { exclude, with: parts, schemas } = reading;
  return { exclude, with: parts, ...(driver.schemaOf && { schemas: schemas ?? ('all' as const) }) };
}

/** The state that the last run left, to go back to. */
export function leftState(found: DriftFound): NonNullable<DriftFound['left']> {
  if (found.left) return found.left;
  throw noWayBack(found);
}

/** Why there is no going back to what the last run left, where that is not known whole. */
export function noWayBack(found: DriftFound): SyncError {
  return new SyncError({
    code: 'NOT_FOUND',
    op: 'drift',
    tenant: found.tenant,
    message: `the journal no longer holds the whole of what run ${found.since.run.slice(0, 8)} left: of ${found.unknown} it has a hash alone`,
    hint: 'Nothing was touched. Sync to the schema as it was then, from version control: sync --to git:REVISION:PATH. Runs from now on keep what they leave.',
  });
}

/** Plans the way back to what the last run left, shows it, asks, and goes it: what a plan may do is gated as everywhere. */
export async function revertDrift(
  invocation: Invocation,
  bench: Workbench,
  found: DriftFound,
  dryRun: boolean,
): Promise<SyncResult> {
  const { 'no-prove': unproven = false } = invocation.flags as { readonly 'no-prove'?: boolean };
  const { terminal } = invocation;
  const request: PlanRequest = { ...bench.reading, ...readingOf(found, bench) };
  return bench.engine.sync(bench.tenant(), leftState(found), {
    ...writeRequest(invocation, bench),
    ...request,
    ...onlineRequest(invocation, bench),
    prove: bench.settings.prove && !unproven,
    dryRun,
    confirm: async (plan, _, { again, unmanaged, refusal }) => {
      if (again) terminal.note('the database was changed meanwhile: this is the way back from what it is now');
      await approve(invocation, bench, plan, { way: 'up', unmanaged, ...(refusal && { refusal }) });
    },
  });
}

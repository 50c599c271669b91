import { randomUUID } from 'node:crypto';
import type { DealtWave } from '../../fleet/assignment.js';
import type { Member } from '../../fleet/member.js';
import type { FleetRunSettings, PlanRecord, TenantRecord } from '../../fleet/run-record.js';
import type { FailedTenant } from '../../fleet/survey.js';
import { hashText } from '../../model/hash.js';
import { whoRuns } from '../../run/journal.js';
import type { Invocation } from '../command.js';
import type { ControlStore } from './control-store.js';
import { keptError } from './kept-error.js';
import type { Proposal } from './propose.js';

/** The name of a run that nobody has noted yet. */
export function newRun(): string {
  return randomUUID();
}

/** What is about to happen to a fleet. */
interface Begin {
  readonly run: string;
  readonly fleet: string;
  readonly settings: FleetRunSettings;
  readonly waves: readonly DealtWave[];
  readonly proposals: readonly Proposal[];
  /** Those that cannot be dealt with. */
  readonly failed: readonly FailedTenant[];
}

/** Notes a run with every tenant that it is about, before it begins with the first of them. */
export async function noteBegin(
  { world, redactor }: Invocation,
  { journal }: ControlStore,
  { run, fleet, settings, waves, proposals, failed }: Begin,
): Promise<void> {
  const classOf = new Map(proposals.flatMap(({ members }, i) => members.map(({ tenant }) => [tenant.id, i] as const)));
  const tenants = [
    ...waves.flatMap(({ items }, wave) =>
      items.map(({ member }) => record(member, { state: 'waiting', wave, class: classOf.get(member.tenant.id) })),
    ),
    ...failed.map(({ member, error }) =>
      record(member, {
        state: 'failed',
        wave: 0,
        class: planOf(classOf.get(member.tenant.id), proposals),
        error: keptError(error, redactor),
      }),
    ),
    ...proposals.flatMap(({ inSync, members }) =>
      inSync ? members.map((member) => record(member, { state: 'in-sync', wave: 0 })) : [],
    ),
  ];
  const now = world.now().toISOString();
  const counts = { tenants: tenants.length, done: 0, failed: failed.length };
  await journal.begin(
    { run, fleet, state: 'running', wanted: 'go', settings, passed: 0, ...counts, ...whoRuns(), startedAt: now },
    proposals.flatMap(planRecord),
    tenants,
  );
}

function record(
  { tenant, group, identity }: Member,
  {
    class: number,
    error,
    ...facts
  }: Pick<TenantRecord, 'state' | 'wave'> & {
    readonly class?: number | undefined;
    readonly error?: TenantRecord['error'];
  },
): TenantRecord {
  return {
    ...{ tenant: tenant.id, attempts: 0, ...facts },
    ...(number !== undefined && { class: number }),
    ...(group !== undefined && { group }),
    ...(identity !== undefined && { identityHash: hashText(identity) }),
    ...(error && { error }),
  };
}

/** A state that was refused may have a plan, which another attempt may bring through. */
function planOf(number: number | undefined, proposals: readonly Proposal[]): number | undefined {
  return number !== undefined && proposals[number]?.plan ? number : undefined;
}

function planRecord({ plan, missing, members }: Proposal, number: number): readonly PlanRecord[] {
  if (!plan) return [];
  const groups = [...new Set(members.map(({ group = null }) => group))];
  return [{ class: number, plan, missing: missing === true, groups }];
}

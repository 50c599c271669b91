import { isSyncError, type SyncError } from '../../errors.js';
import type { PlannedClass } from '../../fleet/assignment.js';
import { inParallel } from '../../fleet/in-parallel.js';
import type { Member } from '../../fleet/member.js';
import type { FailedTenant, TenantClass } from '../../fleet/survey.js';
import { grouped } from '../../model/grouped.js';
import type { Plan } from '../../plan/plan-format.js';
import { requireNoRows } from '../../run/check-data.js';
import type { Invocation } from '../command.js';
import { noteFlaws, noteRenames } from '../goal.js';
import { onlineRequest } from '../online.js';
import { refusalOf } from '../writing.js';
import type { FleetBench } from './fleet-bench.js';
import { parallelOf } from './fleet-call.js';

/** Tenants of one state with the plan that brings them in sync, or why there is none. */
export interface Proposal extends TenantClass {
  readonly plan?: PlannedClass['plan'];
  readonly refused?: SyncError;
}

/**
 * The plan for a state is made and proven on the first tenant that has it still. What is refused whoever says yes stops all; what this database refuses stops its like.
 */
export async function propose(
  invocation: Invocation,
  opened: FleetBench,
  found: TenantClass,
): Promise<readonly Proposal[]> {
  for (const [i, member] of found.members.entries()) {
    const [arrived, members] = [found.members.slice(0, i), found.members.slice(i)];
    const proposals = await proposedFor(invocation, opened, { ...found, members }, member);
    // Who was brought in sync by somebody else meanwhile says nothing of the others.
    if (proposals) return [...(i > 0 ? [{ ...found, members: arrived, inSync: true }] : []), ...proposals];
  }
  return [{ ...found, inSync: true }];
}

/** Undefined where this tenant has become what it is to be. */
async function proposedFor(
  invocation: Invocation,
  opened: FleetBench,
  found: TenantClass,
  first: Member,
): Promise<readonly Proposal[] | undefined> {
  const { bench, requestOf } = opened;
  const { flags } = invocation;
  const prove = bench.settings.prove && !(flags as { readonly 'no-prove'?: boolean })['no-prove'];
  try {
    const result = await bench.engine.sync(first.tenant, found.goal, {
      ...requestOf(first),
      ...onlineRequest(invocation as Parameters<typeof onlineRequest>[0], bench),
      prove,
      dryRun: true,
    });
    noteFlaws(invocation, result.flaws);
    noteRenames(invocation, result.difference);
    const { plan, missing, refusal } = result;
    if (!plan) return undefined;
    const refused = refusalOf(invocation, { ...bench, label: () => first.label }, plan, {
      way: 'up',
      ...(missing && { missing }),
    });
    if (refused) return [{ ...found, plan, refused }];
    const dry = (flags as { readonly 'dry-run'?: boolean })['dry-run'] ?? false;
    const { 'check-data': byRows = false } = flags as { readonly 'check-data'?: boolean };
    if (!refusal && !dry && !byRows) return [{ ...found, plan }];
    return await askedEach(invocation, opened, { ...found, plan }, refusal && { member: first, error: refusal });
  } catch (error) {
    if (!isSyncError(error) || invocation.signal.aborted) throw error;
    return [{ ...found, refused: error }];
  }
}

/** Rights and rows are those of each database: what one of them would refuse stops that one, and each is asked where one does, where a run is only shown, and about rows where that was said. */
async function askedEach(
  invocation: Invocation,
  opened: FleetBench,
  found: Proposal & { readonly plan: Plan },
  first: FailedTenant | undefined,
): Promise<readonly Proposal[]> {
  const { plan, members, missing } = found;
  const { engine, reading } = opened.bench;
  const byRows = (invocation.flags as { readonly 'check-data'?: boolean })['check-data'] ?? false;
  const refusals = new Map<Member, SyncError>(first && [[first.member, first.error]]);
  const ask = async (member: Member) => {
    try {
      await engine.check(member.tenant, plan, 'up', {
        ...{ ...reading, onEvent: () => {} },
        ...{ create: missing === true, dryRun: true },
      });
      if (byRows) await requireNoRowsIn(member, invocation, opened, found);
    } catch (error) {
      if (!isSyncError(error) || invocation.signal.aborted) throw error;
      refusals.set(member, error);
    }
  };
  for await (const _ of inParallel(
    byRows ? members : members.slice(1),
    parallelOf(invocation.flags),
    ask,
    invocation.signal,
  ));
  const refused = members.flatMap((member) => {
    const error = refusals.get(member);
    return error ? [{ member, error }] : [];
  });
  const alike = grouped(refused, ({ error }) => JSON.stringify([error.code, error.message]));
  const allowed = members.filter((member) => !refusals.has(member));
  return [
    ...(allowed.length > 0 ? [{ ...found, members: allowed }] : []),
    ...[...alike.values()].map((some) => ({
      ...{ ...found, members: some.map(({ member }) => member) },
      ...(some[0] && { refused: some[0].error }),
    })),
  ];
}

/** Asks a tenant which rows stand in the way of what its plan is. */
async function requireNoRowsIn(
  member: Member,
  invocation: Invocation,
  { bench, requestOf }: FleetBench,
  { goal }: TenantClass,
): Promise<void> {
  const { data } = await bench.engine.sync(member.tenant, goal, {
    ...requestOf(member),
    ...onlineRequest(invocation as Parameters<typeof onlineRequest>[0], bench),
    ...{ prove: false, dryRun: true, checkData: true },
  });
  if (data) requireNoRows(data, 'sync');
}

/** What somebody has to agree to stops all, before anything runs; what one database refuses stops those like it alone. */
export function isForPeople({ code }: SyncError): boolean {
  return code === 'GATE_CLOSED' || code === 'CONFIRMATION_NEEDED' || code === 'PROOF_FAILED';
}

export function refusedTenants({ refused, members }: Proposal): readonly FailedTenant[] {
  return refused ? members.map((member) => ({ member, error: refused })) : [];
}

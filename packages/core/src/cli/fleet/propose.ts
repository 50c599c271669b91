import { isSyncError, type SyncError } from '../../errors.js';
import type { PlannedClass } from '../../fleet/assignment.js';
import type { Member } from '../../fleet/member.js';
import type { FailedTenant, TenantClass } from '../../fleet/survey.js';
import type { Invocation } from '../command.js';
import { noteFlaws, noteRenames } from '../goal.js';
import { onlineRequest } from '../online.js';
import { refusalOf } from '../writing.js';
import type { FleetBench } from './fleet-bench.js';

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
    const proposal = await proposedFor(invocation, opened, { ...found, members }, member);
    // Who was brought in sync by somebody else meanwhile says nothing of the others.
    if (proposal) return [...(i > 0 ? [{ ...found, members: arrived, inSync: true }] : []), proposal];
  }
  return [{ ...found, inSync: true }];
}

/** Undefined where this tenant has become what it is to be. */
async function proposedFor(
  invocation: Invocation,
  { bench, requestOf }: FleetBench,
  found: TenantClass,
  first: Member,
): Promise<Proposal | undefined> {
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
      ...(refusal && { refusal }),
    });
    return { ...found, plan, ...(refused && { refused }) };
  } catch (error) {
    if (!isSyncError(error) || invocation.signal.aborted) throw error;
    return { ...found, refused: error };
  }
}

/** What somebody has to agree to stops all, before anything runs; what one database refuses stops those like it alone. */
export function isForPeople({ code }: SyncError): boolean {
  return code === 'GATE_CLOSED' || code === 'CONFIRMATION_NEEDED' || code === 'PROOF_FAILED';
}

export function refusedTenants({ refused, members }: Proposal): readonly FailedTenant[] {
  return refused ? members.map((member) => ({ member, error: refused })) : [];
}

import type { SyncResult } from '../../engine-types.js';
import { isSyncError, SyncError } from '../../errors.js';
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

/** After how many in a row that cannot be reached the server itself is taken to be away, and nobody else of the state is tried. */
const unreachedInARow = 3;

/**
 * The plan for a state is made and proven on the first tenant that has it still. What is refused whoever says yes stops all; what this database refuses stops its like.
 */
export async function propose(
  invocation: Invocation,
  opened: FleetBench,
  found: TenantClass,
): Promise<readonly Proposal[]> {
  const arrived: Member[] = [];
  const alone: FailedTenant[] = [];
  let planned: readonly Proposal[] = [];
  for (const [i, member] of found.members.entries()) {
    const members = found.members.slice(i);
    const fate = await proposedFor(invocation, opened, { ...found, members }, member);
    // Who was changed by somebody else meanwhile, or went, says nothing of the others.
    if (fate === 'arrived') arrived.push(member);
    else if ('error' in fate && (isOnlyOf(fate.error) || alone.length + 1 < unreachedInARow)) alone.push(fate);
    else {
      planned = 'error' in fate ? [{ ...found, members, refused: fate.error }] : fate.proposals;
      break;
    }
  }
  return [
    ...(arrived.length > 0 ? [{ ...found, members: arrived, inSync: true }] : []),
    ...alone.map(({ member, error }) => ({ ...found, members: [member], refused: error })),
    ...planned,
  ];
}

/** What became of the tenant that a plan was to be made on: it is what it is to be by now, or it is not what it was, or cannot be reached. */
type Fate = 'arrived' | FailedTenant | { readonly proposals: readonly Proposal[] };

async function proposedFor(
  invocation: Invocation,
  opened: FleetBench,
  found: TenantClass,
  first: Member,
): Promise<Fate> {
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
    const { plan, missing, refusal } = result;
    if (!plan) return 'arrived';
    if (!isStill(found, result)) return { member: first, error: movedOn(first) };
    noteFlaws(invocation, result.flaws);
    noteRenames(invocation, result.difference);
    const refused = refusalOf(invocation, { ...bench, label: () => first.label }, plan, {
      way: 'up',
      ...(missing && { missing }),
    });
    if (refused) return { proposals: [{ ...found, plan, refused }] };
    const dry = (flags as { readonly 'dry-run'?: boolean })['dry-run'] ?? false;
    const { 'check-data': byRows = false } = flags as { readonly 'check-data'?: boolean };
    if (!refusal && !dry && !byRows) return { proposals: [{ ...found, plan }] };
    const asked = await askedEach(invocation, opened, { ...found, plan }, refusal && { member: first, error: refusal });
    return { proposals: asked };
  } catch (error) {
    if (!isSyncError(error) || invocation.signal.aborted) throw error;
    if (isOfConnection(error)) return { member: first, error };
    return { proposals: [{ ...found, refused: error }] };
  }
}

/** Whether a tenant holds what all of its state did when the fleet was looked at. */
function isStill({ difference, missing }: TenantClass, now: Pick<SyncResult, 'difference' | 'missing'>): boolean {
  return difference.base.root === now.difference.base.root && (missing ?? false) === (now.missing ?? false);
}

function isOfConnection({ code }: SyncError): boolean {
  return code === 'CONNECTION_FAILED' || code === 'CONNECTION_LOST';
}

/** A server that is away keeps all from being reached that lie there. */
function isOnlyOf(error: SyncError): boolean {
  return !isOfConnection(error);
}

function movedOn({ tenant }: Member): SyncError {
  return new SyncError({
    code: 'BASE_MISMATCH',
    op: 'sync',
    tenant: tenant.id,
    message: 'somebody changed the database, or took it away, after the fleet was looked at',
    hint: 'Nothing was touched. Run again: those that are in sync are left alone.',
  });
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

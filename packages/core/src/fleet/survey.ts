import type { Unmanaged } from '../contract/kind.js';
import type { Difference } from '../diff/difference.js';
import type { DiffRequest, Engine, PlanRequest, Settled, Validation } from '../engine-types.js';
import { asSyncError, isSyncError, type SyncError } from '../errors.js';
import { isOurs } from '../inspect/ownership.js';
import { byCodeUnit } from '../model/address.js';
import { hashText, rootHash } from '../model/hash.js';
import { canonicalJson } from '../model/json.js';
import type { PlanPhase } from '../plan/phase.js';
import type { PendingSeed } from '../plan/seeds.js';
import type { Compiled } from '../source/compiled.js';
import type { Doors } from './doors.js';
import { inParallel } from './in-parallel.js';
import type { KnownState, KnownStates, Question } from './known-states.js';
import { layoutsIn, layoutsOf } from './layouts.js';
import type { Member } from './member.js';

/** Tenants whose databases hold the same and are to hold the same: what is found out about one of them is true of all. */
export interface TenantClass {
  readonly members: Member[];
  readonly inSync: boolean;
  readonly goal: Compiled;
  readonly difference: Difference;
  readonly seeds: readonly PendingSeed[];
  /** What the databases hold and is left alone. */
  readonly unmanaged: readonly Unmanaged[];
  /** The databases are not there: they were compared as empty ones. */
  readonly missing?: true;
  /** Which phase comes next for them, where the change can be made in two. */
  readonly next?: PlanPhase;
}

/** A tenant that could not be dealt with. */
export interface FailedTenant {
  readonly member: Member;
  readonly error: SyncError;
}

/** What the tenants of a fleet came to. */
export interface Survey {
  /** The largest first. */
  readonly classes: readonly TenantClass[];
  readonly failed: readonly FailedTenant[];
  /** How many are as they were when they were compared before, and were not read. */
  readonly told: number;
}

/** How a fleet is to be looked at. */
export interface SurveyOptions {
  /** How many at a time. */
  readonly parallel: number;
  readonly signal?: AbortSignal;
  /** Told of each tenant as it is done. */
  readonly onTenant?: (done: number) => void;
  /** What is known of tenants that are as they were. */
  readonly known?: KnownStates;
  /** What the connections come through, where they are tried again. */
  readonly doors?: Pick<Doors, 'reading'>;
  goalOf(member: Member): Promise<Compiled>;
  requestOf(member: Member): DiffRequest & Pick<PlanRequest, 'online'>;
}

/** Compares each tenant with what it is to be. One that cannot be reached stops none of the others; who stops all of them is the caller. */
export async function survey(
  engine: Pick<Engine, 'validateUnless' | 'compare'>,
  members: AsyncIterable<Member>,
  { parallel, signal, onTenant, known, doors, goalOf, requestOf }: SurveyOptions,
): Promise<Survey> {
  const classes = new Map<string, TenantClass>();
  const failed: FailedTenant[] = [];
  const read = new Set<string>();
  let done = 0;
  let told = 0;
  const look = async (member: Member): Promise<Looked> => {
    const { goal, error } = member.unreachable ? { error: member.unreachable } : await goalFor(member, goalOf);
    if (!goal) return { member, error };
    const request = requestOf(member);
    const question = { goal, request };
    const toldOf = (fingerprint: string | undefined): KnownState | undefined => {
      const state = known?.find(member, fingerprint, question);
      // What differs is shown as it was read, once for all that are alike; which of it is large, each tenant has to say.
      return state && (state.inSync || (!request.online && classes.has(state.key))) ? state : undefined;
    };
    const likeKnown = (state: KnownState): Looked => {
      // Who is like one that was read just now is as well known as that.
      if (!read.has(state.key)) told++;
      return { member, key: state.key, make: () => inSyncAs(engine, state, goal, request) };
    };
    const shared = known?.fingerprintOf(member);
    const before = toldOf(shared);
    if (before) return likeKnown(before);
    try {
      // Whom the place of the fleet tells nothing of may tell it by itself.
      const own = (fingerprint: string) => (shared === undefined ? toldOf(fingerprint) : undefined);
      const ask = () => engine.validateUnless(member.tenant, goal, own, request);
      const seen = await (doors ? doors.reading(ask, signal) : ask());
      if (seen.known) return likeKnown(seen.known);
      const state = stateOf(seen.found);
      if (!seen.unsteady) known?.note(member, seen.fingerprint ?? shared, question, state);
      read.add(state.key);
      return { member, key: state.key, make: () => classOf(seen.found) };
    } catch (thrown) {
      if (signal?.aborted) throw thrown;
      return { member, error: asSyncError(thrown, 'validate') };
    }
  };
  for await (const { member, key, make, error } of inParallel(members, parallel, look, signal)) {
    onTenant?.(++done);
    if (error) {
      failed.push({ member, error });
      continue;
    }
    const same = classes.get(key);
    if (same) same.members.push(member);
    else classes.set(key, { members: [member], ...make() });
  }
  const byId = (a: { readonly member: Member }, b: { readonly member: Member }) => compare(a.member, b.member);
  for (const { members: same } of classes.values()) same.sort(compare);
  return {
    classes: [...classes.values()].sort((a, b) => b.members.length - a.members.length || compareFirst(a, b)),
    failed: failed.sort(byId),
    told,
  };
}

type Looked =
  | { readonly member: Member; readonly error: SyncError; readonly key?: never; readonly make?: never }
  | {
      readonly member: Member;
      readonly error?: never;
      readonly key: string;
      /** The class of its state, without those who are in it. */
      make(): Omit<TenantClass, 'members'>;
    };

/** What is remembered of a tenant that was read. */
function stateOf(found: Validation): KnownState {
  return { key: keyOf(found), inSync: found.inSync, unmanaged: found.inspection.unmanaged };
}

/** Has it noted what a tenant came to that a run brought in sync. */
export function settling(known: KnownStates, member: Member, question: Question): Settled {
  return { ...question, told: (found, seen) => known.settle(member, seen, question, stateOf(found)) };
}

function classOf(found: Validation): Omit<TenantClass, 'members'> {
  const { inSync, goal, difference, seeds, inspection, missing, next } = found;
  const { unmanaged } = inspection;
  return { inSync, goal, difference, seeds, unmanaged, ...(missing && { missing }), ...(next && { next }) };
}

/** A state in sync of which nobody was read: between what is wanted and that there is nothing. */
function inSyncAs(
  engine: Pick<Engine, 'compare'>,
  { inSync, unmanaged }: KnownState,
  goal: Compiled,
  request: DiffRequest,
): Omit<TenantClass, 'members'> {
  return { inSync, goal, difference: engine.compare(goal, goal, request), seeds: [], unmanaged };
}

/** What is wrong with a desired state is so for all that are to have it; a server that cannot be reached is that of this tenant. */
async function goalFor(
  member: Member,
  goalOf: SurveyOptions['goalOf'],
): Promise<{ readonly goal: Compiled; readonly error?: never } | { readonly goal?: never; readonly error: SyncError }> {
  try {
    return { goal: await goalOf(member) };
  } catch (error) {
    if (!isSyncError(error) || error.code !== 'CONNECTION_FAILED') throw error;
    return { error };
  }
}

/** All that the plan of a tenant would be made of. */
function keyOf({ goal, difference, inspection, seeds, missing, large = [], wear = new Map() }: Validation): string {
  const { server, catalogue, kept, leftovers = [] } = inspection;
  // Who ran here before has a journal, which no plan meets.
  const beside = [...kept].filter(({ address }) => !isOurs(address));
  const rows = seeds.map(({ found, rows: wanted, ...seed }) => [seed.table, wanted, found]);
  const all = canonicalJson([
    goal.catalogue.root,
    difference.goal.root,
    catalogue.root,
    beside.length === 0 ? '' : rootHash(beside),
    leftovers.map(({ parent, removal }) => [parent, removal.sql.map(({ text }) => text)]),
    layoutsOf([...catalogue, ...beside]),
    layoutsIn(goal.catalogue),
    server.product,
    [...server.version],
    server.lockRoom ?? '',
    [...large],
    [...wear].sort(([a], [b]) => byCodeUnit(a, b)),
    missing ?? false,
    JSON.stringify(rows),
  ]);
  return hashText(all);
}

function compare(a: Member, b: Member): number {
  return a.tenant.id < b.tenant.id ? -1 : 1;
}

function compareFirst(a: TenantClass, b: TenantClass): number {
  const [first, other] = [a.members[0], b.members[0]];
  return first && other ? compare(first, other) : 0;
}

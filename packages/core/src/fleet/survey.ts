import type { Unmanaged } from '../contract/kind.js';
import type { Difference } from '../diff/difference.js';
import type { DiffRequest, Engine, PlanRequest } from '../engine-types.js';
import { asSyncError, isSyncError, type SyncError } from '../errors.js';
import { isOurs } from '../inspect/ownership.js';
import { hashText, rootHash } from '../model/hash.js';
import { canonicalJson } from '../model/json.js';
import type { SchemaObject } from '../model/object.js';
import type { PendingSeed } from '../plan/seeds.js';
import type { Compiled } from '../source/compiled.js';
import { inParallel } from './in-parallel.js';
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
}

/** How a fleet is to be looked at. */
export interface SurveyOptions {
  /** How many at a time. */
  readonly parallel: number;
  readonly signal?: AbortSignal;
  /** Told of each tenant as it is done. */
  readonly onTenant?: (done: number) => void;
  goalOf(member: Member): Promise<Compiled>;
  requestOf(member: Member): DiffRequest & Pick<PlanRequest, 'online'>;
}

/** Compares each tenant with what it is to be. One that cannot be reached stops none of the others; who stops all of them is the caller. */
export async function survey(
  engine: Pick<Engine, 'validate'>,
  members: AsyncIterable<Member>,
  { parallel, signal, onTenant, goalOf, requestOf }: SurveyOptions,
): Promise<Survey> {
  const classes = new Map<string, TenantClass>();
  const failed: FailedTenant[] = [];
  let done = 0;
  const look = async (member: Member) => {
    const { goal, error } = member.unreachable ? { error: member.unreachable } : await goalFor(member, goalOf);
    if (!goal) return { member, error };
    try {
      return { member, found: await engine.validate(member.tenant, goal, requestOf(member)) };
    } catch (thrown) {
      if (signal?.aborted) throw thrown;
      return { member, error: asSyncError(thrown, 'validate') };
    }
  };
  for await (const { member, found, error } of inParallel(members, parallel, look, signal)) {
    onTenant?.(++done);
    if (!found) {
      failed.push({ member, error });
      continue;
    }
    const key = keyOf(found);
    const known = classes.get(key);
    if (known) known.members.push(member);
    else {
      const { inSync, goal, difference, seeds, inspection, missing } = found;
      const { unmanaged } = inspection;
      classes.set(key, {
        members: [member],
        ...{ inSync, goal, difference, seeds, unmanaged },
        ...(missing && { missing }),
      });
    }
  }
  const byId = (a: { readonly member: Member }, b: { readonly member: Member }) => compare(a.member, b.member);
  for (const { members: same } of classes.values()) same.sort(compare);
  return {
    classes: [...classes.values()].sort((a, b) => b.members.length - a.members.length || compareFirst(a, b)),
    failed: failed.sort(byId),
  };
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
function keyOf({
  goal,
  difference,
  inspection,
  seeds,
  missing,
  large = [],
}: Awaited<ReturnType<Engine['validate']>>): string {
  const { server, catalogue, kept, leftovers = [] } = inspection;
  // Who ran here before has a journal, which no plan meets.
  const beside = [...kept].filter(({ address }) => !isOurs(address));
  const rows = seeds.map(({ found, rows: wanted, ...seed }) => [seed.table, wanted, found]);
  return canonicalJson([
    goal.catalogue.root,
    difference.goal.root,
    catalogue.root,
    beside.length === 0 ? '' : rootHash(beside),
    leftovers.map(({ parent, removal }) => [parent, removal.sql.map(({ text }) => text)]),
    layoutsOf([...catalogue, ...beside]),
    server.product,
    [...server.version],
    server.lockRoom ?? '',
    [...large],
    missing ?? false,
    JSON.stringify(rows),
  ]);
}

/** What rendering keeps to though it makes no two differ, such as what is granted on what is made again: it is this tenant's, and of no other. */
function layoutsOf(objects: readonly SchemaObject[]): string {
  const layouts = objects.flatMap(({ address, layout }) => (layout === undefined ? [] : [[address, layout]]));
  return hashText(JSON.stringify(layouts.sort(([a], [b]) => (String(a) < String(b) ? -1 : 1))));
}

function compare(a: Member, b: Member): number {
  return a.tenant.id < b.tenant.id ? -1 : 1;
}

function compareFirst(a: TenantClass, b: TenantClass): number {
  const [first, other] = [a.members[0], b.members[0]];
  return first && other ? compare(first, other) : 0;
}

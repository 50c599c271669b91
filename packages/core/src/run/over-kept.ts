import type { Connection } from '../contract/connection.js';
import type { Driver } from '../contract/driver.js';
import { kindOf } from '../diff/kinds.js';
import { isSyncError, SyncError } from '../errors.js';
import type { InspectOptions, Inspector } from '../inspect/inspect.js';
import { shownName } from '../inspect/shown-name.js';
import type { Address } from '../model/address.js';
import { type Catalogue, createCatalogue, unite } from '../model/catalogue.js';
import { hashOf } from '../model/hash.js';
import type { SchemaObject } from '../model/object.js';
import { unbuildable } from './unbuildable.js';

/** A goal, and what was left out of it. */
interface Parted {
  readonly wanted: Catalogue;
  readonly leftOut: Catalogue;
}

interface Context {
  readonly driver: Driver;
  readonly inspect: Inspector;
  /** How the target is read. */
  readonly seen: InspectOptions;
  /** Opens an empty scratch database. */
  scratch(): Promise<Connection>;
}

/**
 * The goal as a server reads it over what the target keeps. What stands on something that is left alone was read over what the desired state says of that, and would
 * differ for good where the target has it otherwise.
 */
export async function overKept({ wanted, leftOut }: Parted, kept: Catalogue, context: Context): Promise<Catalogue> {
  const standing = standingOnOther(wanted, leftOut, kept);
  if (standing.size === 0) return wanted;
  let scratch: Connection;
  try {
    scratch = await context.scratch();
  } catch (error) {
    if (isSyncError(error) && error.code === 'SCRATCH_UNAVAILABLE') return wanted;
    throw error;
  }
  await using connection = scratch;
  const { driver, seen } = context;
  const state = groundOf(standing, wanted, kept);
  const lost = await unbuildable(state, { scratch: connection, driver, signal: seen.signal });
  for (const address of standing) {
    const object = state.get(address);
    const error = lost.get(address);
    if (object && error && !basesOf(object).some((base) => lost.has(base)))
      throw misfit(object, error, leftOut, driver);
  }
  const options = { ...seen, exclude: [], claimed: { has: () => true }, desired: true };
  const { catalogue } = await context.inspect(connection, driver, options);
  return createCatalogue(
    Array.from(wanted, (object) => (standing.has(object.address) && catalogue.get(object.address)) || object),
  );
}

/** What of a goal stands on something that is left alone and that the target has otherwise, directly or through others. */
function standingOnOther(wanted: Catalogue, leftOut: Catalogue, kept: Catalogue): ReadonlySet<Address> {
  const whole = unite(wanted, leftOut);
  const reached = new Set<Address>();
  for (const object of leftOut) {
    const own = kept.get(object.address);
    if (own && hashOf(own) !== hashOf(object)) reached.add(object.address);
  }
  // A set that grows while it is walked yields what was added, too.
  for (const address of reached) for (const dependent of whole.dependents(address)) reached.add(dependent.address);
  return new Set([...reached].filter((address) => wanted.has(address)));
}

/** These objects with all that they stand on: managed as it is wanted, left alone as it is. */
function groundOf(standing: ReadonlySet<Address>, wanted: Catalogue, kept: Catalogue): Catalogue {
  const gathered = new Map<Address, SchemaObject>();
  const queue = [...standing];
  for (const address of queue) {
    const object = gathered.has(address) ? undefined : (wanted.get(address) ?? kept.get(address));
    if (!object) continue;
    gathered.set(address, object);
    // A query may group by a key of what it reads.
    const within = wanted.has(address) ? [] : kept.children(address).map((child) => child.address);
    queue.push(...basesOf(object), ...within);
  }
  return createCatalogue(gathered.values());
}

function basesOf({ parent, needs }: SchemaObject): readonly Address[] {
  return parent === undefined ? needs : [parent, ...needs];
}

function misfit(object: SchemaObject, cause: SyncError, leftOut: Catalogue, driver: Driver): SyncError {
  const called = (each: SchemaObject) => `${kindOf(driver, each.kind).title ?? each.kind} ${shownName(each, driver)}`;
  const under = object.needs.flatMap((need) => leftOut.get(need) ?? []).map(called);
  const on = under.length > 0 ? under.join(', ') : 'what is left alone';
  return new SyncError({
    code: 'PLAN_IMPOSSIBLE',
    op: 'diff',
    message: `${called(object)} does not fit ${on} as the target has it, which is left alone: ${cause.message}`,
    hint: 'Have it read only what the target has, or bring what the desired state says of what is left alone up to date.',
    cause,
  });
}

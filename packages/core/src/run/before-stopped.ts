import type { RenameHint } from '../contract/change.js';
import type { Connection } from '../contract/connection.js';
import type { Driver } from '../contract/driver.js';
import { membersOf } from '../diff/rename-reading.js';
import { type Address, partsOf } from '../model/address.js';
import { append } from '../model/append.js';
import { type Catalogue, createCatalogue } from '../model/catalogue.js';
import { type Hash, hashOf } from '../model/hash.js';
import type { SchemaObject } from '../model/object.js';
import type { Plan } from '../plan/plan-format.js';
import { sidesOf } from '../plan/standing.js';
import { readStoppedBefore, type StoppedRun } from './journal.js';
import type { RunRecord } from './journal-format.js';

/** Where a database was before the first of the runs whose leftovers another run went on with. */
export interface BeforeStopped {
  /** The first of the stopped runs. */
  readonly first: RunRecord;
  readonly catalogue: Catalogue;
  /** What those runs and the one after them renamed, the other way round. */
  readonly renames: readonly RenameHint[];
}

/**
 * The state before the runs that a run went on from, put together from what is there and from what their plans say of what they changed. A plan has the hash of each
 * object of its base, so that nothing is in it that was otherwise; a sentence says why where something is known by its hash alone.
 */
export async function findBeforeStopped(
  { plan, run }: { readonly plan: Plan; readonly run: string },
  current: Catalogue,
  { connection, driver }: { readonly connection: Connection; readonly driver: Driver },
): Promise<BeforeStopped | { readonly unknown: string }> {
  const stopped = await readStoppedBefore(connection, driver.dialect, run);
  if (stopped === undefined) return { unknown: 'the plan of the run that was stopped was pruned' };
  const first = stopped.at(-1);
  if (!first) return { unknown: 'the journal knows of no run that was stopped before it' };
  const state = first.record.direction === 'up' ? first.plan.base : first.plan.goal;
  const plans = [plan, ...stopped.map((each) => each.plan)];
  const changes = plans.flatMap((each) => [...each.changes, ...each.inverse]);
  const seen = new Map<Address, SchemaObject[]>();
  for (const object of [...current, ...changes.flatMap(sidesOf)]) append(seen, object.address, object);
  const objects: SchemaObject[] = [];
  for (const [address, hash] of Object.entries(state.objects) as [Address, Hash][]) {
    const object = seen.get(address)?.find((each) => hashOf(each) === hash);
    if (!object) return { unknown: `nothing tells any more what ${address} was` };
    objects.push(object);
  }
  const catalogue = createCatalogue(objects);
  return { first: first.record, catalogue, renames: renamesBack({ plan, stopped }, current, catalogue, driver) };
}

interface Pair {
  readonly from: readonly string[];
  readonly to: readonly string[];
}

/** What was renamed in one of the plans, or in one after another, as far as it is there now and was not then. */
function renamesBack(
  { plan, stopped }: { readonly plan: Plan; readonly stopped: readonly StoppedRun[] },
  current: Catalogue,
  before: Catalogue,
  driver: Driver,
): readonly RenameHint[] {
  const pairs: Pair[] = [];
  for (const changes of [plan.inverse, ...stopped.map(waysBack)]) {
    const own = changes.flatMap(renamedIn);
    const joined = pairs.flatMap(({ from, to }) =>
      own.flatMap((next) => (isSame(next.from, to) ? [{ from, to: next.to }] : [])),
    );
    pairs.push(...own, ...joined);
  }
  const [now, then] = [namesIn(current, driver), namesIn(before, driver)];
  const isMade = ({ from, to }: Pair) =>
    now.has(keyOf(from)) && !now.has(keyOf(to)) && then.has(keyOf(to)) && !then.has(keyOf(from));
  return pairs.filter(isMade).map((pair) => ({ ...pair, at: 'the journal' }));
}

function waysBack({ record, plan }: StoppedRun): Plan['changes'] {
  return record.direction === 'up' ? plan.inverse : plan.changes;
}

function renamedIn(change: Plan['changes'][number]): readonly Pair[] {
  if (change.verb === 'rename')
    return [{ from: partsOf(change.from.address).parts, to: partsOf(change.to.address).parts }];
  if (change.verb !== 'alter') return [];
  const [before, after] = [partsOf(change.from.address).parts, partsOf(change.to.address).parts];
  return change.deltas.flatMap(({ type, from, to }) =>
    type.startsWith('rename-') && typeof from === 'string' && typeof to === 'string'
      ? [{ from: [...before, from], to: [...after, to] }]
      : [],
  );
}

/** All that has a name, and what is in it. */
function namesIn(state: Catalogue, driver: Driver): ReadonlySet<string> {
  return new Set(
    Array.from(state).flatMap((object) => {
      const { parts } = partsOf(object.address);
      const members = membersOf(object, driver) ?? new Map<string, string>();
      return [keyOf(parts), ...Array.from(members.keys(), (member) => keyOf([...parts, member]))];
    }),
  );
}

function keyOf(parts: readonly string[]): string {
  return JSON.stringify(parts);
}

function isSame(one: readonly string[], other: readonly string[]): boolean {
  return keyOf(one) === keyOf(other);
}

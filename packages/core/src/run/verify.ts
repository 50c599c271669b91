import type { Driver } from '../contract/driver.js';
import type { Inspection } from '../inspect/inspect.js';
import type { Address } from '../model/address.js';
import { byCodeUnit } from '../model/address.js';
import type { Catalogue } from '../model/catalogue.js';
import { type Hash, hashOf } from '../model/hash.js';
import type { Plan, PlanReading, PlanState } from '../plan/plan-format.js';
import { addressesOf, sidesOf, standingOn } from '../plan/standing.js';
import type { ExecutorContext } from './run.js';

/** How the objects of a database differ from those of a state. */
export interface Drift {
  readonly added: readonly Address[];
  readonly removed: readonly Address[];
  readonly changed: readonly Address[];
}

/** What differs between a state of a plan and what is there now, managed or left alone; undefined where nothing does. */
export function driftFrom(
  state: PlanState,
  { catalogue, kept }: Pick<Inspection, 'catalogue' | 'kept'>,
  plan: Pick<Plan, 'changes' | 'inverse'>,
  driver: Driver,
): Drift | undefined {
  const parts = [
    ...(catalogue.root === state.root ? [] : [managedDrift(state, catalogue)]),
    ...(kept.size === 0 && !state.kept ? [] : [keptDrift(state, kept, plan, driver)]),
  ];
  const all = (part: keyof Drift) => parts.flatMap((drift) => drift[part]).sort(byCodeUnit);
  const drift = { added: all('added'), removed: all('removed'), changed: all('changed') };
  return Object.values(drift).some((addresses) => addresses.length > 0) ? drift : undefined;
}

function managedDrift(state: PlanState, catalogue: Catalogue): Drift {
  const expected = new Map(Object.entries(state.objects) as [Address, Hash][]);
  const added: Address[] = [];
  const changed: Address[] = [];
  for (const object of catalogue) {
    const hash = expected.get(object.address);
    if (hash === undefined) added.push(object.address);
    else if (hash !== hashOf(object)) changed.push(object.address);
    expected.delete(object.address);
  }
  return { added, removed: [...expected.keys()], changed };
}

/** What is left alone may come and go, but not where the plan would harm what it does not know. */
function keptDrift(
  state: PlanState,
  kept: Catalogue,
  { changes, inverse }: Pick<Plan, 'changes' | 'inverse'>,
  driver: Driver,
): Drift {
  const expected = Object.entries(state.kept ?? {}) as [Address, Hash | null][];
  const known = new Set(expected.map(([address]) => address));
  const both = [...changes, ...inverse];
  const standing = standingOn(addressesOf(both), kept, both.flatMap(sidesOf), driver);
  const differs = (address: Address, hash: Hash | null) => {
    const object = kept.get(address);
    return object !== undefined && hash !== null && hash !== hashOf(object);
  };
  return {
    added: standing.flatMap(({ address }) => (known.has(address) ? [] : [address])),
    removed: expected.flatMap(([address]) => (kept.has(address) ? [] : [address])),
    changed: expected.flatMap(([address, hash]) => (differs(address, hash) ? [address] : [])),
  };
}

/** A target as it was read. */
export interface Sight {
  readonly inspection: Inspection;
  /** What the schema that was read is known by, where the engine can tell. */
  readonly schemaToken?: string;
}

type Target = Pick<ExecutorContext, 'connection' | 'driver' | 'inspect'>;

/** Inspects the target as it was inspected for a plan. */
export async function look(
  { connection, driver, inspect }: Target,
  reading: PlanReading,
  signal?: AbortSignal,
): Promise<Sight> {
  // Taken first: what changes while it is read makes the token an old one.
  const schemaToken = await connection.schemaToken?.();
  const inspection = await inspect(connection, driver, { ...inspectOptions(reading), ...(signal && { signal }) });
  return { inspection, ...(schemaToken !== undefined && { schemaToken }) };
}

/** Inspects the target and compares it with a state. */
export async function readDrift(
  target: Target,
  plan: Pick<Plan, 'reading' | 'changes' | 'inverse'>,
  state: PlanState,
  signal?: AbortSignal,
): Promise<Sight & { readonly drift?: Drift }> {
  const sight = await look(target, plan.reading, signal);
  const drift = driftFrom(state, sight.inspection, plan, target.driver);
  return { ...sight, ...(drift && { drift }) };
}

/** The options that make an inspection see what the plan saw. */
export function inspectOptions(reading: PlanReading) {
  return {
    exclude: reading.exclude,
    with: reading.with,
    schemas: reading.schemas,
    claimed: new Set(reading.claimed),
  };
}

import { type ErrorCode, SyncError } from '../errors.js';
import type { Address } from '../model/address.js';
import { byCodeUnit } from '../model/address.js';
import type { Catalogue } from '../model/catalogue.js';
import { type Hash, hashOf } from '../model/hash.js';
import type { PlanReading, PlanState } from '../plan/plan-format.js';
import type { ExecutorContext } from './run.js';

/** How the objects of a database differ from those of a state. */
export interface Drift {
  readonly added: readonly Address[];
  readonly removed: readonly Address[];
  readonly changed: readonly Address[];
}

/** What differs between a state and what is there now; undefined where nothing does. */
export function driftFrom(state: PlanState, catalogue: Catalogue): Drift | undefined {
  if (catalogue.root === state.root) return undefined;
  const expected = new Map(Object.entries(state.objects) as [Address, Hash][]);
  const added: Address[] = [];
  const changed: Address[] = [];
  for (const object of catalogue) {
    const hash = expected.get(object.address);
    if (hash === undefined) added.push(object.address);
    else if (hash !== hashOf(object)) changed.push(object.address);
    expected.delete(object.address);
  }
  return { added, removed: [...expected.keys()].sort(byCodeUnit), changed };
}

/** Inspects the target again and compares it with a state; a difference is an error that names each object. */
export async function requireState(
  { connection, driver, inspect }: Pick<ExecutorContext, 'connection' | 'driver' | 'inspect'>,
  reading: PlanReading,
  state: PlanState,
  failure: { readonly code: ErrorCode; readonly op: string; readonly message: string; readonly hint: string },
  signal?: AbortSignal,
): Promise<Catalogue> {
  const { catalogue } = await inspect(connection, driver, { ...inspectOptions(reading), ...(signal && { signal }) });
  const drift = driftFrom(state, catalogue);
  if (!drift) return catalogue;
  throw new SyncError({
    code: failure.code,
    op: failure.op,
    message: `${failure.message}: ${describeDrift(drift)}`,
    hint: failure.hint,
    details: { drift },
  });
}

/** The options that make an inspection see what the plan saw. */
export function inspectOptions(reading: PlanReading) {
  return { exclude: reading.exclude, with: reading.with, claimed: new Set(reading.claimed) };
}

/** One line for people. */
export function describeDrift({ added, removed, changed }: Drift): string {
  const part = (label: string, addresses: readonly Address[]) => {
    if (addresses.length === 0) return [];
    const shown = addresses.slice(0, 5).join(', ');
    return [`${label} ${shown}${addresses.length > 5 ? ` and ${addresses.length - 5} more` : ''}`];
  };
  return [...part('added', added), ...part('removed', removed), ...part('changed', changed)].join('; ');
}

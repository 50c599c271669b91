import { SyncError } from '../../errors.js';
import type { FleetRunRecord } from '../../fleet/run-record.js';
import { findRun } from '../../run/find-run.js';
import type { Invocation } from '../command.js';
import { type ControlStore, findControlStore } from './control-store.js';
import { isAlive } from './noted-run.js';

/** How people see a run: one that says it runs, and that nobody runs, has died. */
export type ShownState = FleetRunRecord['state'] | 'died';

/** A run with how it stands right now. */
export interface ShownRun extends Omit<FleetRunRecord, 'state'> {
  readonly state: ShownState;
}

/** A run of a fleet, by its name or the beginning of it; without one the newest. The store is the caller's to close. */
export async function openRun(
  invocation: Invocation,
): Promise<{ readonly store: ControlStore; readonly run: FleetRunRecord; readonly alive: boolean }> {
  const store = await findControlStore(invocation);
  try {
    const runs = await store.journal.runs();
    const [given] = invocation.arguments;
    const of = { of: store.label, op: 'runs', hint: 'schema-sync runs list shows them.' };
    const run = given === undefined ? runs[0] : findRun(runs, given, of);
    if (!run) throw noRuns(store);
    return { store, run, alive: await isAlive(store, run) };
  } catch (error) {
    await store[Symbol.asyncDispose]();
    throw error;
  }
}

/** How a run stands. */
export function shown(run: FleetRunRecord, alive: boolean): ShownRun {
  const isDead = !alive && (run.state === 'running' || run.state === 'paused');
  return { ...run, state: isDead ? 'died' : run.state };
}

function noRuns({ label }: ControlStore): SyncError {
  return new SyncError({
    code: 'NOT_FOUND',
    op: 'runs',
    message: `no run of a fleet is noted in ${label}`,
    hint: 'schema-sync sync --all-tenants begins one; what an earlier one did stands, and is left alone.',
  });
}

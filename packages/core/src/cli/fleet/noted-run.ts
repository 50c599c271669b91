import type { Lock } from '../../contract/connection.js';
import type { Engine } from '../../engine-types.js';
import type { DealtWave } from '../../fleet/assignment.js';
import { type FleetRun, type FleetRunOptions, runFleet } from '../../fleet/run-fleet.js';
import type { FleetRunRecord, FleetRunState, TenantRecord } from '../../fleet/run-record.js';
import { RunWatch } from '../../fleet/run-watch.js';
import type { Invocation } from '../command.js';
import { errorText } from '../report-error.js';
import type { ControlStore } from './control-store.js';
import { keptError } from './kept-error.js';

/** A run of a fleet that is noted. */
export interface Noted {
  readonly store: ControlStore;
  readonly run: string;
  /** How often each tenant was begun before. */
  readonly attempts?: ReadonlyMap<string, number>;
}

/** How long to wait for the lock of a run: whoever only looks whether it is held holds it for a moment. */
const lockWaitMs = 2000;

/** The lock of whoever runs a run of a fleet; LOCK_TIMEOUT where somebody does. */
export function lockRun({ connection }: ControlStore, run: string, waitMs = lockWaitMs): Promise<Lock> {
  return connection.lock(`schema-sync-run-${run}`, { waitMs });
}

/** Runs waves of tenants under the lock of the run, notes each, and how it ended. */
export async function runNoted(
  invocation: Invocation,
  engine: Engine,
  waves: readonly DealtWave[],
  { lock, noted, options }: { readonly lock: Lock; readonly noted: Noted; readonly options: FleetRunOptions },
): Promise<FleetRun> {
  const { terminal, signal, world, redactor } = invocation;
  const { store, run, attempts = new Map() } = noted;
  const name = run.slice(0, 8);
  await using watch = new RunWatch({
    ...{ run, lock, attempts, journal: store.journal, now: world.now },
    written: (error) => keptError(error, redactor),
    onPause: (paused) =>
      terminal.note(paused ? `paused: schema-sync runs resume ${name} goes on` : `run ${name} goes on`),
  });
  const release = () => watch.release();
  signal.addEventListener('abort', release, { once: true });
  try {
    const ran = await runFleet(engine, waves, { ...options, watch });
    watch.release();
    if (watch.lost) {
      terminal.warn(
        `the run is not noted any more, so that no other tenant was begun; what ran stands\n${errorText(watch.lost, terminal.errorPaint, invocation.flags.verbose)}`,
      );
    } else await endRun(store, run, { ran, isCancelled: watch.isCancelled, now: world.now() });
    return ran;
  } finally {
    signal.removeEventListener('abort', release);
  }
}

async function endRun(
  { journal }: ControlStore,
  run: string,
  { ran, isCancelled, now }: { readonly ran: FleetRun; readonly isCancelled: boolean; readonly now: Date },
): Promise<void> {
  const tenants = await journal.tenants(run);
  const { done, failed, left } = countsOf(tenants);
  const state = left > 0 ? leftState(ran, isCancelled) : failed > 0 ? 'failed' : 'done';
  await journal.changeRun(run, { state, wanted: 'go', done, failed, finishedAt: now.toISOString() });
}

function leftState({ held }: FleetRun, isCancelled: boolean): FleetRunState {
  if (isCancelled) return 'cancelled';
  return held ? 'held' : 'stopped';
}

/** How many tenants of a run came to what. */
export function countsOf(tenants: readonly TenantRecord[]) {
  const count = (...states: readonly TenantRecord['state'][]) =>
    tenants.filter(({ state }) => states.includes(state)).length;
  return {
    inSync: count('in-sync'),
    done: count('done'),
    failed: count('failed'),
    left: count('waiting', 'running', 'cancelled'),
  };
}

/** Whether somebody runs it right now. */
export async function isAlive(store: ControlStore, { run, state }: FleetRunRecord): Promise<boolean> {
  if (state !== 'running' && state !== 'paused') return false;
  try {
    await using _ = await lockRun(store, run, 0);
    return false;
  } catch (error) {
    if ((error as { readonly code?: unknown }).code === 'LOCK_TIMEOUT') return true;
    throw error;
  }
}

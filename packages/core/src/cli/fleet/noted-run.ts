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
  /** Where only some of its waves are begun again: how the run stood before, as which it is left where others are still to be begun. */
  readonly again?: FleetRunState;
}

/** How long to wait for the lock of a run: whoever only looks whether it is held holds it for a moment. */
const lockWaitMs = 2000;

/** Where only taking it tells whether it is held, for how long it has to be for somebody to be at work: several who look at the same moment are none, and none of them keeps it this long. */
const lookWaitMs = 400;

/** The lock of whoever runs a run of a fleet; LOCK_TIMEOUT where somebody does. */
export function lockRun(
  { connection }: Pick<ControlStore, 'connection'>,
  run: string,
  waitMs = lockWaitMs,
): Promise<Lock> {
  return connection.lock(lockOf(run), { waitMs });
}

function lockOf(run: string): string {
  return `schema-sync-run-${run}`;
}

/** Runs waves of tenants under the lock of the run, notes each, and how it ended. */
export async function runNoted(
  invocation: Invocation,
  engine: Engine,
  waves: readonly DealtWave[],
  { lock, noted, options }: { readonly lock: Lock; readonly noted: Noted; readonly options: FleetRunOptions },
): Promise<FleetRun> {
  const { terminal, signal, world, redactor } = invocation;
  const { store, run, attempts = new Map(), again } = noted;
  const name = run.slice(0, 8);
  await using watch = new RunWatch({
    ...{ run, lock, attempts, journal: store.journal, now: world.now, isAgain: again !== undefined },
    written: (error) => keptError(error, redactor),
    onPause: (paused) =>
      terminal.note(paused ? `paused: schema-sync runs resume ${name} goes on` : `run ${name} goes on`),
  });
  const release = () => watch.release();
  signal.addEventListener('abort', release, { once: true });
  try {
    const ran = await runFleet(engine, waves, { ...options, watch });
    await watch.told();
    watch.release();
    if (watch.lost) {
      terminal.warn(
        `the run is not noted any more, so that no other tenant was begun; what ran stands\n${errorText(watch.lost, terminal.errorPaint, invocation.flags.verbose)}`,
      );
    } else {
      const left = watch.isCancelled ? 'cancelled' : ran.held || again === 'held' ? 'held' : 'stopped';
      await endRun(store, run, { left, now: world.now() });
    }
    return ran;
  } finally {
    signal.removeEventListener('abort', release);
  }
}

/** Notes how a run ended; `left` is what is said of one of which tenants are left. */
export async function endRun(
  { journal }: ControlStore,
  run: string,
  { left, now }: { readonly left: FleetRunState; readonly now: Date },
): Promise<void> {
  const counts = countsOf(await journal.tenants(run));
  const { done, failed } = counts;
  const state = counts.left > 0 ? left : failed > 0 ? 'failed' : 'done';
  await journal.changeRun(run, { state, wanted: 'go', done, failed, finishedAt: now.toISOString() });
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
export async function isAlive(
  store: Pick<ControlStore, 'connection'>,
  { run, state }: Pick<FleetRunRecord, 'run' | 'state'>,
): Promise<boolean> {
  if (state !== 'running' && state !== 'paused') return false;
  const { connection } = store;
  if (connection.isLocked) return connection.isLocked(lockOf(run));
  try {
    await using _ = await lockRun(store, run, lookWaitMs);
    return false;
  } catch (error) {
    if ((error as { readonly code?: unknown }).code === 'LOCK_TIMEOUT') return true;
    throw error;
  }
}

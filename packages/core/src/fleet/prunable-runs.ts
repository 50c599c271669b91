import type { PruneChoice } from '../run/prune.js';
import type { FleetRunRecord, FleetRunState } from './run-record.js';

const ended: Readonly<Record<FleetRunState, boolean>> = {
  ...{ running: false, paused: false, held: false, stopped: false },
  ...{ failed: true, done: true, cancelled: true },
};

/** Whether a run has come to an end that nobody goes on from by himself. */
export function isOver({ state }: Pick<FleetRunRecord, 'state'>): boolean {
  return ended[state];
}

/** The runs of fleets, which come with the newest first, that may be forgotten. What is open stays, and so does the newest of each fleet: its failures can be tried again. */
export function prunableRuns(
  runs: readonly FleetRunRecord[],
  { keep = 1, before }: PruneChoice,
): readonly FleetRunRecord[] {
  const seen = new Map<string, number>();
  return runs.filter((run) => {
    const newer = seen.get(run.fleet) ?? 0;
    seen.set(run.fleet, newer + 1);
    return newer >= keep && isOver(run) && (before === undefined || run.startedAt < before);
  });
}

import { SyncError } from '../errors.js';
import type { RunRecord } from './journal-format.js';
import { sinceLastEnd } from './since-last-end.js';

/** By which run each run was taken back. An undo that was itself taken back counts no more: what it had undone stands again. */
export function takenBack(runs: readonly RunRecord[]): ReadonlyMap<string, string> {
  const undoing = new Map<string, RunRecord[]>();
  for (const run of runs) {
    if (run.takesBack === undefined || run.outcome !== 'done') continue;
    const group = undoing.get(run.takesBack);
    if (group) group.push(run);
    else undoing.set(run.takesBack, [run]);
  }
  const undoneBy = ({ run }: RunRecord): RunRecord | undefined =>
    undoing.get(run)?.find((undo) => undoneBy(undo) === undefined);
  const found = new Map<string, string>();
  for (const [at, run] of runs.entries()) {
    const by = undoneBy(run);
    if (!by) continue;
    found.set(run.run, by.run);
    for (const stopped of stoppedBefore(runs.slice(at + 1), run, by)) found.set(stopped.run, by.run);
  }
  return found;
}

/** Of the runs before one, the stopped ones that were taken back together with it: an undo that goes further than to where the run began goes to where the first of them did. */
function stoppedBefore(older: readonly RunRecord[], run: RunRecord, undo: RunRecord): readonly RunRecord[] {
  if (undo.goal === run.base) return [];
  const stopped = sinceLastEnd(older.filter(({ tenant }) => tenant === run.tenant));
  return stopped.slice(0, stopped.findLastIndex(({ base }) => base === undo.goal) + 1);
}

/** The newest run that brought this plan about and was not taken back since. `runs` come with the newest first. */
export function standingRunOf(plan: string, runs: readonly RunRecord[]): RunRecord | undefined {
  const undone = takenBack(runs);
  return runs.find(
    (run) => run.plan === plan && run.direction === 'up' && run.outcome === 'done' && !undone.has(run.run),
  );
}

/** The run that went on with this plan where a run of it had stopped, to the state that it leads to, and was not taken back since. `runs` come with the newest first. */
export function finishingRunOf(plan: string, runs: readonly RunRecord[]): RunRecord | undefined {
  const undone = takenBack(runs);
  for (const [at, stopped] of runs.entries()) {
    if (stopped.plan !== plan || stopped.direction !== 'up' || stopped.outcome === 'done') continue;
    const next = runs.slice(0, at).findLast(({ outcome, tenant }) => outcome === 'done' && tenant === stopped.tenant);
    if (next?.direction === 'up' && next.goal === stopped.goal && !undone.has(next.run)) return next;
  }
  return undefined;
}

/** The newest run that came after another one and stands. `runs` come with the newest first. */
export function standingAfter(run: string, runs: readonly RunRecord[]): RunRecord | undefined {
  const undone = takenBack(runs);
  const at = runs.findIndex((each) => each.run === run);
  return runs
    .slice(0, Math.max(at, 0))
    .find(({ run, outcome, takesBack }) => outcome === 'done' && takesBack === undefined && !undone.has(run));
}

/** Refuses to take back what was taken back before. */
export function requireStanding(run: string, runs: readonly RunRecord[]): void {
  const by = takenBack(runs).get(run);
  if (by === undefined) return;
  const when = runs.find((each) => each.run === by)?.startedAt;
  throw new SyncError({
    code: 'ALREADY_TAKEN_BACK',
    op: 'down',
    message: `run ${run.slice(0, 8)} was taken back already, by run ${by.slice(0, 8)}${when === undefined ? '' : ` of ${when}`}`,
    hint: `Nothing was touched. To undo that undo and go forth again: schema-sync down ${by.slice(0, 8)}.`,
    details: { run, takenBackBy: by },
  });
}

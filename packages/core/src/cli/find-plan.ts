import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import type { HistoryEntry } from '../engine-types.js';
import { SyncError } from '../errors.js';
import type { Plan } from '../plan/plan-format.js';
import { findRun } from '../run/find-run.js';
import { isNote } from '../run/note-state.js';
import { hasChanged, leadsBack, stands } from '../run/prune.js';
import { sinceLastEnd } from '../run/since-last-end.js';
import { usage } from './arguments.js';
import type { Invocation } from './command.js';
import { onlineSaid } from './online.js';
import { readPlanFile } from './plan-file.js';
import type { Workbench } from './workbench.js';

/** What is to be taken back. */
export interface Found {
  readonly plan: Plan;
  /** The run that it belongs to, where one was named. */
  readonly run?: string;
  /** Whether it was planned anew since the command line says how tables are changed. */
  readonly otherwise?: true;
  /** What of that run did not come to its end, where something did not: it, or a way back of it. */
  readonly stopped?: 'run' | 'way back';
}

/** The plan that a command names, by a run of the history or by a file. */
export async function findPlan(invocation: Invocation, bench: Workbench, given: string): Promise<Found> {
  const { world } = invocation;
  const flags = invocation.flags as { readonly 'no-prove'?: boolean };
  const { engine, tenant } = bench;
  const said = onlineSaid(invocation);
  const isOtherwise = said.online !== undefined;
  if (given === '-' || isFile(resolve(world.directory, given))) {
    if (isOtherwise) throw fixedInFile(given);
    return { plan: await readPlanFile(given, world) };
  }
  const history = await engine.history(tenant());
  const run = runOf(history, given, tenant().id);
  const prove = bench.settings.prove && !flags['no-prove'];
  const plan = await engine.planOf(tenant(), run, { ...bench.reading, prove, ...said });
  return { plan, run, ...stoppedOf(run, history), ...(isOtherwise && { otherwise: true }) };
}

function fixedInFile(given: string): SyncError {
  return usage(
    `${given === '-' ? 'a plan file' : given} says in which steps it is taken back, and --online and --no-online ask for others`,
    'Name the run in place of the file: schema-sync history lists them.',
  );
}

function stoppedOf(run: string, history: readonly HistoryEntry[]): Pick<Found, 'stopped'> {
  const named = history.find((entry) => entry.run === run);
  if (named && named.outcome !== 'done') return { stopped: 'run' };
  const begun = sinceLastEnd(history).some(({ takesBack, steps }) => takesBack === run && steps.length > 0);
  return begun ? { stopped: 'way back' } : {};
}

/** A plan that was made for this way back alone is what was shown: it is not made a second time. */
export function whatToTakeBack({ plan, run }: Found): Plan | string {
  return plan.takesBack !== undefined || run === undefined ? plan : run;
}

/** Whatever can be read through: a plan may come through a pipe, but never out of a folder, whose name may be that of a run. */
function isFile(path: string): boolean {
  const found = statSync(path, { throwIfNoEntry: false });
  return found !== undefined && !found.isDirectory();
}

/** An undo is no candidate for `last`: saying it twice goes back two runs, and never forth again. */
function runOf(all: readonly HistoryEntry[], given: string, tenant: string): string {
  const history = all.filter((entry) => !isNote(entry));
  if (given === 'last') {
    const own = history.filter((entry) => entry.tenant === tenant);
    const newest = own.find(stands);
    if (newest && !leadsBack(newest))
      throw onlyRows(
        newest,
        own.find((entry) => stands(entry) && leadsBack(entry)),
      );
    if (newest) return newest.run;
    if (own.some(hasChanged)) throw noRun('every run was taken back already: none stands any more');
    const others = [...new Set(history.filter(hasChanged).map((entry) => entry.tenant))];
    throw noRun(
      others.length === 0
        ? 'no run has changed this database'
        : `no run of tenant ${tenant} has changed this database; runs of ${others.join(', ')} have: name the one that is meant`,
    );
  }
  const entry = findRun(all, given);
  if (isNote(entry))
    throw noRun(
      `run ${entry.run.slice(0, 8)} noted what was there and changed nothing, so there is nothing to take back`,
    );
  // A step that commits by itself is noted as soon as it begins.
  if (hasChanged(entry) || entry.steps.length > 0) return entry.run;
  throw noRun(`run ${entry.run.slice(0, 8)} changed nothing, so there is nothing to take back`);
}

/** Whoever wants to undo what was just done must not find that something older was. */
function onlyRows({ run }: HistoryEntry, next: HistoryEntry | undefined): SyncError {
  const name = next?.run.slice(0, 8);
  return noRun(
    `the newest run that stands, ${run.slice(0, 8)}, wrote rows alone, which stay: it has no way back`,
    name === undefined
      ? 'Nothing was touched. No run before it stands that could be taken back.'
      : `Nothing was touched. The run before it that can be taken back: schema-sync down ${name}.`,
  );
}

function noRun(
  message: string,
  hint = 'schema-sync history lists the runs; an undo is undone by its own name.',
): SyncError {
  return new SyncError({ code: 'NOT_FOUND', op: 'down', message, hint });
}

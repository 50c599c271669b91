import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import type { HistoryEntry } from '../../engine-types.js';
import { SyncError } from '../../errors.js';
import type { Plan } from '../../plan/plan-format.js';
import { findRun } from '../../run/find-run.js';
import { hasChanged, leadsBack, stands } from '../../run/prune.js';
import type { RunReport } from '../../run/report.js';
import { defineCommand, type Invocation } from '../command.js';
import { document } from '../documents.js';
import { formatFlag, provingFlags, tenantFlags, writingFlags } from '../flags.js';
import { readPlanFile } from '../plan-file.js';
import { reportText } from '../render/history-text.js';
import { visible } from '../visible.js';
import { openWorkbench, type Workbench } from '../workbench.js';
import { approve, writeRequest } from '../writing.js';

export const down = defineCommand({
  summary: 'take a run back',
  description:
    'The way back was planned together with the way there; what it cannot bring back (rows of what was dropped) the plan says.',
  arguments: [
    {
      name: 'RUN',
      description:
        'a run of the history, by the beginning of its name (4 characters or more); last for the newest that still stands; or a plan file (- for standard input)',
    },
  ],
  flags: { ...tenantFlags, ...writingFlags, ...provingFlags, ...formatFlag('text', 'json') },
  examples: [
    ['down last --url URL', 'undo what was just done'],
    ['down plan.json --url URL --yes', 'undo a plan'],
  ],
  async run(invocation) {
    const { command, flags, stopwatch, terminal } = invocation;
    const { bench } = await openWorkbench(invocation, { target: true });
    const found = await findPlan(invocation, bench, invocation.arguments[0] ?? '');
    const tenant = bench.tenant();
    noteWhole(invocation, found.plan);
    await bench.engine.check(tenant, whatToTakeBack(found), 'down', bench.reading);
    const report = found.plan.down.length === 0 ? undefined : await approveAndRun(invocation, bench, found);
    if (flags.format === 'json')
      terminal.json(
        document(command, {
          tenant: tenant.id,
          database: bench.label(),
          irreversible: found.plan.irreversible,
          ...(report && { report }),
          elapsed: stopwatch.read(),
        }),
      );
    else terminal.print(report ? reportText(report, terminal.paint) : noWayBack);
    noteStaying(invocation, found.plan);
    return undefined;
  },
});

const noWayBack = 'the plan wrote rows alone, which stay: there is nothing to take back';

/** Another way than the one that was planned together with the way there. */
function noteWhole({ terminal }: Invocation, { takesBack }: Plan): void {
  if (takesBack === undefined) return;
  terminal.note(
    `run ${takesBack.slice(0, 8)} went on with what a run that was stopped had left: this is a new plan, to the state before both`,
  );
}

/** What was said before the plan was run still holds once it is taken back. */
function noteStaying({ terminal }: Invocation, { irreversible }: Plan): void {
  if (irreversible.length === 0) return;
  terminal.note(
    ['what the plan did and this does not undo:', ...irreversible.map(({ reason }) => `  ${visible(reason)}`)].join(
      '\n',
    ),
  );
}

interface Found {
  readonly plan: Plan;
  /** The run that it belongs to, where one was named. */
  readonly run?: string;
}

async function findPlan(invocation: Invocation, bench: Workbench, given: string): Promise<Found> {
  const { world } = invocation;
  const flags = invocation.flags as { readonly 'no-prove'?: boolean };
  const { engine, tenant } = bench;
  if (given === '-' || isFile(resolve(world.directory, given))) return { plan: await readPlanFile(given, world) };
  const run = runOf(await engine.history(tenant()), given, tenant().id);
  const prove = bench.settings.prove && !flags['no-prove'];
  return { plan: await engine.planOf(tenant(), run, { ...bench.reading, prove }), run };
}

/** A plan that was made for this way back alone is what was shown: it is not made a second time. */
function whatToTakeBack({ plan, run }: Found): Plan | string {
  return plan.takesBack !== undefined || run === undefined ? plan : run;
}

/** Whatever can be read through: a plan may come through a pipe, but never out of a folder, whose name may be that of a run. */
function isFile(path: string): boolean {
  const found = statSync(path, { throwIfNoEntry: false });
  return found !== undefined && !found.isDirectory();
}

/** An undo is no candidate for `last`: saying it twice goes back two runs, and never forth again. */
function runOf(history: readonly HistoryEntry[], given: string, tenant: string): string {
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
  const entry = findRun(history, given);
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

async function approveAndRun(invocation: Invocation, bench: Workbench, found: Found): Promise<RunReport> {
  const { plan } = found;
  await approve(invocation, bench, plan, { way: 'down', reviewed: plan.takesBack === undefined });
  return bench.engine.down(bench.tenant(), whatToTakeBack(found), writeRequest(invocation, bench));
}

import type { SyncResult } from '../../engine-types.js';
import type { SyncError } from '../../errors.js';
import type { Compiled } from '../../source/compiled.js';
import { defineCommand, type Invocation } from '../command.js';
import { differenceDocument, document, planDocument, refusalDocument, seedDocument } from '../documents.js';
import {
  compilingFlags,
  creatingFlags,
  dataFlags,
  fleetFlags,
  formatFlag,
  goalFlags,
  onlineFlags,
  phaseFlags,
  readingFlags,
  rehearsingFlags,
  rolloutFlags,
  writingFlags,
} from '../flags.js';
import { isFleetCall } from '../fleet/fleet-call.js';
import { noteFlaws, noteMissing, noteRenames, prepareGoal } from '../goal.js';
import { onlineRequest } from '../online.js';
import { openBench } from '../open-bench.js';
import { dataText } from '../render/data-text.js';
import { differenceText } from '../render/difference-text.js';
import { reportText } from '../render/history-text.js';
import { leftAloneText } from '../render/left-alone-text.js';
import { planText } from '../render/plan-text.js';
import { errorText } from '../report-error.js';
import { visible } from '../visible.js';
import { type Workbench, wantedGoal } from '../workbench.js';
import { allowedHazards, approve, refusalOf, writeRequest } from '../writing.js';

export const sync = defineCommand({
  summary: 'plan, ask and apply in one',
  description:
    'Of tenants of a fleet those that are alike get one plan, which is shown and proven once and runs on each under its own lock. One that fails stops none of the others; exit 4 where some were not brought in sync.',
  flags: {
    ...fleetFlags,
    ...rolloutFlags,
    ...goalFlags,
    ...phaseFlags,
    ...rehearsingFlags,
    ...writingFlags,
    ...creatingFlags,
    'no-prove': { type: 'switch', description: 'do not try the plan in scratch' },
    ...dataFlags,
    ...onlineFlags,
    ...formatFlag('text', 'json'),
    ...readingFlags,
    ...compilingFlags,
  },
  examples: [
    ['sync --url URL --to ./schema', 'shows the plan, asks, applies'],
    ['sync --url URL --to ./schema --yes --allow data-loss', 'without a terminal'],
    ['sync --profile production --dry-run', 'only looks; fails where --allow is missing'],
    ['sync --url URL --to ./schema --phase expand', 'both shapes beside each other; deploy; then --phase contract'],
    ['sync --all-tenants --yes --parallel 16 --abort-after 2%', 'every tenant of the fleet of the config'],
    ['sync --all-tenants --yes --waves canary:1,5%,rest --bake 10m', 'a few tenants first'],
  ],
  async run(invocation) {
    if (await isFleetCall(invocation)) return (await import('../fleet/sync-fleet.js')).syncFleet(invocation);
    const { flags, terminal } = invocation;
    const { bench, sources } = await openBench(invocation, { target: true, ...wantedGoal(flags.to) });
    const { goal, request, denied } = await prepareGoal(invocation, bench, sources[0]);
    const prove = bench.settings.prove && !flags['no-prove'];
    const result = await bench.engine.sync(bench.tenant(), goal, {
      ...request,
      ...writeRequest(invocation, bench),
      ...onlineRequest(invocation, bench),
      prove,
      checkData: flags['check-data'],
      dryRun: flags['dry-run'],
      confirm: async (plan, difference, { missing, again, unmanaged, data, refusal }) => {
        if (again) terminal.note('the database was changed meanwhile: this is the plan for what it is now');
        noteRenames(invocation, difference, denied);
        await approve(invocation, bench, plan, {
          way: 'up',
          missing,
          unmanaged,
          ...(data && { data }),
          ...(refusal && { refusal }),
        });
      },
    });
    const { plan, missing, data, refusal } = result;
    const refused =
      flags['dry-run'] && plan
        ? refusalOf(invocation, bench, plan, {
            way: 'up',
            ...(missing && { missing }),
            ...(data && { data }),
            ...(refusal && { refusal }),
          })
        : undefined;
    if (flags.format === 'json') terminal.json(resultDocument(invocation, result, { bench, goal, refused }));
    else terminal.print(resultText(invocation, result, goal.origin, bench));
    if (flags['dry-run']) noteMissing(invocation, bench, missing);
    noteFlaws(invocation, result.flaws);
    if (flags['dry-run'] || result.inSync) noteRenames(invocation, result.difference, denied);
    if (refused) terminal.warn(errorText(refused, terminal.errorPaint, flags.verbose));
    return refused?.exitCode;
  },
});

function resultDocument(
  { command, stopwatch }: Invocation,
  result: SyncResult,
  about: { readonly bench: Workbench; readonly goal: Compiled; readonly refused: SyncError | undefined },
) {
  const { tenant, difference, seeds, missing, plan, report, flaws, data } = result;
  const { bench, goal, refused } = about;
  return document(command, {
    tenant,
    database: bench.label(),
    ...(missing && { missing }),
    ...differenceDocument(difference),
    inSync: result.inSync || report?.outcome === 'done',
    seeds: seedDocument(seeds),
    warnings: bench.warnings({ warnings: goal.warnings, flaws }),
    ...(plan && planDocument(plan)),
    ...(data && { data }),
    ...(refused && { refused: refusalDocument(refused) }),
    unmanaged: result.unmanaged,
    ...(report && { report }),
    elapsed: stopwatch.read(),
  });
}

function resultText(invocation: Invocation, result: SyncResult, origin: string, bench: Workbench): string {
  const { paint, printColumns: columns } = invocation.terminal;
  const allow = new Set(allowedHazards(invocation, bench));
  const { difference, seeds, plan, report, data } = result;
  if (report) return reportText(report, paint);
  const { verbose } = invocation.flags;
  const leftAlone = leftAloneText(result.unmanaged, bench.driver, paint, { columns, verbose });
  if (!plan) {
    const inSync = `${paint.green('✓ in sync')}: ${visible(bench.label())} is as ${visible(origin)} says`;
    return [inSync, ...leftAlone].join('\n\n');
  }
  return [
    differenceText(difference, { from: bench.label(), to: origin }, bench.driver, paint, { seeds, columns }),
    planText(plan, bench.driver, paint, { allow, verbose }),
    ...leftAlone,
    ...(data ? [dataText(data, paint)] : []),
    paint.dim('dry run: nothing was changed'),
  ].join('\n\n');
}

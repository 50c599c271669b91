import { isSyncError, type SyncError } from '../../errors.js';
import type { Plan } from '../../plan/plan-format.js';
import { cannotGoOn } from '../../run/ask-ahead.js';
import type { RunReport } from '../../run/report.js';
import { defineCommand, type Invocation } from '../command.js';
import { document, planDocument, refusalDocument } from '../documents.js';
import { type Found, findPlan, whatToTakeBack } from '../find-plan.js';
import { formatFlag, onlineFlags, provingFlags, rehearsingFlags, tenantFlags, writingFlags } from '../flags.js';
import { openBench } from '../open-bench.js';
import { reportText } from '../render/history-text.js';
import { planText } from '../render/plan-text.js';
import { errorText } from '../report-error.js';
import { visible } from '../visible.js';
import type { Workbench } from '../workbench.js';
import { allowedHazards, approve, refusalOf, writeRequest } from '../writing.js';

export const down = defineCommand({
  summary: 'take a run back',
  description:
    'The way back was planned together with the way there; what it cannot bring back (rows of what was dropped) the plan says. With --online or --no-online it is planned, and tried, anew.',
  arguments: [
    {
      name: 'RUN',
      description:
        'a run of the history, by the beginning of its name (4 characters or more); last for the newest that still stands; or a plan file (- for standard input)',
    },
  ],
  flags: {
    ...tenantFlags,
    ...rehearsingFlags,
    ...writingFlags,
    ...onlineFlags,
    ...provingFlags,
    ...formatFlag('text', 'json'),
  },
  examples: [
    ['down last --url URL', 'undo what was just done'],
    ['down last --url URL --dry-run', 'only look at what that would do'],
    ['down plan.json --url URL --yes', 'undo a plan'],
  ],
  async run(invocation) {
    const { command, flags, stopwatch, terminal } = invocation;
    const { bench } = await openBench(invocation, { target: true });
    const found = await findPlan(invocation, bench, invocation.arguments[0] ?? '');
    const tenant = bench.tenant();
    noteWhole(invocation, found);
    if (flags['dry-run']) return rehearse(invocation, bench, found);
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
function noteWhole({ terminal }: Invocation, { plan, stopped, otherwise }: Found): void {
  if (plan.takesBack === undefined) return;
  const run = `run ${plan.takesBack.slice(0, 8)}`;
  if (stopped === 'run')
    terminal.note(`${run} did not come to its end: this is a new plan, from what is there to the state before it`);
  else if (stopped === 'way back')
    terminal.note(`a way back of ${run} did not come to its end: this is a new plan, from what is there to that end`);
  else if (otherwise) terminal.note(`this is a new plan, to the state before ${run}`);
  else
    terminal.note(
      `${run} went on with what a run that was stopped had left: this is a new plan, to the state before both`,
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

async function approveAndRun(invocation: Invocation, bench: Workbench, found: Found): Promise<RunReport> {
  const { plan } = found;
  await approve(invocation, bench, plan, { way: 'down', reviewed: plan.takesBack === undefined });
  return bench.engine.down(bench.tenant(), whatToTakeBack(found), writeRequest(invocation, bench));
}

/** Shows the way back, and fails where a run of it would be refused. */
async function rehearse(invocation: Invocation, bench: Workbench, found: Found): Promise<number | undefined> {
  const { command, stopwatch, terminal, flags } = invocation;
  const { format, verbose } = flags as { readonly format?: string; readonly verbose: boolean };
  const { plan } = found;
  const refused = plan.down.length === 0 ? undefined : await refusalToGoBack(invocation, bench, found);
  if (format === 'json')
    terminal.json(
      document(command, {
        tenant: bench.tenant().id,
        database: bench.label(),
        irreversible: plan.irreversible,
        ...planDocument(plan, 'down'),
        ...(refused && { refused: refusalDocument(refused) }),
        elapsed: stopwatch.read(),
      }),
    );
  else {
    const { paint } = terminal;
    const allow = new Set(allowedHazards(invocation, bench));
    const shown =
      plan.down.length === 0 ? noWayBack : planText(plan, bench.driver, paint, { way: 'down', allow, verbose });
    terminal.print(`${shown}\n\n${paint.dim('dry run: nothing was changed')}`);
  }
  noteStaying(invocation, plan);
  if (refused) terminal.warn(errorText(refused, terminal.errorPaint, verbose));
  return refused?.exitCode;
}

/** Nobody is asked, so that `--yes` is taken for given. */
async function refusalToGoBack(invocation: Invocation, bench: Workbench, found: Found): Promise<SyncError | undefined> {
  try {
    await bench.engine.check(bench.tenant(), whatToTakeBack(found), 'down', { ...bench.reading, dryRun: true });
    return refusalOf(invocation, bench, found.plan, { way: 'down' });
  } catch (error) {
    if (!isSyncError(error) || cannotGoOn.has(error.code)) throw error;
    return error;
  }
}

import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { SyncError } from '../../errors.js';
import type { Plan } from '../../plan/plan-format.js';
import type { RunReport } from '../../run/report.js';
import { defineCommand, type Invocation } from '../command.js';
import { document } from '../documents.js';
import { formatFlag, targetFlags, writingFlags } from '../flags.js';
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
      description: 'a run of the history, by the beginning of its name; last for the newest; or a plan file',
    },
  ],
  flags: { ...targetFlags, ...writingFlags, ...formatFlag('text', 'json') },
  examples: [
    ['down last --url ENGINE:./app.db', 'undo what was just done'],
    ['down plan.json --url ENGINE:./app.db --yes', 'undo a plan'],
  ],
  async run(invocation) {
    const { command, flags, stopwatch, terminal } = invocation;
    const { bench } = await openWorkbench(invocation, { target: true });
    const plan = await findPlan(invocation, bench, invocation.arguments[0] ?? '');
    const tenant = bench.tenant();
    const report = plan.down.length === 0 ? undefined : await approveAndRun(invocation, bench, plan);
    if (flags.format === 'json')
      terminal.json(
        document(command, {
          tenant: tenant.id,
          database: bench.label(),
          irreversible: plan.irreversible,
          ...(report && { report }),
          elapsed: stopwatch.read(),
        }),
      );
    else terminal.print(report ? reportText(report, terminal.paint) : 'the plan has no way back: nothing to do');
    noteStaying(invocation, plan);
    return undefined;
  },
});

/** What was said before the plan was run still holds once it is taken back. */
function noteStaying({ terminal }: Invocation, { irreversible }: Plan): void {
  if (irreversible.length === 0) return;
  terminal.note(
    ['what the plan did and this does not undo:', ...irreversible.map(({ reason }) => `  ${visible(reason)}`)].join(
      '\n',
    ),
  );
}

async function findPlan({ world }: Invocation, { engine, tenant }: Workbench, given: string): Promise<Plan> {
  if (existsSync(resolve(world.directory, given))) return readPlanFile(given, world.directory);
  const done = (await engine.history(tenant())).filter(
    (entry) => entry.outcome === 'done' || entry.steps.some((step) => step.outcome === 'done'),
  );
  const found =
    given === 'last'
      ? done.sort((a, b) => (a.startedAt < b.startedAt ? 1 : -1)).slice(0, 1)
      : done.filter((entry) => entry.run.startsWith(given));
  const [entry] = found;
  if (!entry || found.length > 1) {
    throw new SyncError({
      code: 'NOT_FOUND',
      op: 'down',
      message: entry
        ? `${given} is the beginning of ${found.length} runs`
        : `${given} is neither a run of this database nor a plan file`,
      hint: 'schema-sync history lists the runs.',
    });
  }
  return engine.planOf(tenant(), entry.run);
}

async function approveAndRun(invocation: Invocation, bench: Workbench, plan: Plan): Promise<RunReport> {
  await approve(invocation, bench, plan, 'down', true);
  return bench.engine.down(bench.tenant(), plan, writeRequest(invocation, bench));
}

import type { Plan } from '../../plan/plan-format.js';
import type { RunRecord } from '../../run/journal-format.js';
import type { RunReport } from '../../run/report.js';
import { defineCommand, type Invocation } from '../command.js';
import { document } from '../documents.js';
import { creatingFlags, formatFlag, tenantFlags, writingFlags } from '../flags.js';
import type { Paint } from '../paint.js';
import { readPlanFile } from '../plan-file.js';
import { reportText } from '../render/history-text.js';
import { visible } from '../visible.js';
import { openWorkbench, type Workbench } from '../workbench.js';
import { approve, writeRequest } from '../writing.js';

export const apply = defineCommand({
  summary: 'run a plan file',
  arguments: [{ name: 'PLAN', description: 'a file that plan -o wrote; - for standard input' }],
  flags: { ...tenantFlags, ...writingFlags, ...creatingFlags, ...formatFlag('text', 'json') },
  examples: [['apply plan.json --url URL --yes', 'run what was reviewed']],
  async run(invocation) {
    const { command, flags, stopwatch, terminal, world } = invocation;
    const plan = await readPlanFile(invocation.arguments[0] ?? '', world);
    const { bench } = await openWorkbench(invocation, { target: true });
    const tenant = bench.tenant();
    const { before, missing = false } = await bench.engine.check(tenant, plan, 'up', {
      ...bench.reading,
      create: flags.create,
    });
    const idle = before !== undefined || plan.up.length === 0;
    const report = idle ? undefined : await approveAndRun(invocation, bench, plan, missing);
    if (flags.format === 'json') {
      terminal.json(
        document(command, {
          tenant: tenant.id,
          database: bench.label(),
          ...(before && { alreadyAppliedBy: before.run }),
          ...(report && { report }),
          elapsed: stopwatch.read(),
        }),
      );
    } else if (report) terminal.print(reportText(report, terminal.paint));
    else terminal.print(before ? alreadyText(before, terminal.paint) : 'the plan has no steps: nothing to do');
    return undefined;
  },
});

function alreadyText({ run, startedAt }: RunRecord, paint: Paint): string {
  return `${paint.green('✓')} already applied by run ${run.slice(0, 8)} of ${visible(startedAt)}; nothing was touched`;
}

async function approveAndRun(
  invocation: Invocation,
  bench: Workbench,
  plan: Plan,
  missing: boolean,
): Promise<RunReport> {
  await approve(invocation, bench, plan, { way: 'up', reviewed: true, missing });
  return bench.engine.apply(bench.tenant(), plan, { ...writeRequest(invocation, bench), create: missing });
}

import type { Plan } from '../../plan/plan-format.js';
import type { RunReport } from '../../run/report.js';
import { defineCommand, type Invocation } from '../command.js';
import { document } from '../documents.js';
import { creatingFlags, formatFlag, provingFlags, tenantFlags, writingFlags } from '../flags.js';
import { readPlanFile } from '../plan-file.js';
import { repeatedText, reportText } from '../render/history-text.js';
import { openWorkbench, type Workbench } from '../workbench.js';
import { approve, writeRequest } from '../writing.js';

export const apply = defineCommand({
  summary: 'run a plan file',
  arguments: [{ name: 'PLAN', description: 'a file that plan -o wrote; - for standard input' }],
  flags: { ...tenantFlags, ...writingFlags, ...creatingFlags, ...provingFlags, ...formatFlag('text', 'json') },
  examples: [['apply plan.json --url URL --yes', 'run what was reviewed']],
  async run(invocation) {
    const { command, flags, stopwatch, terminal, world } = invocation;
    const plan = await readPlanFile(invocation.arguments[0] ?? '', world);
    const { bench } = await openWorkbench(invocation, { target: true });
    const tenant = bench.tenant();
    const {
      before,
      later,
      missing = false,
    } = await bench.engine.check(tenant, plan, 'up', {
      ...bench.reading,
      create: flags.create,
    });
    const laterRuns = later?.map(({ run }) => run);
    const idle = before !== undefined || plan.up.length === 0;
    const report = idle ? undefined : await approveAndRun(invocation, bench, plan, missing);
    if (flags.format === 'json') {
      terminal.json(
        document(command, {
          tenant: tenant.id,
          database: bench.label(),
          ...(before && { alreadyAppliedBy: before.run }),
          ...(laterRuns && { laterRuns }),
          ...(report && { report }),
          elapsed: stopwatch.read(),
        }),
      );
    } else if (report) terminal.print(reportText(report, terminal.paint));
    else if (before) terminal.print(repeatedText({ ...before, later: laterRuns }, terminal.paint));
    else terminal.print('the plan has no steps: nothing to do');
    return undefined;
  },
});

async function approveAndRun(
  invocation: Invocation,
  bench: Workbench,
  plan: Plan,
  missing: boolean,
): Promise<RunReport> {
  await approve(invocation, bench, plan, { way: 'up', reviewed: true, missing });
  return bench.engine.apply(bench.tenant(), plan, { ...writeRequest(invocation, bench), create: missing });
}

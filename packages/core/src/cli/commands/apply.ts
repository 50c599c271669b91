import type { Plan } from '../../plan/plan-format.js';
import type { RunReport } from '../../run/report.js';
import { defineCommand, type Invocation } from '../command.js';
import { document } from '../documents.js';
import { formatFlag, targetFlags, writingFlags } from '../flags.js';
import { readPlanFile } from '../plan-file.js';
import { reportText } from '../render/history-text.js';
import { openWorkbench, type Workbench } from '../workbench.js';
import { approve, writeRequest } from '../writing.js';

export const apply = defineCommand({
  summary: 'run a plan file',
  arguments: [{ name: 'PLAN', description: 'a file that plan -o wrote' }],
  flags: { ...targetFlags, ...writingFlags, ...formatFlag('text', 'json') },
  examples: [['apply plan.json --url ENGINE:./app.db --yes', 'run what was reviewed']],
  async run(invocation) {
    const { command, flags, stopwatch, terminal, world } = invocation;
    const plan = await readPlanFile(invocation.arguments[0] ?? '', world.directory);
    const { bench } = await openWorkbench(invocation, { target: true });
    const tenant = bench.tenant();
    const report = plan.up.length === 0 ? undefined : await approveAndRun(invocation, bench, plan);
    if (flags.format === 'json')
      terminal.json(
        document(command, {
          tenant: tenant.id,
          database: bench.label(),
          ...(report && { report }),
          elapsed: stopwatch.read(),
        }),
      );
    else terminal.print(report ? reportText(report, terminal.paint) : 'the plan has no steps: nothing to do');
    return undefined;
  },
});

async function approveAndRun(invocation: Invocation, bench: Workbench, plan: Plan): Promise<RunReport> {
  await approve(invocation, bench, plan, 'up', true);
  return bench.engine.apply(bench.tenant(), plan, writeRequest(invocation, bench));
}

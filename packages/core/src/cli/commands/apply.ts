import { defineCommand } from '../command.js';
import { document } from '../documents.js';
import { formatFlag, targetFlags, writingFlags } from '../flags.js';
import { readPlanFile } from '../plan-file.js';
import { reportText } from '../render/history-text.js';
import { openWorkbench } from '../workbench.js';
import { approve, reportDocument, runApproved } from '../writing.js';

export const apply = defineCommand({
  summary: 'run a plan file',
  arguments: [{ name: 'PLAN', description: 'a file that plan -o wrote' }],
  flags: { ...targetFlags, ...writingFlags, ...formatFlag('text', 'json') },
  examples: [['apply plan.json --url ENGINE:./app.db --yes', 'run what was reviewed']],
  async run(invocation) {
    const { command, flags, terminal, world } = invocation;
    const plan = await readPlanFile(invocation.arguments[0] ?? '', world.directory);
    const { bench } = await openWorkbench(invocation, { target: true });
    const tenant = bench.tenant();
    if (plan.up.length > 0) await approve(invocation, bench, plan, 'up');
    const report = await runApproved(invocation, bench, (request) => bench.engine.apply(tenant, plan, request));
    if (flags.format === 'json') terminal.json(document(command, { tenant: tenant.id, database: bench.label(), ...reportDocument(report) }));
    else terminal.print(reportText(report, terminal.paint));
    return undefined;
  },
});

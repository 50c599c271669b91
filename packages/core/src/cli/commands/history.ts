import { defineCommand } from '../command.js';
import { document } from '../documents.js';
import { formatFlag, targetFlags } from '../flags.js';
import { historyText } from '../render/history-text.js';
import { openWorkbench } from '../workbench.js';

export const history = defineCommand({
  summary: 'list the runs that a database remembers',
  description: 'With --verbose every run is listed with its steps.',
  flags: { ...targetFlags, ...formatFlag('text', 'json') },
  examples: [['history --url ENGINE:./app.db', 'who ran what, when, and how it ended']],
  async run(invocation) {
    const { command, flags, terminal } = invocation;
    const { bench } = await openWorkbench(invocation, { target: true });
    const tenant = bench.tenant();
    const runs = await bench.engine.history(tenant, bench.reading);
    if (flags.format === 'json') terminal.json(document(command, { tenant: tenant.id, database: bench.label(), runs }));
    else terminal.print(historyText(runs, terminal.paint, flags.verbose));
    return undefined;
  },
});

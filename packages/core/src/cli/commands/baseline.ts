import { defineCommand } from '../command.js';
import { document } from '../documents.js';
import { notingFlags } from '../flags.js';
import { openBench } from '../open-bench.js';
import { visible } from '../visible.js';

export const baseline = defineCommand({
  summary: 'note what a database holds as the base, without changing it',
  description:
    'The first run of a database that was there before schema-sync: nothing but its own journal is written. What others change from then on is what drift tells.',
  flags: notingFlags,
  examples: [['baseline --url URL', 'what is there is the base']],
  async run(invocation) {
    const { command, flags, terminal } = invocation;
    const { bench } = await openBench(invocation, { target: true });
    const tenant = bench.tenant();
    const report = await bench.engine.baseline(tenant, { ...bench.reading, again: flags.again });
    bench.noteSelection();
    const { paint } = terminal;
    if (flags.format === 'json')
      terminal.json(document(command, { tenant: tenant.id, database: bench.label(), report }));
    else
      terminal.print(
        `${paint.green('✓')} what ${visible(bench.label())} holds is noted as the base ${paint.dim(`(run ${report.run.slice(0, 8)}, root hash ${report.root.slice(0, 12)})`)}`,
      );
    return undefined;
  },
});

import { counted } from '../../model/counted.js';
import { defineCommand } from '../command.js';
import { document } from '../documents.js';
import { formatFlag, tenantFlags } from '../flags.js';
import { openBench } from '../open-bench.js';
import { historyText } from '../render/history-text.js';
import { visible } from '../visible.js';

export const history = defineCommand({
  summary: 'list the runs that a database remembers',
  description:
    'With --verbose every run is listed with its steps. Tenants may share a journal: the runs of the others are only counted, unless --all-tenants asks for them.',
  flags: {
    ...tenantFlags,
    'all-tenants': { type: 'switch', description: 'the runs of all tenants that share the journal' },
    ...formatFlag('text', 'json'),
  },
  examples: [['history --url URL', 'who ran what, when, and how it ended']],
  async run(invocation) {
    const { command, flags, terminal } = invocation;
    const { bench } = await openBench(invocation, { target: true });
    const tenant = bench.tenant();
    const all = await bench.engine.history(tenant, bench.reading);
    const others = flags['all-tenants'] ? [] : all.filter((run) => run.tenant !== tenant.id);
    const runs = others.length > 0 ? all.filter((run) => run.tenant === tenant.id) : all;
    const names = [...new Set(others.map((run) => run.tenant))].sort();
    if (flags.format === 'json')
      terminal.json(document(command, { tenant: tenant.id, database: bench.label(), runs, otherTenants: names }));
    else {
      terminal.print(historyText(runs, terminal.paint, { verbose: flags.verbose, tenant: tenant.id }));
      if (others.length > 0)
        terminal.note(
          `and ${counted(others.length, 'run')} of ${counted(names.length, 'other tenant')} (${visible(names.join(', '))}): --all-tenants lists them`,
        );
    }
    return undefined;
  },
});

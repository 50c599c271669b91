import type { ToolBook } from '../../migrate/find-books.js';
import { counted } from '../../model/counted.js';
import { defineCommand } from '../command.js';
import { document } from '../documents.js';
import { notingFlags } from '../flags.js';
import { openBench } from '../open-bench.js';
import type { Paint } from '../paint.js';
import { visible } from '../visible.js';

export const adopt = defineCommand({
  summary: 'take over a database from another migration tool, without changing it',
  description:
    'Tells which tools keep a history here and at which version each is, and notes what is there as the base. Their tables are left alone, by every plan, so that they can be used beside.',
  flags: notingFlags,
  examples: [['adopt --url URL', 'a database that another tool made']],
  async run(invocation) {
    const { command, flags, terminal } = invocation;
    const { bench } = await openBench(invocation, { target: true });
    const tenant = bench.tenant();
    const { books, report } = await bench.engine.adopt(tenant, { ...bench.reading, again: flags.again });
    bench.noteSelection();
    const { paint } = terminal;
    if (flags.format === 'json')
      terminal.json(document(command, { tenant: tenant.id, database: bench.label(), books, report }));
    else
      terminal.print(
        [
          ...books.map((book) => bookText(book, paint)),
          `${paint.green('✓')} what ${visible(bench.label())} holds is noted as the base ${paint.dim(`(run ${report.run.slice(0, 8)})`)}`,
        ].join('\n'),
      );
    return undefined;
  },
});

function bookText({ tool, table, applied, version, failed }: ToolBook, paint: Paint): string {
  const at = version === undefined ? 'nothing applied' : `at ${version}, ${counted(applied, 'migration')} applied`;
  const wrong = failed.length > 0 ? paint.yellow(`; did not come to their end: ${visible(failed.join(', '))}`) : '';
  return `${paint.bold(tool)} ${visible(at)} ${paint.dim(visible(`(${table}, left alone)`))}${wrong}`;
}

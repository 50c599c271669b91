import type { HistoryEntry } from '../../engine-types.js';
import { counted } from '../../model/counted.js';
import { journalTable } from '../../run/journal-books.js';
import { confirm } from '../ask.js';
import { defineCommand, type Invocation } from '../command.js';
import { document } from '../documents.js';
import { formatFlag, tenantFlags, writingFlags } from '../flags.js';
import { openBench } from '../open-bench.js';
import { pruneChoice } from '../prune-choice.js';
import { historyText } from '../render/history-text.js';
import type { Workbench } from '../workbench.js';

export const historyPrune = defineCommand({
  summary: 'forget the plans of old runs, which are what takes room',
  description:
    'Who ran what, when, and how it ended stays; a run without its plan cannot be taken back by its name any more. The newest run that stands, and what came after it, always keep their plans.',
  flags: {
    ...tenantFlags,
    keep: { type: 'value', value: 'N', description: 'keep the plans of the N newest runs that still stand' },
    before: { type: 'value', value: 'DATE', description: 'only of runs before this date or time: 2026-01-31' },
    yes: writingFlags.yes,
    'lock-wait': writingFlags['lock-wait'],
    ...formatFlag('text', 'json'),
  },
  examples: [
    ['history prune --url URL --keep 20', 'shows what would be forgotten, and asks'],
    ['history prune --profile production --before 2026-01-01 --yes', 'for a script'],
  ],
  async run(invocation) {
    const { command, flags, terminal } = invocation;
    const choice = pruneChoice(command, flags);
    const { bench } = await openBench(invocation, { target: true });
    const tenant = bench.tenant();
    const pruned = await bench.engine.prune(tenant, choice, {
      ...bench.reading,
      confirm: (runs) => agree(invocation, bench, runs, flags),
    });
    const names = pruned.map(({ run }) => run);
    if (flags.format === 'json')
      terminal.json(document(command, { tenant: tenant.id, database: bench.label(), pruned: names }));
    else if (names.length === 0) terminal.print('there is no plan to forget');
    else
      terminal.print(
        `${terminal.paint.green('✓')} the plans of ${counted(names.length, 'run')} are forgotten; the runs stay in the history`,
      );
    const reclaims = bench.driver.dialect.bookkeeping.reclaims?.(journalTable);
    if (names.length > 0 && reclaims !== undefined)
      terminal.note(
        `${terminal.errorPaint.dim('note')} the database uses the room again and gets no smaller by this: ${reclaims} gives the room back`,
      );
    return undefined;
  },
});

async function agree(
  invocation: Invocation,
  bench: Workbench,
  runs: readonly HistoryEntry[],
  { yes, format }: { readonly yes: boolean; readonly format: string | undefined },
): Promise<void> {
  const { terminal } = invocation;
  const show = format === 'json' || terminal.quiet ? terminal.note : terminal.print;
  show(`${historyText(runs, terminal.paint, { verbose: false })}\n`);
  const { confirm: how, profile } = bench.settings;
  await confirm(invocation, {
    yes,
    question: `Forget the plans of ${counted(runs.length, 'run')} on ${bench.label()}, so that they cannot be taken back by name`,
    hint: 'Nothing was touched. Add --yes if these plans may go.',
    ...(how === 'name' && profile !== undefined && { name: profile }),
  });
}

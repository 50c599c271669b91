import { isSyncError } from '../../errors.js';
import { isOver, prunableRuns } from '../../fleet/prunable-runs.js';
import type { FleetRunRecord } from '../../fleet/run-record.js';
import { counted } from '../../model/counted.js';
import { confirm } from '../ask.js';
import { defineCommand, type Invocation } from '../command.js';
import { document } from '../documents.js';
import { formatFlag, writingFlags } from '../flags.js';
import { type ControlStore, findControlStore } from '../fleet/control-store.js';
import { lockRun } from '../fleet/noted-run.js';
import { runsText } from '../fleet/run-text.js';
import { pruneChoice } from '../prune-choice.js';

export const runsPrune = defineCommand({
  summary: 'forget old runs of fleets, with their plans and tenants',
  description:
    'What ran stays in the history of each tenant. A run that is open (under way, paused, held, stopped or died) is never forgotten, nor is the newest one of a fleet, whose failures can be tried again.',
  flags: {
    keep: { type: 'value', value: 'N', description: 'keep the N newest runs of each fleet' },
    before: { type: 'value', value: 'DATE', description: 'only runs of before this date or time: 2026-01-31' },
    yes: writingFlags.yes,
    ...formatFlag('text', 'json'),
  },
  examples: [
    ['runs prune --keep 20', 'shows what would be forgotten, and asks'],
    ['runs prune --before 2026-01-01 --yes', 'for a script'],
  ],
  async run(invocation) {
    const { command, flags, terminal } = invocation;
    const choice = pruneChoice(command, flags);
    await using store = await findControlStore(invocation);
    const found = prunableRuns(await store.journal.runs(), choice);
    if (found.length > 0) await agree(invocation, store, found);
    const pruned: string[] = [];
    for (const { run } of found) if (await forget(store, run)) pruned.push(run);
    if (flags.format === 'json') terminal.json(document(command, { store: store.label, pruned }));
    else if (pruned.length === 0) terminal.print('there is no run to forget');
    else terminal.print(`${terminal.paint.green('✓')} ${counted(pruned.length, 'run')} of fleets forgotten`);
    return undefined;
  },
});

async function agree(invocation: Invocation, { label }: ControlStore, runs: readonly FleetRunRecord[]): Promise<void> {
  const { terminal, flags } = invocation;
  const { yes = false, format } = flags as { readonly yes?: boolean; readonly format?: string };
  const show = format === 'json' || terminal.quiet ? terminal.note : terminal.print;
  show(`${runsText(runs, terminal.paint)}\n`);
  await confirm(invocation, {
    yes,
    question: `Forget ${counted(runs.length, 'run')} of fleets that ${runs.length === 1 ? 'is' : 'are'} noted in ${label}`,
    hint: 'Nothing was touched. Add --yes if they may go.',
  });
}

/** Whether it could be had: one whose failures somebody tries again by now, or has begun to, is left alone. */
async function forget(store: ControlStore, run: string): Promise<boolean> {
  try {
    await using _ = await lockRun(store, run, 0);
    const [now] = await store.journal.runs(run);
    if (!now || !isOver(now)) return false;
    await store.journal.forget(run);
    return true;
  } catch (error) {
    if (isSyncError(error) && error.code === 'LOCK_TIMEOUT') return false;
    throw error;
  }
}

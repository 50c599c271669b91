import { defineCommand } from '../command.js';
import { formatFlag } from '../flags.js';
import { openRun } from '../fleet/open-run.js';
import { refusal } from '../fleet/run-text.js';
import { tellRun } from '../fleet/tell-run.js';

export const runsPause = defineCommand({
  summary: 'have a run of a fleet begin no other tenant until it is resumed',
  description: 'What is under way comes to its end.',
  arguments: [
    { name: 'RUN', description: 'the name of a run, or its beginning (default: the newest)', optional: true },
  ],
  flags: formatFlag('text', 'json'),
  examples: [['runs pause', 'from another terminal; runs resume goes on']],
  async run(invocation) {
    const { store, run, alive } = await openRun(invocation);
    await using _ = store;
    if (!alive)
      throw refusal(
        `run ${run.run.slice(0, 8)} is not under way`,
        'schema-sync runs list tells which are; nothing was done.',
      );
    await store.journal.changeRun(run.run, { wanted: 'pause' });
    invocation.terminal.note('no other tenant is begun until schema-sync runs resume');
    await tellRun(invocation, store, { ...run, wanted: 'pause' }, alive);
    return undefined;
  },
});

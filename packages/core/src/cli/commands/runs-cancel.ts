import { confirm } from '../ask.js';
import { defineCommand } from '../command.js';
import { formatFlag, writingFlags } from '../flags.js';
import { lockRun } from '../fleet/noted-run.js';
import { openRun } from '../fleet/open-run.js';
import { refusal } from '../fleet/run-text.js';
import { tellRun } from '../fleet/tell-run.js';

export const runsCancel = defineCommand({
  summary: 'have a run of a fleet begin no other tenant',
  description:
    'What is under way comes to its end, and what was done stands. A run that was cancelled is not resumed: sync begins another one.',
  arguments: [
    { name: 'RUN', description: 'the name of a run, or its beginning (default: the newest)', optional: true },
  ],
  flags: {
    yes: { ...writingFlags.yes, description: 'do not ask; nobody is asked where this is no terminal' },
    ...formatFlag('text', 'json'),
  },
  examples: [['runs cancel', 'from another terminal']],
  async run(invocation) {
    const { world, terminal, flags } = invocation;
    const { store, run, alive } = await openRun(invocation);
    await using _ = store;
    const { journal } = store;
    if (run.state === 'done' || run.state === 'failed' || run.state === 'cancelled')
      throw refusal(`run ${run.run.slice(0, 8)} has ended: ${run.state}`, 'Nothing is left to be cancelled.');
    if (terminal.interactive)
      await confirm(invocation, {
        yes: flags.yes,
        question: `Cancel run ${run.run.slice(0, 8)} of ${run.fleet}, which then is not to be resumed`,
      });
    if (alive) {
      await journal.changeRun(run.run, { wanted: 'cancel' });
      terminal.note('no other tenant is begun; what is under way comes to its end');
    } else {
      await using __ = await lockRun(store, run.run);
      await journal.changeRun(run.run, { state: 'cancelled', wanted: 'go', finishedAt: world.now().toISOString() });
    }
    const [now = run] = await journal.runs(run.run);
    await tellRun(invocation, store, now, alive);
    return undefined;
  },
});

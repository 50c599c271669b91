import { defineCommand } from '../command.js';
import { formatFlag } from '../flags.js';
import { openRun } from '../fleet/open-run.js';
import { tellRun } from '../fleet/tell-run.js';

export const runsShow = defineCommand({
  summary: 'show a run of a fleet, with its tenants',
  arguments: [
    { name: 'RUN', description: 'the name of a run, or its beginning (default: the newest)', optional: true },
  ],
  flags: formatFlag('text', 'json'),
  examples: [['runs show', 'how far the newest run is, and what failed']],
  async run(invocation) {
    const { store, run, alive } = await openRun(invocation);
    await using _ = store;
    await tellRun(invocation, store, run, alive);
    return undefined;
  },
});

import { defineCommand } from '../command.js';
import { document } from '../documents.js';
import { formatFlag } from '../flags.js';
import { findControlStore } from '../fleet/control-store.js';
import { isAlive } from '../fleet/noted-run.js';
import { shown } from '../fleet/open-run.js';
import { fleetRunDocument } from '../fleet/run-document.js';
import { runsText } from '../fleet/run-text.js';

export const runsList = defineCommand({
  summary: 'list the runs of fleets',
  description:
    'What `sync` of tenants of a fleet noted in the control store, the newest first. A run whose process ended before it did is told as `died`: runs resume goes on with it.',
  flags: formatFlag('text', 'json'),
  examples: [['runs list', 'who synced which fleet when, and how it ended']],
  async run(invocation) {
    const { command, flags, terminal } = invocation;
    await using store = await findControlStore(invocation);
    const runs = [];
    for (const run of await store.journal.runs()) runs.push(shown(run, await isAlive(store, run)));
    if (flags.format === 'json')
      terminal.json(document(command, { store: store.label, runs: runs.map(fleetRunDocument) }));
    else terminal.print(runsText(runs, terminal.paint));
    return undefined;
  },
});

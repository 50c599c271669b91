import { defineCommand } from '../command.js';
import { formatFlag, targetFlags } from '../flags.js';
import { showState } from '../show-state.js';
import { snapshotSource } from '../snapshot-source.js';
import { openWorkbench } from '../workbench.js';

export const snapshotShow = defineCommand({
  summary: 'show a snapshot',
  arguments: [{ name: 'SNAPSHOT', description: 'KEY, KEY@VERSION, or a snapshot file' }],
  flags: { ...targetFlags, ...formatFlag('text', 'json', 'yaml', 'sql') },
  examples: [['snapshot show before-release --format sql', 'the statements that build that state']],
  async run(invocation) {
    const [given = ''] = invocation.arguments;
    const { bench, sources } = await openWorkbench(invocation, {
      target: 'optional',
      sources: [snapshotSource(given, invocation.world.directory)],
    });
    const [source] = sources;
    if (!source) throw new TypeError('a source was asked for');
    return showState(invocation, bench, await bench.compile(source));
  },
});

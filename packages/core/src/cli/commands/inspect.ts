import { defineCommand } from '../command.js';
import { compilingFlags, formatFlag, readingFlags, targetFlags } from '../flags.js';
import { showState } from '../show-state.js';
import { openWorkbench } from '../workbench.js';

export const inspect = defineCommand({
  summary: 'show what a database or any other source holds',
  description: 'With --format json the output is a snapshot: it can be kept, and used as a source.',
  arguments: [{ name: 'SOURCE', description: 'what to read; default: the database', optional: true }],
  flags: { ...targetFlags, ...formatFlag('text', 'json', 'yaml', 'sql'), ...readingFlags, ...compilingFlags },
  examples: [
    ['inspect URL', 'what is in this database'],
    ['inspect ./schema --format sql', 'the statements that build a desired state'],
    ['inspect --profile production --format json > state.json', 'a snapshot'],
  ],
  async run(invocation) {
    const [given] = invocation.arguments;
    const { bench, sources } = await openWorkbench(
      invocation,
      given === undefined ? { target: true } : { target: invocation.flags.url !== undefined, sources: [given] },
    );
    return showState(invocation, bench, await bench.compile(sources[0] ?? bench.targetSource()));
  },
});

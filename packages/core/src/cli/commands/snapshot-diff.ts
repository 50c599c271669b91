import { exitCodes } from '../../errors.js';
import { defineCommand } from '../command.js';
import { differenceDocument, document, sideDocument } from '../documents.js';
import { formatFlag, targetFlags } from '../flags.js';
import { noteRenames } from '../goal.js';
import { differenceText } from '../render/difference-text.js';
import { snapshotSource } from '../snapshot-source.js';
import { openWorkbench } from '../workbench.js';

const what = 'KEY, KEY@VERSION, or a snapshot file';

export const snapshotDiff = defineCommand({
  summary: 'show the differences between two snapshots',
  arguments: [
    { name: 'FROM', description: what },
    { name: 'TO', description: what },
  ],
  flags: {
    ...targetFlags,
    ...formatFlag('text', 'json'),
    'exit-code': { type: 'switch', description: 'exit 3 when there are differences' },
  },
  examples: [['snapshot diff production@1 production@2', 'what changed in between']],
  async run(invocation) {
    const { command, flags, terminal, world } = invocation;
    const named = invocation.arguments.map((text) => snapshotSource(text, world.directory));
    const { bench, sources } = await openWorkbench(invocation, { target: 'optional', sources: named });
    const [from, to] = await Promise.all(sources.map((source) => bench.compile(source)));
    if (!from || !to) throw new TypeError('two sources were asked for');
    const difference = bench.engine.compare(from, to);
    if (flags.format === 'json')
      terminal.json(
        document(command, { from: sideDocument(from), to: sideDocument(to), ...differenceDocument(difference) }),
      );
    else
      terminal.print(
        differenceText(difference, { from: from.origin, to: to.origin }, bench.driver, terminal.paint, {
          columns: terminal.printColumns,
        }),
      );
    noteRenames(invocation, difference);
    return flags['exit-code'] && difference.changes.length > 0 ? exitCodes.integrity : exitCodes.ok;
  },
});

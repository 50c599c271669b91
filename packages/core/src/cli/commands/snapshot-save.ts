import { resolve } from 'node:path';
import { takeSnapshot } from '../../model/snapshot.js';
import { usage } from '../arguments.js';
import { defineCommand } from '../command.js';
import { document } from '../documents.js';
import { compilingFlags, formatFlag, readingFlags, targetFlags } from '../flags.js';
import { noteWarnings } from '../goal.js';
import { censusText } from '../render/catalogue-text.js';
import { openWorkbench } from '../workbench.js';
import { refuseOtherFile, writeWhole } from '../write-file.js';

export const snapshotSave = defineCommand({
  summary: 'keep the state of a source',
  description:
    'Under a key of the store that the config names (default: files in .schema-sync/snapshots), or in a file. A state that is already the newest is not kept twice.',
  arguments: [
    { name: 'KEY', description: 'what to keep it as', optional: true },
    { name: 'SOURCE', description: 'what to keep; default: the database', optional: true },
  ],
  flags: {
    ...targetFlags,
    output: { type: 'value', short: 'o', value: 'FILE', description: 'a file, in place of the store' },
    ...formatFlag('text', 'json'),
    ...readingFlags,
    ...compilingFlags,
  },
  examples: [
    ['snapshot save before-release --url URL', 'keep the state of a database'],
    ['snapshot save release-2 ./schema', 'keep a desired state'],
    ['snapshot save -o state.json --url URL', 'as a file'],
  ],
  async run(invocation) {
    const { command, flags, terminal, world } = invocation;
    const [key, given] = invocation.arguments;
    if ((key === undefined) === (flags.output === undefined))
      throw usage('a snapshot is kept under a KEY, or in a file with -o', 'Pass one of the two.');
    const output = flags.output === undefined ? undefined : resolve(world.directory, flags.output);
    if (output !== undefined) await refuseOtherFile(output, 'snapshot', ['root', 'objects']);
    const { bench, sources } = await openWorkbench(
      invocation,
      given === undefined ? { target: true } : { target: flags.url !== undefined, sources: [given] },
    );
    const state = await bench.compile(sources[0] ?? bench.targetSource());
    noteWarnings(invocation, state);
    bench.noteSelection();
    const snapshot = takeSnapshot(bench.driver.name, state.catalogue);
    const { paint } = terminal;
    if (output !== undefined) await writeWhole(output, `${JSON.stringify(snapshot, undefined, 1)}\n`);
    const saved = key === undefined ? undefined : await bench.snapshots.write(key, snapshot);
    if (flags.format === 'json')
      terminal.json(
        document(command, {
          origin: state.origin,
          root: snapshot.root,
          objects: state.catalogue.size,
          ...(saved ? { saved } : { file: flags.output }),
        }),
      );
    else
      terminal.print(
        `${paint.green('✓')} ${saved ? `${saved.key}@${saved.version}` : flags.output}: ${censusText(state.catalogue, bench.driver, paint)} ${paint.dim(`(root hash ${snapshot.root.slice(0, 12)})`)}`,
      );
    return undefined;
  },
});

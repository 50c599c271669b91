import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { counted } from '../../model/counted.js';
import type { Compiled } from '../../source/compiled.js';
import { writeDocuments } from '../../source/documents/write.js';
import { usage } from '../arguments.js';
import { defineCommand } from '../command.js';
import { compilingFlags, formatFlag, readingFlags, targetFlags } from '../flags.js';
import { type GeneratedFile, writeGenerated, writeSingle } from '../generated-files.js';
import { noteWarnings } from '../goal.js';
import { creationScript, restScript } from '../render/creation-script.js';
import { printYaml } from '../render/yaml-text.js';
import { visible } from '../visible.js';
import { openWorkbench, type Workbench } from '../workbench.js';

const flags = {
  ...targetFlags,
  output: {
    type: 'value',
    short: 'o',
    value: 'FOLDER',
    description: 'write files there, in place of stdout; or SQL into one file.sql',
  },
  force: { type: 'switch', description: 'replace files that are there, and take away those of before' },
  ...formatFlag('yaml', 'sql'),
  ...readingFlags,
  ...compilingFlags,
} as const;

export const generate = defineCommand({
  summary: 'write documents or SQL from a database or any other source',
  description: 'The start for a database that is there already: what is written is its desired state.',
  arguments: [{ name: 'SOURCE', description: 'what to write down; default: the database', optional: true }],
  flags,
  examples: [
    ['generate URL -o schema', 'YAML, a file for each table, and rest.sql for what no document has'],
    ['generate URL -o schema.sql', 'one file of SQL'],
  ],
  async run(invocation) {
    const { flags: given, terminal, world } = invocation;
    const [named] = invocation.arguments;
    const { bench, sources } = await openWorkbench(
      invocation,
      named === undefined ? { target: true } : { target: given.url !== undefined, sources: [named] },
    );
    const file = await singleFile(given, world.directory);
    const state = await bench.compile(sources[0] ?? bench.targetSource());
    noteWarnings(invocation, state);
    bench.noteSelection();
    const sql = given.format === 'sql';
    if (given.output === undefined) {
      if (!sql) return printYaml(invocation, bench.driver, state.catalogue);
      terminal.document(creationScript(bench.engine, state));
      return undefined;
    }
    const paint = terminal.errorPaint;
    if (file !== undefined) {
      await writeSingle(file, creationScript(bench.engine, state), given.force);
      terminal.note(`${paint.green('✓')} ${visible(given.output)}`);
      return undefined;
    }
    const folder = resolve(world.directory, given.output);
    const files = sql ? [{ path: 'schema.sql', text: creationScript(bench.engine, state) }] : documents(state, bench);
    const { removed, others } = await writeGenerated(folder, files, given.force);
    const gone = removed.length === 0 ? '' : `; ${removed.join(', ')} removed, since it is not needed any more`;
    const rest = files.some(({ path }) => path === restFile) ? `; ${restFile} holds what no document has` : '';
    terminal.note(`${paint.green('✓')} ${counted(files.length, 'file')} in ${given.output}${rest}${visible(gone)}`);
    if (others.length > 0)
      terminal.note(
        `${paint.yellow('warning')} ${visible(given.output)} holds what was not written by this, and is part of the desired state, too: ${visible(others.join(', '))}`,
      );
    return undefined;
  },
});

const restFile = 'rest.sql';

/** The file that all is to be written into, where one is named in place of a folder. */
async function singleFile(
  { output, format }: { readonly output: string | undefined; readonly format: string | undefined },
  directory: string,
): Promise<string | undefined> {
  if (output === undefined || !/\.sql$/i.test(output)) return undefined;
  const path = resolve(directory, output);
  const there = await stat(path).catch(() => undefined);
  if (there?.isDirectory()) return undefined;
  if (format === undefined || format === 'sql') return path;
  throw usage(
    `${output} is a file of SQL, and --format says ${format}`,
    'Name a folder with -o, or leave --format out.',
  );
}

/** The documents of a state, and in SQL beside them what no document has: a folder is one desired state, whatever its files are written in. */
function documents(state: Compiled, { driver }: Workbench): readonly GeneratedFile[] {
  const { files, uncovered } = writeDocuments(state.catalogue, driver);
  if (uncovered.length === 0) return files;
  return [...files, { path: restFile, text: restScript(state, uncovered, driver) }];
}

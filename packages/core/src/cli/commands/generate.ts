import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Engine } from '../../engine-types.js';
import { counted } from '../../model/counted.js';
import { type Translation, translate } from '../../portable/translate.js';
import type { Compiled } from '../../source/compiled.js';
import { writeDocuments } from '../../source/documents/write.js';
import { usage } from '../arguments.js';
import { lossyFlag, refuseLosses, translationDocument } from '../carried.js';
import { defineCommand, type Invocation } from '../command.js';
import { document } from '../documents.js';
import { compilingFlags, formatFlag, readingFlags, targetFlags } from '../flags.js';
import { type GeneratedFile, writeGenerated, writeSingle } from '../generated-files.js';
import { noteWarnings } from '../goal.js';
import { engineFor, tried } from '../other-engine.js';
import { carriedText } from '../render/carried-text.js';
import { creationScript, restScript } from '../render/creation-script.js';
import { printYaml } from '../render/yaml-text.js';
import { visible } from '../visible.js';
import { openWorkbench, type Workbench } from '../workbench.js';

const flags = {
  ...targetFlags,
  for: {
    type: 'value',
    value: 'ENGINE|URL',
    description: 'for another engine: by its name, or by the URL of a server of it, where it is tried',
  },
  ...lossyFlag,
  output: {
    type: 'value',
    short: 'o',
    value: 'FOLDER',
    description: 'write files there, in place of stdout; or SQL into one file.sql',
  },
  force: { type: 'switch', description: 'replace files that are there, and take away those of before' },
  ...formatFlag('yaml', 'sql', 'json'),
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
    ['generate URL --for ENGINE -o schema', 'for another engine, with how each column comes over'],
  ],
  async run(invocation) {
    const { flags: given, terminal, world } = invocation;
    const [named] = invocation.arguments;
    const { bench, sources } = await openWorkbench(
      invocation,
      named === undefined ? { target: true } : { target: given.url !== undefined, sources: [named] },
    );
    const file = await singleFile(given, world.directory);
    const compiled = await bench.compile(sources[0] ?? bench.targetSource());
    noteWarnings(invocation, compiled);
    bench.noteSelection();
    const { engine, state, translation } =
      given.for === undefined
        ? { engine: bench.engine, state: compiled }
        : await inAnotherEngine(compiled, given.for, bench, invocation);
    if (given.format === 'json') return printTranslation(invocation, translation, file ?? given.output);
    const sql = given.format === 'sql';
    if (given.output === undefined) {
      if (!sql) return printYaml(invocation, engine.driver, state.catalogue);
      terminal.document(creationScript(engine, state));
      return undefined;
    }
    const paint = terminal.errorPaint;
    if (file !== undefined) {
      await writeSingle(file, creationScript(engine, state), given.force);
      terminal.note(`${paint.green('✓')} ${visible(given.output)}`);
      return undefined;
    }
    const folder = resolve(world.directory, given.output);
    const files = sql ? [{ path: 'schema.sql', text: creationScript(engine, state) }] : documents(state, engine);
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

/** A state in the words of another engine, as a scratch database of that has it; how it came over is told before anything is written. */
async function inAnotherEngine(
  state: Compiled,
  wanted: string,
  bench: Workbench,
  invocation: Invocation<typeof flags>,
): Promise<{ readonly engine: Engine; readonly state: Compiled; readonly translation: Translation }> {
  const { terminal, flags: given, signal } = invocation;
  const engine = await engineFor(wanted, invocation);
  if (engine.driver.name === bench.driver.name)
    throw usage(`${visible(state.origin)} is of ${engine.driver.name} already`, 'Leave out --for.');
  const translation = translate(state, bench.driver, engine.driver);
  refuseLosses(translation, given.allow);
  const { columns = Number.POSITIVE_INFINITY } = terminal;
  const view = { width: columns, verbose: given.verbose };
  if (given.format !== 'json') terminal.note(carriedText(translation, terminal.errorPaint, view));
  const compiled = await tried(engine.compile(translation.source, { signal }), engine.driver);
  return { engine, state: compiled, translation };
}

/** The statements for another engine and how everything came over, for programs. */
function printTranslation(
  { terminal }: Invocation<typeof flags>,
  translation: Translation | undefined,
  output: string | undefined,
): undefined {
  if (!translation || output !== undefined)
    throw usage('--format json tells how a state comes over to another engine', 'Pass --for ENGINE, and no -o.');
  terminal.json(
    document('generate', {
      ...translationDocument(translation),
      statements: translation.statements.map(({ text }) => text),
    }),
  );
  return undefined;
}

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
function documents(state: Compiled, { driver }: Pick<Engine, 'driver'>): readonly GeneratedFile[] {
  const { files, uncovered } = writeDocuments(state.catalogue, driver);
  if (uncovered.length === 0) return files;
  return [...files, { path: restFile, text: restScript(state, uncovered, driver) }];
}

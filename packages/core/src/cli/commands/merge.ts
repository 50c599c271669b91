import type { MergeConflict, Merged } from '../../diff/merge.js';
import { merge as mergeStates } from '../../diff/merge.js';
import type { MergeSide } from '../../diff/merge-values.js';
import { unknownServer } from '../../engine-requests.js';
import { exitCodes } from '../../errors.js';
import { counted } from '../../model/counted.js';
import { canonicalJson, type Json } from '../../model/json.js';
import { takeSnapshot } from '../../model/snapshot.js';
import type { Compiled } from '../../source/compiled.js';
import { usage } from '../arguments.js';
import { defineCommand } from '../command.js';
import { document, sideDocument } from '../documents.js';
import { compilingFlags, formatFlag, readingFlags, targetFlags } from '../flags.js';
import { noteWarnings } from '../goal.js';
import type { Paint } from '../paint.js';
import { censusText } from '../render/catalogue-text.js';
import { creationScript } from '../render/creation-script.js';
import { printYaml } from '../render/yaml-text.js';
import { builtInScratch } from '../same-words.js';
import { visible } from '../visible.js';
import { openWorkbench } from '../workbench.js';

const names: readonly MergeSide[] = ['base', 'ours', 'theirs'];

export const merge = defineCommand({
  summary: 'merge what two states made of a third, property by property; exit 3 where both changed the same',
  description:
    'What only one side changed is taken; what both changed otherwise is a conflict, told by object and property. A rule (--prefer) or a word for each (--resolve) settles it. What comes of it is built in scratch and read back before it is printed.',
  flags: {
    base: { type: 'value', value: 'SOURCE', description: 'what both come from' },
    ours: { type: 'value', value: 'SOURCE', description: 'one of the two' },
    theirs: { type: 'value', value: 'SOURCE', description: 'the other one' },
    prefer: { type: 'value', value: 'SIDE', choices: names, description: 'the side that conflicts are resolved to' },
    resolve: {
      type: 'list',
      value: 'ID=SIDE',
      description:
        'one conflict, or all within an object or property: table:users/columns/email=theirs; may be repeated',
    },
    ...targetFlags,
    ...formatFlag('text', 'sql', 'yaml', 'json'),
    ...readingFlags,
    ...compilingFlags,
  },
  examples: [
    ['merge --base git:main~5:schema --ours ./schema --theirs URL', 'what a tenant changed, beside what we did'],
    ['merge --base old.sql --ours a.sql --theirs b.sql --prefer theirs --format sql', 'one of them wins'],
  ],
  async run(invocation) {
    const { command, flags, terminal, signal } = invocation;
    const given = names.map((name) => flags[name as 'base']);
    if (given.some((source) => source === undefined))
      throw usage('three states are merged', 'Pass --base SOURCE, --ours SOURCE and --theirs SOURCE.');
    const resolutions = flags.resolve.map(resolutionOf);
    const needs = { target: flags.url !== undefined, sources: given.filter((source) => source !== undefined) };
    const { bench, sources } = await openWorkbench(invocation, needs);
    const [base, ours, theirs] = await Promise.all(sources.map((source) => bench.compile(source, sources[0])));
    if (!base || !ours || !theirs) throw new TypeError('three sources were asked for');
    for (const state of [base, ours, theirs]) noteWarnings(invocation, state);
    bench.noteSelection();
    const server = ours.server ?? theirs.server ?? unknownServer;
    const merged = mergeStates(
      { base: base.catalogue, ours: ours.catalogue, theirs: theirs.catalogue },
      { driver: bench.driver, server, resolve: (conflict) => settled(conflict, resolutions, flags.prefer) },
    );
    const isWhole = merged.conflicts.length === 0;
    const state = isWhole ? await builtInScratch(mergedState(ours, merged), sources[1], bench, signal) : undefined;
    const { paint } = terminal;
    if (flags.format === 'json') {
      const sides = { base: sideDocument(base), ours: sideDocument(ours), theirs: sideDocument(theirs) };
      const { conflicts, resolved } = merged;
      const snapshot = state && { merged: takeSnapshot(bench.driver.name, state.catalogue) };
      terminal.json(document(command, { ...sides, conflicts, resolved, ...snapshot }));
    } else if (!state) terminal.print(conflictsText(merged, paint));
    else if (flags.format === 'sql') terminal.document(creationScript(bench.engine, state));
    else if (flags.format === 'yaml') return printYaml(invocation, bench.driver, state.catalogue);
    else
      terminal.print(
        `${paint.green('✓')} merged: ${censusText(state.catalogue, bench.driver, paint)}, ${counted(merged.resolved.length, 'conflict')} resolved; --format sql or yaml prints it`,
      );
    return isWhole ? exitCodes.ok : exitCodes.integrity;
  },
});

interface Resolution {
  readonly id: string;
  readonly side: MergeSide;
}

function resolutionOf(text: string): Resolution {
  const at = text.lastIndexOf('=');
  const side = names[names.indexOf(text.slice(at + 1) as MergeSide)];
  if (at > 0 && side) return { id: text.slice(0, at), side };
  throw usage(`--resolve ${text} names no side`, 'Write --resolve ID=SIDE; a side is base, ours or theirs.');
}

/** The most exact word counts. */
function settled({ id }: MergeConflict, resolutions: readonly Resolution[], prefer: string | undefined) {
  const [best] = resolutions
    .filter((each) => each.id === id || id.startsWith(`${each.id}/`))
    .sort((a, b) => b.id.length - a.id.length);
  return best?.side ?? names[names.indexOf(prefer as MergeSide)];
}

function mergedState({ flaws: _, ...ours }: Compiled, { catalogue }: Merged): Compiled {
  return { ...ours, origin: 'what was merged', catalogue, renames: [], seeds: [] };
}

function conflictsText({ conflicts }: Merged, paint: Paint): string {
  const reasons = {
    changed: 'both changed it',
    gone: 'one changed what the other dropped',
    lacks: 'what it needs is gone on the other side',
  };
  const value = (json: Json | undefined) => (json === undefined ? paint.dim('nothing') : visible(canonicalJson(json)));
  const blocks = conflicts.map(({ id, reason, ...sides }) =>
    [
      `${paint.yellow('≠')} ${paint.bold(visible(id))}: ${reasons[reason]}`,
      ...names.map((name) => `    ${name.padEnd(6)} ${value(sides[name])}`),
    ].join('\n'),
  );
  const hint = `${counted(conflicts.length, 'conflict')}: nothing was merged. --resolve ID=SIDE settles one, --prefer SIDE all.`;
  return [...blocks, hint].join('\n\n');
}

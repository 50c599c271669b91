import type { Driver } from '../../contract/driver.js';
import type { Difference } from '../../diff/difference.js';
import { exitCodes } from '../../errors.js';
import type { PendingSeed } from '../../plan/seeds.js';
import { portablePart, type Translation, translate } from '../../portable/translate.js';
import type { Compiled } from '../../source/compiled.js';
import { usage } from '../arguments.js';
import { lossyFlag, refuseLosses, translationDocument } from '../carried.js';
import { defineCommand, type Invocation } from '../command.js';
import { differenceDocument, document, seedDocument, sideDocument } from '../documents.js';
import { compilingFlags, formatFlag, goalFlags, readingFlags, targetFlags } from '../flags.js';
import { compileGoal, noteMissing, noteRenames, noteWarnings } from '../goal.js';
import { compileElsewhere, otherDriver } from '../other-engine.js';
import { planBetween } from '../plan-between.js';
import { readRenames } from '../renames.js';
import { carriedText } from '../render/carried-text.js';
import { differenceText } from '../render/difference-text.js';
import { leftAloneText } from '../render/left-alone-text.js';
import { planScript } from '../render/script.js';
import { inSameWords } from '../same-words.js';
import { type OpenedSource, openWorkbench, type Workbench } from '../workbench.js';

const flags = {
  from: { type: 'value', value: 'SOURCE', description: 'what to start from, where it is not the database' },
  ...targetFlags,
  ...goalFlags,
  ...lossyFlag,
  ...formatFlag('text', 'json', 'sql'),
  'exit-code': { type: 'switch', description: 'exit 3 when there are differences' },
  ...readingFlags,
  ...compilingFlags,
} as const;

export const diff = defineCommand({
  summary: 'show the differences between two sources',
  description: 'With --format sql the output is the statements that lead from one to the other.',
  flags,
  examples: [
    ['diff --url URL --to ./schema', 'what a database lacks'],
    ['diff --from git:main:schema --to ./schema', 'what a branch changes'],
    ['diff --url URL --to snapshot:live', 'a database of one engine and one of another, in the words of the first'],
    ['diff --from target:staging --to target:production --exit-code', 'two databases'],
  ],
  async run(invocation) {
    const { bench, from, to, seeds, translation, ...rest } = await compare(invocation);
    const { terminal } = invocation;
    const { difference } = rest;
    const inSync = difference.changes.length === 0 && seeds.length === 0;
    if (invocation.flags.format === 'json') {
      terminal.json(
        document('diff', {
          from: sideDocument(from),
          to: sideDocument(to),
          ...differenceDocument(difference),
          inSync,
          seeds: seedDocument(seeds),
          warnings: bench.warnings(from, to),
          unmanaged: from.unmanaged,
          ...(translation && { translation: translationDocument(translation) }),
        }),
      );
    } else if (invocation.flags.format === 'sql') {
      if (translation)
        throw usage(
          'between engines no statements lead from one to the other: what has no equal is not compared',
          'Write the desired state with `generate --for`, and plan to that.',
        );
      terminal.document(planScript(await planBetween(difference, from, to, bench), bench.driver));
    } else {
      const { paint, printColumns: columns } = terminal;
      const sides = { from: from.origin, to: to.origin };
      terminal.print(
        [
          ...(translation
            ? [carriedText(translation, paint, { width: columns, verbose: invocation.flags.verbose })]
            : []),
          differenceText(difference, sides, bench.driver, paint, { seeds, columns }),
          ...leftAloneText(from.unmanaged, bench.driver, paint, { columns, verbose: invocation.flags.verbose }),
        ].join('\n\n'),
      );
    }
    noteRenames(invocation, difference);
    return invocation.flags['exit-code'] && !inSync ? exitCodes.integrity : exitCodes.ok;
  },
});

interface Compared {
  readonly bench: Workbench;
  readonly from: Compiled;
  readonly to: Compiled;
  readonly difference: Difference;
  readonly seeds: readonly PendingSeed[];
  /** How the second side came over, where it is of another engine. */
  readonly translation?: Translation;
}

async function compare(invocation: Invocation<typeof flags>): Promise<Compared> {
  const { flags: given } = invocation;
  const isStored = given.from?.startsWith('snapshot:') ?? false;
  if (given.from !== undefined && given.url !== undefined && !isStored)
    throw usage('--from and --url both say what to start from', 'Pass one of them.');
  const renames = readRenames(given.rename);
  const live = given.from === undefined;
  const named = [given.from, given.to].filter((source) => source !== undefined);
  const { bench, sources } = await openWorkbench(invocation, {
    // A snapshot may be kept in a database.
    target: live || (isStored && given.url !== undefined),
    goal: given.to === undefined,
    sources: named,
  });
  const [first, second] = sources;
  const wanted = live ? first : second;
  const driver = wanted && (await otherDriver(wanted, bench, invocation));
  if (wanted && driver)
    return compareEngines(live ? bench.targetSource() : first, wanted, driver, { bench, invocation });
  if (live) {
    if (!first) throw new TypeError('a goal was asked for');
    const to = await compileGoal(bench, first, given['not-renamed']);
    noteWarnings(invocation, to);
    const { difference, inspection, seeds, missing } = await bench.engine.validate(bench.tenant(), to, {
      ...bench.compiling(first),
      renames,
      seeds: bench.seeds,
    });
    noteMissing(invocation, bench, missing);
    const from = {
      origin: bench.label(),
      ...inspection,
      renames: [],
      seeds: [],
      warnings: [],
      normalisedBy: 'server',
    } as const;
    return { bench, from, to, difference, seeds };
  }
  if (!first || !second) throw usage('diff --from needs --to', 'Pass --to SOURCE.');
  const base = await bench.compile(first, second);
  const goal = await compileGoal(bench, second, given['not-renamed'], first);
  const [from, to] = await inSameWords(
    [
      { state: base, source: first },
      { state: goal, source: second },
    ],
    bench,
    invocation.signal,
  );
  for (const state of [from, to]) noteWarnings(invocation, state);
  bench.noteSelection();
  if (bench.seeds && to.seeds.length > 0) {
    invocation.terminal.note(
      `${invocation.terminal.errorPaint.yellow('note')} the seed rows were not compared: only a database has rows (--url in place of --from)`,
    );
  }
  return { bench, from, to, difference: bench.engine.compare(from, to, { ...bench.reading, renames }), seeds: [] };
}

/** Compares what two engines hold, in the words of the first: without what the second could not say. */
async function compareEngines(
  first: OpenedSource | undefined,
  second: OpenedSource,
  driver: Driver,
  { bench, invocation }: { readonly bench: Workbench; readonly invocation: Invocation<typeof flags> },
): Promise<Compared> {
  if (!first) throw usage('diff --from needs --to', 'Pass --to SOURCE.');
  const elsewhere = await compileElsewhere(second, driver, bench, invocation);
  const translation = translate(elsewhere, driver, bench.driver);
  refuseLosses(translation, invocation.flags.allow);
  const base = await bench.compile(first);
  for (const state of [base, elsewhere]) noteWarnings(invocation, state);
  const { source: opened } = translation;
  const goal = await bench.compile({ text: opened.origin, directory: first.directory, opened }, first);
  bench.noteSelection();
  const from = { ...base, catalogue: portablePart(base.catalogue, bench.driver) };
  const to = { ...goal, origin: elsewhere.origin };
  const renames = readRenames(invocation.flags.rename);
  const difference = bench.engine.compare(from, to, { ...bench.reading, renames });
  return { bench, from, to, difference, seeds: [], translation };
}

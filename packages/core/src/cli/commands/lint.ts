import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { impossibleRenames } from '../../diff/rename-lint.js';
import { serverWarnings } from '../../engine-servers.js';
import { isSyncError } from '../../errors.js';
import { emptyCatalogue } from '../../model/catalogue.js';
import { counted } from '../../model/counted.js';
import { hazardsOf, type PlanHazard, shortLocks, weighty } from '../../plan/hazards.js';
import type { Compiled, SourceWarning } from '../../source/compiled.js';
import { flawsError } from '../../source/flaws.js';
import { usage } from '../arguments.js';
import { defineCommand } from '../command.js';
import { document } from '../documents.js';
import { compileGoal } from '../goal.js';
import { errorFindings, hazardFindings, warningFindings } from '../lint/finding.js';
import { type Lint, lintFlags } from '../lint/flags.js';
import { lintStatements } from '../lint/lint-statements.js';
import { exitCode, failing, printFindings } from '../lint/outcome.js';
import { placeOfChange } from '../lint/place-of-change.js';
import { align } from '../paint.js';
import { planBetween } from '../plan-between.js';
import { readPlanFile } from '../plan-file.js';
import { readRenames } from '../renames.js';
import { censusText } from '../render/catalogue-text.js';
import { warningText } from '../render/difference-text.js';
import { visible } from '../visible.js';
import { openWorkbench, wantedGoal } from '../workbench.js';

const nothing: Compiled = {
  origin: 'nothing',
  catalogue: emptyCatalogue,
  renames: [],
  seeds: [],
  unmanaged: [],
  warnings: [],
  normalisedBy: 'driver',
};

export const lint = defineCommand({
  summary: 'check a desired state, a difference or a plan without touching a database',
  description:
    'Builds the state in scratch, and reports what is wrong with it, what was left out, renames that cannot hold, and the hazards: of building it, of the way from another state, or of the steps of a plan file. With --statements it runs them there instead, one by one, and reports what each did to the state that they begin from.',
  arguments: [
    { name: 'SOURCE', description: 'the desired state, or a plan; default: the state of the config', optional: true },
  ],
  flags: lintFlags,
  examples: [
    ['lint ./schema', 'for a hook or a pipeline'],
    ['lint ./schema --from git:main:schema --fail-on gated', 'what a branch would do to a database'],
    ['lint plan.json --format sarif', 'for a code host'],
    ['lint --statements migration.sql --from ./schema', 'what a migration of another tool locks, rewrites and drops'],
  ],
  async run(invocation) {
    const [source] = invocation.arguments;
    requireWayForRenames(invocation);
    if (invocation.flags.statements) return lintStatements(invocation, source);
    if (source !== undefined && isPlanFile(resolve(invocation.world.directory, source))) {
      return lintPlan(invocation, source);
    }
    try {
      return await lintSource(invocation, source);
    } catch (error) {
      const { format } = invocation.flags;
      if (!isSyncError(error) || error.code !== 'SOURCE_INVALID' || (format !== 'sarif' && format !== 'junit'))
        throw error;
      const origin = source ?? 'the desired state';
      printFindings(invocation, origin, errorFindings(error, origin));
      return error.exitCode;
    }
  },
});

/** A rename is made on a way from one state to another; statements make theirs themselves. */
function requireWayForRenames({ flags: given }: Lint): void {
  const [flag] = (['rename', 'not-renamed'] as const).filter((name) => given[name].length > 0);
  if (flag === undefined) return;
  if (given.statements)
    throw usage(`--${flag} does not go with --statements`, 'Statements rename what they say: ALTER … RENAME.');
  if (given.from === undefined)
    throw usage(`--${flag} needs --from`, 'Name with --from SOURCE the state that has the old name.');
}

/** Whether a file holds a plan, or what `plan --format json` prints. What is no file, or no JSON, is a source. */
function isPlanFile(path: string): boolean {
  if (!path.endsWith('.json')) return false;
  try {
    const value = JSON.parse(readFileSync(path, 'utf8')) as {
      readonly up?: unknown;
      readonly command?: unknown;
    } | null;
    return value?.up !== undefined || value?.command === 'plan';
  } catch {
    return false;
  }
}

async function lintPlan(invocation: Lint, file: string): Promise<number> {
  const { command, flags: given, terminal, world } = invocation;
  if (given.from !== undefined)
    throw usage('--from does not go with a plan', 'A plan says itself what it starts from.');
  const { base, goal, up } = await readPlanFile(file, world);
  const hazards = hazardsOf(up);
  if (given.format === 'json') {
    terminal.json(
      document(command, {
        origin: file,
        from: base.root,
        root: goal.root,
        objects: Object.keys(goal.objects).length,
        renames: [],
        warnings: [],
        hazards,
      }),
    );
  } else if (given.format === 'sarif' || given.format === 'junit') {
    printFindings(
      invocation,
      file,
      hazardFindings(hazards, () => file, failing(invocation)),
    );
  } else terminal.print([...hazardText(invocation, hazards), summaryText(invocation, [], hazards, file)].join('\n\n'));
  return exitCode(invocation, hazards);
}

async function lintSource(invocation: Lint, source: string | undefined): Promise<number> {
  const { command, flags: given, terminal } = invocation;
  const { from } = given;
  const { bench, sources } = await openWorkbench(invocation, {
    ...wantedGoal(source),
    ...(from !== undefined && { sources: [...(source === undefined ? [] : [source]), from] }),
  });
  const [wanted, start] = source === undefined ? [...sources].reverse() : sources;
  if (!wanted) throw new TypeError('a goal was asked for');
  // Nothing is said here of rows, so that none are missed.
  const state = await compileGoal({ ...bench, seeds: true }, wanted, given['not-renamed'], start);
  const base = start ? await bench.compile(start, wanted) : nothing;
  const [flaw, ...flaws] = state.flaws ?? [];
  if (flaw) throw flawsError([flaw, ...flaws]);
  const difference = bench.engine.compare(base, state, { ...bench.reading, renames: readRenames(given.rename) });
  bench.noteSelection();
  const hazards = hazardsOf((await planBetween(difference, base, state, bench)).up);
  const { origin, catalogue, renames } = state;
  const warnings = [
    ...state.warnings,
    ...serverWarnings(base, state, bench.driver),
    ...impossibleRenames(renames, catalogue, bench.driver),
  ];
  if (given.format === 'json') {
    terminal.json(
      document(command, {
        origin,
        ...(start && { from: base.catalogue.root }),
        root: catalogue.root,
        objects: catalogue.size,
        renames,
        warnings,
        hazards,
      }),
    );
  } else if (given.format === 'sarif' || given.format === 'junit') {
    printFindings(invocation, origin, [
      ...warningFindings(warnings),
      ...hazardFindings(hazards, placeOfChange(difference, base, state), failing(invocation)),
    ]);
  } else {
    const parts = [
      ...(warnings.length > 0 ? [warningText(warnings, terminal.paint)] : []),
      ...hazardText(invocation, hazards),
      `${summaryText(invocation, warnings, hazards, origin)} · ${censusText(catalogue, bench.driver, terminal.paint)}`,
    ];
    terminal.print(parts.join('\n\n'));
  }
  return exitCode(invocation, hazards);
}

function hazardText({ terminal: { paint } }: Lint, hazards: readonly PlanHazard[]): readonly string[] {
  if (hazards.length === 0) return [];
  const rows = hazards.map((hazard) => [
    paint.yellow(`! ${hazard.class}`),
    visible(hazard.change),
    visible(hazard.message),
  ]);
  return [align(rows).join('\n')];
}

function summaryText(
  { terminal: { paint } }: Lint,
  warnings: readonly SourceWarning[],
  hazards: readonly PlanHazard[],
  origin: string,
): string {
  const { length } = weighty(hazards);
  const summary =
    warnings.length + length === 0
      ? paint.green(`✓ no problems${shortLocks(hazards)}`)
      : paint.yellow([counted(warnings.length, 'warning'), counted(length, 'hazard')].join(', '));
  return `${summary} in ${visible(origin)}`;
}

import type { RenameHint } from '../contract/change.js';
import type { Difference, RenameSuspect } from '../diff/difference.js';
import type { PlanRequest } from '../engine-types.js';
import type { Compiled, LocatedFlaw } from '../source/compiled.js';
import { warningsOf } from '../source/flaws.js';
import { withLeftOut, withSeedsLeftOut } from '../source/left-out.js';
import { askRenames } from './ask.js';
import type { Invocation } from './command.js';
import { phaseRequest } from './phase.js';
import { notRenamed, readRenames } from './renames.js';
import { suspectText, unmadeText, warningText } from './render/difference-text.js';
import { missingText } from './render/plan-text.js';
import { visible } from './visible.js';
import type { OpenedSource, Workbench } from './workbench.js';

/** A desired state that is ready to be compared with the database. */
export interface PreparedGoal {
  readonly goal: Compiled;
  readonly request: PlanRequest & { readonly renames: readonly RenameHint[] };
  /** What somebody said is no rename. */
  readonly denied: readonly RenameSuspect[];
}

/** Compiles the desired state, tells what it left out, and, where a person is there, settles what looks like a rename before anything is planned. */
export async function prepareGoal(
  invocation: Invocation,
  bench: Workbench,
  source: OpenedSource | undefined,
): Promise<PreparedGoal> {
  const { flags, terminal } = invocation;
  if (!source) throw new TypeError('a command with a goal opens its workbench with one');
  const given = readRenames((flags as { readonly rename?: readonly string[] }).rename ?? []);
  const goal = await compileGoal(
    bench,
    source,
    (flags as { readonly 'not-renamed'?: readonly string[] })['not-renamed'],
  );
  // What does not hold is for the plan to refuse, or to let pass where it was so before.
  const { flaws: _, ...rest } = goal;
  noteWarnings(invocation, rest);
  const base = { ...bench.compiling(source), seeds: bench.seeds, ...phaseRequest(flags) };
  if (!terminal.interactive || (flags as { readonly yes?: boolean }).yes)
    return { goal, request: { ...base, renames: given }, denied: [] };
  const renames = [...given];
  const denied: RenameSuspect[] = [];
  // Once a table has its new name, a column of it may look renamed, too.
  for (let asked = true; asked; ) {
    const { suspects } = await bench.engine.diff(bench.tenant(), goal, { ...base, renames });
    const answers = await askRenames(invocation, withoutDenied(suspects, denied));
    renames.push(...answers.hints);
    denied.push(...answers.denied);
    asked = answers.hints.length > 0;
  }
  return { goal, request: { ...base, renames }, denied };
}

/** Compiles a desired state, without what `--not-renamed` takes out of it, and with a warning of what is excluded of it and of seed rows that are not taken in; `start` is what it is compared with. */
export async function compileGoal(
  bench: Workbench,
  source: OpenedSource,
  isNew: readonly string[] = [],
  start?: OpenedSource,
): Promise<Compiled> {
  const goal = await bench.compile(source, start);
  const told = bench.seeds ? goal : withSeedsLeftOut(goal);
  return withLeftOut(notRenamed(told, isNew, bench.driver), bench.reading, bench.driver);
}

function withoutDenied(suspects: readonly RenameSuspect[], denied: readonly RenameSuspect[]): readonly RenameSuspect[] {
  const key = ({ from, to }: RenameSuspect) => JSON.stringify([from, to]);
  const known = new Set(denied.map(key));
  return suspects.filter((suspect) => !known.has(key(suspect)));
}

/** Tells what a source left out, and whose normal form it is in. */
export function noteWarnings({ terminal }: Invocation, state: Compiled): void {
  const warnings = warningsOf(state);
  if (warnings.length > 0) terminal.note(warningText(warnings, terminal.errorPaint));
  if (state.normalisedBy === 'driver') {
    terminal.note(
      `${terminal.errorPaint.yellow('note')} no scratch database was to be had, so the driver normalised ${visible(state.origin)} by itself: expressions may show as different where they are not`,
    );
  }
}

/** Tells what a server would take and what does not hold. */
export function noteFlaws({ terminal }: Invocation, flaws: readonly LocatedFlaw[]): void {
  const warnings = warningsOf({ warnings: [], flaws });
  if (warnings.length > 0) terminal.note(warningText(warnings, terminal.errorPaint));
}

/** Tells about renames that nobody declared, where the gate stops what they would lose, and about declared ones that are not made. */
export function noteRenames(
  { terminal }: Invocation,
  { suspects, unmade, base }: Difference,
  denied: readonly RenameSuspect[] = [],
): void {
  const open = withoutDenied(suspects, denied);
  if (open.length > 0) terminal.note(suspectText(open, terminal.errorPaint));
  // What begins with nothing has nothing to rename.
  // What the phases of a change brought beside each other is as it was declared.
  const told = unmade.filter(({ inStep }) => !inStep);
  if (told.length > 0 && base.size > 0) terminal.note(unmadeText(told, terminal.errorPaint));
}

/** Tells that what was compared is not there. */
export function noteMissing({ terminal }: Invocation, bench: Workbench, missing: boolean | undefined): void {
  if (missing) terminal.note(missingText(bench.label(), terminal.errorPaint));
}

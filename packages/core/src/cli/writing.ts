import type { Unmanaged } from '../contract/kind.js';
import type { HazardClass } from '../contract/step.js';
import type { ApplyRequest } from '../engine-types.js';
import { isSyncError, SyncError } from '../errors.js';
import { hazardClasses, hazardsOf, type PlanHazard } from '../plan/hazards.js';
import type { Plan } from '../plan/plan-format.js';
import { type DataCheck, requireNoRows } from '../run/check-data.js';
import { checkGate, requireProven } from '../run/gate.js';
import { refuseUnreviewed } from '../run/unreviewed.js';
import { confirm } from './ask.js';
import type { Invocation } from './command.js';
import type { Paint } from './paint.js';
import { dataText } from './render/data-text.js';
import { leftAloneText } from './render/left-alone-text.js';
import { missingText, planSummary, planText, type Way } from './render/plan-text.js';
import type { Workbench } from './workbench.js';

/** The flags that a write looks at. */
interface WritingFlags {
  readonly allow?: readonly string[];
  readonly yes?: boolean;
  readonly create?: boolean;
  readonly 'no-prove'?: boolean;
  readonly format?: string | undefined;
}

/** The classes of hazards that the config and the command line allow together. */
export function allowedHazards({ flags }: Invocation, { settings }: Workbench): readonly HazardClass[] {
  const given = (flags as WritingFlags).allow ?? [];
  if (given.includes('all')) return hazardClasses;
  return [...settings.allow, ...hazardClasses.filter((each) => given.includes(each))];
}

/** How a plan is put forward. */
export interface Approval {
  readonly way: Way;
  /** It was reviewed before: where it needs no question, one line tells it. */
  readonly reviewed?: boolean;
  /** The database is not there, and would be made. */
  readonly missing?: boolean;
  /** That it is made is what was asked for. */
  readonly create?: boolean;
  /** What the database holds and the plan leaves alone. */
  readonly unmanaged?: readonly Unmanaged[];
  /** Which rows stand in the way, where that was asked. */
  readonly data?: DataCheck;
  /** Why the target would not let it be run. */
  readonly refusal?: SyncError;
  /** Hazards of it that the plan which was reviewed had not. */
  readonly unreviewed?: readonly PlanHazard[];
}

/** Shows what is about to happen, lets the gate speak before a person is asked, and asks. */
export async function approve(
  invocation: Invocation,
  bench: Workbench,
  plan: Plan,
  { way, reviewed = false, missing = false, create = false, unmanaged = [], data, refusal, unreviewed = [] }: Approval,
): Promise<void> {
  const { terminal, command, flags } = invocation;
  const { format, yes = false } = flags as WritingFlags;
  const allow = new Set(allowedHazards(invocation, bench));
  const brief = reviewed && yes && !flags.verbose;
  const columns = format === 'json' ? terminal.columns : terminal.printColumns;
  const text = (paint: Paint) =>
    brief
      ? planSummary(plan, paint, { way, allow })
      : `${[
          planText(plan, bench.driver, paint, { way, allow, verbose: flags.verbose }),
          ...leftAloneText(unmanaged, bench.driver, paint, { columns, verbose: flags.verbose }),
          ...(data ? [dataText(data, paint)] : []),
        ].join('\n\n')}\n`;
  const show = (paint: Paint) => (missing ? `${missingText(bench.label(), paint)}\n${text(paint)}` : text(paint));
  if (format === 'json') {
    if (terminal.interactive && !yes) terminal.warn(show(terminal.errorPaint));
  } else if (!terminal.quiet) terminal.print(show(terminal.paint));
  if (data) requireNoRows(data, command);
  if (refusal) throw refusal;
  const gate = { allow, op: command, driver: bench.driver };
  if (brief || terminal.quiet) checkGate(plan, way, gate);
  else passGate(plan, way, gate);
  if (!isAsked(invocation)) refuseUnreviewed(unreviewed, command);
  requireAgreed(invocation, bench, plan, { way, missing: missing && !create });
  const { confirm: how, profile } = bench.settings;
  const question = questionFor(way, bench.label(), missing);
  await confirm(invocation, { yes, question, ...(how === 'name' && profile !== undefined && { name: profile }) });
}

/** Why a run of a plan that is only shown would be refused, whatever a person answered; where nobody can be asked, `--yes` is taken for given. */
export function refusalOf(
  invocation: Invocation,
  bench: Workbench,
  plan: Plan,
  { way, missing = false, data, refusal }: Pick<Approval, 'way' | 'missing' | 'data' | 'refusal'>,
): SyncError | undefined {
  try {
    if (data) requireNoRows(data, invocation.command);
    if (refusal) throw refusal;
    const allow = new Set(allowedHazards(invocation, bench));
    passGate(plan, way, { allow, op: invocation.command, driver: bench.driver });
    requireAgreed(invocation, bench, plan, { way, missing });
    return undefined;
  } catch (error) {
    if (!isSyncError(error)) throw error;
    return error;
  }
}

/** What only a person may let pass, where none is there to see it. */
function requireAgreed(
  invocation: Invocation,
  bench: Workbench,
  plan: Plan,
  { way, missing }: { readonly way: Way; readonly missing: boolean },
): void {
  if (!isProofSettled(invocation, bench)) requireProven(plan, way, invocation.command);
  if (missing) requireCreate(invocation, bench);
}

/** Whether somebody said beforehand that a plan need not be proven, or is shown that it is not and asked. */
function isProofSettled(invocation: Invocation, { settings }: Workbench): boolean {
  const { 'no-prove': unproven = false } = invocation.flags as WritingFlags;
  return unproven || !settings.prove || isAsked(invocation);
}

/** Whether a person is shown the plan and asked. */
function isAsked({ terminal, flags }: Invocation): boolean {
  const { yes = false, format } = flags as WritingFlags;
  return terminal.interactive && !yes && (format === 'json' || !terminal.quiet);
}

function questionFor(way: Way, label: string, missing: boolean): string {
  if (way === 'down') return `Take this back on ${label}`;
  return missing ? `Make ${label}, which does not exist, and apply this plan to it` : `Apply this plan to ${label}`;
}

/** A slip in a path must not pass for a new database where nobody is asked. */
function requireCreate({ terminal, flags, command }: Invocation, bench: Workbench): void {
  const { yes = false, create = false } = flags as WritingFlags;
  if (create || (terminal.interactive && !yes)) return;
  throw new SyncError({
    code: 'CONFIRMATION_NEEDED',
    op: command,
    message: `${bench.label()} does not exist, and --create was not given`,
    hint: 'Check the URL; nothing was made. If a new database is meant, add --create.',
  });
}

/** The plan with its hints was just shown, so the refusal only says which flag lets it pass. */
function passGate(plan: Plan, way: Way, gate: Parameters<typeof checkGate>[2]): void {
  const { op } = gate;
  try {
    checkGate(plan, way, gate);
  } catch (error) {
    if (!isSyncError(error) || error.code !== 'GATE_CLOSED') throw error;
    const { code, message, details = {} } = error;
    const classes = Array.isArray(details.classes) ? details.classes.join(',') : 'CLASS';
    // Losses of what was declared to be succeeded ask nobody.
    const asks = hazardsOf(way === 'up' ? plan.up : plan.down).some(
      (hazard) => hazard.class === 'data-loss' && hazard.hint !== undefined && !gate.allow.has('data-loss'),
    );
    const question = asks ? ' If something was renamed instead, the hints in the plan say what to write.' : '';
    throw new SyncError({
      code,
      op,
      message,
      details,
      hint: `Nothing was touched. If it is meant: --allow ${classes}.${question}`,
    });
  }
}

/** How a plan is to be run that was approved, with what the config and the command line allow. */
export function writeRequest(invocation: Invocation, bench: Workbench): ApplyRequest {
  return { ...bench.reading, allow: allowedHazards(invocation, bench), prove: false };
}

import type { HazardClass } from '../contract/step.js';
import type { ApplyRequest } from '../engine-types.js';
import { isSyncError, SyncError } from '../errors.js';
import { hazardClasses } from '../plan/hazards.js';
import type { Plan } from '../plan/plan-format.js';
import { checkGate } from '../run/gate.js';
import { usage } from './arguments.js';
import { confirm } from './ask.js';
import type { Invocation } from './command.js';
import type { Paint } from './paint.js';
import { planSummary, planText, type Way } from './render/plan-text.js';
import type { Workbench } from './workbench.js';

/** The flags that a write looks at. */
interface WritingFlags {
  readonly allow?: readonly string[];
  readonly yes?: boolean;
  readonly 'lock-wait'?: string | undefined;
  readonly format?: string | undefined;
}

/** The classes of hazards that the config and the command line allow together. */
export function allowedHazards({ flags }: Invocation, { settings }: Workbench): readonly HazardClass[] {
  const given = (flags as WritingFlags).allow ?? [];
  if (given.includes('all')) return hazardClasses;
  return [...settings.allow, ...hazardClasses.filter((each) => given.includes(each))];
}

/** Shows what is about to happen, lets the gate speak before a person is asked, and asks. What was reviewed and needs no question is told in one line. */
export async function approve(
  invocation: Invocation,
  bench: Workbench,
  plan: Plan,
  way: Way,
  reviewed = false,
): Promise<void> {
  const { terminal, command, flags } = invocation;
  const { format, yes = false } = flags as WritingFlags;
  const allow = new Set(allowedHazards(invocation, bench));
  const brief = reviewed && yes && !flags.verbose;
  const show = (paint: Paint) =>
    brief ? planSummary(plan, paint, { way, allow }) : `${planText(plan, bench.driver, paint, { way, allow })}\n`;
  if (format === 'json') {
    if (terminal.interactive && !yes) terminal.warn(show(terminal.errorPaint));
  } else if (!terminal.quiet) terminal.print(show(terminal.paint));
  if (brief || terminal.quiet) checkGate(way === 'up' ? plan.up : plan.down, allow, command);
  else passGate(plan, way, allow, command);
  const { confirm: how, profile } = bench.settings;
  const question = way === 'up' ? `Apply this plan to ${bench.label()}` : `Take this back on ${bench.label()}`;
  await confirm(invocation, { yes, question, ...(how === 'name' && profile !== undefined && { name: profile }) });
}

/** The plan with its hints was just shown, so the refusal only says which flag lets it pass. */
function passGate(plan: Plan, way: Way, allow: ReadonlySet<HazardClass>, op: string): void {
  try {
    checkGate(way === 'up' ? plan.up : plan.down, allow, op);
  } catch (error) {
    if (!isSyncError(error) || error.code !== 'GATE_CLOSED') throw error;
    const { code, message, details = {} } = error;
    const classes = Array.isArray(details.classes) ? details.classes.join(',') : 'CLASS';
    throw new SyncError({
      code,
      op,
      message,
      details,
      hint: `Nothing was touched. If it is meant: --allow ${classes}. If something was renamed instead, the hints in the plan say what to write.`,
    });
  }
}

/** How a plan is to be run, with what the config and the command line allow. */
export function writeRequest(invocation: Invocation, bench: Workbench): ApplyRequest {
  const waitMs = lockWaitMs(invocation, bench);
  return {
    ...bench.reading,
    allow: allowedHazards(invocation, bench),
    ...(waitMs !== undefined && { lockWaitMs: waitMs }),
  };
}

/** `--lock-wait` in seconds, or what the config says. */
function lockWaitMs({ flags }: Invocation, { settings }: Workbench): number | undefined {
  const given = (flags as WritingFlags)['lock-wait'];
  if (given === undefined) return settings.lockWaitMs;
  const seconds = Number(given);
  if (!Number.isFinite(seconds) || seconds < 0)
    throw usage(
      `--lock-wait ${given} is not a number of seconds`,
      'Write for instance --lock-wait 30; 0 does not wait.',
    );
  return Math.round(seconds * 1000);
}

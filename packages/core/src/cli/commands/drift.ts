import type { DriftFound, SyncResult } from '../../engine-types.js';
import { exitCodes, type SyncError } from '../../errors.js';
import type { RunReport } from '../../run/report.js';
import { usage } from '../arguments.js';
import { defineCommand, type Invocation } from '../command.js';
import { document, planDocument, refusalDocument } from '../documents.js';
import { adoptDrift, revertDrift } from '../drift-answer.js';
import { driftDocument } from '../drift-document.js';
import { compilingFlags, fleetFlags, formatFlag, onlineFlags, rehearsingFlags, writingFlags } from '../flags.js';
import { isFleetCall } from '../fleet/fleet-call.js';
import { openBench } from '../open-bench.js';
import { driftFoundText } from '../render/drift-found-text.js';
import { reportText } from '../render/history-text.js';
import { planText } from '../render/plan-text.js';
import { errorText } from '../report-error.js';
import { visible } from '../visible.js';
import type { Workbench } from '../workbench.js';
import { allowedHazards, refusalOf } from '../writing.js';

export const drift = defineCommand({
  summary: 'tell what changed since the last run, and keep it or put it back; exit 3 where something did',
  description:
    'The database is compared with the state that the last run left, read as that run read it, whoever changed it since. Rows are not looked at. Of tenants of a fleet those that changed alike are told together.',
  flags: {
    ...fleetFlags,
    adopt: { type: 'switch', description: 'take what changed for the new base' },
    revert: { type: 'switch', description: 'plan, ask and go back to what the last run left' },
    ...rehearsingFlags,
    ...writingFlags,
    'no-prove': { type: 'switch', description: 'do not try the way back in scratch' },
    ...onlineFlags,
    ...formatFlag('text', 'json'),
    scratch: compilingFlags.scratch,
  },
  examples: [
    ['drift --url URL', 'what changed since the last run'],
    ['drift --url URL --adopt --yes', 'it is to stay'],
    ['drift --url URL --revert', 'shows the way back, asks, goes it'],
    ['drift --all-tenants', 'each tenant of the fleet of the config'],
  ],
  async run(invocation) {
    const { flags, terminal } = invocation;
    if (flags.adopt && flags.revert) throw usage('--adopt and --revert say different things', 'Leave out one of them.');
    if (await isFleetCall(invocation)) return (await import('../fleet/drift-fleet.js')).driftFleet(invocation);
    const { bench } = await openBench(invocation, { target: true });
    const found = await bench.engine.drift(bench.tenant(), bench.reading);
    const isJson = flags.format === 'json';
    const view = { label: bench.label(), driver: bench.driver, paint: terminal.paint, columns: terminal.printColumns };
    if (!isJson) terminal.print(driftFoundText(found, view));
    const answer = found.drifted ? await answered(invocation, bench, found) : {};
    if (isJson) terminal.json(documentOf(invocation, bench, found, answer));
    else tellAnswer(invocation, bench, answer);
    if (answer.refused) {
      terminal.warn(errorText(answer.refused, terminal.errorPaint, flags.verbose));
      return answer.refused.exitCode;
    }
    return found.drifted && !answer.report ? exitCodes.integrity : exitCodes.ok;
  },
});

/** What came of what somebody wants done about a drift. */
interface Answer {
  readonly report?: RunReport;
  /** The way back, where it was gone or shown. */
  readonly back?: SyncResult;
  readonly refused?: SyncError;
}

interface AnswerFlags {
  readonly adopt?: boolean;
  readonly revert?: boolean;
  readonly 'dry-run'?: boolean;
}

async function answered(invocation: Invocation, bench: Workbench, found: DriftFound): Promise<Answer> {
  const { adopt = false, revert = false, 'dry-run': dryRun = false } = invocation.flags as AnswerFlags;
  if (adopt && !dryRun) return { report: await adoptDrift(invocation, bench, found) };
  if (!revert) return {};
  const back = await revertDrift(invocation, bench, found, dryRun);
  const { plan, report, refusal } = back;
  const refused =
    dryRun && plan ? refusalOf(invocation, bench, plan, { way: 'up', ...(refusal && { refusal }) }) : undefined;
  return { back, ...(report && { report }), ...(refused && { refused }) };
}

function documentOf(
  { command, stopwatch }: Invocation,
  bench: Workbench,
  found: DriftFound,
  { report, back, refused }: Answer,
) {
  return document(command, {
    tenant: found.tenant,
    database: bench.label(),
    ...driftDocument(found),
    ...(back?.plan && planDocument(back.plan)),
    ...(refused && { refused: refusalDocument(refused) }),
    ...(report && { report }),
    elapsed: stopwatch.read(),
  });
}

function tellAnswer(invocation: Invocation, bench: Workbench, { report, back }: Answer): void {
  const { terminal } = invocation;
  const { paint } = terminal;
  if (report && back) terminal.print(reportText(report, paint));
  else if (report)
    terminal.print(
      `${paint.green('✓')} this is the new base of ${visible(bench.label())} ${paint.dim(`(run ${report.run.slice(0, 8)})`)}`,
    );
  else if (back?.plan) {
    const allow = new Set(allowedHazards(invocation, bench));
    terminal.print(
      `\n${planText(back.plan, bench.driver, paint, { allow, verbose: invocation.flags.verbose })}\n\n${paint.dim('dry run: nothing was changed')}`,
    );
  }
}

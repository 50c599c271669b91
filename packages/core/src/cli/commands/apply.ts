import type { Unmanaged } from '../../contract/kind.js';
import { isSyncError } from '../../errors.js';
import type { PlanHazard } from '../../plan/hazards.js';
import type { Plan } from '../../plan/plan-format.js';
import type { RunRecord } from '../../run/journal-format.js';
import type { RunReport } from '../../run/report.js';
import { defineCommand, type Invocation } from '../command.js';
import { document } from '../documents.js';
import { creatingFlags, formatFlag, provingFlags, tenantFlags, writingFlags } from '../flags.js';
import { openBench } from '../open-bench.js';
import type { Paint } from '../paint.js';
import { readPlanFile } from '../plan-file.js';
import { repeatedText, reportText } from '../render/history-text.js';
import { visible } from '../visible.js';
import type { Workbench } from '../workbench.js';
import { approve, writeRequest } from '../writing.js';

export const apply = defineCommand({
  summary: 'run a plan file',
  arguments: [{ name: 'PLAN', description: 'a file that plan -o wrote; - for standard input' }],
  flags: { ...tenantFlags, ...writingFlags, ...creatingFlags, ...provingFlags, ...formatFlag('text', 'json') },
  examples: [['apply plan.json --url URL --yes', 'run what was reviewed']],
  async run(invocation) {
    const { command, flags, stopwatch, terminal, world } = invocation;
    const given = await readPlanFile(invocation.arguments[0] ?? '', world);
    const { bench } = await openBench(invocation, { target: true });
    const tenant = bench.tenant();
    const found = await startOf(given, bench, { create: flags.create, prove: !flags['no-prove'] });
    const { plan, before, later, stopped } = found;
    if (stopped) terminal.note(goingOn(stopped, terminal.errorPaint));
    const laterRuns = later?.map(({ run }) => run);
    const idle = before !== undefined || plan.up.length === 0;
    const report = idle ? undefined : await approveAndRun(invocation, bench, found);
    if (flags.format === 'json') {
      terminal.json(
        document(command, {
          tenant: tenant.id,
          database: bench.label(),
          ...(before && { alreadyAppliedBy: before.run }),
          ...(laterRuns && { laterRuns }),
          ...(stopped && { goesOnFrom: stopped.run }),
          ...(report && { report }),
          elapsed: stopwatch.read(),
        }),
      );
    } else if (report) terminal.print(reportText(report, terminal.paint));
    else if (before) terminal.print(repeatedText({ ...before, later: laterRuns }, terminal.paint));
    else terminal.print('the plan has no steps: nothing to do');
    return undefined;
  },
});

/** What is run, and what is known of where it begins. */
interface Begun {
  readonly plan: Plan;
  readonly before?: RunRecord;
  readonly later?: readonly RunRecord[];
  readonly missing?: true;
  /** The run of the plan that was stopped, where this is what is left of it. */
  readonly stopped?: RunRecord;
  readonly unmanaged?: readonly Unmanaged[];
  readonly unreviewed?: readonly PlanHazard[];
}

/** A plan starts from its two ends alone: where a run of it was stopped in between, another one leads on from there. */
async function startOf(
  plan: Plan,
  { engine, reading, settings, tenant }: Workbench,
  { create, prove }: { readonly create: boolean; readonly prove: boolean },
): Promise<Begun> {
  try {
    return { plan, ...(await engine.check(tenant(), plan, 'up', { ...reading, create })) };
  } catch (error) {
    if (!isSyncError(error) || error.code !== 'BASE_MISMATCH') throw error;
    const request = { ...reading, prove: prove && settings.prove };
    const rest = await engine.planRest(tenant(), plan, request);
    if (!rest) throw error;
    return rest;
  }
}

function goingOn({ run, outcome }: RunRecord, paint: Paint): string {
  const name = visible(run.slice(0, 8));
  const end = outcome === 'running' ? 'died' : outcome;
  return `${paint.yellow('note')} run ${name} of this plan did not come to its end (${end}): this is a new plan, from what is there to the same state`;
}

async function approveAndRun(invocation: Invocation, bench: Workbench, found: Begun): Promise<RunReport> {
  const { plan, stopped, unmanaged = [], unreviewed = [], missing = false } = found;
  await approve(invocation, bench, plan, { way: 'up', reviewed: !stopped, missing, unmanaged, unreviewed });
  return bench.engine.apply(bench.tenant(), plan, { ...writeRequest(invocation, bench), create: missing });
}

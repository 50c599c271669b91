import { exitCodes, isSyncError, type SyncError, throwIfAborted } from '../../errors.js';
import type { Member } from '../../fleet/member.js';
import { type FleetRun, fleetError, type PlannedClass, runFleet } from '../../fleet/run-fleet.js';
import { type FailedTenant, type Survey, survey, type TenantClass } from '../../fleet/survey.js';
import { counted } from '../../model/counted.js';
import { usage } from '../arguments.js';
import { confirm } from '../ask.js';
import type { Invocation } from '../command.js';
import { document, planDocument, refusalDocument } from '../documents.js';
import { noteFlaws, noteRenames, noteWarnings } from '../goal.js';
import { onlineRequest } from '../online.js';
import { planText } from '../render/plan-text.js';
import { errorText } from '../report-error.js';
import { allowedHazards, refusalOf, writeRequest } from '../writing.js';
import { type FleetBench, openFleetBench } from './fleet-bench.js';
import { parallelOf } from './fleet-call.js';
import { classDocument, failedDocument } from './fleet-documents.js';
import { fleetProgress } from './fleet-progress.js';
import { classText, failedText, fleetHead } from './fleet-text.js';
import { rolloutOf } from './rollout.js';

interface SyncFlags {
  readonly format?: string | undefined;
  readonly yes?: boolean;
  readonly 'dry-run'?: boolean;
  readonly 'no-prove'?: boolean;
  readonly 'check-data'?: boolean;
  readonly 'abort-after'?: string | undefined;
  readonly waves?: string | undefined;
  readonly bake?: string | undefined;
  readonly probe?: string | undefined;
}

/** Tenants of one state with the plan that brings them in sync, or why there is none. */
interface Proposal extends TenantClass {
  readonly plan?: PlannedClass['plan'];
  readonly refused?: SyncError;
}

/** `sync` of tenants of a fleet: one plan for all that are alike, shown and proven once, and run on each under its own lock. */
export async function syncFleet(invocation: Invocation): Promise<number | undefined> {
  const { terminal, signal } = invocation;
  const flags = invocation.flags as SyncFlags;
  if (flags['check-data'])
    throw usage(
      '--check-data asks one database, and tenants of a fleet were named',
      'Ask one of them: plan --tenant ID --check-data.',
    );
  const rollout = rolloutOf(invocation, flags);
  const opened = await openFleetBench(invocation, { withGoal: true });
  const { fleet, bench } = opened;
  const comparing = fleetProgress(terminal, 'comparing');
  const found = await survey(bench.engine, opened.members(), {
    ...opened,
    parallel: parallelOf(invocation.flags),
    signal,
    onTenant: comparing.show,
  });
  comparing.end();
  bench.noteSelection();
  for (const goal of new Set(found.classes.map((each) => each.goal))) noteWarnings(invocation, goal);
  const proposals: Proposal[] = [];
  for (const each of found.classes)
    proposals.push(...(each.inSync ? [each] : await proposed(invocation, opened, each)));
  const failed = [...found.failed, ...proposals.flatMap(refusedTenants)];
  const planned = proposals.flatMap(({ plan, refused, ...each }) => (plan && !refused ? [{ ...each, plan }] : []));
  show(invocation, opened, { ...found, proposals });
  const stop = proposals.find(({ refused }) => refused && isForPeople(refused))?.refused;
  if (stop && !flags['dry-run']) throw stop;
  if (flags['dry-run'] || planned.length === 0) {
    const dry = flags['dry-run'] ?? false;
    return end(invocation, opened, { proposals, run: { done: [], failed, skipped: [] }, dry });
  }
  const tenants = planned.reduce((sum, { members }) => sum + members.length, 0);
  const plans = planned.length === 1 ? 'this plan' : `these ${planned.length} plans`;
  await confirm(invocation, {
    yes: flags.yes ?? false,
    question: `Apply ${plans} to ${counted(tenants, 'tenant')} of ${fleet.name}`,
  });
  const parallel = parallelOf(invocation.flags);
  if (!terminal.live) terminal.note(`syncing ${counted(tenants, 'tenant')}, ${parallel} at a time`);
  const running = fleetProgress(terminal, 'syncing', tenants);
  const ran = await runFleet(bench.engine, planned, {
    parallel,
    signal,
    abortAfter: limitOf(flags['abort-after'], tenants),
    onTenant: (done, wrong) => running.show(done + wrong, wrong),
    ...rollout,
    requestOf: () => ({ ...writeRequest(invocation, bench), onEvent: () => {} }),
  });
  running.end();
  return end(invocation, opened, { proposals, run: { ...ran, failed: [...failed, ...ran.failed] }, dry: false });
}

/**
 * The plan for a state is made and proven on the first tenant that has it still. What is refused whoever says yes stops all; what this database refuses stops its like.
 */
async function proposed(invocation: Invocation, opened: FleetBench, found: TenantClass): Promise<readonly Proposal[]> {
  for (const [i, member] of found.members.entries()) {
    const [arrived, members] = [found.members.slice(0, i), found.members.slice(i)];
    const proposal = await proposedFor(invocation, opened, { ...found, members }, member);
    // Who was brought in sync by somebody else meanwhile says nothing of the others.
    if (proposal) return [...(i > 0 ? [{ ...found, members: arrived, inSync: true }] : []), proposal];
  }
  return [{ ...found, inSync: true }];
}

/** Undefined where this tenant has become what it is to be. */
async function proposedFor(
  invocation: Invocation,
  { bench, requestOf }: FleetBench,
  found: TenantClass,
  first: Member,
): Promise<Proposal | undefined> {
  const { flags } = invocation;
  const prove = bench.settings.prove && !(flags as SyncFlags)['no-prove'];
  try {
    const result = await bench.engine.sync(first.tenant, found.goal, {
      ...requestOf(first),
      ...onlineRequest(invocation as Parameters<typeof onlineRequest>[0], bench),
      prove,
      dryRun: true,
    });
    noteFlaws(invocation, result.flaws);
    noteRenames(invocation, result.difference);
    const { plan, missing, refusal } = result;
    if (!plan) return undefined;
    const refused = refusalOf(invocation, { ...bench, label: () => first.label }, plan, {
      way: 'up',
      ...(missing && { missing }),
      ...(refusal && { refusal }),
    });
    return { ...found, plan, ...(refused && { refused }) };
  } catch (error) {
    if (!isSyncError(error) || invocation.signal.aborted) throw error;
    return { ...found, refused: error };
  }
}

/** What somebody has to agree to stops all, before anything runs; what one database refuses stops those like it alone. */
function isForPeople({ code }: SyncError): boolean {
  return code === 'GATE_CLOSED' || code === 'CONFIRMATION_NEEDED' || code === 'PROOF_FAILED';
}

function refusedTenants({ refused, members }: Proposal): readonly FailedTenant[] {
  return refused ? members.map((member) => ({ member, error: refused })) : [];
}

/** What is about to happen, state by state. */
function show(
  invocation: Invocation,
  { fleet, bench }: FleetBench,
  { proposals, failed }: Pick<Survey, 'failed'> & { readonly proposals: readonly Proposal[] },
): void {
  const { terminal, flags } = invocation;
  if (terminal.quiet || (flags as SyncFlags).format === 'json') return;
  const { paint } = terminal;
  const allow = new Set(allowedHazards(invocation, bench));
  const view = { driver: bench.driver, paint, columns: terminal.printColumns, verbose: flags.verbose };
  const parts = proposals.flatMap((each) => [
    classText(each, view),
    ...(each.plan ? [planText(each.plan, bench.driver, paint, { allow })] : []),
    ...(each.refused ? [errorText(each.refused, paint, flags.verbose)] : []),
  ]);
  terminal.print([fleetHead(fleet.name, { classes: proposals, failed }, paint), ...parts].join('\n\n'));
}

interface Ending {
  readonly proposals: readonly Proposal[];
  readonly run: FleetRun;
  readonly dry: boolean;
}

function end(
  invocation: Invocation,
  { fleet, bench }: FleetBench,
  { proposals, run, dry }: Ending,
): number | undefined {
  const { terminal, command, flags, signal } = invocation;
  const { paint } = terminal;
  const inSync = proposals.filter((each) => each.inSync).flatMap(({ members }) => members);
  if ((flags as SyncFlags).format === 'json') {
    terminal.json(
      document(command, {
        fleet: fleet.name,
        inSync: run.failed.length + run.skipped.length === 0 && (!dry || proposals.every((each) => each.inSync)),
        classes: proposals.map(({ plan, refused, ...each }) => ({
          ...classDocument(each),
          ...(plan && planDocument(plan)),
          ...(refused && { refused: refusalDocument(refused) }),
        })),
        done: run.done.map(({ member, report }) => ({ tenant: member.tenant.id, report })),
        failed: run.failed.map(failedDocument),
        skipped: run.skipped.map(({ tenant }) => tenant.id),
      }),
    );
  } else {
    const view = { driver: bench.driver, paint, columns: terminal.printColumns, verbose: flags.verbose };
    const failed = run.failed.length > 0 ? [failedText(run.failed, view)] : [];
    terminal.print(['', ...failed, summary(run, inSync.length, dry, paint)].join('\n\n').trimStart());
  }
  throwIfAborted(signal, command);
  const error = dry ? undefined : fleetError(run, command);
  if (error) {
    if (!terminal.quiet) terminal.warn(errorText(error, terminal.errorPaint, flags.verbose));
    const held = inSync.length + run.done.length;
    return held > 0 || run.skipped.length > 0 ? exitCodes.partial : run.failed[0]?.error.exitCode;
  }
  return run.failed[0]?.error.exitCode;
}

function summary(
  { done, failed, skipped }: FleetRun,
  inSync: number,
  dry: boolean,
  paint: Invocation['terminal']['paint'],
): string {
  const parts = [
    ...(inSync > 0 ? [paint.green(`${counted(inSync, 'tenant')} in sync`)] : []),
    ...(done.length > 0 ? [paint.green(`${done.length} synced`)] : []),
    ...(failed.length > 0 ? [paint.red(`${failed.length} failed`)] : []),
    ...(skipped.length > 0 ? [paint.yellow(`${skipped.length} not begun`)] : []),
    ...(dry || done.length + failed.length + skipped.length === 0 ? [paint.dim('nothing was changed')] : []),
  ];
  return parts.join(' · ');
}

/** `--abort-after 2%`, or a number of tenants. */
function limitOf(text: string | undefined, tenants: number): number {
  if (text === undefined) return Number.POSITIVE_INFINITY;
  const [, count, percent] = /^(\d+(?:\.\d+)?)(%?)$/.exec(text) ?? [];
  const value = Number(count);
  if (count !== undefined && (percent === '%' ? value <= 100 : Number.isInteger(value)))
    return percent === '%' ? (tenants * value) / 100 : value;
  throw usage(
    `--abort-after ${text} is no limit`,
    'Write a percentage or a number of tenants, as in --abort-after 2%.',
  );
}

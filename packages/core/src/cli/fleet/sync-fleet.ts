import type { ApplyRequest } from '../../engine-types.js';
import type { SyncError } from '../../errors.js';
import { dealFleet } from '../../fleet/assignment.js';
import type { KnownStates } from '../../fleet/known-states.js';
import type { Member } from '../../fleet/member.js';
import { inOrder } from '../../fleet/order.js';
import { runFleet } from '../../fleet/run-fleet.js';
import { type FailedTenant, type Survey, settling } from '../../fleet/survey.js';
import { counted } from '../../model/counted.js';
import { defaultOnline } from '../../plan/online.js';
import { confirm } from '../ask.js';
import type { Invocation } from '../command.js';
import { planDocument, refusalDocument } from '../documents.js';
import { onlineRequest } from '../online.js';
import { planText } from '../render/plan-text.js';
import { errorText } from '../report-error.js';
import { allowedHazards, writeRequest } from '../writing.js';
import { compareFleet } from './compare-fleet.js';
import { askControlStore, openControlStore } from './control-store.js';
import { type FleetBench, openFleetBench } from './fleet-bench.js';
import { parallelOf } from './fleet-call.js';
import { classDocument } from './fleet-documents.js';
import { type Ending, tellEnd } from './fleet-end.js';
import { fleetProgress } from './fleet-progress.js';
import { classText, fleetHead } from './fleet-text.js';
import { newRun, noteBegin } from './note-begin.js';
import { lockRun, runNoted } from './noted-run.js';
import { isForPeople, type Proposal, propose, refusedTenants } from './propose.js';
import { betweenWaves, type Rollout, rolloutOf } from './rollout.js';

interface SyncFlags {
  readonly format?: string | undefined;
  readonly yes?: boolean;
  readonly 'dry-run'?: boolean;
  readonly 'abort-after'?: string | undefined;
  readonly waves?: string | undefined;
  readonly bake?: string | undefined;
  readonly probe?: string | undefined;
  readonly 'probe-sql'?: string | undefined;
  readonly order?: string | undefined;
  readonly 'tenant-timeout'?: string | undefined;
}

/** `sync` of tenants of a fleet: one plan for all that are alike, shown and proven once, and run on each under its own lock. */
export async function syncFleet(invocation: Invocation): Promise<number | undefined> {
  return syncMembers(invocation, await openFleetBench(invocation, { withGoal: true }));
}

/** Brings tenants to what each of them is to be, in the waves that the command line says. */
export async function syncMembers(invocation: Invocation, opened: FleetBench): Promise<number | undefined> {
  const flags = invocation.flags as SyncFlags;
  const rollout = rolloutOf(flags);
  if (!flags['dry-run']) await askControlStore(invocation, opened.bench.driver);
  // What is large for one of them is changed in other steps than for the rest.
  const { online = defaultOnline } = onlineRequest(invocation as Parameters<typeof onlineRequest>[0], opened.bench);
  const found = await compareFleet(invocation, opened, { online });
  const proposals: Proposal[] = [];
  for (const each of found.classes) proposals.push(...(each.inSync ? [each] : await propose(invocation, opened, each)));
  const failed = [...found.failed, ...proposals.flatMap(refusedTenants)];
  const isPlanned = proposals.some(({ plan, refused }) => plan && !refused);
  const refusal = proposals.find(({ refused }) => refused && isForPeople(refused))?.refused;
  const stop = flags['dry-run'] ? undefined : refusal;
  show(invocation, opened, { ...found, proposals, stop });
  if (stop) throw stop;
  if (flags['dry-run'] || !isPlanned) {
    const ran = { done: [], failed, cancelled: [], skipped: [], held: false };
    return end(invocation, opened, { proposals, ran, dry: flags['dry-run'] ?? false });
  }
  return roll(invocation, opened, { proposals, failed, rollout });
}

interface Rolling {
  readonly proposals: readonly Proposal[];
  /** Those that cannot be dealt with. */
  readonly failed: readonly FailedTenant[];
  readonly rollout: Rollout;
}

/** Asks, notes what is about to happen, and runs it. */
async function roll(
  invocation: Invocation,
  opened: FleetBench,
  { proposals, failed, rollout }: Rolling,
): Promise<number | undefined> {
  const { terminal, signal } = invocation;
  const { fleet, bench } = opened;
  const planned = proposals.flatMap(({ plan, refused, ...each }) => (plan && !refused ? [{ ...each, plan }] : []));
  const { order } = rollout;
  const sizes = order?.by === 'size' ? await fleet.sizes(signal) : new Map<string, number>();
  const waves = dealFleet(planned, rollout.waves, order && ((items) => inOrder(items, order, sizes)));
  const tenants = planned.reduce((sum, { members }) => sum + members.length, 0);
  const plans = planned.length === 1 ? 'this plan' : `these ${planned.length} plans`;
  await confirm(invocation, {
    yes: (invocation.flags as SyncFlags).yes ?? false,
    question: `Apply ${plans} to ${counted(tenants, 'tenant')} of ${fleet.name}`,
  });
  const parallel = parallelOf(invocation.flags);
  const settings = {
    ...rollout.settings(tenants),
    ...{ waves: waves.map(({ name }) => name), allow: allowedHazards(invocation, bench), parallel },
  };
  await using store = await openControlStore(invocation, bench.driver);
  const running = fleetProgress(terminal, 'syncing', tenants);
  const options = {
    ...{ parallel, signal, abortAfter: settings.abortAfter ?? Number.POSITIVE_INFINITY },
    timeoutMs: settings.tenantTimeoutMs,
    onTenant: (done: number, wrong: number) => running.show(done + wrong, wrong),
    between: betweenWaves(invocation, settings, bench.driver),
  };
  const begin = () => {
    if (!terminal.live) terminal.note(`syncing ${counted(tenants, 'tenant')}, ${parallel} at a time`);
  };
  if (!store) {
    terminal.note(
      'this run is not noted: no driver is installed whose databases are files, and the config names no runs.url',
    );
    begin();
    const ran = await opened.noting((known) =>
      runFleet(bench.engine, waves, { ...options, requestOf: requestsOf(invocation, opened, { planned, known }) }),
    );
    running.end();
    return end(invocation, opened, { proposals, ran: { ...ran, failed: [...failed, ...ran.failed] } });
  }
  const run = newRun();
  await using lock = await lockRun(store, run);
  await noteBegin(invocation, store, { run, fleet: fleet.name, settings, waves, proposals, failed });
  terminal.note(`run ${run.slice(0, 8)} is noted in ${store.label}: schema-sync runs show, pause, resume, cancel`);
  begin();
  const ran = await opened.noting((known) => {
    const requestOf = requestsOf(invocation, opened, { planned, known });
    return runNoted(invocation, bench.engine, waves, {
      lock,
      noted: { store, run },
      options: { ...options, requestOf },
    });
  });
  running.end();
  return end(invocation, opened, { proposals, run, ran: { ...ran, failed: [...failed, ...ran.failed] } });
}

/** How each tenant is run; what it was brought to is noted, so that nobody has to read it once more. */
function requestsOf(
  invocation: Invocation,
  { bench, requestOf }: FleetBench,
  { planned, known }: { readonly planned: readonly Proposal[]; readonly known: KnownStates },
): (member: Member) => ApplyRequest {
  const goals = new Map(planned.flatMap(({ goal, members }) => members.map((member) => [member, goal] as const)));
  return (member) => {
    const goal = goals.get(member);
    const request = { ...writeRequest(invocation, bench), onEvent: () => {} };
    return goal ? { ...request, settled: settling(known, member, { goal, request: requestOf(member) }) } : request;
  };
}

/** What is about to happen, state by state. */
function show(
  invocation: Invocation,
  { fleet, bench }: FleetBench,
  {
    proposals,
    failed,
    stop,
  }: Pick<Survey, 'failed'> & {
    readonly proposals: readonly Proposal[];
    readonly stop: SyncError | undefined;
  },
): void {
  const { terminal, flags } = invocation;
  if (terminal.quiet || (flags as SyncFlags).format === 'json') return;
  const { paint } = terminal;
  const allow = new Set(allowedHazards(invocation, bench));
  const view = { driver: bench.driver, paint, columns: terminal.printColumns, verbose: flags.verbose };
  const parts = proposals.flatMap((each) => [
    classText(each, view),
    ...(each.plan ? [planText(each.plan, bench.driver, paint, { allow, verbose: flags.verbose })] : []),
    // What ends the command is told as its error, and what does not with the tenants that it keeps from being synced.
    ...(stop && each.refused && each.refused !== stop ? [errorText(each.refused, paint, flags.verbose)] : []),
  ]);
  terminal.print([fleetHead(fleet.name, { classes: proposals, failed }, paint), ...parts].join('\n\n'));
}

interface SyncEnding extends Pick<Ending, 'ran' | 'dry'> {
  readonly proposals: readonly Proposal[];
  readonly run?: string;
}

function end(
  invocation: Invocation,
  { fleet, bench, doors }: FleetBench,
  { proposals, ran, run, dry = false }: SyncEnding,
): number | undefined {
  const left = ran.failed.length + ran.cancelled.length + ran.skipped.length;
  return tellEnd(invocation, bench, {
    ...{ fleet: fleet.name, ran, dry, doors },
    inSync: proposals.filter((each) => each.inSync).reduce((sum, { members }) => sum + members.length, 0),
    more: {
      ...(run !== undefined && { run }),
      inSync: left === 0 && (!dry || proposals.every((each) => each.inSync)),
      classes: proposals.map(({ plan, refused, ...each }) => ({
        ...classDocument(each),
        ...(plan && planDocument(plan)),
        ...(refused && { refused: refusalDocument(refused) }),
      })),
    },
  });
}

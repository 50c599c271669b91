import type { ApplyRequest } from '../../engine-types.js';
import { exitCodes, isSyncError } from '../../errors.js';
import type { DealtWave } from '../../fleet/assignment.js';
import type { KnownStates } from '../../fleet/known-states.js';
import type { Member } from '../../fleet/member.js';
import type { FleetRun } from '../../fleet/run-fleet.js';
import type { FleetRunRecord, TenantRecord } from '../../fleet/run-record.js';
import { type FailedTenant, settling } from '../../fleet/survey.js';
import { counted } from '../../model/counted.js';
import type { Compiled } from '../../source/compiled.js';
import { confirm } from '../ask.js';
import type { Invocation } from '../command.js';
import { document } from '../documents.js';
import { writeRequest } from '../writing.js';
import { type Assigned, assign } from './assign.js';
import type { ControlStore } from './control-store.js';
import { type FleetBench, openFleetBench } from './fleet-bench.js';
import { type FleetCallFlags, parallelOf } from './fleet-call.js';
import { tellEnd } from './fleet-end.js';
import { fleetProgress } from './fleet-progress.js';
import { goalsOfRun } from './goals-of-run.js';
import { keptError } from './kept-error.js';
import { membersOfRun } from './members-of-run.js';
import { countsOf, endRun, lockRun, runNoted } from './noted-run.js';
import { openRun } from './open-run.js';
import { betweenWaves, type TimeoutFlags, tenantTimeoutOf } from './rollout.js';
import { refusal } from './run-text.js';
import { tellRun } from './tell-run.js';

/** Goes on with a run: with what is left of it, or with what failed. One that somebody runs is only told to. */
export async function goOn(invocation: Invocation, what: 'left' | 'failed'): Promise<number | undefined> {
  const { terminal } = invocation;
  const { store, run, alive } = await openRun(invocation);
  await using _ = store;
  const name = run.run.slice(0, 8);
  if (alive && what === 'left') {
    await store.journal.changeRun(run.run, { wanted: 'go' });
    terminal.note(`run ${name} goes on where it runs`);
    await tellIdle(invocation, store, { ...run, wanted: 'go' }, { goesOn: true, inSync: false });
    return undefined;
  }
  if (alive) throw refusal(`run ${name} is under way`, 'Wait until it has ended, or cancel it.');
  if (run.state === 'cancelled')
    throw refusal(`run ${name} was cancelled`, 'schema-sync sync begins another one, with what is left.');
  await using lock = await lockRun(store, run.run);
  const [now = run] = await store.journal.runs(run.run);
  return await goOnWith(invocation, store, { run: now, what, lock });
}

interface Going {
  readonly run: FleetRunRecord;
  readonly what: 'left' | 'failed';
  readonly lock: Awaited<ReturnType<typeof lockRun>>;
}

async function goOnWith(
  invocation: Invocation,
  store: ControlStore,
  { run, what, lock }: Going,
): Promise<number | undefined> {
  const { terminal, signal } = invocation;
  const { journal } = store;
  const all = await journal.tenants(run.run);
  const states: readonly TenantRecord['state'][] = what === 'failed' ? ['failed'] : ['waiting', 'running', 'cancelled'];
  const chosen = all.filter(({ state }) => states.includes(state));
  if (chosen.length === 0) return await nobodyIsLeft(invocation, store, { run, what, all });
  const opened = await openFor(invocation, run);
  const plans = await journal.plans(run.run);
  const known = await membersOfRun(run, all, opened);
  await agree(invocation, run, chosen);
  const { assigned, unassigned } = await assign(chosen, plans, known, opened.bench, signal);
  const goals = await goalsOfRun(assigned, opened);
  const parallel = parallelFor(invocation, run);
  const timeoutMs = tenantTimeoutOf(invocation.flags as TimeoutFlags) ?? run.settings.tenantTimeoutMs;
  await journal.changeRun(run.run, { state: 'running', wanted: 'go', finishedAt: null });
  await noteUnassigned(invocation, store, run.run, { unassigned, chosen });
  if (!terminal.live)
    terminal.note(`syncing ${counted(chosen.length, 'tenant')} of run ${run.run.slice(0, 8)}, ${parallel} at a time`);
  const running = fleetProgress(terminal, 'syncing', chosen.length);
  const { settings } = run;
  const without = new Set(unassigned.map(({ member }) => member.tenant.id));
  const { waves, before } =
    what === 'left' ? wavesOf(run, all, { assigned, without }) : wavesAgain(run, chosen, { assigned, without });
  const options = {
    ...{ parallel, signal, abortAfter: settings.abortAfter ?? Number.POSITIVE_INFINITY },
    timeoutMs,
    onTenant: (done: number, wrong: number) => running.show(done + wrong, wrong),
    between: betweenWaves(invocation, settings, opened.bench.driver),
    before: {
      ...before,
      ...(what === 'left' && settings.probeSql !== undefined && { done: doneBefore(run, all, known) }),
    },
  };
  const ran = await opened.noting((notes) =>
    runNoted(invocation, opened.bench.engine, waves, {
      lock,
      noted: {
        ...{ store, run: run.run, attempts: new Map(all.map(({ tenant, attempts }) => [tenant, attempts])) },
        ...(what === 'failed' && { again: run.state }),
      },
      options: { ...options, requestOf: requestsOf(invocation, opened, { run, goals, notes }) },
    }),
  );
  running.end();
  return told(invocation, opened, { run, all, chosen, ran: withUnassigned(ran, unassigned) });
}

/** How each tenant is run; what it comes to is noted where it is known what that is to be. */
function requestsOf(
  invocation: Invocation,
  { bench, requestOf }: FleetBench,
  {
    run,
    goals,
    notes,
  }: { readonly run: FleetRunRecord; readonly goals: ReadonlyMap<Member, Compiled>; readonly notes: KnownStates },
): (member: Member) => ApplyRequest {
  const request = { ...writeRequest(invocation, bench), allow: run.settings.allow, onEvent: () => {} };
  return (member) => {
    const goal = goals.get(member);
    return goal ? { ...request, settled: settling(notes, member, { goal, request: requestOf(member) }) } : request;
  };
}

/** Where nobody is to be begun. A process may have died after its last tenant, and before it noted that the run had ended: that is noted now. */
async function nobodyIsLeft(
  invocation: Invocation,
  store: ControlStore,
  { run, what, all }: Pick<Going, 'run' | 'what'> & { readonly all: readonly TenantRecord[] },
): Promise<number | undefined> {
  const { failed, left } = countsOf(all);
  const hasDied = (run.state === 'running' || run.state === 'paused') && left === 0;
  if (hasDied) await endRun(store, run.run, { left: 'stopped', now: invocation.world.now() });
  const [now = run] = hasDied ? await store.journal.runs(run.run) : [];
  await tellIdle(invocation, store, now, { inSync: now.state === 'done' });
  const hint = what === 'left' && failed > 0 ? ': schema-sync runs retry --failed' : '';
  invocation.terminal.note(`nothing is left to be ${what === 'left' ? 'begun' : 'begun again'}${hint}`);
  return failed > 0 ? exitCodes.partial : undefined;
}

/** A person at a terminal is asked; a program has what was agreed to when the run began. */
async function agree(
  invocation: Invocation,
  { run, fleet }: FleetRunRecord,
  chosen: readonly TenantRecord[],
): Promise<void> {
  if (!invocation.terminal.interactive) return;
  const names = chosen.slice(0, 8).map(({ tenant }) => tenant);
  const more = chosen.length > names.length ? ` and ${chosen.length - names.length} more` : '';
  await confirm(invocation, {
    yes: (invocation.flags as { readonly yes?: boolean }).yes ?? false,
    question: `Go on with run ${run.slice(0, 8)} of ${fleet}: ${counted(chosen.length, 'tenant')} (${names.join(', ')}${more})`,
  });
}

/** Tells of a run in which this command begins nobody. */
async function tellIdle(
  invocation: Invocation,
  store: ControlStore,
  run: FleetRunRecord,
  how: { readonly goesOn?: true; readonly inSync: boolean },
): Promise<void> {
  const { command, flags, terminal } = invocation;
  const nobody = { done: [], failed: [], cancelled: [], skipped: [], retries: 0 };
  if ((flags as { readonly format?: string }).format === 'json')
    terminal.json(document(command, { fleet: run.fleet, run: run.run, ...how, ...nobody }));
  else await tellRun(invocation, store, run, how.goesOn === true);
}

async function noteUnassigned(
  { redactor }: Invocation,
  { journal }: ControlStore,
  run: string,
  { unassigned, chosen }: { readonly unassigned: readonly FailedTenant[]; readonly chosen: readonly TenantRecord[] },
): Promise<void> {
  const attempts = new Map(chosen.map((each) => [each.tenant, each.attempts]));
  for (const { member, error } of unassigned) {
    const { id } = member.tenant;
    const facts = { state: 'failed', attempts: (attempts.get(id) ?? 0) + 1 } as const;
    await journal.changeTenant(run, id, { ...facts, error: keptError(error, redactor) });
  }
}

/** The fleet of a run, whoever of it is meant; without what it is to be where nothing says that. */
async function openFor(invocation: Invocation, { fleet }: FleetRunRecord): Promise<FleetBench> {
  const { config } = invocation.flags;
  const flags: FleetCallFlags = { 'all-tenants': true, fleet, ...(config !== undefined && { config }) };
  try {
    return await openFleetBench(invocation, { withGoal: true, flags });
  } catch (error) {
    if (!isSyncError(error) || invocation.signal.aborted) throw error;
    return await openFleetBench(invocation, { withGoal: false, flags });
  }
}

function parallelFor({ flags }: Invocation, { settings }: FleetRunRecord): number {
  const given = flags as FleetCallFlags;
  return given.parallel === undefined ? settings.parallel : parallelOf(given);
}

/** Who is to be begun, and who cannot be. */
interface Left extends Pick<Assigned, 'assigned'> {
  readonly without: ReadonlySet<string>;
}

/** The waves of a run with who is left of each. What a run was held for is not held against it again: somebody has looked. */
function wavesOf(run: FleetRunRecord, all: readonly TenantRecord[], { assigned, without }: Left) {
  const waves = run.settings.waves.map((name, i): DealtWave & Waited => {
    const own = all.filter(({ wave, state }) => wave === i && state !== 'in-sync');
    return {
      name,
      items: own.flatMap(({ tenant }) => assigned.get(tenant) ?? []),
      ended: countsOf(own).left === 0,
      failed: countsOf(own.filter(({ attempts }) => attempts > 0)).failed,
      unassigned: own.filter(({ tenant }) => without.has(tenant)).length,
    };
  });
  const isHeld = run.state === 'held';
  const open = waves.findIndex(({ ended }) => !ended);
  const passed = isHeld ? Math.max(run.passed, open) : run.passed;
  const failed = waves.map((wave) => wave.unassigned + (isHeld ? 0 : wave.failed));
  return { waves, before: { passed, failed } };
}

/** What is known of a wave before it goes on. */
interface Waited {
  readonly ended: boolean;
  readonly failed: number;
  /** Those that cannot be begun, and fail right here. */
  readonly unassigned: number;
}

/** Of each wave those who were brought in sync before: they are asked how they are with the others. */
function doneBefore(
  { settings }: FleetRunRecord,
  all: readonly TenantRecord[],
  known: ReadonlyMap<string, Member>,
): readonly (readonly Member[])[] {
  const done = all.filter(({ state }) => state === 'done');
  return settings.waves.map((_, i) =>
    done.filter(({ wave }) => wave === i).flatMap(({ tenant }) => known.get(tenant) ?? []),
  );
}

/** The waves of a run of which somebody is begun again: what has to be so between two of them is asked once more. */
function wavesAgain({ settings }: FleetRunRecord, chosen: readonly TenantRecord[], { assigned, without }: Left) {
  const all = settings.waves.map((name, i) => {
    const own = chosen.filter(({ wave }) => wave === i);
    return {
      name,
      items: own.flatMap(({ tenant }) => assigned.get(tenant) ?? []),
      failed: own.filter(({ tenant }) => without.has(tenant)).length,
    };
  });
  // Who cannot be begun has failed in his wave, and keeps the next from being begun as any other would.
  const waves = all.filter(({ items, failed }) => items.length + failed > 0);
  return { waves, before: { passed: 0, failed: waves.map(({ failed }) => failed) } };
}

function withUnassigned(ran: FleetRun, unassigned: readonly FailedTenant[]): FleetRun {
  return { ...ran, failed: [...ran.failed, ...unassigned] };
}

interface Told {
  readonly run: FleetRunRecord;
  readonly all: readonly TenantRecord[];
  readonly chosen: readonly TenantRecord[];
  readonly ran: FleetRun;
}

function told(
  invocation: Invocation,
  { fleet, bench, doors }: FleetBench,
  { run, all, chosen, ran }: Told,
): number | undefined {
  const ids = new Set(chosen.map(({ tenant }) => tenant));
  const { inSync, done } = countsOf(all.filter(({ tenant }) => !ids.has(tenant)));
  const left = ran.failed.length + ran.cancelled.length + ran.skipped.length;
  return tellEnd(invocation, bench, {
    ...{ fleet: fleet.name, ran, doors, inSync: inSync + done },
    more: { run: run.run, inSync: left === 0 && inSync + done + ran.done.length === all.length },
  });
}

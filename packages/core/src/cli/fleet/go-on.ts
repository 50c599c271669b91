import { exitCodes } from '../../errors.js';
import type { Assignment, DealtWave } from '../../fleet/assignment.js';
import type { Member } from '../../fleet/member.js';
import type { FleetRun } from '../../fleet/run-fleet.js';
import type { FleetRunRecord, TenantRecord } from '../../fleet/run-record.js';
import type { FailedTenant } from '../../fleet/survey.js';
import { counted } from '../../model/counted.js';
import type { Invocation } from '../command.js';
import { document } from '../documents.js';
import { writeRequest } from '../writing.js';
import { assign } from './assign.js';
import type { ControlStore } from './control-store.js';
import { type FleetBench, openFleetBench } from './fleet-bench.js';
import { type FleetCallFlags, parallelOf } from './fleet-call.js';
import { tellEnd } from './fleet-end.js';
import { fleetProgress } from './fleet-progress.js';
import { keptError } from './kept-error.js';
import { countsOf, lockRun, runNoted } from './noted-run.js';
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
  if (chosen.length === 0) {
    await tellIdle(invocation, store, run, { inSync: run.state === 'done' });
    const hint = what === 'left' && countsOf(all).failed > 0 ? ': schema-sync runs retry --failed' : '';
    terminal.note(`nothing is left to be ${what === 'left' ? 'begun' : 'begun again'}${hint}`);
    return countsOf(all).failed > 0 ? exitCodes.partial : undefined;
  }
  const opened = await openFor(invocation, run);
  const plans = await journal.plans(run.run);
  const { assigned, unassigned } = await assign(chosen, plans, opened, signal);
  const parallel = parallelFor(invocation, run);
  const timeoutMs = tenantTimeoutOf(invocation.flags as TimeoutFlags) ?? run.settings.tenantTimeoutMs;
  await journal.changeRun(run.run, { state: 'running', wanted: 'go', finishedAt: null });
  await noteUnassigned(invocation, store, run.run, { unassigned, chosen });
  if (!terminal.live)
    terminal.note(`syncing ${counted(chosen.length, 'tenant')} of run ${run.run.slice(0, 8)}, ${parallel} at a time`);
  const running = fleetProgress(terminal, 'syncing', chosen.length);
  const { settings } = run;
  const { waves, before } =
    what === 'left' ? wavesOf(run, all, assigned) : { waves: [together(assigned)], before: undefined };
  const ran = await runNoted(invocation, opened.bench.engine, waves, {
    lock,
    noted: { store, run: run.run, attempts: new Map(all.map(({ tenant, attempts }) => [tenant, attempts])) },
    options: {
      ...{ parallel, signal, abortAfter: settings.abortAfter ?? Number.POSITIVE_INFINITY },
      timeoutMs,
      onTenant: (done, wrong) => running.show(done + wrong, wrong),
      ...(before && {
        before: { ...before, ...(settings.probeSql !== undefined && { done: await doneBefore(run, all, opened) }) },
        between: betweenWaves(invocation, settings, opened.bench.driver),
      }),
      requestOf: () => ({ ...writeRequest(invocation, opened.bench), allow: settings.allow, onEvent: () => {} }),
    },
  });
  running.end();
  return told(invocation, opened, { run, all, chosen, ran: withUnassigned(ran, unassigned) });
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

/** The fleet of a run, whoever of it is meant. */
function openFor(invocation: Invocation, { fleet }: FleetRunRecord): Promise<FleetBench> {
  const { config } = invocation.flags;
  const flags: FleetCallFlags = { 'all-tenants': true, fleet, ...(config !== undefined && { config }) };
  return openFleetBench(invocation, { withGoal: false, flags });
}

function parallelFor({ flags }: Invocation, { settings }: FleetRunRecord): number {
  const given = flags as FleetCallFlags;
  return given.parallel === undefined ? settings.parallel : parallelOf(given);
}

/** The waves of a run with who is left of each. What a run was held for is not held against it again: somebody has looked. */
function wavesOf(run: FleetRunRecord, all: readonly TenantRecord[], assigned: ReadonlyMap<string, Assignment>) {
  const waves = run.settings.waves.map((name, i): DealtWave & { readonly ended: boolean; readonly failed: number } => {
    const own = all.filter(({ wave, state }) => wave === i && state !== 'in-sync');
    return {
      name,
      items: own.flatMap(({ tenant }) => assigned.get(tenant) ?? []),
      ended: countsOf(own).left === 0,
      failed: countsOf(own.filter(({ attempts }) => attempts > 0)).failed,
    };
  });
  const isHeld = run.state === 'held';
  const open = waves.findIndex(({ ended }) => !ended);
  const passed = isHeld ? Math.max(run.passed, open) : run.passed;
  return { waves, before: { passed, failed: isHeld ? [] : waves.map(({ failed }) => failed) } };
}

/** Of each wave those who were brought in sync before: they are asked how they are with the others. */
async function doneBefore(
  { settings }: FleetRunRecord,
  all: readonly TenantRecord[],
  { members }: FleetBench,
): Promise<readonly (readonly Member[])[]> {
  const waveOf = new Map(all.flatMap(({ tenant, state, wave }) => (state === 'done' ? [[tenant, wave]] : [])));
  const waves = settings.waves.map((): Member[] => []);
  for await (const member of members()) waves[waveOf.get(member.tenant.id) ?? -1]?.push(member);
  return waves;
}

function together(assigned: ReadonlyMap<string, Assignment>): DealtWave {
  return { name: 'failed', items: [...assigned.values()] };
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

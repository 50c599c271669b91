import type { ApplyRequest, Engine } from '../engine-types.js';
import { asSyncError, SyncError } from '../errors.js';
import type { Plan } from '../plan/plan-format.js';
import type { RunReport } from '../run/report.js';
import { inParallel } from './in-parallel.js';
import type { Member } from './member.js';
import type { FailedTenant } from './survey.js';
import { dealOut, inTurn, type Wave } from './waves.js';

/** A plan, and the tenants that it is for. */
export interface PlannedClass {
  readonly plan: Plan;
  readonly members: readonly Member[];
  readonly missing?: true;
}

/** What running a fleet came to. */
export interface FleetRun {
  readonly done: readonly { readonly member: Member; readonly report: RunReport }[];
  readonly failed: readonly FailedTenant[];
  /** Those that were not begun, since too many had failed or somebody stopped it. */
  readonly skipped: readonly Member[];
}

/** How a fleet is to be run. */
export interface FleetRunOptions {
  readonly parallel: number;
  readonly signal?: AbortSignal;
  /** How many may fail before no other tenant is begun. */
  readonly abortAfter: number;
  readonly onTenant?: (done: number, failed: number) => void;
  /** Parts in which the tenants are dealt with, one part after the other. Default: all at once. */
  readonly waves?: readonly Wave[];
  /** Asked after each wave but the last whether the next may begin. */
  readonly between?: (wave: Wave, so: { readonly done: number; readonly left: number }) => Promise<boolean>;
  requestOf(member: Member): ApplyRequest;
}

/**
 * Runs on each tenant the plan of its class, under its own lock and after its own check of the base. One that fails stops none of the others; what is under way when
 * it is stopped comes to an end. The first ones are of different states, as far as there are such.
 */
export async function runFleet(
  engine: Pick<Engine, 'apply'>,
  classes: readonly PlannedClass[],
  {
    parallel,
    signal,
    abortAfter,
    onTenant,
    requestOf,
    waves = [{ name: '1', size: 'rest' }],
    between,
  }: FleetRunOptions,
): Promise<FleetRun> {
  const done: FleetRun['done'][number][] = [];
  const failed: FailedTenant[] = [];
  const skipped: Member[] = [];
  let isStopped = false;
  const isOver = () => isStopped || signal?.aborted === true || failed.length > abortAfter;
  const work = async ({ plan, member, missing }: Begun): Promise<() => void> => {
    if (isOver()) return () => skipped.push(member);
    try {
      const report = await engine.apply(member.tenant, plan, { ...requestOf(member), create: missing });
      return () => done.push({ member, report });
    } catch (thrown) {
      const error = asSyncError(thrown, 'sync');
      return () => failed.push({ member, error });
    }
  };
  const dealt = dealOut(inTurn(classes.map(membersOf)), waves);
  for (const [i, { wave, items }] of dealt.entries()) {
    for await (const note of inParallel(items, parallel, work)) {
      note();
      onTenant?.(done.length, failed.length);
    }
    const left = dealt.slice(i + 1).reduce((sum, next) => sum + next.items.length, 0);
    if (left > 0 && between && !isOver()) isStopped = !(await between(wave, { done: done.length, left }));
  }
  return { done, failed, skipped };
}

interface Begun {
  readonly plan: Plan;
  readonly member: Member;
  readonly missing: boolean;
}

function membersOf({ plan, members, missing }: PlannedClass): readonly Begun[] {
  return members.map((member) => ({ plan, member, missing: missing === true }));
}

/** How a run of a fleet is answered for: undefined where all of it held. */
export function fleetError({ done, failed, skipped }: FleetRun, op: string): SyncError | undefined {
  const [first] = failed;
  if (!first && skipped.length === 0) return undefined;
  const total = done.length + failed.length + skipped.length;
  return new SyncError({
    code: 'PARTIAL',
    op,
    message: `${done.length} of ${total} tenants were brought in sync; ${failed.length} failed${skipped.length > 0 ? `, ${skipped.length} were not begun` : ''}`,
    hint: 'Each tenant is whole, or as its own error says. Mend what failed and run again: those that are in sync are left alone.',
    details: {
      done: done.length,
      failed: failed.map(({ member }) => member.tenant.id),
      skipped: skipped.map(({ tenant }) => tenant.id),
    },
  });
}

import type { ApplyRequest, Engine } from '../engine-types.js';
import { SyncError } from '../errors.js';
import type { RunReport } from '../run/report.js';
import { applyPlan } from './apply-plan.js';
import type { Assignment, DealtWave } from './assignment.js';
import { attempt, type TenantEnd } from './attempt.js';
import { inParallel } from './in-parallel.js';
import type { Member } from './member.js';
import type { FailedTenant } from './survey.js';

/** What running a fleet came to. */
export interface FleetRun<Result = RunReport> {
  readonly done: readonly { readonly member: Member; readonly report: Result }[];
  readonly failed: readonly FailedTenant[];
  /** Those that were under way when somebody stopped it, and were taken back or left as their journals say. */
  readonly cancelled: readonly FailedTenant[];
  /** Those that were not begun, since too many had failed or somebody stopped it. */
  readonly skipped: readonly Member[];
  /** Whether what the run was told to heed held others back: failures, or a probe. */
  readonly held: boolean;
}

/** Who notes what a run of a fleet does, and whom it asks. */
export interface FleetWatch<Item = Assignment, Result = RunReport> {
  /** Aborted where no other tenant is to be begun. */
  readonly stopped: AbortSignal;
  /** Asked before each tenant; waits for as long as the run is paused. */
  mayBegin(): Promise<boolean>;
  /** Notes that a tenant is about to be begun; where that cannot be noted it is not. */
  begun(item: Item): Promise<boolean>;
  ended(item: Item, end: TenantEnd<Result>): Promise<void>;
  /** Once all is noted that became of tenants until now; whether it could be. */
  told(): Promise<boolean>;
  /** Notes that the next wave may begin. */
  passed(wave: number): Promise<void>;
}

/** What is known after a wave. */
export interface WaveEnd {
  readonly name: string;
  readonly done: number;
  /** Those of it that were brought in sync. */
  readonly members: readonly Member[];
  /** How many failed in it. */
  readonly failed: number;
  /** How many are left for others. */
  readonly left: number;
}

/** How what is to be done with tenants is rolled out. */
export interface RollOutOptions<Item = Assignment, Result = RunReport> {
  readonly parallel: number;
  readonly signal?: AbortSignal;
  /** How many may fail before no other tenant is begun. */
  readonly abortAfter: number;
  readonly onTenant?: (done: number, failed: number) => void;
  /** Asked after each wave but the last whether the next may begin. */
  readonly between?: (end: WaveEnd, signal: AbortSignal) => Promise<boolean>;
  readonly watch?: FleetWatch<Item, Result>;
  /** Of a run that goes on: what its waves came to before, and after how many of them the next was allowed to begin. */
  readonly before?: {
    readonly failed: readonly number[];
    readonly passed: number;
    readonly done?: readonly (readonly Member[])[];
  };
}

/** How a fleet is to be run. */
export interface FleetRunOptions extends RollOutOptions {
  /** How long one tenant may take from when it is begun, with all that it waits for. Default: as long as it takes. */
  readonly timeoutMs?: number | undefined;
  requestOf(member: Member): ApplyRequest;
}

/** Runs on each tenant its plan, under its own lock and after its own check of the base. */
export function runFleet(
  engine: Pick<Engine, 'apply' | 'planRest'>,
  waves: readonly DealtWave[],
  options: FleetRunOptions,
): Promise<FleetRun> {
  const { signal, timeoutMs, requestOf } = options;
  return rollOut(waves, options, (item) => {
    const request = requestOf(item.member);
    const run = (stop: AbortSignal | undefined) =>
      applyPlan(engine, item, { ...request, ...(stop && { signal: stop }) });
    const again = 'schema-sync runs retry --failed';
    return attempt(run, { op: 'sync', signal, stop: request.signal, timeoutMs, again });
  });
}

/** Does with each tenant what is to be done with it. One that fails stops none of the others of its wave; what is under way when it is stopped comes to an end. */
export async function rollOut<Item extends { readonly member: Member }, Result>(
  waves: readonly DealtWave<Item>[],
  options: RollOutOptions<Item, Result>,
  workOn: (item: Item) => Promise<TenantEnd<Result>>,
): Promise<FleetRun<Result>> {
  const { parallel, watch, onTenant, before = { failed: [], passed: 0, done: [] } } = options;
  const ended = new Ended<Result>();
  const earlier = before.failed.reduce((sum, count) => sum + count, 0);
  const signal = AbortSignal.any([options.signal, watch?.stopped].flatMap((each) => each ?? []));
  let held = false;
  const isOver = () => {
    held ||= earlier + ended.failed.length > options.abortAfter;
    return held || signal.aborted;
  };
  const mayBegin = async (item: Item) => {
    if (isOver()) return false;
    if (!watch) return true;
    return (await watch.mayBegin()) && !isOver() && (await watch.begun(item));
  };
  const work = async (item: Item): Promise<() => void> => {
    if (!(await mayBegin(item))) return () => ended.skipped.push(item.member);
    const end = await workOn(item);
    await watch?.ended(item, end);
    return () => ended.add(item.member, end);
  };
  for (const [i, { name, items }] of waves.entries()) {
    const [done, failed] = [ended.done.length, ended.failed.length];
    for await (const note of inParallel(items, parallel, work)) {
      note();
      onTenant?.(ended.done.length, ended.failed.length);
    }
    // Whoever is asked between two waves finds all of this one noted.
    await watch?.told();
    const left = waves.slice(i + 1).reduce((sum, next) => sum + next.items.length, 0);
    if (left === 0 || i < before.passed || isOver()) continue;
    const wrong = (before.failed[i] ?? 0) + ended.failed.length - failed;
    const members = [...(before.done?.[i] ?? []), ...ended.done.slice(done).map(({ member }) => member)];
    const end = { name, done: ended.done.length, members, failed: wrong, left };
    if (options.between && !(await options.between(end, signal)) && !signal.aborted) held = true;
    if (!isOver()) await watch?.passed(i + 1);
  }
  const { done, failed, cancelled, skipped } = ended;
  return { done, failed, cancelled, skipped, held: held && skipped.length > 0 };
}

class Ended<Result> {
  readonly done: FleetRun<Result>['done'][number][] = [];
  readonly failed: FailedTenant[] = [];
  readonly cancelled: FailedTenant[] = [];
  readonly skipped: Member[] = [];

  add(member: Member, end: TenantEnd<Result>): void {
    if (end.state === 'done') this.done.push({ member, report: end.report });
    else this[end.state].push({ member, error: end.error });
  }
}

/** What is told of a run of a fleet. */
export interface RunWords {
  /** What is said of those that were as they are to be before. */
  readonly stood: string;
  readonly done: string;
  readonly wereBrought: string;
  /** What becomes of the others where it is run again. */
  readonly again: string;
}

/** How a run of a fleet is answered for: undefined where all of it held. */
export function fleetError(
  { done, failed, cancelled, skipped }: FleetRun<unknown>,
  op: string,
  { wereBrought, again }: Pick<RunWords, 'wereBrought' | 'again'>,
): SyncError | undefined {
  if (failed.length + cancelled.length + skipped.length === 0) return undefined;
  const total = done.length + failed.length + cancelled.length + skipped.length;
  const parts = [
    `${failed.length} failed`,
    ...(cancelled.length > 0 ? [`${cancelled.length} were stopped`] : []),
    ...(skipped.length > 0 ? [`${skipped.length} were not begun`] : []),
  ];
  return new SyncError({
    code: 'PARTIAL',
    op,
    message: `${done.length} of ${total} tenants ${wereBrought}; ${parts.join(', ')}`,
    hint: `Each tenant is whole, or as its own error says. Mend what failed and run again: ${again}.`,
    details: {
      done: done.length,
      failed: failed.map(({ member }) => member.tenant.id),
      cancelled: cancelled.map(({ member }) => member.tenant.id),
      skipped: skipped.map(({ tenant }) => tenant.id),
    },
  });
}

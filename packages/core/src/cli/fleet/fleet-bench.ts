import { type LoadedConfig, loadConfig } from '../../config/load-config.js';
import { firstOf } from '../../config/place.js';
import type { TargetContext } from '../../config/target.js';
import type { DiffRequest, OperationOptions } from '../../engine-types.js';
import { chosen } from '../../fleet/choice.js';
import type { Doors } from '../../fleet/doors.js';
import type { KnownStates } from '../../fleet/known-states.js';
import type { Member } from '../../fleet/member.js';
import type { Compiled } from '../../source/compiled.js';
import { usage } from '../arguments.js';
import type { Invocation } from '../command.js';
import { driverOptions } from '../driver-options.js';
import { phaseRequest } from '../phase.js';
import { readRenames } from '../renames.js';
import { type OpenedSource, openWorkbench, type Workbench } from '../workbench.js';
import { doorsOf } from './doors-of.js';
import { type FoundFleet, findFleet } from './find-fleet.js';
import { choiceOf, type FleetCallFlags, parallelOf } from './fleet-call.js';
import { FleetGoals } from './fleet-goals.js';
import { KnownFile } from './known-file.js';
import { onlyDrifted } from './only-drifted.js';
import { type Fleet, goalIn, openFleet, siteOf } from './open-fleet.js';

/** What a command works with that is about tenants of a fleet. */
export interface FleetBench {
  readonly fleet: Fleet;
  readonly bench: Workbench;
  /** What the sessions of its tenants come through. */
  readonly doors: Doors;
  /** The tenants that are meant. */
  members(): AsyncIterable<Member>;
  /** The desired state of a tenant, compiled once for all that have the same on servers that are alike. */
  goalOf(member: Member): Promise<Compiled>;
  /** How a tenant is read: what the fleet or its group excludes is left alone, whatever is asked. */
  readingOf(member: Member): OperationOptions;
  /** How a tenant is compared with its desired state. */
  requestOf(member: Member): DiffRequest;
  /** Does some work with what is known of the tenants from before, and keeps what is known of them after it. */
  withKnown<T>(work: (known: KnownStates) => Promise<T>): Promise<T>;
  /** Does some work that finds out what tenants come to, and keeps that with what is known of them. */
  noting<T>(work: (known: KnownStates) => Promise<T>): Promise<T>;
}

interface GoalFlags extends FleetCallFlags {
  readonly to?: string | undefined;
  readonly rename?: readonly string[];
  readonly 'not-renamed'?: readonly string[];
  readonly scratch?: string | undefined;
}

/** What is wanted of a fleet. */
interface FleetRequest {
  readonly withGoal: boolean;
  /** Whether all are meant where nothing says which. */
  readonly everyone?: boolean;
  /** What chooses the tenants, where that is not the command line as it is. */
  readonly flags?: GoalFlags;
}

/** Opens the fleet that a call is about; where it has a desired state to compare with, `withGoal`. */
export async function openFleetBench(
  invocation: Invocation,
  { withGoal, everyone = false, flags = invocation.flags }: FleetRequest,
): Promise<FleetBench> {
  const { world, redactor, signal } = invocation;
  const isUnchosen = everyone && !isChosen(flags);
  const choice = isUnchosen ? {} : choiceOf(flags);
  const loaded = await loadConfig(world.directory, flags.config);
  const found = findFleet(loaded, flags.fleet);
  const target: TargetContext = { environment: world.environment, redactor, platform: world.platform, signal };
  const { bench, sourceOf } = await openGoals(invocation, found, { loaded, withGoal });
  const doors = doorsOf(found, bench.driver);
  const drivers = driverOptions(loaded, world);
  const fleet = await openFleet(found, { loaded, target, driver: bench.driver, drivers, doors });
  const { exclude: excluded = [], groups = {} } = found.values;
  const renames = readRenames(flags.rename ?? []);
  const isNew = flags['not-renamed'] ?? [];
  const hasScratch = flags.scratch !== undefined || bench.settings.scratch !== undefined;
  const goals = new FleetGoals({ bench, isNew, hasScratch, signal });
  const asked = { everyone: isEveryone(flags), few: isFew(flags) };
  const known = new KnownFile(fleet, { loaded, driver: bench.driver, ...asked, signal });
  const readingOf = ({ group }: Pick<Member, 'group'>) => ({
    ...bench.reading,
    // Many are read at once: what each of them is at is nobody's to follow.
    onEvent: () => {},
    exclude: [
      ...bench.reading.exclude,
      ...excluded,
      ...((group === undefined ? undefined : groups[group]?.exclude) ?? []),
    ],
  });
  return {
    fleet,
    bench,
    doors,
    members() {
      // A fleet may have nobody yet; who says which of them are meant means somebody.
      const all = isUnchosen ? fleet.members(signal) : chosen(fleet.members(signal), choice);
      if (!flags['only-drifted']) return all;
      return onlyDrifted(all, { engine: bench.engine, readingOf }, parallelOf(flags), signal);
    },
    readingOf,
    requestOf(member) {
      const source = sourceOf(member.group);
      return {
        ...readingOf(member),
        ...(source && { directory: source.directory }),
        renames,
        seeds: bench.seeds,
        ...phaseRequest(invocation.flags),
      };
    },
    withKnown: (work) => known.use(work),
    noting: (work) => known.add(work),
    goalOf(member) {
      const source = sourceOf(member.group);
      if (!source) throw usage('no desired state was named', 'Pass --to SOURCE, or set "to" in the config.');
      return goals.of(source, member);
    },
  };
}

interface Opening {
  readonly loaded: LoadedConfig;
  readonly withGoal: boolean;
}

/** Opens a workbench with the desired states of a fleet: the command line's for all, else each group's own, the fleet's, or the config's. */
async function openGoals(
  invocation: Invocation,
  found: FoundFleet,
  { loaded, withGoal }: Opening,
): Promise<{ readonly bench: Workbench; sourceOf(group: string | undefined): OpenedSource | undefined }> {
  const { to } = invocation.flags as GoalFlags;
  const groups = Object.keys(found.values.groups ?? {});
  const named = withGoal && to === undefined ? [undefined, ...groups] : [];
  const own = named.flatMap((group) => {
    const goal = goalIn(found, group, { loaded, environment: invocation.world.environment });
    return goal ? [{ group, goal }] : [];
  });
  const isLacking = withGoal && to === undefined && !own.some(({ group }) => group === undefined);
  const site = siteOf(found, loaded);
  const engine = firstOf(loaded.file, [found], 'engine');
  const { bench, sources } = await openWorkbench(invocation, {
    fleet: { goals: own.map(({ goal }) => goal), ...(site && { site }), ...(engine && { engine }) },
    ...(withGoal && to !== undefined && { sources: [to] }),
    // What neither the fleet nor the command line says, the config does.
    ...(isLacking && { goal: true }),
  });
  const byGroup = new Map(own.map(({ group }, i) => [group, sources[i]]));
  const common = to === undefined ? (byGroup.get(undefined) ?? sources.at(-1)) : sources[0];
  return { bench, sourceOf: (group) => (group === undefined ? common : (byGroup.get(group) ?? common)) };
}

function isChosen({ tenant = [], except = [], group = [], label = [], sample, ...given }: GoalFlags): boolean {
  return (
    given['all-tenants'] === true ||
    given['only-drifted'] === true ||
    tenant.length + except.length + group.length + label.length > 0 ||
    sample !== undefined
  );
}

/** Whether no tenant of the fleet is left out. */
function isEveryone({ except = [], group = [], label = [], sample, ...given }: GoalFlags): boolean {
  const isPart = except.length + group.length + label.length > 0 || sample !== undefined;
  return given['all-tenants'] === true && !isPart && !given['only-drifted'];
}

/** Whether tenants are named by their whole ids, and no more of them than are read at a time. */
function isFew({ tenant = [] }: GoalFlags): boolean {
  return tenant.length > 0 && tenant.length <= 8 && !tenant.some((glob) => /[*?]/.test(glob));
}

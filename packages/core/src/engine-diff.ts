import type { Connection } from './contract/connection.js';
import type { Driver } from './contract/driver.js';
import type { Differ, Difference } from './diff/difference.js';
import { phaseOf, withSteps } from './engine-phase.js';
import { enter, hintsFor, managedGoal } from './engine-requests.js';
import type { DiffRequest } from './engine-types.js';
import type { Inspection, InspectOptions, Inspector } from './inspect/inspect.js';
import type { Expander } from './plan/both-shapes.js';
import { overKept } from './run/over-kept.js';
import { readLost } from './run/read-lost.js';
import { requireFree } from './run/require-free.js';
import type { Compiled } from './source/compiled.js';
import type { TenantContext } from './tenant/context.js';

/** What finding a difference takes. */
export interface DiffContext {
  readonly driver: Driver;
  readonly connection: Connection;
  readonly strategies: { readonly inspect: Inspector; readonly diff: Differ; readonly expand?: Expander | undefined };
  /** How the database was read. */
  readonly seen: InspectOptions;
  /** Opens an empty scratch database. */
  scratch(): Promise<Connection>;
}

/** What stands between a database, as it was read, and its goal. */
export async function findDifference(
  { id }: TenantContext,
  inspection: Inspection,
  goal: Compiled,
  options: DiffRequest,
  { driver, connection, strategies, seen, scratch }: DiffContext,
): Promise<Difference> {
  const lost = await readLost(connection, driver.dialect, id, inspection);
  const parted = managedGoal(goal, seen, driver);
  const { leftOut } = parted;
  enter('plan', options);
  const { catalogue, server, kept } = inspection;
  const wanted = await overKept(parted, kept, { driver, inspect: strategies.inspect, seen, scratch });
  const hints = hintsFor(goal, options);
  const how = { driver, server, hints, kept, leftOut, lost };
  const whole = strategies.diff(catalogue, wanted, how);
  const phased = { ...strategies, driver, server, goal, request: options, options: how };
  const difference = options.phase ? phaseOf(options.phase, whole, phased) : withSteps(whole, phased);
  requireFree(difference, { base: inspection, goal }, driver);
  return difference;
}

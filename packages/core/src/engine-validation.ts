import type { Connection } from './contract/connection.js';
import type { Driver } from './contract/driver.js';
import type { Differ, Difference } from './diff/difference.js';
import { placesToRename } from './diff/place-renames.js';
import { findDifference } from './engine-diff.js';
import { nextPhase } from './engine-phase.js';
import { claims, enter, hintsFor, missingFrom } from './engine-requests.js';
import type { DiffRequest, OperationOptions, PlanRequest, Validation } from './engine-types.js';
import type { Inspection, InspectOptions, Inspector } from './inspect/inspect.js';
import { managedSchemas } from './inspect/schemas.js';
import { byCodeUnit } from './model/address.js';
import type { Expander } from './plan/both-shapes.js';
import { onlineTables } from './plan/online.js';
import type { PlanPhase } from './plan/phase.js';
import { managedSeeds } from './plan/seed-order.js';
import { pendingSeeds } from './plan/seeds.js';
import { wearOf } from './plan/wear.js';
import { requireWithin } from './run/require-within.js';
import type { Compiled } from './source/compiled.js';
import type { TenantContext } from './tenant/context.js';

/** What it takes to hold a database against its goal. */
export interface ValidationContext {
  readonly driver: Driver;
  readonly connection: Connection;
  readonly strategies: { readonly inspect: Inspector; readonly diff: Differ; readonly expand?: Expander | undefined };
  readonly tenant: TenantContext;
  readonly goal: Compiled;
  /** Opens an empty scratch database. */
  scratch(): Promise<Connection>;
}

/** What was read of a database for a goal. */
export interface Inspected {
  readonly inspection: Inspection;
  /** What it was looked for in, and is looked for in from then on. */
  readonly schemas: readonly string[] | undefined;
}

/** How a database is read: with a goal, what that names is what is looked for. */
export function howRead(options: DiffRequest, driver: Driver, goal?: Compiled): InspectOptions {
  const schemas = managedSchemas(options.schemas, driver, goal?.catalogue);
  return { ...options, schemas, ...(goal && { claimed: claims(goal, options, driver), goal: goal.catalogue }) };
}

/** Reads a database for its goal, also in the schemas that the goal renames. */
export async function inspectFor(options: DiffRequest, context: ValidationContext): Promise<Inspected> {
  enter('inspect', options);
  const { driver, connection, strategies, goal } = context;
  const seen = howRead(options, driver, goal);
  const { schemas } = seen;
  const inspection = await strategies.inspect(connection, driver, seen);
  const old =
    options.schemas === undefined ? placesToRename(hintsFor(goal, options), goal.catalogue, inspection, driver) : [];
  if (!schemas || old.length === 0) return { inspection, schemas };
  const wider = [...schemas, ...old].sort(byCodeUnit);
  return { inspection: await strategies.inspect(connection, driver, { ...seen, schemas: wider }), schemas: wider };
}

/** What stands between a database that was read and its goal; refused where that reaches beyond the database. */
export async function differenceOf(
  inspection: Inspection,
  options: DiffRequest,
  context: ValidationContext,
): Promise<Difference> {
  const { driver, connection, tenant, goal } = context;
  const seen = howRead(options, driver, goal);
  const difference = await findDifference(tenant, inspection, goal, options, { ...context, seen });
  requireWithin(difference.changes, connection, driver);
  return difference;
}

/** What a database that was read comes to. */
export async function validated(
  inspection: Inspection,
  options: OperationOptions & DiffRequest & Pick<PlanRequest, 'online'>,
  context: ValidationContext,
): Promise<Validation> {
  const { driver, connection, tenant, goal } = context;
  const difference = await differenceOf(inspection, options, context);
  const wanted = options.seeds ? managedSeeds(goal.seeds, difference.goal, driver) : [];
  const seeds = await pendingSeeds(wanted, connection, driver, difference);
  const inSync = difference.changes.length === 0 && seeds.length === 0;
  const { online } = options;
  const told = online && (await onlineTables(online, difference, driver, connection)).told;
  const large = told?.large && { large: told.large.map(({ address }) => address) };
  const worn = online && (await wearOf(difference, driver, connection));
  const wear = worn && worn.size > 0 && { wear: worn };
  const found = { tenant: tenant.id, inSync, difference, seeds, inspection, goal };
  const next = options.phase ? undefined : phaseAfter(inspection, difference, options, context);
  return { ...found, ...(next && { next }), ...large, ...wear, ...missingFrom(connection) };
}

/** Which phase comes next, where something breaks clients that do not know of it. */
function phaseAfter(
  { kept }: Inspection,
  difference: Difference,
  request: DiffRequest,
  { driver, connection: { server }, strategies, goal }: ValidationContext,
): PlanPhase | undefined {
  return nextPhase(difference, { ...strategies, driver, server, goal, request, options: { driver, server, kept } });
}

import type { RenameHint } from './contract/change.js';
import type { Connection, Server } from './contract/connection.js';
import type { ConnectionInput } from './contract/connection-input.js';
import type { ConnectRequest, Driver } from './contract/driver.js';
import type { Phase } from './contract/progress.js';
import type { ApplyRequest, DiffRequest, EngineOptions, OperationOptions } from './engine-types.js';
import { asSyncError, isSyncError, SyncError } from './errors.js';
import { type Ownership, ownedBy } from './inspect/ownership.js';
import { partOwned } from './inspect/part-owned.js';
import { managedSchemas } from './inspect/schemas.js';
import { type Address, address } from './model/address.js';
import { type Catalogue, emptyCatalogue, unite } from './model/catalogue.js';
import type { SchemaObject } from './model/object.js';
import { hazardClasses } from './plan/hazards.js';
import type { Plan } from './plan/plan-format.js';
import type { RunOptions } from './run/report.js';
import type { Compiled } from './source/compiled.js';
import type { TenantContext } from './tenant/context.js';

/** Whether an empty database stands in for one that is not there. */
export function missingFrom({ missing }: Connection): { readonly missing?: true } {
  return missing ? { missing } : {};
}

/** Makes a throw-away database near another one; where none is known, near the one that `beside` gives, if the driver needs one. */
export async function openScratch(
  driver: Driver,
  near: ConnectionInput | undefined,
  signal: AbortSignal | undefined,
  beside?: () => Promise<ConnectionInput>,
): Promise<Connection> {
  if (driver.scratch) {
    const optionsOf = (input: ConnectionInput) => driver.options({ ...input, purpose: 'scratch' });
    try {
      return await driver.scratch(near && optionsOf(near), signal);
    } catch (error) {
      if (near || !beside || !isSyncError(error) || error.code !== 'SCRATCH_UNAVAILABLE') throw error;
      return await driver.scratch(optionsOf(await beside()), signal);
    }
  }
  throw new SyncError({
    code: 'SCRATCH_UNAVAILABLE',
    op: 'scratch',
    message: `the ${driver.name} driver has no scratch databases`,
    hint: 'Declare the desired state as documents, or take a snapshot of a database that has it.',
  });
}

/** How to connect, with what an operation says of it. */
export function request(how: ConnectRequest, { signal, lockWaitMs }: OperationOptions): ConnectRequest {
  return { ...how, ...(signal && { signal }), ...(lockWaitMs !== undefined && { waitMs: lockWaitMs }) };
}

/** How a way of a plan is run, with what an operation says of it. */
export function runOptions(
  direction: 'up' | 'down',
  plan: Plan,
  { allow, alongside, lockWaitMs, signal, onEvent, takesBack }: ApplyRequest & Pick<RunOptions, 'takesBack'>,
): RunOptions {
  return {
    direction,
    allow: new Set(allow === 'all' ? hazardClasses : allow),
    ...(lockWaitMs !== undefined && { lockWaitMs }),
    ...(signal && { signal }),
    ...(onEvent && { onEvent }),
    ...(takesBack !== undefined && { takesBack }),
    ...(alongside && { alongside: alongside(plan) }),
  };
}

/** What a desired state names, and so is not left alone; and the places that it renames. */
export function claims(goal: Compiled, request: DiffRequest, { kinds }: Driver): ReadonlySet<Address> {
  const places = kinds.filter(({ isPlace }) => isPlace);
  const renamed = hintsFor(goal, request).flatMap(({ from }) => places.map(({ kind }) => address(kind, ...from)));
  return new Set([...Array.from(goal.catalogue, (object) => object.address), ...renamed]);
}

/** What is said of old names, in the desired state and beside it. */
export function hintsFor(
  goal: Pick<Compiled, 'renames'>,
  { renames = [], phase }: Pick<DiffRequest, 'renames' | 'phase'>,
): readonly RenameHint[] {
  const hints = [...goal.renames, ...renames].filter(({ derived }) => !derived);
  // Between two phases both names are there.
  return phase ? hints.map(({ once, ...hint }) => hint) : hints;
}

/** What is said of columns that are made of old ones. */
export function derivedFor(goal: Pick<Compiled, 'renames'>, { renames = [] }: DiffRequest): readonly RenameHint[] {
  return [...goal.renames, ...renames].filter(({ derived }) => derived);
}

/** Two states that no database stands for, without what is left alone. Books of other tools are in them because somebody wants them there. */
export function managedStates(
  base: Compiled,
  goal: Compiled,
  options: OperationOptions,
  driver: Driver,
): { readonly from: Catalogue; readonly to: Catalogue; readonly kept: Catalogue; readonly leftOut: Catalogue } {
  const schemas = managedSchemas(options.schemas, driver);
  const parted = ({ catalogue }: Compiled) =>
    partOwned(catalogue, { ...options, schemas, claimed: { has: () => true } }, driver);
  const { catalogue: from, kept } = parted(base);
  const wanted = parted(goal);
  return { from, to: wanted.catalogue, kept: allKept(base, kept), leftOut: allKept(goal, wanted.kept) };
}

/** A goal may have been compiled for many tenants; what one of them excludes is not asked of it. */
export function managedGoal(
  goal: Compiled,
  ownership: Ownership,
  driver: Driver,
): { readonly wanted: Catalogue; readonly leftOut: Catalogue } {
  const { catalogue: wanted, kept } = partOwned(goal.catalogue, ownership, driver);
  return { wanted, leftOut: allKept(goal, kept) };
}

/** What was kept apart of a state when it was compiled, and what was since. */
function allKept({ kept }: Pick<Compiled, 'kept'>, since: Catalogue): Catalogue {
  return unite(kept ?? emptyCatalogue, since);
}

/** Refuses to report on a database where the connection could write to it. */
export function requireReadOnly({ name, capabilities }: Driver, { id }: TenantContext): void {
  if (capabilities.readOnly) return;
  throw new SyncError({
    code: 'CAPABILITY_MISSING',
    op: 'audit',
    tenant: id,
    message: `the ${name} driver cannot open a connection that cannot write`,
    hint: 'Use `inspect` or `validate` with a role that may only read.',
  });
}

/** Makes sure that what is done can be noted; asked before there is a connection, which may make the database. */
export async function trailReady({ audit }: Pick<EngineOptions, 'audit'>, { id }: TenantContext): Promise<void> {
  const told = (thrown: unknown) => Promise.reject(asSyncError(thrown, 'audit').with({ tenant: id }));
  await audit?.ready?.().catch(told);
}

/** The reason why an object is left alone where nobody claims it. */
export function leftAlone(object: SchemaObject, driver: Driver): string | undefined {
  return ownedBy({ claimed: { has: () => false } }, driver)(object);
}

/** What statements are written for where nothing tells the server. */
export const unknownServer: Server = { product: 'unknown', version: [], features: new Set() };

/** Tells what an operation is at. */
export function enter(phase: Phase, { onEvent }: OperationOptions): void {
  onEvent?.({ type: 'phase', phase });
}

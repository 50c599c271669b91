import type { Connection } from './contract/connection.js';
import type { ConnectRequest, Driver } from './contract/driver.js';
import type { OperationOptions } from './engine-types.js';
import { partOwned } from './inspect/part-owned.js';
import { managedSchemas } from './inspect/schemas.js';
import type { Address } from './model/address.js';
import { type Catalogue, emptyCatalogue, unite } from './model/catalogue.js';
import type { Compiled } from './source/compiled.js';

/** Whether an empty database stands in for one that is not there. */
export function missingFrom({ missing }: Connection): { readonly missing?: true } {
  return missing ? { missing } : {};
}

/** How to connect, with what an operation says of it. */
export function request(how: ConnectRequest, { signal, lockWaitMs }: OperationOptions): ConnectRequest {
  return { ...how, ...(signal && { signal }), ...(lockWaitMs !== undefined && { waitMs: lockWaitMs }) };
}

/** What a desired state names, and so is not left alone. */
export function claims(goal: Compiled): ReadonlySet<Address> {
  return new Set(Array.from(goal.catalogue, (object) => object.address));
}

/** Two states that no database stands for, without what is left alone. Books of other tools are in them because somebody wants them there. */
export function managedStates(
  base: Compiled,
  goal: Compiled,
  options: OperationOptions,
  driver: Driver,
): { readonly from: Catalogue; readonly to: Catalogue; readonly kept: Catalogue } {
  const schemas = managedSchemas(options.schemas, driver);
  const parted = ({ catalogue }: Compiled) =>
    partOwned(catalogue, { ...options, schemas, claimed: { has: () => true } }, driver);
  const { catalogue: from, kept } = parted(base);
  return { from, to: parted(goal).catalogue, kept: unite(base.kept ?? emptyCatalogue, kept) };
}

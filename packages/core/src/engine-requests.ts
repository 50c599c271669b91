import type { Connection } from './contract/connection.js';
import type { ConnectRequest } from './contract/driver.js';
import type { OperationOptions } from './engine-types.js';
import type { Address } from './model/address.js';
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

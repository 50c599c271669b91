import type { Session } from '../contract/connection.js';
import type { Driver } from '../contract/driver.js';
import type { Difference } from '../diff/difference.js';
import type { Address } from '../model/address.js';
import type { PlanNode } from './render.js';

/** What a driver says of the wear of what is altered, by its addresses in the goal. */
export type Wear = ReadonlyMap<Address, number>;

/** How often what a difference alters was changed in a way that the server keeps count of. */
export async function wearOf({ changes, origins }: Difference, driver: Driver, session: Session): Promise<Wear> {
  const altered = new Map(
    changes.flatMap(({ verb, address }) =>
      verb === 'alter' ? [[origins.get(address) ?? address, address] as const] : [],
    ),
  );
  if (!driver.wear || altered.size === 0) return new Map();
  const found = await driver.wear(session, [...altered.keys()]);
  return new Map(Array.from(found, ([before, count]) => [altered.get(before) ?? before, count]));
}

/** The same once these nodes have run. */
export function wornBy(nodes: readonly PlanNode[], before: Wear): Wear {
  const worn = new Map(before);
  for (const { change, drafts } of nodes) {
    for (const { wear } of drafts) {
      const count = worn.get(change.address);
      if (wear === 'renewed') worn.set(change.address, 0);
      else if (wear !== undefined && count !== undefined) worn.set(change.address, count + wear);
    }
  }
  return worn;
}

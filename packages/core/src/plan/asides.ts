import type { Change } from '../contract/change.js';
import type { Driver } from '../contract/driver.js';
import { nameAside } from '../diff/follow-renames.js';
import { nameKeys } from '../diff/kinds.js';
import { circlesAmong } from '../diff/rename-chains.js';
import type { Address } from '../model/address.js';

/** Of each circle of renames, the one that goes by way of another name, and that name: change → name. */
export function renamesAside(changes: readonly Change[], driver: Driver): ReadonlyMap<string, string> {
  // Renames stay within a kind, so that the first of its namespaces tells.
  const key = (change: Change, address: Address) => nameKeys(change.kind, address, driver)[0] ?? '';
  const renames = changes.flatMap((change) =>
    change.verb === 'rename'
      ? [{ id: change.id, from: key(change, change.from.address), to: key(change, change.address) }]
      : [],
  );
  return new Map(circlesAmong(renames).flatMap(([first], i) => (first ? [[first.id, nameAside(i + 1)] as const] : [])));
}

import type { Driver } from '../contract/driver.js';
import type { Address } from '../model/address.js';
import { append } from '../model/append.js';
import type { Catalogue } from '../model/catalogue.js';
import { canonicalJson, equalJson } from '../model/json.js';
import type { SchemaObject } from '../model/object.js';
import type { Followed } from './follow-renames.js';
import { kindOf } from './kinds.js';
import { sortRenames } from './rename-chains.js';
import type { ObjectRename } from './rename-reading.js';

/**
 * The renames that nobody has to state, since the kinds can tell: what goes and what comes are one thing under two names, such as an index that a server named after
 * a table which was renamed.
 */
export function evidentRenames(
  base: Catalogue,
  { catalogue: followed, moved }: Followed,
  goal: Catalogue,
  driver: Driver,
): readonly ObjectRename[] {
  if (!driver.kinds.some(({ essence }) => essence)) return [];
  const origins = new Map(Array.from(moved, ([from, to]) => [to, from]));
  const origin = (at: Address) => origins.get(at) ?? at;
  const gone = new Map<string, SchemaObject[]>();
  for (const object of followed) {
    if (!base.has(origin(object.address)) || isSame(object, goal.get(object.address), driver)) continue;
    const key = keyOf(object, driver);
    if (key !== undefined) append(gone, key, object);
  }
  if (gone.size === 0) return [];
  const pairs: { readonly from: string; readonly to: string; readonly rename: ObjectRename }[] = [];
  for (const object of goal) {
    if (isSame(object, followed.get(object.address), driver)) continue;
    const key = keyOf(object, driver);
    const from = key === undefined ? undefined : gone.get(key)?.shift()?.address;
    if (from === undefined) continue;
    const { address: to, name } = object;
    pairs.push({ from, to, rename: { of: 'object', from: origin(from), to, name } });
  }
  const has = (catalogue: Catalogue) => (name: string) => catalogue.has(name as Address);
  const { make, circles } = sortRenames(pairs, { inBase: has(followed), inGoal: has(goal) });
  return [...make, ...circles.flat()].map(({ rename }) => rename);
}

/** Whether what is at one address of both states is one thing: it gives its name to nothing else then. */
function isSame(object: SchemaObject, other: SchemaObject | undefined, driver: Driver): boolean {
  if (!other || object === other) return object === other;
  const { essence } = kindOf(driver, object.kind);
  return !essence || (object.parent === other.parent && equalJson(essence(object) ?? null, essence(other) ?? null));
}

function keyOf(object: SchemaObject, driver: Driver): string | undefined {
  const essence = kindOf(driver, object.kind).essence?.(object);
  return essence === undefined ? undefined : canonicalJson([object.kind, object.parent ?? null, essence]);
}

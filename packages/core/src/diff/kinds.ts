import type { Driver } from '../contract/driver.js';
import type { ObjectKind } from '../contract/kind.js';
import { SyncError } from '../errors.js';
import { type Address, partsOf } from '../model/address.js';

const indexes = new WeakMap<Driver, ReadonlyMap<string, ObjectKind>>();

/** The driver's kind of this name. An object of a kind that the driver does not have comes from another driver's snapshot or plan. */
export function kindOf(driver: Driver, kind: string): ObjectKind {
  let index = indexes.get(driver);
  if (!index) {
    index = new Map(driver.kinds.map((each) => [each.kind, each]));
    indexes.set(driver, index);
  }
  const found = index.get(kind);
  if (found) return found;
  throw new SyncError({
    code: 'SOURCE_INVALID',
    op: 'diff',
    message: `the ${driver.name} driver knows no objects of kind ${kind}`,
    hint: 'The snapshot or plan was made for another engine, or by a newer driver: compare states of one engine, or update the driver.',
  });
}

/** What only one object at a time can be called: its name, in each namespace of its kind. */
export function nameKeys(kind: string, address: Address, driver: Driver): readonly string[] {
  const { parts } = partsOf(address);
  const { namespace = kind, calledAlike = (name: string) => name } = kindOf(driver, kind);
  const called = parts.map((part, i) => (i === parts.length - 1 ? calledAlike(part) : part));
  return [namespace].flat().map((each) => JSON.stringify([each, ...called]));
}

/** What people call a kind: its title, or its name without the engine it belongs to. */
export function titleOf(kind: string, driver: Driver): string {
  const found = driver.kinds.find((each) => each.kind === kind);
  return found?.title ?? kind.slice(kind.indexOf('/') + 1);
}

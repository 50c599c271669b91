import type { Change } from '../contract/change.js';
import type { Driver } from '../contract/driver.js';
import type { Hazard } from '../contract/step.js';
import type { Difference } from '../diff/difference.js';
import { kindOf } from '../diff/kinds.js';
import { SyncError } from '../errors.js';
import { shownName } from '../inspect/shown-name.js';
import type { Address } from '../model/address.js';
import type { SchemaObject } from '../model/object.js';

/** Whether an object of either side is left alone. */
export function isKept(address: Address, { base, goal, whole }: Difference): boolean {
  return (whole.base.has(address) && !base.has(address)) || (whole.goal.has(address) && !goal.has(address));
}

/** What is left alone and goes for good with this object, itself included. */
export function lostWith(
  object: SchemaObject,
  difference: Difference,
  apart: ReadonlySet<Address>,
): readonly SchemaObject[] {
  const { whole, moved } = difference;
  const { address } = object;
  const isLost = isKept(address, difference) && !whole.goal.has(moved.get(address) ?? address);
  const children = whole.base.children(address).filter((child) => !apart.has(child.address));
  return [...(isLost ? [object] : []), ...children.flatMap((child) => lostWith(child, difference, apart))];
}

/** Something goes that nobody asked to be touched. */
export function dropsLeftAlone(object: SchemaObject, driver: Driver): Hazard {
  const { title, relation } = kindOf(driver, object.kind);
  return {
    class: 'data-loss',
    code: 'drops-left-alone',
    message: `drops ${title ?? object.kind} ${shownName(object, driver)}, which is left alone and cannot stand in the desired state`,
    hint: `Where ${shownName(object, driver)} is to stay, keep what it stands on.`,
    reversible: relation?.(object).type !== 'table',
  };
}

/** The error of a change that asks for another one, where nothing may change. */
export function cannotAlter(object: SchemaObject, cause: Change, driver: Driver): SyncError {
  const { title } = kindOf(driver, object.kind);
  return new SyncError({
    code: 'PLAN_IMPOSSIBLE',
    op: 'plan',
    message: `${title ?? object.kind} ${shownName(object, driver)} is left alone and would have to be altered with ${cause.address}, whose change gives it another meaning`,
    hint: `Alter ${shownName(object, driver)} yourself first, so that it says what it means, or let it be managed.`,
    details: { object: object.address, change: cause.id },
  });
}

/** What is left alone is dropped and put back only where nothing of it can be lost by that. */
export function requireReturnable(object: SchemaObject, cause: Change, difference: Difference, driver: Driver): void {
  const { title, relation } = kindOf(driver, object.kind);
  const reason =
    difference.unforetold.get(object.address) === 'rewritten'
      ? 'names what is renamed in the same plan, so that only the server knows its new text'
      : relation?.(object).type === 'table'
        ? 'would lose its rows'
        : undefined;
  if (reason === undefined) return;
  const what = `${title ?? object.kind} ${shownName(object, driver)}`;
  throw new SyncError({
    code: 'PLAN_IMPOSSIBLE',
    op: 'plan',
    message: `${what} is left alone and would have to be dropped and put back while ${cause.address} is changed, and it ${reason}`,
    hint: `Make the rename and the other changes in two runs, drop ${shownName(object, driver)} before and create it again afterwards, or let it be managed.`,
    details: { object: object.address, change: cause.id },
  });
}

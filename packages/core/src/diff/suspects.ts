import type { Change } from '../contract/change.js';
import type { Driver } from '../contract/driver.js';
import type { Relation } from '../contract/relation.js';
import { partsOf } from '../model/address.js';
import { canonicalJson } from '../model/json.js';
import type { SchemaObject } from '../model/object.js';
import type { RenameSuspect } from './difference.js';
import { kindOf } from './kinds.js';

/** Finds drops and adds of one shape: perhaps one thing under two names. They are only ever asked about, never taken for renames. */
export function findSuspects(changes: readonly Change[], driver: Driver): readonly RenameSuspect[] {
  return [...objectSuspects(changes, driver), ...changes.flatMap((change) => columnSuspects(change, driver))];
}

function objectSuspects(changes: readonly Change[], driver: Driver): RenameSuspect[] {
  const dropped = new Map<string, SchemaObject[]>();
  for (const change of changes) {
    if (change.verb !== 'drop') continue;
    const shape = objectShape(change.from, driver);
    if (shape) dropped.set(shape, [...(dropped.get(shape) ?? []), change.from]);
  }
  if (dropped.size === 0) return [];
  return changes.flatMap((change) => {
    const shape = change.verb === 'create' ? objectShape(change.to, driver) : undefined;
    const from = shape && dropped.get(shape)?.shift();
    if (!from) return [];
    return [{ kind: change.kind, from: partsOf(from.address).parts, to: partsOf(change.address).parts }];
  });
}

/** Only what holds data is worth asking about; the rest is dropped and created again at no loss. */
function objectShape(object: SchemaObject, driver: Driver): string | undefined {
  const relation = kindOf(driver, object.kind).relation?.(object);
  if (relation?.type !== 'table') return undefined;
  const columns = relation.columns.map(({ name, type }) => [driver.dialect.fold(name), type]);
  return canonicalJson([object.kind, columns.map((column) => column.join(' ')).sort()]);
}

function columnSuspects(change: Change, driver: Driver): RenameSuspect[] {
  if (change.verb !== 'alter') return [];
  const relation = kindOf(driver, change.kind).relation;
  const names = (type: string) =>
    change.deltas.flatMap((delta) => (delta.type === type ? [delta.path.at(-1) ?? ''] : []));
  const added = names('add-column');
  if (!relation || added.length === 0) return [];
  const before = shapes(relation(change.from), driver);
  const after = shapes(relation(change.to), driver);
  const dropped = names('drop-column');
  const parts = partsOf(change.address).parts;
  return added.flatMap((name) => {
    const at = dropped.findIndex(
      (old) => before.get(driver.dialect.fold(old)) === after.get(driver.dialect.fold(name)),
    );
    if (at < 0) return [];
    const [old = ''] = dropped.splice(at, 1);
    return [{ kind: 'column', from: [...parts, old], to: [...parts, name], within: change.address }];
  });
}

function shapes(relation: Relation, driver: Driver): ReadonlyMap<string, string> {
  return new Map(
    relation.columns.map(({ name, type, nullable, generated }) => [
      driver.dialect.fold(name),
      canonicalJson([type, nullable, generated ?? null]),
    ]),
  );
}

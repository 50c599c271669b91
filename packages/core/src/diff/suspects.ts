import type { Change } from '../contract/change.js';
import type { Driver } from '../contract/driver.js';
import type { Relation, RelationColumn } from '../contract/relation.js';
import { byCodeUnit, partsOf } from '../model/address.js';
import { grouped } from '../model/grouped.js';
import { canonicalJson } from '../model/json.js';
import type { SchemaObject } from '../model/object.js';
import type { RenameSuspect } from './difference.js';
import { kindOf } from './kinds.js';
import { type Pair, pairByName } from './likeness.js';

/** Finds drops and adds of one shape: perhaps one thing under two names. They are only ever asked about, never taken for renames. */
export function findSuspects(changes: readonly Change[], driver: Driver): readonly RenameSuspect[] {
  return [...objectSuspects(changes, driver), ...changes.flatMap((change) => columnSuspects(change, driver))];
}

function objectSuspects(changes: readonly Change[], driver: Driver): RenameSuspect[] {
  const shape = (object: SchemaObject) => objectShape(object, driver);
  const dropped = changes.flatMap((change) => (change.verb === 'drop' ? [change.from] : []));
  const created =
    dropped.length === 0 ? [] : changes.flatMap((change) => (change.verb === 'create' ? [change.to] : []));
  const renamed = pairsOfOneShape(dropped, created, shape, ({ name }) => name);
  return [...renamed, ...moves(dropped, created, renamed, driver)]
    .map(({ from, to }) => ({ kind: to.kind, from: partsOf(from.address).parts, to: partsOf(to.address).parts }))
    .sort((a, b) => byCodeUnit(a.to.join('.'), b.to.join('.')));
}

/** Of the rest, what comes in another place under the name that it had. Where several places have it, or are to have it, which is meant would be a guess. */
function moves(
  dropped: readonly SchemaObject[],
  created: readonly SchemaObject[],
  taken: readonly Pair<SchemaObject>[],
  driver: Driver,
): readonly Pair<SchemaObject>[] {
  const known = new Set(taken.flatMap(({ from, to }) => [from, to]));
  const named = (objects: readonly SchemaObject[]) =>
    grouped(
      objects.filter((object) => !known.has(object)),
      (object) => keyOfMove(object, driver),
    );
  const come = named(created);
  return [...named(dropped)].flatMap(([key, [from, ...others]]) => {
    const [to, ...more] = come.get(key) ?? [];
    return key !== undefined && from && to && others.length + more.length === 0 ? [{ from, to }] : [];
  });
}

function keyOfMove(object: SchemaObject, driver: Driver): string | undefined {
  const columns = columnsOf(object, driver);
  return columns && canonicalJson([object.kind, partsOf(object.address).parts.at(-1) ?? '', columns]);
}

/** What comes in another place is not taken for what another name had: a name says where it is. */
function objectShape(object: SchemaObject, driver: Driver): string | undefined {
  const columns = columnsOf(object, driver);
  const around = partsOf(object.address).parts.slice(0, -1);
  return columns && canonicalJson([object.kind, object.parent ?? null, around, columns]);
}

/** Only what holds data is worth asking about; the rest is dropped and created again at no loss. */
function columnsOf(object: SchemaObject, driver: Driver): readonly string[] | undefined {
  const relation = kindOf(driver, object.kind).relation?.(object);
  if (relation?.type !== 'table') return undefined;
  return relation.columns.map(({ name, type }) => `${driver.dialect.fold(name)} ${type}`).sort();
}

function columnSuspects(change: Change, driver: Driver): RenameSuspect[] {
  if (change.verb !== 'alter') return [];
  const { relation } = kindOf(driver, change.kind);
  const names = (type: string) =>
    change.deltas.flatMap((delta) => (delta.type === type ? [delta.path.at(-1) ?? ''] : []));
  const [added, dropped] = [names('add-column'), names('drop-column')];
  if (!relation || added.length === 0 || dropped.length === 0) return [];
  const before = columnShapes(relation(change.from), driver);
  const after = columnShapes(relation(change.to), driver);
  const { fold } = driver.dialect;
  const sides = [
    ...dropped.map((name) => ({ name, shape: before.get(fold(name)) })),
    ...added.map((name) => ({ name, shape: after.get(fold(name)) })),
  ];
  const { parts } = partsOf(change.address);
  return pairsOfOneShape(
    sides.slice(0, dropped.length),
    sides.slice(dropped.length),
    ({ shape }) => shape,
    ({ name }) => name,
  )
    .toSorted((a, b) => added.indexOf(a.to.name) - added.indexOf(b.to.name))
    .map(({ from, to }) => ({
      kind: 'column',
      from: [...parts, from.name],
      to: [...parts, to.name],
      within: change.address,
    }));
}

function pairsOfOneShape<T>(
  dropped: readonly T[],
  added: readonly T[],
  shapeOf: (item: T) => string | undefined,
  nameOf: (item: T) => string,
): readonly Pair<T>[] {
  const candidates = grouped(added, shapeOf);
  return [...grouped(dropped, shapeOf)].flatMap(([shape, from]) =>
    shape === undefined ? [] : pairByName(from, candidates.get(shape) ?? [], nameOf),
  );
}

/** What a column is beside its name. What is computed holds nothing that a rename would keep. */
function columnShapes(relation: Relation, driver: Driver): ReadonlyMap<string, string> {
  const { fold } = driver.dialect;
  const keys = new Set(relation.primaryKey?.columns.map(fold));
  const refers = new Map(
    relation.foreignKeys.flatMap(({ columns, references }) =>
      columns.map((column, i) => [fold(column), [fold(references.table), references.columns[i] ?? null]] as const),
    ),
  );
  const shape = ({ name, type, nullable }: RelationColumn) =>
    canonicalJson([type, nullable, keys.has(fold(name)), refers.get(fold(name)) ?? null]);
  return new Map(
    relation.columns.flatMap((column) =>
      column.generated === undefined ? [[fold(column.name), shape(column)] as const] : [],
    ),
  );
}

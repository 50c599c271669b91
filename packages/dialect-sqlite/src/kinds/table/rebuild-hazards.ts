import { equalJson, type Hazard } from '@sync/core';
import {
  addsNotNull,
  addsRequiredColumn,
  changesPrimaryKey,
  convertsValues,
  dropsColumn,
  fillsNulls,
  losesCounter,
  makesRowid,
  rebuildsTable,
  replacesValues,
} from '../../hazards.js';
import { foldName, quoteName } from '../../text/names.js';
import { conversionBetween, type DeclaredType, isLossy } from './affinity.js';
import { checkHazards, checksOfChangedValues } from './check-hazards.js';
import type { TableDifference } from './difference.js';
import { foreignKeyHazards, renameHazards } from './in-place.js';
import { comparesOtherwise, uniqueHazards } from './narrowed.js';
import { isNullable } from './nullable.js';
import { recomputed } from './recomputed.js';
import { typeHazards } from './type-hazards.js';

/** What can happen to rows that are copied from the one form of a table into the other. */
export function rebuildHazards(difference: TableDifference, because: string): readonly Hazard[] {
  const { from, to } = difference;
  const table = to.name;
  const required = difference.added.flatMap((folded) => {
    const column = to.columns.get(folded);
    if (!column?.notNull) return [];
    if (column.generated) return [addsNotNull(table, column.name)];
    return column.default === undefined ? [addsRequiredColumn(table, column.name)] : [];
  });
  const dropped = difference.dropped.filter((folded) => !from.columns.get(folded)?.generated);
  return [
    ...dropped.map((folded) => dropsColumn(table, from.nameOf(folded))),
    ...to.order.flatMap((folded) => valueHazards(difference, folded)),
    rebuildsTable(table, because),
    ...renameHazards(difference),
    ...required,
    ...keyHazards(difference),
    ...(from.spec.primaryKey?.autoincrement && !to.spec.primaryKey?.autoincrement ? [losesCounter(table)] : []),
    ...uniqueHazards(difference),
    ...checkHazards(difference, [...difference.checks.added, ...checksOfChangedValues(difference)]),
    ...foreignKeyHazards(difference),
    ...typeHazards(difference),
  ];
}

/** What happens to the values of a column that stays, also where nothing but STRICT changes. */
function valueHazards(difference: TableDifference, folded: string): readonly Hazard[] {
  const { from: before, to: after } = difference;
  const table = after.name;
  const from = before.columns.get(folded);
  const to = after.columns.get(folded);
  if (!from || !to) return [];
  const hazards: Hazard[] = [];
  const types = [
    { type: from.type, strict: before.strict },
    { type: to.type, strict: after.strict },
  ] as const;
  if (to.generated && !from.generated) hazards.push(replacesValues(table, to.name));
  else if (!to.generated && isLossy(...types)) {
    const query = convertedValues(difference, folded, ...types);
    hazards.push(convertsValues({ table, column: to.name, query }, ...types));
  }
  if (to.generated && to.notNull && from.notNull && recomputed(difference).has(folded))
    hazards.push(addsNotNull(table, to.name));
  if (to.notNull && !from.notNull) {
    const isNull = isNullable(before, folded);
    if (isNull)
      hazards.push(to.default === undefined ? addsNotNull(table, to.name) : fillsNulls(table, to.name, to.default));
  }
  return hazards;
}

/** The query that counts the values which a conversion changes, in the words of the table as it is now. */
function convertedValues(
  { original, from, renames }: TableDifference,
  folded: string,
  ...types: readonly [DeclaredType, DeclaredType]
): string {
  const renamed = renames.find((rename) => foldName(rename.to) === folded);
  const changes = conversionBetween(...types).changes(quoteName(renamed?.from ?? from.nameOf(folded)));
  return `SELECT count(*) FROM ${quoteName(original.name)} WHERE ${changes}`;
}

/** A name or AUTOINCREMENT asks nothing of the rows; becoming the rowid, NOT NULL or another collation does, though the key stays the same. */
function keyHazards(difference: TableDifference): readonly Hazard[] {
  const { from, to } = difference;
  const { primaryKey } = to.spec;
  if (!primaryKey) return [];
  const alias = to.rowidAlias;
  if (alias !== undefined && alias !== from.rowidAlias) return rowidHazards(difference, alias);
  const isOther = !equalJson(from.spec.primaryKey?.columns, primaryKey.columns);
  const isTighter = primaryKey.columns.some(
    ({ column }) => from.columns.has(column) && isNullable(from, column) && !isNullable(to, column),
  );
  const columns = primaryKey.columns.map((part) => part.column);
  const own = primaryKey.columns.flatMap((part) => (part.collation === undefined ? [part.column] : []));
  const changes = isOther || isTighter || comparesOtherwise(difference, own, columns);
  return changes ? [changesPrimaryKey(to.name)] : [];
}

/** A rowid is a whole number, and takes the next one where there is none. */
function rowidHazards({ from, to }: TableDifference, alias: string): readonly Hazard[] {
  // A new column takes the rowids that are there.
  if (!from.columns.has(alias)) return [];
  const name = to.nameOf(alias);
  const fills = isNullable(from, alias) && !to.columns.get(alias)?.notNull;
  return [makesRowid(to.name, name), ...(fills ? [fillsNulls(to.name, name, 'the next rowid')] : [])];
}

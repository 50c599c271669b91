import type { Hazard } from '@sync/core';
import { addsUnique } from '../../hazards.js';
import { foldName, quoteName } from '../../text/names.js';
import { distinctColumn, equalRows } from '../equal-rows.js';
import type { TableDifference } from './difference.js';
import { changedValues } from './recomputed.js';
import type { UniqueSpec } from './spec.js';

/** The unique constraints that are new, or that rows can break which did not before. */
export function uniqueHazards(difference: TableDifference): readonly Hazard[] {
  const { to, uniques } = difference;
  const added = new Set(uniques.added);
  return to.spec.uniques
    .filter((unique) => added.has(unique) || comparesOtherwise(difference, ownCompared(unique), columnsOf(unique)))
    .map((unique) =>
      addsUnique(to.name, columnsOf(unique).map(to.nameOf).join(', '), rowsInTheWay(difference, unique)),
    );
}

/** Whether rows can be equal in these columns that were not: because they are compared in another way, or because what they hold changes. */
export function comparesOtherwise(
  difference: TableDifference,
  ownCollation: readonly string[],
  columns: readonly string[],
): boolean {
  const compared = new Set(ownCollation);
  const values = changedValues(difference);
  return (
    columns.some((column) => values.has(column)) ||
    difference.changed.some(({ column, facets }) => compared.has(column) && facets.includes('collation'))
  );
}

function columnsOf(unique: UniqueSpec): readonly string[] {
  return unique.columns.map((part) => part.column);
}

function ownCompared(unique: UniqueSpec): readonly string[] {
  return unique.columns.flatMap((part) => (part.collation === undefined ? [part.column] : []));
}

/** The query that finds the rows, where the table as it is now can tell. */
function rowsInTheWay(difference: TableDifference, unique: UniqueSpec): string | undefined {
  const { original, from, to, renames } = difference;
  if (comparesOtherwise(difference, [], columnsOf(unique))) return undefined;
  const before = new Map(renames.map((rename) => [foldName(rename.to), rename.from]));
  const terms = unique.columns.flatMap((part) => {
    const column = from.columns.get(part.column);
    if (!column || column.generated) return [];
    const collation = part.collation ?? to.columns.get(part.column)?.collation;
    return [distinctColumn(before.get(part.column) ?? column.name, column.collation, collation)];
  });
  return terms.length === unique.columns.length ? equalRows(quoteName(original.name), terms) : undefined;
}

import type { Hazard } from '@sync/core';
import { enforcesTypes, givesMisfit } from '../../hazards.js';
import type { TableDifference } from './difference.js';
import { isFilled, recomputed } from './recomputed.js';
import { fitOf } from './type-fit.js';

/** What the types of a STRICT table ask of rows that are copied, filled, or get a new column. */
export function typeHazards(difference: TableDifference): readonly Hazard[] {
  const { to, added, changed } = difference;
  if (!to.strict) return [];
  const isOpen = added.some((folded) => {
    const column = to.columns.get(folded);
    return column?.generated && fitOf(column.generated.as, column.type, to) !== 'always';
  });
  const isRetyped = changed.some(({ facets }) => facets.includes('type'));
  const filled = changed.flatMap((change) => (isFilled(change) ? [change.column] : []));
  return [
    ...(difference.strict || recomputed(difference).size > 0 || isRetyped || isOpen ? [enforcesTypes(to.name)] : []),
    ...added.flatMap((folded) => misfit(difference, folded, `rows of ${to.name}`)),
    ...filled.flatMap((folded) => misfit(difference, folded, `rows of ${to.name} where ${to.nameOf(folded)} is NULL`)),
  ];
}

function misfit({ to }: TableDifference, folded: string, rows: string): readonly Hazard[] {
  const column = to.columns.get(folded);
  // A new key takes the rowids that are there.
  if (column?.default === undefined || folded === to.rowidAlias) return [];
  const fit = fitOf(column.default, column.type, to);
  if (fit === 'always') return [];
  return [givesMisfit({ rows, column: column.name, value: column.default, type: column.type }, fit === 'never')];
}

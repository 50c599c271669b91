import type { Hazard } from '@sync/core';
import { addsCheck } from '../../hazards.js';
import type { TableDifference } from './difference.js';
import { isNullable } from './nullable.js';
import { passesNull } from './passes-null.js';
import { changedValues } from './recomputed.js';
import { mentioned } from './removals.js';
import type { CheckSpec } from './spec.js';

/** What new checks ask of the rows that are there. A column that is new and has no default is NULL in all of them, and most checks let that pass. */
export function checkHazards(difference: TableDifference, checks: readonly CheckSpec[]): readonly Hazard[] {
  const { added, to } = difference;
  const empty = new Set(
    added.filter((folded) => {
      const column = to.columns.get(folded);
      return column && column.default === undefined && !column.generated && isNullable(to, folded);
    }),
  );
  return checks
    .filter((check) => !passesNull(check.expression, empty, to))
    .map((check) => addsCheck(to.name, to.expression(check.expression)));
}

/** The checks that stay, and speak of values that do not. */
export function checksOfChangedValues(difference: TableDifference): readonly CheckSpec[] {
  const { to, checks } = difference;
  const values = changedValues(difference);
  if (values.size === 0) return [];
  return to.spec.checks.filter(
    (check) =>
      !checks.added.includes(check) && [...mentioned(check.expression, to.scope)].some((column) => values.has(column)),
  );
}

import type { Change, ConflictContext, RowConflict } from '@sync/core';
import { quoteName } from '../../text/names.js';
import { asColumn, attributePairs, hasNoCast } from '../composite/convert.js';
import type { AttributeDelta, CompositeSpec } from '../composite/spec.js';
import { leavesType } from '../type/leaving.js';
import { remakesType } from '../type/remakes-type.js';
import { valuesOfType } from '../type/values.js';
import { conversionConflicts } from './conversion-conflicts.js';
import { movedIn, rowsStanding } from './source.js';

/** Rows with a value that has something in it which is none of the type that its attribute is to have. */
export function compositeConflicts(
  change: Exclude<Change<CompositeSpec, AttributeDelta>, { verb: 'replace' }>,
  context: ConflictContext,
): readonly RowConflict[] {
  if (change.verb !== 'alter' || !remakesType(change)) return [];
  const type = context.base.get(context.origin(change.address));
  if (!type) return [];
  const changed = attributePairs(change).flatMap(({ before, after }) =>
    before && before.type !== after.type && !hasNoCast(before, after, context) ? [{ before, after }] : [],
  );
  const goes = leavesType(change.to, { ...context, moved: movedIn(context) });
  return valuesOfType(type, context.base).flatMap(({ table, column, path, value, list }) => {
    const rows = list || goes(table, column) ? undefined : rowsStanding(table, context);
    return rows
      ? changed.flatMap(({ before, after }) => {
          const place = [...path, before.name].join('.');
          const within = `(${value}).${quoteName(before.name)}`;
          return conversionConflicts(rows, place, asColumn(before), asColumn(after), context, within);
        })
      : [];
  });
}

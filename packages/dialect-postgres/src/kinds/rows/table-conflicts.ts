import type { Address, Change, ConflictContext, RowConflict } from '@sync/core';
import { quoteName } from '../../text/names.js';
import { shown } from '../../text/qualified.js';
import type { TableSpec } from '../table/spec.js';
import { columnChanges, type TableDelta } from '../table/table-delta.js';
import { valueOfNew } from '../table/value-of-new.js';
import { joinConflicts, shareConflicts } from './bound-conflicts.js';
import { conversionConflicts } from './conversion-conflicts.js';
import { placeOf, rowsOf, rowsWhere, these } from './source.js';

type Single = Exclude<Change<TableSpec, TableDelta>, { verb: 'replace' }>;

/** Rows in the way of what happens to a table: without a value where one must be, of values that do not convert, out of a partition's bounds. */
export function tableConflicts(change: Single, context: ConflictContext): readonly RowConflict[] {
  if (change.verb === 'create') {
    return (change.to.spec.parents ?? []).flatMap((parent) => shareConflicts(parent, undefined, context));
  }
  if (change.verb !== 'alter') return [];
  const at = context.origin(change.address);
  const ofTable = ` of table ${shown(change.to)}`;
  return columnChanges(change)
    .flatMap(({ column, delta }) => columnConflicts(at, column, delta, context))
    .map((conflict) => ({ ...conflict, step: `${conflict.step}${ofTable}` }))
    .concat(
      change.deltas.flatMap(({ type, parent }) => {
        if (type !== 'add-parent' || !parent) return [];
        const step = `join the table above${ofTable}`;
        return [...joinConflicts(change.to, parent, context), ...shareConflicts(parent, change.address, context)].map(
          (conflict) => ({ ...conflict, step }),
        );
      }),
    );
}

function columnConflicts(
  at: Address,
  column: string,
  { type, before, after }: TableDelta,
  context: ConflictContext,
): readonly RowConflict[] {
  const rows = rowsOf(at, context.base);
  if (!rows || !after) return [];
  const { name, notNull } = after;
  const tell = (count: number) => `${placeOf(rows, [column])}: ${these(count, 'has', 'have')} no value`;
  if (type === 'change-not-null' && before && notNull) {
    return [{ ...rowsWhere(rows, `${quoteName(column)} IS NULL`, tell), step: `forbid nulls in column ${name}` }];
  }
  if (type === 'change-type' && before) {
    const step = `change the type of column ${name}`;
    return conversionConflicts(rows, column, before, after, context).map((each) => ({ ...each, step }));
  }
  if (type !== 'add-column' || !notNull || after.identity || after.generated) return [];
  if (valueOfNew(after, context.goal) !== undefined) return [];
  const remedy = `Add column ${name} with a default or without NOT NULL, fill it and take the default away or forbid nulls, or empty the table`;
  return [{ ...rowsWhere(rows, 'TRUE', tell), remedy, step: `add column ${name}` }];
}

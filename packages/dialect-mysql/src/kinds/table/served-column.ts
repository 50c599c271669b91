import type { ColumnSpec } from './spec.js';
import { widerType } from './wider-type.js';

/** A column as clients of two shapes need it, of which one may not have it. */
export function servedColumn(
  before: ColumnSpec | undefined,
  after: ColumnSpec | undefined,
  { isBridged, isKey }: { readonly isBridged: boolean; readonly isKey: boolean },
): readonly ColumnSpec[] {
  if (!before) return after ? [leftOut(after, isBridged)] : [];
  if (!after) return [isKey ? before : isBridged ? withoutNotNull(before) : nullable(before, false)];
  if (isBridged) return [nullable(before, true)];
  const { check, notNull, ...rest } = before;
  const isComputed = before.generated ?? before.autoIncrement ?? after.generated ?? after.autoIncrement;
  const usual = rest.default ?? (isComputed ? undefined : after.default);
  return [
    {
      ...rest,
      type: widerType(before, after) ?? before.type,
      ...(notNull && (after.notNull || isKey) && { notNull }),
      ...(usual !== undefined && { default: usual }),
      // A rule that ends is gone, and one that comes is asked for once all writers know of it.
      ...(check !== undefined && check === after.check && { check }),
    },
  ];
}

/** A new column as clients need it that leave it out. */
function leftOut({ check, ...column }: ColumnSpec, isBridged: boolean): ColumnSpec {
  return nullable(column, isBridged);
}

/** An old column keeps what it begins with, also for a row that says nothing of it nor of what comes in its place. */
function withoutNotNull({ notNull, ...column }: ColumnSpec): ColumnSpec {
  return column;
}

function nullable(column: ColumnSpec, isBridged: boolean): ColumnSpec {
  if (column.generated || column.autoIncrement) return column;
  const { notNull, default: usual, ...bare } = column;
  if (isBridged) return bare;
  return usual === undefined ? bare : column;
}

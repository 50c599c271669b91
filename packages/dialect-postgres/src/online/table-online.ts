import type { RenderContext, SchemaObject, StepDraft } from '@sync/core';
import { alterTable } from '../kinds/table/alter.js';
import type { TableDelta } from '../kinds/table/deltas.js';
import { columnExtras, printColumn } from '../kinds/table/print.js';
import type { ColumnSpec, TableSpec } from '../kinds/table/spec.js';
import { quoteName } from '../text/names.js';
import { qualified, shown } from '../text/qualified.js';
import { fillColumn } from './fill.js';
import { fillMark } from './marks.js';
import { forbidNulls } from './not-null.js';
import { apart, type OnlineSteps } from './online-kind.js';
import { isBegun, retype, retyping } from './retype.js';
import { mayBeVolatile } from './volatile.js';

type Table = SchemaObject<TableSpec>;

/** Alters large tables one lock at a time, and fills and checks columns while others write. What the server does only at once keeps its hazard. */
export const tableOnline: OnlineSteps<TableSpec, TableDelta> = (change, usual, context) => {
  if (!context.isOnline(change.address)) return usual;
  if (change.verb !== 'alter') return apart(usual);
  const begun = new Set(
    change.deltas.flatMap((delta) => {
      const found = retyping(change.to, delta, context);
      return found && isBegun(found, context) ? [found.name] : [];
    }),
  );
  return change.deltas.flatMap((delta) => {
    if (delta.type === 'drop-column' && begun.has(delta.path[1] ?? '')) return [];
    const steps = apart(alterTable(change.to, [delta], context));
    return alterOnline(change.to, delta, steps[0]?.summary ?? '', context) ?? steps;
  });
};

function alterOnline(
  table: Table,
  delta: TableDelta,
  summary: string,
  context: RenderContext,
): readonly StepDraft[] | undefined {
  const { type, after } = delta;
  const found = retyping(table, delta, context);
  if (found) return retype(found, context);
  if (type === 'change-not-null' && after?.notNull) return forbidNulls(table, after.name, summary, context);
  const isFilled = type === 'add-column' && after?.default !== undefined && mayBeVolatile(after.default);
  return isFilled ? addFilled(table, after, summary, context) : undefined;
}

/** New rows have the default from the beginning; those that are there get it some at a time. */
function addFilled(table: Table, column: ColumnSpec, summary: string, context: RenderContext): readonly StepDraft[] {
  const alter = `ALTER TABLE ${qualified(table)}`;
  const mark = quoteName(fillMark(column.name));
  const { default: value, ...bare } = column;
  return [
    {
      summary,
      sql: [
        { text: `${alter} ADD COLUMN ${printColumn({ ...bare, notNull: false })}` },
        { text: `${alter} ALTER COLUMN ${quoteName(column.name)} SET DEFAULT ${value}` },
        ...columnExtras(table, column),
        { text: `${alter} ADD CONSTRAINT ${mark} CHECK (true) NOT VALID` },
      ],
      apart: true,
    },
    fillColumn(table, column.name, context.goal),
    ...(column.notNull
      ? forbidNulls(table, column.name, `forbid nulls in column ${column.name} of table ${shown(table)}`, context)
      : []),
    {
      summary: `column ${column.name} of table ${shown(table)} is filled`,
      sql: [{ text: `${alter} DROP CONSTRAINT ${mark}` }],
      apart: true,
    },
  ];
}

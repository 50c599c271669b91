import type { RenderContext, SchemaObject, StepDraft } from '@sync/core';
import { qualified, shown } from '../../text/qualified.js';
import { heirsOf } from '../type/uses.js';
import { addNotNull } from './not-null.js';
import { type ColumnSpec, columnsInOrder, type TableSpec } from './spec.js';

type Table = SchemaObject<TableSpec>;

/**
 * The columns of a new table that forbid nulls from then on, where heirs that come with it do so, too: an heir that comes later has none that broke it, and would be validated
 * from the beginning.
 */
export function unvalidatedBelow(table: Table, context: RenderContext): readonly ColumnSpec[] {
  const heirs = newHeirs(table, context);
  return table.spec.columns.filter(
    ({ name, notNullConstraint }) =>
      notNullConstraint?.unvalidated && heirs.some((heir) => columnOf(heir, name)?.notNull === false),
  );
}

/** Forbids nulls in such columns once the heirs are there; one whose rows comply says so itself. */
export function forbidBelow(
  table: Table,
  columns: readonly ColumnSpec[],
  context: RenderContext,
): readonly StepDraft[] {
  const preferAfter = newHeirs(table, context).map(({ address }) => ({ verb: 'create', address }) as const);
  return columns.map((column) => ({
    summary: `forbid nulls in column ${column.name} from now on of table ${shown(table)}`,
    sql: [{ text: `ALTER TABLE ${qualified(table)} ${addNotNull(column)}` }],
    late: true,
    preferAfter,
  }));
}

function newHeirs(table: Table, { goal, change }: RenderContext): readonly Table[] {
  return heirsOf(table, goal).filter(({ address }) => change(address)?.verb === 'create');
}

function columnOf(table: Table, name: string): ColumnSpec | undefined {
  return columnsInOrder(table).find((each) => each.name === name);
}

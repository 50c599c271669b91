import type { Change, Delta } from '@sync/core';
import { mentionsColumn } from '../../text/rename-in.js';
import type { ColumnSpec, ParentSpec } from './spec.js';

/** A difference of two tables, with the columns themselves beside what people are shown. */
export interface TableDelta extends Delta {
  readonly before?: ColumnSpec;
  readonly after?: ColumnSpec;
  /** Of a table that is left or joined. */
  readonly parent?: ParentSpec;
}

/** The changes of a table's columns, each with the name that the column had before. */
export function columnChanges(change: Change): readonly { readonly column: string; readonly delta: TableDelta }[] {
  if (change.verb !== 'alter' || !(change.kind === 'table' || change.kind === 'postgres/foreign-table')) return [];
  const old = new Map(
    change.deltas.flatMap(({ type, to, from }) =>
      type === 'rename-column' ? [[String(to), String(from)] as const] : [],
    ),
  );
  return change.deltas.flatMap((delta) => {
    const [of, name = ''] = delta.path;
    return of === 'columns' ? [{ column: old.get(name) ?? name, delta }] : [];
  });
}

/** The columns that make way for others of their names, as where a type has no way to the other. */
export function columnsMadeAgain(change: Change): ReadonlySet<string> {
  const columns = columnChanges(change);
  const named = (type: Delta['type']) =>
    columns.flatMap(({ delta }) => (delta.type === type ? [delta.path[1] ?? ''] : []));
  const added = new Set(named('add-column'));
  return new Set(named('drop-column').filter((name) => added.has(name)));
}

/** Whether a change takes away a column that an expression of its table uses; the server lets go of what uses it without a word. */
export function dropsColumnOf(definition: string, change: Change): boolean {
  return columnChanges(change).some(
    ({ column, delta }) => delta.type === 'drop-column' && mentionsColumn(definition, column),
  );
}

import type { SchemaObject } from '@sync/core';
import type { ColumnSpec, TableLayout, TableSpec } from './spec.js';
import type { TableDelta } from './table-delta.js';

type Table = SchemaObject<TableSpec>;

/** Columns of two tables with the same ones above them, with those that stay in place though they are inherited in one and not in the other. */
export interface Descent {
  readonly before: readonly ColumnSpec[];
  readonly after: readonly ColumnSpec[];
  readonly deltas: readonly TableDelta[];
}

/** A column stays with a table that is to have it where the table above loses it; and one that it has is taken for the inherited one where the table above gets it. */
export function descent(from: Table, to: Table): Descent {
  const [was, is] = [from, to].map(({ layout }) => layout as unknown as TableLayout);
  const wanted = new Set(to.spec.columns.map(({ name }) => name));
  const had = new Set(from.spec.columns.map(({ name }) => name));
  const left = (was?.inherited ?? []).filter(({ name }) => wanted.has(name));
  const joined = (is?.inherited ?? []).filter(({ name }) => had.has(name));
  const delta =
    (origins: readonly [string, string]) =>
    ({ name }: ColumnSpec): TableDelta => ({
      type: 'change-origin',
      path: ['columns', name, 'origin'],
      from: origins[0],
      to: origins[1],
    });
  return {
    before: left,
    after: joined,
    deltas: [...left.map(delta(['inherited', 'own'])), ...joined.map(delta(['own', 'inherited']))],
  };
}

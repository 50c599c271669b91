import type { SchemaObject } from '@sync/core';
import { type ColumnSpec, columnsInOrder, parentsInOrder, type TableLayout, type TableSpec } from './spec.js';
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

/** The columns of two tables without those that come, change and go with a table that both have above them; and the names of these. */
export function withoutStaying(
  from: Table,
  to: Table,
): Omit<Descent, 'deltas'> & { readonly stays: ReadonlySet<string> } {
  const [before, after] = [columnsInOrder(from), columnsInOrder(to)];
  const [was, is] = [comingFrom(from, to), comingFrom(to, from)];
  const [had, has] = [before, after].map((columns) => new Set(columns.map(({ name }) => name)));
  const names = [...new Set([...was, ...is])];
  const stays = new Set(
    names.filter((name) => (was.has(name) || !had?.has(name)) && (is.has(name) || !has?.has(name))),
  );
  const isOther = ({ name }: ColumnSpec) => !stays.has(name);
  return { before: before.filter(isOther), after: after.filter(isOther), stays };
}

/** The columns that a table has from those above it that are above another, too. */
function comingFrom(table: Table, other: Table): ReadonlySet<string> {
  const { inherited = [], sources = {} } = table.layout as unknown as TableLayout;
  const shared = new Set(
    parentsInOrder(table).flatMap(({ table: above, bound }, place) =>
      bound === undefined && other.spec.parents?.some((each) => each.table === above) ? [place] : [],
    ),
  );
  return new Set(
    inherited.flatMap(({ name }) => ((sources[name] ?? [0]).some((place) => shared.has(place)) ? [name] : [])),
  );
}

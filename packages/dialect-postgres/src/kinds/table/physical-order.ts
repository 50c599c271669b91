import { type Address, type Catalogue, partsOf, type RenderContext, type SchemaObject, schemaObject } from '@sync/core';
import { isNew } from '../is-new.js';
import { columnsInOrder, type TableSpec } from './spec.js';
import { columnChanges } from './table-delta.js';

type Table = SchemaObject<TableSpec>;

/** The columns of a table in the order that the server has them in once a plan has changed them: what stays in front of what comes. */
export function physicalOrder(at: Address, context: RenderContext): readonly string[] | undefined {
  const to = context.goal.get(at) as Table | undefined;
  if (to?.kind !== 'table') return undefined;
  const from = context.base.get(context.origin(at)) as Table | undefined;
  if (!from || isNew(at, context)) return columnsInOrder(to).map(({ name }) => name);
  const change = context.change(at);
  const deltas = change ? columnChanges(change) : [];
  const named = (type: string) => deltas.flatMap(({ delta }) => (delta.type === type ? [delta.path[1] ?? ''] : []));
  const renamed = new Map(
    deltas.flatMap(({ column, delta }) =>
      delta.type === 'rename-column' ? [[column, delta.path[1] ?? ''] as const] : [],
    ),
  );
  const gone = new Set(named('drop-column'));
  const stays = columnsInOrder(from)
    .map(({ name }) => renamed.get(name) ?? name)
    .filter((name) => !gone.has(name));
  return inSight(to, [...stays, ...named('add-column')]);
}

/** Of these columns those that a table has, and behind them what it has beside. */
function inSight(table: Table, names: readonly string[]): readonly string[] {
  const all = columnsInOrder(table).map(({ name }) => name);
  const has = new Set(all);
  return [...new Set([...names.filter((name) => has.has(name)), ...all])];
}

const routines: ReadonlySet<string> = new Set(['postgres/function', 'postgres/procedure']);

/** A table that functions give rows of, with its columns as they will stand: what it has already in front. The way back begins with that. */
export function inOrderOfBase(table: Table, base: Catalogue, goal: Catalogue): Table {
  const from = base.get(table.address) as Table | undefined;
  if (!from || !goal.dependents(table.address).some(({ address }) => routines.has(partsOf(address).kind))) return table;
  const had = new Set(columnsInOrder(from).map(({ name }) => name));
  const added = table.spec.columns.filter(({ name }) => !had.has(name));
  // What is computed comes after what it is computed from.
  added.sort((a, b) => Number(a.generated !== undefined) - Number(b.generated !== undefined));
  return schemaObject({
    ...table,
    layout: { ...(table.layout as object), columns: inSight(table, [...had, ...added.map(({ name }) => name)]) },
  });
}

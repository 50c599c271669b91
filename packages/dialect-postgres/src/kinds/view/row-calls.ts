import { type Address, append, byCodeUnit, type RenderContext, type SchemaObject } from '@sync/core';
import { columns } from '../../read/parts/columns.js';
import { relations } from '../../read/parts/relations.js';
import { routines } from '../../read/parts/routines.js';
import type { ServerCatalogue } from '../../read/server-catalogue.js';
import { quoteName } from '../../text/names.js';
import { qualifiedAt } from '../../text/qualified.js';
import { physicalOrder } from '../table/physical-order.js';
import { changeAliases } from './aliases.js';
import type { ViewSpec } from './spec.js';

/**
 * A function that a query calls for rows of a table. The server writes names for all columns behind the call, by their places, and tables of one definition may have
 * their columns in different places: such names are kept in the order of the alphabet, and brought into that of the table where the query is written.
 */
export interface RowCall {
  /** The function, as the query calls it. */
  readonly call: string;
  readonly table: Address;
  /** The columns of the table that the names are for, in their order. */
  readonly columns: readonly string[];
}

/** What of the functions that a view calls gives rows of tables; not where overloads give rows of several. */
function readCalls(oid: number, catalogue: ServerCatalogue): readonly RowCall[] {
  const found = new Map<string, (RowCall | undefined)[]>();
  for (const { onCatalogue, onOid } of catalogue.dependenciesOf('pg_class', oid)) {
    const at = onCatalogue === 'pg_proc' ? catalogue.addressOf('pg_proc', onOid) : undefined;
    const [routine] = at === undefined ? [] : catalogue.where(routines, 'oid', onOid);
    if (!routine) continue;
    const { schema } = catalogue.placeOf(routine.namespace);
    const call = `${quoteName(schema)}.${quoteName(routine.name)}`;
    append(found, call, callOf(call, onOid, routine.result, catalogue));
  }
  return [...found.values()].flatMap((all) => {
    const [first, ...rest] = all;
    return first && rest.every((each) => each?.table === first.table) ? [first] : [];
  });
}

function callOf(call: string, oid: number, result: string | null, catalogue: ServerCatalogue): RowCall | undefined {
  for (const { onCatalogue, onOid } of catalogue.dependenciesOf('pg_proc', oid)) {
    const [relation] = onCatalogue === 'pg_type' ? catalogue.where(relations, 'rowType', onOid) : [];
    const table = relation && catalogue.addressOf('pg_class', relation.oid);
    if (!table || result?.replace(/^SETOF /, '') !== qualifiedAt(table)) continue;
    return { call, table, columns: catalogue.where(columns, 'relation', relation.oid).map(({ name }) => name) };
  }
  return undefined;
}

/** A query without the order of the columns of tables in it, and what it takes to write it for such an order again. */
export function withoutOrder(
  text: string,
  oid: number,
  catalogue: ServerCatalogue,
): { readonly select: string; readonly calls: readonly RowCall[] } {
  const found = readCalls(oid, catalogue);
  const calls = found.map((each) => ({ ...each, columns: [...each.columns].sort(byCodeUnit) }));
  const orders = found.map(({ call, columns: from }, i) => ({ call, from, to: calls[i]?.columns ?? from }));
  return { select: changeAliases(text, orders), calls };
}

/** A view with its query written for the order that the columns of tables have when the plan comes to it. */
export function inOrderOf<V extends SchemaObject<ViewSpec>>(view: V, context: RenderContext): V {
  return inOrder(view, (table) => physicalOrder(table, context));
}

/** The same, where it is known which order that is. */
export function inOrder<V extends SchemaObject<ViewSpec>>(
  view: V,
  order: (table: Address) => readonly string[] | undefined,
): V {
  const { calls = [] } = (view.layout ?? {}) as unknown as { readonly calls?: readonly RowCall[] };
  const orders = calls.flatMap(({ call, table, columns: from }) => {
    const to = order(table);
    return to ? [{ call, from, to }] : [];
  });
  if (orders.length === 0) return view;
  return { ...view, spec: { ...view.spec, select: changeAliases(view.spec.select, orders) } };
}

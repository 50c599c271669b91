import {
  type Catalogue,
  equalJson,
  type Json,
  type Ref,
  type Rename,
  type RenderContext,
  type SchemaObject,
  schemaObject,
} from '@sync/core';
import { followName } from '../../text/follow-name.js';
import { qualified, qualifiedAt } from '../../text/qualified.js';
import { hasOtherShape } from '../composite/deltas.js';
import { compositeOf } from './change-type.js';
import { type ColumnSpec, columnsInOrder, type TableLayout, type TableSpec } from './spec.js';
import type { TableDelta } from './table-delta.js';

type Table = SchemaObject<TableSpec>;

/** What the server refuses of a table of a type, which takes it from there. */
const shaping = new Set<string>(['rename-column', 'drop-column', 'add-column', 'change-type', 'change-collation']);

/** The differences of columns, between letting go of the type that a table is of and taking one up. */
export function alongType(
  { ofType: before }: TableSpec,
  { ofType: after }: TableSpec,
  columns: readonly TableDelta[],
): readonly TableDelta[] {
  if (before === after && !columns.some(({ type }) => shaping.has(type))) return columns;
  const path = ['ofType'];
  return [
    ...(before === undefined ? [] : [{ type: 'drop-type', path, from: before } as const]),
    ...columns,
    ...(after === undefined ? [] : [{ type: 'add-type', path, to: after } as const]),
  ];
}

/** Whether a table, once changed so, has its columns in the order that its type asks for: the server moves none. */
export function isInOrder(from: Table, to: Table, deltas: readonly TableDelta[]): boolean {
  if (to.spec.ofType === undefined) return true;
  const names = columnsInOrder(from).map(({ name }) => name);
  const renames = new Map(
    deltas.flatMap((delta) => (delta.type === 'rename-column' ? [[String(delta.from), String(delta.to)]] : [])),
  );
  const order = names.map((name) => renames.get(name) ?? name);
  for (const { type, path } of deltas) {
    const [, name = ''] = path;
    if (type === 'drop-column') order.splice(order.indexOf(name), 1);
    if (type === 'add-column') order.push(name);
  }
  return equalJson(order, (to.layout as unknown as TableLayout).columns as Json);
}

/** Whether a table that stays of its type has its columns in the order of that once both have changed. */
export function isInOrderOfType(table: Table, { base, change, origin }: RenderContext): boolean {
  const own = change(table.address);
  const from = base.get(origin(table.address)) as Table | undefined;
  return !from || isInOrder(from, table, own?.verb === 'alter' ? own.deltas : []);
}

/** Lets go of the type, unless that does so itself, since it changes meanwhile. */
export function leaveType(
  table: Table,
  { from }: TableDelta,
  context: RenderContext,
): { readonly sql: readonly string[] } {
  const type = typeNamed(String(from), context.goal);
  const change = type && context.change(type.address);
  const isLetGo = change?.verb === 'alter' && hasOtherShape(change.deltas) && staysOf(table, change.to);
  return { sql: isLetGo ? [] : [`ALTER TABLE ${qualified(table)} NOT OF`] };
}

/** The tables that are of a type and stay so while it changes, and what has to be done before with those that do not. */
export function tablesOf(
  to: SchemaObject,
  { base, goal, origin, moved, change }: RenderContext,
): { readonly staying: readonly Table[]; readonly after: readonly Ref[] } {
  const type = base.get(origin(to.address));
  if (!type) return { staying: [], after: [] };
  const own = base.dependents(type.address).filter((object): object is Table => isOfType(object, type));
  const staying = own.flatMap(({ address }) => {
    const table = goal.get(moved(address)) as Table | undefined;
    return table && staysOf(table, to) && change(address)?.verb !== 'replace' ? [table] : [];
  });
  const kept = new Set(staying.map(({ address }) => address));
  const after = own.flatMap(({ address }): readonly Ref[] => {
    const verb = kept.has(moved(address)) ? undefined : (change(moved(address))?.verb ?? change(address)?.verb);
    return verb === undefined ? [] : [{ verb: verb === 'replace' ? 'drop' : verb, address }];
  });
  return { staying, after };
}

function isOfType(object: SchemaObject, type: SchemaObject): boolean {
  return object.kind === 'table' && staysOf(object as Table, type);
}

function staysOf({ spec }: Table, type: SchemaObject): boolean {
  return spec.ofType === qualified(type);
}

function typeNamed(name: string, catalogue: Catalogue): SchemaObject | undefined {
  return compositeOf(name, { base: catalogue, goal: catalogue }, 'goal');
}

/** The server knows types by number, and renames what a table has from its type with that. */
export function followOfType(table: Table, rename: Rename): Table {
  const { ofType } = table.spec;
  if (ofType === undefined) return table;
  if (rename.of === 'object') {
    return schemaObject({ ...table, spec: { ...table.spec, ofType: followName(ofType, rename) } });
  }
  return ofType === qualifiedAt(rename.object) ? renameColumn(table, rename) : table;
}

function renameColumn(table: Table, { from, to }: { readonly from: string; readonly to: string }): Table {
  const layout = table.layout as unknown as TableLayout;
  const named = (column: ColumnSpec) => (column.name === from ? { ...column, name: to } : column);
  return schemaObject({
    ...table,
    spec: { ...table.spec, columns: table.spec.columns.map(named) },
    layout: {
      ...layout,
      columns: layout.columns.map((name) => (name === from ? to : name)),
    } as unknown as Json,
  });
}

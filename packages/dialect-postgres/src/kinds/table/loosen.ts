import { type Address, type Json, partsOf, type SchemaObject, schemaObject } from '@sync/core';
import { qualifiedAt } from '../../text/qualified.js';
import type { TableLayout, TableSpec } from './spec.js';

type Table = SchemaObject<TableSpec>;

/** What a default can use that is made of tables itself: functions, and relations by their row types. */
const looseKinds = new Set([
  'postgres/function',
  'table',
  'view',
  'postgres/materialized-view',
  'postgres/foreign-table',
]);

/** Of these objects, those that an expression may do without for a while, and that nothing is of the type of. */
export function looseAmong(from: ReadonlySet<Address>, types: readonly string[]): ReadonlySet<Address> {
  const held = new Set(types.map((type) => type.replace(/(\[\])+$/, '')));
  return new Set([...from].filter((at) => looseKinds.has(partsOf(at).kind) && !held.has(qualifiedAt(at))));
}

/** A table without the defaults that use any of these. */
export function loosenTable(table: Table, from: ReadonlySet<Address>): Table | undefined {
  const layout = table.layout as unknown as TableLayout;
  const { calls = {}, inherited = [] } = layout;
  const { columns: own, parents = [], ofType } = table.spec;
  const loose = looseAmong(from, [...[...own, ...inherited].map(({ type }) => type), ofType ?? '']);
  const above = new Set(parents.map((parent) => parent.table));
  const isUsed = (at: Address) => loose.has(at) && !above.has(at);
  const waiting = new Set(
    own.flatMap((column) => (column.default !== undefined && calls[column.name]?.some(isUsed) ? [column.name] : [])),
  );
  if (waiting.size === 0) return undefined;
  const columns = own.map((column) => {
    if (!waiting.has(column.name)) return column;
    const { default: _, ...rest } = column;
    return rest;
  });
  const staying = Object.entries(calls).filter(([name]) => !waiting.has(name));
  const stillUsed = new Set(staying.flatMap(([, needs]) => needs));
  const gone = new Set([...waiting].flatMap((name) => calls[name]?.filter(isUsed) ?? []));
  return schemaObject({
    ...table,
    spec: { ...table.spec, columns },
    needs: table.needs.filter((need) => !gone.has(need) || stillUsed.has(need)),
    layout: { ...layout, calls: Object.fromEntries(staying) } as unknown as Json,
  });
}

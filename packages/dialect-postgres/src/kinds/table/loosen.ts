import { type Address, type Json, partsOf, type SchemaObject, schemaObject } from '@sync/core';
import type { TableLayout, TableSpec } from './spec.js';

type Table = SchemaObject<TableSpec>;

/** A table without the defaults that call any of these functions. */
export function loosenTable(table: Table, from: ReadonlySet<Address>): Table | undefined {
  const layout = table.layout as unknown as TableLayout;
  const { calls = {} } = layout;
  const isCalled = (at: Address) => from.has(at) && partsOf(at).kind === 'postgres/function';
  const waiting = new Set(
    table.spec.columns.flatMap((column) =>
      column.default !== undefined && calls[column.name]?.some(isCalled) ? [column.name] : [],
    ),
  );
  if (waiting.size === 0) return undefined;
  const columns = table.spec.columns.map((column) => {
    if (!waiting.has(column.name)) return column;
    const { default: _, ...rest } = column;
    return rest;
  });
  const staying = Object.entries(calls).filter(([name]) => !waiting.has(name));
  const stillCalled = new Set(staying.flatMap(([, needs]) => needs));
  const gone = new Set([...waiting].flatMap((name) => calls[name]?.filter(isCalled) ?? []));
  return schemaObject({
    ...table,
    spec: { ...table.spec, columns },
    needs: table.needs.filter((need) => !gone.has(need) || stillCalled.has(need)),
    layout: { ...layout, calls: Object.fromEntries(staying) } as unknown as Json,
  });
}

import { type Address, address, type SchemaObject, schemaObject } from '@sync/core';
import type { TableSpec } from './spec.js';

/** A table without its foreign keys to any of these: tables that refer to each other get them once all are there. */
export function loosenTable(
  table: SchemaObject<TableSpec>,
  from: ReadonlySet<Address>,
): SchemaObject<TableSpec> | undefined {
  const target = ({ table: name, database }: TableSpec['foreignKeys'][number]) =>
    database === undefined ? address('table', name) : undefined;
  const isLoose = (key: TableSpec['foreignKeys'][number]) => {
    const at = target(key);
    return at !== undefined && from.has(at) && at !== table.address;
  };
  const staying = table.spec.foreignKeys.filter((key) => !isLoose(key));
  if (staying.length === table.spec.foreignKeys.length) return undefined;
  const gone = new Set(table.spec.foreignKeys.filter(isLoose).map(target));
  return schemaObject<TableSpec>({
    ...table,
    spec: { ...table.spec, foreignKeys: staying },
    needs: table.needs.filter((need) => !gone.has(need)),
  });
}

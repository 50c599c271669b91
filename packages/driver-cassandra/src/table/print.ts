import type { SchemaObject, Server } from '@sync/core';
import { quoteName } from '../names.js';
import { inOrder, type KeySpec } from '../read/columns.js';
import { saidOf } from './properties.js';
import type { ColumnSpec, TableSpec } from './spec.js';

/** The statement that makes a table. */
export function printTable(
  { name, spec }: Pick<SchemaObject<TableSpec>, 'name' | 'spec'>,
  server: Pick<Server, 'features'>,
): string {
  const columns = inOrder(spec.columns, spec).map((column) => `  ${printColumn(column)}`);
  const body = [...columns, `  PRIMARY KEY (${printKey(spec)})`].join(',\n');
  return `CREATE TABLE ${quoteName(name)} (\n${body}\n)${printOptions([...orderOf(spec), ...saidOf(spec.properties, server)])}`;
}

/** `mail text`, `name text static` */
export function printColumn({ name, type, isStatic }: ColumnSpec): string {
  return `${quoteName(name)} ${type}${isStatic ? ' static' : ''}`;
}

/** `(a, b), c` */
export function printKey({ partitionKey, clustering }: KeySpec): string {
  const partition = partitionKey.map(quoteName).join(', ');
  const first = partitionKey.length > 1 ? `(${partition})` : partition;
  return [first, ...clustering.map(({ column }) => quoteName(column))].join(', ');
}

/** The order of the rows in a partition, where it is said. */
export function orderOf({ clustering }: KeySpec): readonly string[] {
  if (!clustering.some(({ descending }) => descending)) return [];
  const parts = clustering.map(({ column, descending }) => `${quoteName(column)} ${descending ? 'DESC' : 'ASC'}`);
  return [`CLUSTERING ORDER BY (${parts.join(', ')})`];
}

/** ` WITH a = 1\n  AND b = 2` */
export function printOptions(options: readonly string[]): string {
  return options.length === 0 ? '' : ` WITH ${options.join('\n  AND ')}`;
}

import { byCodeUnit, type Found, grouped, type Reading, type SchemaObject, schemaObject } from '@sync/core';
import { type ColumnRow, keyOf } from '../read/columns.js';
import { leftAlone, readSystem, scopeOf } from '../read/read.js';
import { tableAddress, typesIn } from '../types.js';
import { propertiesIn } from './properties.js';
import type { TableLayout, TableSpec } from './spec.js';

interface TableRow extends Readonly<Record<string, unknown>> {
  readonly table_name: string;
  readonly flags: readonly string[] | null;
}

interface DroppedRow {
  readonly table_name: string;
  readonly column_name: string;
  readonly kind?: string;
  readonly type: string;
}

interface MaskRow {
  readonly table_name: string;
  readonly column_name: string;
}

interface TriggerRow {
  readonly table_name: string;
  readonly trigger_name: string;
}

/** Reads all tables of a keyspace by a fixed number of queries. */
export async function* inspectTables(reading: Reading): AsyncGenerator<Found<TableSpec>> {
  const scope = scopeOf(reading);
  const tables = await readSystem<TableRow>(reading, 'tables');
  const columns = grouped(await readSystem<ColumnRow>(reading, 'columns'), (row) => row.table_name);
  const dropped = grouped(await readSystem<DroppedRow>(reading, 'dropped_columns'), (row) => row.table_name);
  for (const row of tables) {
    const { table_name: name, flags } = row;
    if (!(flags ?? []).includes('compound')) {
      yield leftAlone(scope, 'table', name, 'it is kept in COMPACT STORAGE, which CQL cannot define any more');
      continue;
    }
    yield { scope, object: tableObject(row, columns.get(name) ?? [], dropped.get(name) ?? []) };
  }
  for (const { table_name: table, trigger_name: name } of await readSystem<TriggerRow>(reading, 'triggers'))
    yield { scope, unmanaged: { kind: 'trigger', name, in: table, reason: 'triggers are not covered' } };
  if (!reading.server.features.has('column-masks')) return;
  for (const { table_name: table, column_name: name } of await readSystem<MaskRow>(reading, 'column_masks'))
    yield { scope, unmanaged: { kind: 'column mask', name, in: table, reason: 'masks of columns are not covered' } };
}

function tableObject(
  row: TableRow,
  columns: readonly ColumnRow[],
  dropped: readonly DroppedRow[],
): SchemaObject<TableSpec> {
  const { table_name: name } = row;
  const layout: TableLayout = dropped.length === 0 ? {} : { dropped: rememberedIn(dropped) };
  return schemaObject({
    kind: 'table',
    address: tableAddress(name),
    name,
    spec: {
      columns: columns
        .map(({ column_name, type, kind }) => ({
          name: column_name,
          type,
          ...(kind === 'static' && { isStatic: true as const }),
        }))
        .sort((a, b) => byCodeUnit(a.name, b.name)),
      ...keyOf(columns),
      properties: propertiesIn(row),
    },
    needs: typesIn(columns.map(({ type }) => type)),
    ...(layout.dropped && { layout: JSON.parse(JSON.stringify(layout)) }),
  });
}

function rememberedIn(rows: readonly DroppedRow[]): NonNullable<TableLayout['dropped']> {
  const sorted = [...rows].sort((a, b) => byCodeUnit(a.column_name, b.column_name));
  return Object.fromEntries(
    sorted.map(({ column_name, type, kind }) => [
      column_name,
      { type, ...(kind === 'static' && { isStatic: true as const }) },
    ]),
  );
}

import { type Delta, equalJson, type Json, type SchemaObject } from '@sync/core';
import { keyColumns } from '../read/columns.js';
import { printColumn, printKey } from './print.js';
import { type Properties, writeProperty } from './properties.js';
import type { ColumnSpec, TableSpec } from './spec.js';

type Table = SchemaObject<TableSpec>;

/** What is different between two states of a table, its columns matched by their renames. */
export interface TableDifference {
  readonly renamed: readonly { readonly from: string; readonly to: string }[];
  readonly dropped: readonly ColumnSpec[];
  readonly added: readonly ColumnSpec[];
  readonly retyped: readonly { readonly from: ColumnSpec; readonly to: ColumnSpec }[];
  readonly key: { readonly from: string; readonly to: string } | undefined;
  readonly order: { readonly from: Json; readonly to: Json } | undefined;
  readonly properties: readonly { readonly name: string; readonly from: Json; readonly to: Json }[];
}

/** Compares two states of a table; `renames` leads from new names to old ones. */
export function tableDifference(from: Table, to: Table, renames: ReadonlyMap<string, string>): TableDifference {
  const before = new Map(from.spec.columns.map((column) => [column.name, column]));
  const oldName = (name: string) => {
    const old = renames.get(name);
    return old !== undefined && before.has(old) ? old : name;
  };
  const pairs = to.spec.columns.map((column) => ({ to: column, from: before.get(oldName(column.name)) }));
  const met = new Set(pairs.flatMap(({ from: column }) => (column ? [column.name] : [])));
  const both = pairs.flatMap((pair) => (pair.from ? [{ from: pair.from, to: pair.to }] : []));
  const newNames = new Map(both.map((pair) => [pair.from.name, pair.to.name]));
  const newName = (name: string) => newNames.get(name) ?? name;
  const followed = {
    partitionKey: from.spec.partitionKey.map(newName),
    clustering: from.spec.clustering.map((part) => ({ ...part, column: newName(part.column) })),
  };
  const keys = { from: printKey(followed), to: printKey(to.spec) };
  const orders = { from: directionsOf(followed), to: directionsOf(to.spec) };
  return {
    renamed: both.flatMap((pair) =>
      pair.from.name === pair.to.name ? [] : [{ from: pair.from.name, to: pair.to.name }],
    ),
    dropped: from.spec.columns.filter(({ name }) => !met.has(name)),
    added: pairs.flatMap((pair) => (pair.from ? [] : [pair.to])),
    retyped: both.filter((pair) => pair.from.type !== pair.to.type || pair.from.isStatic !== pair.to.isStatic),
    key: keys.from === keys.to ? undefined : { from: printKey(from.spec), to: keys.to },
    order: keys.from === keys.to && !equalJson(orders.from, orders.to) ? orders : undefined,
    properties: changedProperties(from.spec.properties, to.spec.properties),
  };
}

function directionsOf({ clustering }: Pick<TableSpec, 'clustering'>): Json {
  return clustering.map(({ column, descending }) => `${column} ${descending ? 'desc' : 'asc'}`);
}

/** Properties that only one side has are of a server of another version. */
export function changedProperties(from: Properties, to: Properties): TableDifference['properties'] {
  return Object.entries(to).flatMap(([name, value]) => {
    const before = from[name];
    return before === undefined || equalJson(before, value) ? [] : [{ name, from: before, to: value }];
  });
}

/** The difference as it is shown. */
export function deltasOf(difference: TableDifference, from: Table): readonly Delta[] {
  const { renamed, dropped, added, retyped, key, order, properties } = difference;
  const inKey = new Set(keyColumns(from.spec));
  return [
    ...renamed.map((each): Delta => ({ type: 'rename-column', path: ['columns', each.to], ...each })),
    ...dropped.map((each): Delta => ({ type: 'drop-column', path: ['columns', each.name], from: printColumn(each) })),
    ...added.map((each): Delta => ({ type: 'add-column', path: ['columns', each.name], to: printColumn(each) })),
    ...retyped.map(
      (each): Delta => ({
        type: inKey.has(each.from.name) ? 'change-key-type' : 'change-type',
        path: ['columns', each.to.name, 'type'],
        from: printColumn(each.from),
        to: printColumn(each.to),
      }),
    ),
    ...(key ? [{ type: 'change-primary-key', path: ['primaryKey'], ...key } satisfies Delta] : []),
    ...(order ? [{ type: 'change-clustering-order', path: ['clusteringOrder'], ...order } satisfies Delta] : []),
    ...properties.map(propertyDelta),
  ];
}

/** A property as it is shown. */
export function propertyDelta({ name, from, to }: TableDifference['properties'][number]): Delta {
  return {
    type: 'change-property',
    path: ['properties', name],
    from: writeProperty(name, from),
    to: writeProperty(name, to),
  };
}

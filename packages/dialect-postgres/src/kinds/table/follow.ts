import { type Address, byCodeUnit, type Json, partsOf, type Rename, type SchemaObject, schemaObject } from '@sync/core';
import { followName, qualifiedNameIn } from '../../text/follow-name.js';
import { renameClassIn, renameColumnIn } from '../../text/rename-in.js';
import type { ColumnSpec, TableLayout, TableSpec } from './spec.js';
import { followOfType } from './typed.js';

type Table = SchemaObject<TableSpec>;

/** The server rewrites the expressions of computed columns when a column is renamed, and what refers to a sequence when that is. */
export function followInTable(old: Table, rename: Rename): Table {
  const table = followOfType(old, rename);
  if (rename.of === 'object') {
    if (table.spec.parents?.some((each) => each.table === rename.from)) {
      return followParent(table, rename.from, rename.to);
    }
    const isOwned = table.spec.columns.some(({ owns }) => owns?.includes(rename.from));
    if (!isOwned && !table.needs.includes(rename.to)) return table;
    if (partsOf(rename.from).kind !== 'sequence') {
      const own = followOwn(table, (text) => followName(text, rename));
      return withColumns(own, (column) => followNames(column, rename));
    }
    return withColumns(table, (column) => followSequence(column, rename.from, rename.to));
  }
  const comes = table.spec.parents !== undefined && table.needs.includes(rename.object);
  if (rename.object !== table.address && !comes) return table;
  const { from, to } = rename;
  const { partitionBy } = table.spec;
  const followed = comes ? followInherited(table, from, to) : table;
  const key = partitionBy === undefined ? {} : { partitionBy: renameColumnIn(partitionBy, from, to) };
  return withColumns(schemaObject({ ...followed, spec: { ...followed.spec, ...key } }), (column) => ({
    ...column,
    ...(column.generated && { generated: { ...column.generated, as: renameColumnIn(column.generated.as, from, to) } }),
  }));
}

function followParent(table: Table, from: Address, to: Address): Table {
  const parents = table.spec.parents
    ?.map((each) => (each.table === from ? { ...each, table: to } : each))
    .sort((a, b) => byCodeUnit(a.table, b.table));
  const layout = table.layout as unknown as TableLayout;
  const above = layout.above?.map((each) => (each === from ? to : each));
  return schemaObject({
    ...table,
    spec: { ...table.spec, ...(parents && { parents }) },
    layout: { ...layout, ...(above && { above }) } as unknown as Json,
  });
}

/** A column that comes from another table is renamed with that one's. */
function followInherited(table: Table, from: string, to: string): Table {
  const { columns, inherited = [], sources, defined, forbidden, ...rest } = table.layout as unknown as TableLayout;
  const renamed = (names: readonly string[]) => names.map((name) => (name === from ? to : name));
  const named = <N extends { readonly name: string }>(each: N) => (each.name === from ? { ...each, name: to } : each);
  const overrides = table.spec.overrides?.map(named);
  const layout = {
    ...rest,
    columns: renamed(columns),
    ...(sources && {
      sources: Object.fromEntries(Object.entries(sources).map(([name, of]) => [name === from ? to : name, of])),
    }),
    ...(defined && { defined: renamed(defined) }),
    ...(forbidden && { forbidden: renamed(forbidden) }),
    inherited: inherited.map(named),
  };
  return schemaObject({
    ...table,
    spec: { ...table.spec, ...(overrides && { overrides }) },
    layout: layout as unknown as Json,
  });
}

function followSequence(column: ColumnSpec, from: Address, to: Address): ColumnSpec {
  return {
    ...column,
    ...(column.default !== undefined && {
      default: renameClassIn(column.default, qualifiedNameIn(from), qualifiedNameIn(to)),
    }),
    ...(column.owns && { owns: column.owns.map((each) => (each === from ? to : each)).sort() }),
  };
}

/** Types and functions that a column names. */
function followNames(column: ColumnSpec, rename: Extract<Rename, { of: 'object' }>): ColumnSpec {
  const follow = (text: string) => followName(text, rename);
  return {
    ...column,
    type: follow(column.type),
    ...(column.collation !== undefined && { collation: follow(column.collation) }),
    ...(column.default !== undefined && { default: follow(column.default) }),
    ...(column.generated && { generated: { ...column.generated, as: follow(column.generated.as) } }),
  };
}

/** What it is partitioned by, and what it has of its own of columns that come from another table. */
function followOwn(table: Table, follow: (text: string) => string): Table {
  const { partitionBy } = table.spec;
  const overrides = table.spec.overrides?.map(({ name, facets }) => {
    const { default: value } = facets;
    return { name, facets: typeof value === 'string' ? { ...facets, default: follow(value) } : facets };
  });
  const own = {
    ...(overrides && { overrides }),
    ...(partitionBy !== undefined && { partitionBy: follow(partitionBy) }),
  };
  return schemaObject({ ...table, spec: { ...table.spec, ...own } });
}

function withColumns(table: Table, change: (column: ColumnSpec) => ColumnSpec): Table {
  return schemaObject({ ...table, spec: { ...table.spec, columns: table.spec.columns.map(change) } });
}

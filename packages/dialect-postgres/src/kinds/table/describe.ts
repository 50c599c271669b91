import { type DescribedColumn, type Description, partsOf, type SchemaObject } from '@sync/core';
import { printGenerated, printIdentity } from './print.js';
import { type ColumnSpec, columnsInOrder, type TableSpec } from './spec.js';

/** A table as people read it: its columns, and how it is stored. Its constraints are objects of their own. */
export function describeTable(table: SchemaObject<TableSpec>): Description {
  const { unlogged, options = [], parents = [], partitionBy } = table.spec;
  const head = [
    ...parents.map(({ table: above, bound }) => {
      const name = partsOf(above).parts.join('.');
      return bound === undefined ? `inherits from ${name}` : `partition of ${name} ${bound}`;
    }),
    ...(partitionBy === undefined ? [] : [`partitioned by ${partitionBy}`]),
    ...(unlogged ? ['unlogged'] : []),
    ...(options.length > 0 ? [`with (${options.join(', ')})`] : []),
  ];
  return {
    ...(head.length > 0 && { head: head.join(' ') }),
    columns: columnsInOrder(table).map(describeColumn),
  };
}

function describeColumn(column: ColumnSpec): DescribedColumn {
  const { name, type, notNull, generated, identity, collation, storage, compression } = column;
  return {
    name,
    type,
    facts: [
      ...(notNull ? ['not null'] : []),
      ...(column.default === undefined ? [] : [`default ${column.default}`]),
      ...(collation === undefined ? [] : [`collate ${collation}`]),
      ...(generated ? [printGenerated(generated)] : []),
      ...(identity ? [printIdentity(identity)] : []),
      ...(storage === undefined ? [] : [`storage ${storage}`]),
      ...(compression === undefined ? [] : [`compression ${compression}`]),
      ...(column.owns ?? []).map((sequence) => `owns ${sequence}`),
    ],
  };
}

import { type DescribedColumn, type Description, partsOf, type SchemaObject } from '@sync/core';
import { printGenerated, printIdentity } from './print.js';
import { type ColumnSpec, columnsInOrder, parentsInOrder, type TableSpec } from './spec.js';

/** A table as people read it: its columns, and how it is stored. Its constraints are objects of their own. */
export function describeTable(table: SchemaObject<TableSpec>): Description {
  const { unlogged, options = [], partitionBy, ofType } = table.spec;
  const { rowSecurity, forcedRowSecurity, replicaIdentity } = table.spec;
  const head = [
    ...parentsInOrder(table).map(({ table: above, bound }) => {
      const name = partsOf(above).parts.join('.');
      return bound === undefined ? `inherits from ${name}` : `partition of ${name} ${bound}`;
    }),
    ...(ofType === undefined ? [] : [`of type ${ofType}`]),
    ...(partitionBy === undefined ? [] : [`partitioned by ${partitionBy}`]),
    ...(unlogged ? ['unlogged'] : []),
    ...(options.length > 0 ? [`with (${options.join(', ')})`] : []),
    ...(rowSecurity ? ['row-level security'] : []),
    ...(forcedRowSecurity ? ['row-level security forced'] : []),
    ...(replicaIdentity ? [`replica identity ${replicaIdentity}`] : []),
  ];
  return {
    ...(head.length > 0 && { head: head.join(' ') }),
    columns: columnsInOrder(table).map(describeColumn),
  };
}

function describeColumn(column: ColumnSpec): DescribedColumn {
  const { name, type, generated, identity, collation, storage, compression } = column;
  return {
    name,
    type,
    facts: [
      ...describeNotNull(column),
      ...(column.default === undefined ? [] : [`default ${column.default}`]),
      ...(collation === undefined ? [] : [`collate ${collation}`]),
      ...(generated ? [printGenerated(generated)] : []),
      ...(identity ? [printIdentity(identity)] : []),
      ...(storage === undefined ? [] : [`storage ${storage}`]),
      ...(compression === undefined ? [] : [`compression ${compression}`]),
      ...(column.owns ?? []).map((sequence) => `owns ${sequence}`),
      ...(column.statistics === undefined ? [] : [`statistics ${column.statistics}`]),
      ...(column.options ? [`with (${column.options.join(', ')})`] : []),
    ],
  };
}

function describeNotNull({ notNull, notNullConstraint = {} }: ColumnSpec): readonly string[] {
  const { name, noInherit, unvalidated } = notNullConstraint;
  if (!notNull && !unvalidated) return [];
  const more = [
    ...(name === undefined ? [] : [`as ${name}`]),
    ...(noInherit ? ['no inherit'] : []),
    ...(unvalidated ? ['not valid'] : []),
  ];
  return [`not null${more.length > 0 ? ` (${more.join(', ')})` : ''}`];
}

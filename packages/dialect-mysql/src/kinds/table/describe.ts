import type { Description, Relation, SchemaObject } from '@sync/core';
import { foldMember, quoteNames } from '../../text/names.js';
import { printPeriod } from './period.js';
import { printPartitioning } from './print-partitioning.js';
import { type ColumnSpec, type ForeignKeySpec, type IndexSpec, orderOf, primary, type TableSpec } from './spec.js';

type Table = SchemaObject<TableSpec>;

function columnsOf(table: Table): readonly ColumnSpec[] {
  const columns = new Map(table.spec.columns.map((column) => [foldMember(column.name), column]));
  return orderOf(table).flatMap((name) => columns.get(foldMember(name)) ?? []);
}

/** A table as people read it. */
export function describeTable(table: Table): Description {
  const { spec } = table;
  return {
    head: [spec.engine, spec.collation, ...spec.options].join(' '),
    columns: columnsOf(table).map((column) => ({ name: column.name, type: column.type, facts: factsOf(column, spec) })),
    parts: [
      ...spec.indexes.map((index) => ({
        type: index.name === primary ? 'primary key' : index.unique ? 'unique' : (index.type ?? 'index').toLowerCase(),
        text: [`(${partsText(index)})`, ...(index.options ?? []), ...(index.unused ? ['unused'] : [])].join(' '),
        ...(index.name !== primary && { name: index.name }),
      })),
      ...spec.foreignKeys.map((key) => ({ type: 'foreign key', name: key.name, text: foreignKeyText(key) })),
      ...spec.checks.map(({ name, expression, notEnforced }) => ({
        type: 'check',
        name,
        text: `${expression}${notEnforced ? ' not enforced' : ''}`,
      })),
      ...(spec.comment === undefined ? [] : [{ type: 'comment', text: spec.comment }]),
      ...(spec.period ? [{ type: 'period', text: printPeriod(spec.period) }] : []),
      ...(spec.versioning ? [{ type: 'history', text: Object.values(spec.versioning).join(', ') }] : []),
      ...(spec.partitioning
        ? [{ type: 'partitions', text: printPartitioning(spec.partitioning).replaceAll('\n', ' ') }]
        : []),
    ],
  };
}

function factsOf(column: ColumnSpec, table: TableSpec): readonly string[] {
  const { collation, generated, onUpdate, comment, check, srid } = column;
  return [
    ...(column.notNull ? ['not null'] : []),
    ...(column.default === undefined ? [] : [`default ${column.default}`]),
    ...(onUpdate === undefined ? [] : [`on update ${onUpdate}`]),
    ...(column.autoIncrement ? ['auto_increment'] : []),
    ...(collation === undefined || collation === table.collation ? [] : [`collate ${collation}`]),
    ...(generated ? [`generated always as (${generated.as}) ${generated.stored ? 'stored' : 'virtual'}`] : []),
    ...(column.invisible ? ['invisible'] : []),
    ...(srid === undefined ? [] : [`srid ${srid}`]),
    ...(check === undefined ? [] : [`check (${check})`]),
    ...(comment === undefined ? [] : [`comment ${comment}`]),
    ...(column.unversioned ? ['without history'] : []),
  ];
}

function partsText({ parts, period }: IndexSpec): string {
  const timed = period === undefined ? [] : [`${period} without overlaps`];
  return [
    ...parts.map(({ column, expression, length, descending }) =>
      [column ?? `(${expression})`, length === undefined ? '' : `(${length})`, descending ? ' desc' : ''].join(''),
    ),
    ...timed,
  ].join(', ');
}

function foreignKeyText({ columns, database, table, references, onDelete, onUpdate }: ForeignKeySpec): string {
  const actions = `on delete ${onDelete.toLowerCase()} on update ${onUpdate.toLowerCase()}`;
  const place = database === undefined ? '' : `${database}.`;
  return `(${quoteNames(columns)}) → ${place}${table} (${quoteNames(references)}) ${actions}`;
}

/** A table in terms that every relational engine shares. */
export function relationOfTable(table: Table): Relation {
  const { indexes, foreignKeys } = table.spec;
  const key = indexes.find(({ name }) => name === primary);
  const names = ({ parts }: IndexSpec) => parts.map(({ column, expression }) => column ?? expression ?? '');
  return {
    name: table.name,
    type: 'table',
    columns: columnsOf(table).map(({ name, type, notNull, default: value, generated }) => ({
      name,
      type,
      nullable: !notNull,
      ...(value !== undefined && { default: value }),
      ...(generated && { generated: generated.as }),
    })),
    ...(key && { primaryKey: { columns: names(key) } }),
    foreignKeys: foreignKeys.map(({ name, columns, table: target, references, onDelete, onUpdate }) => ({
      name,
      columns,
      references: { table: target, columns: references },
      onDelete,
      onUpdate,
    })),
    indexes: indexes.flatMap((index) =>
      index.name === primary ? [] : [{ name: index.name, unique: index.unique ?? false, columns: names(index) }],
    ),
  };
}

import type { Catalogue, Json, SchemaObject } from '@sync/core';
import type { Flavour } from '../flavour.js';
import {
  type CheckSpec,
  type ColumnSpec,
  type ForeignKeySpec,
  type IndexPart,
  type IndexSpec,
  orderOf,
  primary,
  type TableSpec,
} from '../kinds/table/spec.js';
import { writtenDefault } from './default.js';
import { defaultForeignKeyName, defaultIndexName } from './keys.js';
import type { WrittenObject } from './written.js';

type Table = SchemaObject<TableSpec>;

/** Writes the tables of a catalogue that documents can hold: not those whose rows are dealt out to partitions or have a history, or with indexes of a kind of their own. */
export function writeTables(catalogue: Catalogue, flavour: Flavour): readonly WrittenObject[] {
  return [...catalogue]
    .filter((object): object is Table => object.kind === 'table')
    .filter(({ spec }) => isWritable(spec))
    .map((table) => ({
      name: table.name,
      spec: { name: table.name, schema: { [flavour.sections[0] ?? '']: sectionOf(table, flavour) } },
      covers: [table],
    }));
}

const parser = /^WITH PARSER `(\w+)`$/;

function isWritable({ partitioning, versioning, period, indexes, foreignKeys, options }: TableSpec): boolean {
  return (
    partitioning === undefined &&
    versioning === undefined &&
    period === undefined &&
    indexes.every((index) => (index.options ?? []).every((option) => parser.test(option))) &&
    foreignKeys.every(({ database }) => database === undefined) &&
    options.every((option) => /^\w+=\w+$/.test(option))
  );
}

function sectionOf(table: Table, flavour: Flavour): Json {
  const { spec } = table;
  const columns = new Map(spec.columns.map((column) => [column.name, column]));
  const key = spec.indexes.find(({ name }) => name === primary);
  const others = spec.indexes.filter(({ name }) => name !== primary);
  const options = spec.options.map((option) => option.split('=', 2));
  return {
    ...(key && { primaryKey: key.parts.map(writePart) }),
    ...listed(
      'foreignKeys',
      spec.foreignKeys.map((each) => writeForeignKey(each, table.name, flavour)),
    ),
    ...listed(
      'indexes',
      others.map((each) => writeIndex(each, table.name)),
    ),
    ...listed('checks', spec.checks.map(writeCheck)),
    ...(spec.engine !== 'InnoDB' && { engine: spec.engine }),
    defaultCharset: spec.charset,
    collation: spec.collation,
    ...(spec.comment !== undefined && { comment: spec.comment }),
    ...(options.length > 0 && { options: Object.fromEntries(options) as Readonly<Record<string, string>> }),
    columns: orderOf(table).flatMap((name) => {
      const column = columns.get(name);
      return column ? [writeColumn(column, spec, flavour)] : [];
    }),
  };
}

function listed(field: string, items: readonly Json[]): { readonly [field: string]: Json } {
  return items.length > 0 ? { [field]: items } : {};
}

function writeColumn(column: ColumnSpec, table: TableSpec, flavour: Flavour): Json {
  const { name, type, generated, onUpdate, srid, comment, check } = column;
  const isOwn = column.collation !== undefined && column.collation !== table.collation;
  return {
    name,
    type,
    ...(isOwn && { charset: column.charset ?? '', collation: column.collation ?? '' }),
    ...(column.default !== undefined && { default: writtenDefault(column.default, type, flavour) }),
    ...(onUpdate !== undefined && { onUpdate }),
    ...(column.notNull && { constraints: { notNull: true } }),
    ...(column.autoIncrement && { attributes: { autoIncrement: true } }),
    ...(generated && { generated: { expression: generated.as, ...(generated.stored && { stored: true }) } }),
    ...(column.invisible && { invisible: true }),
    ...(srid !== undefined && { srid }),
    ...(check !== undefined && { check }),
    ...(comment !== undefined && { comment }),
  };
}

/** A plain name where nothing more is to be said. */
function writePart({ column, expression, length, descending }: IndexPart): Json {
  if (column !== undefined && length === undefined && !descending) return column;
  return {
    ...(column === undefined ? { expression: expression ?? '' } : { column }),
    ...(length !== undefined && { length }),
    ...(descending && { desc: true }),
  };
}

function writeIndex(index: IndexSpec, table: string): Json {
  const { name, unique, type, parts, unused, comment, options = [] } = index;
  const own = options.flatMap((option) => parser.exec(option)?.[1] ?? [])[0];
  const isUsual = parts.every(({ column }) => column !== undefined) && name === defaultIndexName(table, parts);
  return {
    columns: parts.map(writePart),
    ...(!isUsual && { name }),
    ...(unique && { isUnique: true }),
    ...(type !== undefined && { type: type.toLowerCase() }),
    ...(own !== undefined && { parser: own }),
    ...(unused && { unused: true }),
    ...(comment !== undefined && { comment }),
  };
}

function writeForeignKey(key: ForeignKeySpec, table: string, { usualAction }: Flavour): Json {
  const { name, columns, references, onDelete, onUpdate } = key;
  return {
    columns,
    references: { table: key.table, columns: references },
    ...(onDelete !== usualAction && { onDelete: onDelete.toLowerCase() }),
    ...(onUpdate !== usualAction && { onUpdate: onUpdate.toLowerCase() }),
    ...(name !== defaultForeignKeyName(table, columns) && { name }),
  };
}

function writeCheck({ name, expression, notEnforced }: CheckSpec): Json {
  return { name, expression, ...(notEnforced && { notEnforced: true }) };
}

import type { SchemaObject } from '@sync/core';
import type { Flavour } from '../../flavour.js';
import { quoteText } from '../../text/literal.js';
import { quoteName, quoteNames } from '../../text/names.js';
import { isJson } from './json-text.js';
import { printPeriod } from './period.js';
import { printPartitioning } from './print-partitioning.js';
import {
  type CheckSpec,
  type ColumnSpec,
  type ForeignKeySpec,
  type IndexPart,
  type IndexSpec,
  orderOf,
  primary,
  type TableSpec,
} from './spec.js';
import { printVersioning } from './versioning.js';

type Texts = Pick<Flavour, 'usualAction' | 'unusedIndex' | 'spatialReference'>;

/** The CREATE TABLE statement, with all that belongs to the table, and with more options than it has for good. */
export function printTable(table: SchemaObject<TableSpec>, flavour: Texts, more: readonly string[] = []): string {
  const { spec } = table;
  const columns = new Map(spec.columns.map((column) => [column.name, column]));
  const versioning = printVersioning(spec);
  const lines = [
    ...orderOf(table).flatMap((name) => {
      const column = columns.get(name);
      return column ? [printColumn(column, spec, flavour)] : [];
    }),
    ...spec.indexes.map((index) => printIndex(index, flavour)),
    ...spec.foreignKeys.map((key) => printForeignKey(key, flavour)),
    ...spec.checks.map(printCheck),
    ...(spec.period ? [printPeriod(spec.period)] : []),
    ...versioning.within,
  ];
  const partitioning = spec.partitioning ? `\n${printPartitioning(spec.partitioning)}` : '';
  return `CREATE TABLE ${quoteName(table.name)} (\n  ${lines.join(',\n  ')}\n) ${[...printOptions(spec), ...more, ...versioning.behind].join(' ')}${partitioning}`;
}

/** What stands behind the parentheses of a table. */
function printOptions({ engine, charset, collation, comment, options }: TableSpec): readonly string[] {
  return [
    // A document leaves to the server what it does not say.
    ...(engine === '' ? [] : [`ENGINE=${engine}`]),
    ...(charset === '' ? [] : [`DEFAULT CHARACTER SET=${charset}`]),
    ...(collation === '' ? [] : [`COLLATE=${collation}`]),
    ...(comment === undefined ? [] : [`COMMENT=${quoteText(comment)}`]),
    ...options.map(printOption),
  ];
}

/** `row_format=COMPRESSED` as a clause. */
export function printOption(option: string): string {
  const at = option.indexOf('=');
  return at < 0 ? option : `${option.slice(0, at).toUpperCase()}=${option.slice(at + 1)}`;
}

/** A column as CREATE TABLE and ALTER TABLE define it. */
export function printColumn(
  column: ColumnSpec,
  table: Pick<TableSpec, 'charset' | 'collation'>,
  { spatialReference }: Texts,
): string {
  const { name, notNull, onUpdate, generated, comment, srid } = column;
  const { type, text, check } = printType(column, table);
  const isBound = generated !== undefined && bound.test(generated.as);
  const reference = srid === undefined ? [] : [`${spatialReference.clause}${srid}`];
  return [
    quoteName(name),
    type,
    ...(spatialReference.isOfType ? reference : []),
    ...text,
    ...(generated ? [`GENERATED ALWAYS AS ${printGenerated(generated)}`] : []),
    // A timestamp that does not say so may be taken for NOT NULL. A computed column is nullable where it does not say otherwise.
    ...(isBound ? [] : notNull ? ['NOT NULL'] : generated ? [] : ['NULL']),
    ...(spatialReference.isOfType ? [] : reference),
    ...(column.invisible ? ['INVISIBLE'] : []),
    ...(column.default === undefined ? [] : [`DEFAULT ${column.default}`]),
    ...(onUpdate === undefined ? [] : [`ON UPDATE ${onUpdate}`]),
    ...(column.autoIncrement ? ['AUTO_INCREMENT'] : []),
    ...(comment === undefined ? [] : [`COMMENT ${quoteText(comment)}`]),
    ...(check === undefined ? [] : [`CHECK (${check})`]),
    ...(column.unversioned ? ['WITHOUT SYSTEM VERSIONING'] : []),
  ].join(' ');
}

/** The collation of documents that say none. */
const usualOfJson = 'utf8mb4_bin';

/** What says which values a column holds. */
function printType(
  column: ColumnSpec,
  table: Pick<TableSpec, 'charset' | 'collation'>,
): { readonly type: string; readonly text: readonly string[]; readonly check?: string | undefined } {
  const { type, charset, collation, check } = column;
  if (isJson(column)) return { type: 'json', text: collation === usualOfJson ? [] : [`COLLATE ${collation}`] };
  if (collation === table.collation && charset === table.charset) return { type, text: [], check };
  const text = [
    ...(charset === undefined ? [] : [`CHARACTER SET ${charset}`]),
    ...(collation === undefined ? [] : [`COLLATE ${collation}`]),
  ];
  return { type, text, check };
}

/** A bound of the time that a row holds for. */
const bound = /^ROW (?:START|END)$/;

function printGenerated({ as, stored }: NonNullable<ColumnSpec['generated']>): string {
  return bound.test(as) ? as : `(${as}) ${stored ? 'STORED' : 'VIRTUAL'}`;
}

/** Types of indexes that stand before the name. */
const words: ReadonlySet<string> = new Set(['FULLTEXT', 'SPATIAL', 'VECTOR']);

/** An index as CREATE TABLE and ALTER TABLE define it. */
export function printIndex(index: IndexSpec, { unusedIndex }: Texts): string {
  const { name, unique, type, parts, period, unused, comment, options = [] } = index;
  const timed = period === undefined ? [] : [`${quoteName(period)} WITHOUT OVERLAPS`];
  const list = `(${[...parts.map(printPart), ...timed].join(', ')})`;
  const isWord = type !== undefined && words.has(type);
  const head =
    name === primary ? 'PRIMARY KEY' : `${isWord ? `${type} KEY` : unique ? 'UNIQUE KEY' : 'KEY'} ${quoteName(name)}`;
  return [
    `${head} ${list}`,
    ...(type !== undefined && !isWord ? [`USING ${type}`] : []),
    ...options,
    ...(unused ? [unusedIndex.off] : []),
    ...(comment === undefined ? [] : [`COMMENT ${quoteText(comment)}`]),
  ].join(' ');
}

function printPart({ column, expression, length, descending }: IndexPart): string {
  const what = column === undefined ? `(${expression})` : quoteName(column);
  return `${what}${length === undefined ? '' : `(${length})`}${descending ? ' DESC' : ''}`;
}

/** A foreign key as CREATE TABLE and ALTER TABLE define it. */
export function printForeignKey(key: ForeignKeySpec, { usualAction }: Texts): string {
  const { name, columns, database, table, references, onDelete, onUpdate } = key;
  const target = database === undefined ? quoteName(table) : `${quoteName(database)}.${quoteName(table)}`;
  return [
    `CONSTRAINT ${quoteName(name)} FOREIGN KEY (${quoteNames(columns)}) REFERENCES ${target} (${quoteNames(references)})`,
    ...(onDelete === usualAction ? [] : [`ON DELETE ${onDelete}`]),
    ...(onUpdate === usualAction ? [] : [`ON UPDATE ${onUpdate}`]),
  ].join(' ');
}

/** A check as CREATE TABLE and ALTER TABLE define it. */
export function printCheck({ name, expression, notEnforced }: CheckSpec): string {
  return `CONSTRAINT ${quoteName(name)} CHECK (${expression})${notEnforced ? ' NOT ENFORCED' : ''}`;
}

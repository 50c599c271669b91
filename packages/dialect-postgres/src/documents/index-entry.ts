import { address, type DocumentNode, type RenameHint, type SchemaObject, schemaObject } from '@sync/core';
import type { IndexSpec } from '../kinds/index/spec.js';
import { quoteText } from '../text/literal.js';
import { quoteName } from '../text/names.js';
import { type OwnTable, uniqueOf } from './constraints.js';
import { renamesOf, required } from './frame.js';
import { completeText, meaningful, namesIn, nonEmpty, pathIn } from './text.js';

/** An index of a Table document. */
export interface ReadIndex {
  readonly object: SchemaObject;
  /** The columns that a row can be told by, where the index is unique and whole. */
  readonly key?: readonly string[];
  readonly renames: readonly RenameHint[];
}

/** Reads an entry of `indexes`; one without a name gets `idx_<table>_<columns>`. A unique one of mere columns is a constraint, as it is in the system that the format comes from. */
export function readIndex(node: DocumentNode, table: OwnTable): ReadIndex {
  const fields = node.fields([
    ...(['columns', 'name', 'isUnique', 'type', 'with', 'where', 'include', 'nullsNotDistinct'] as const),
    ...(['isConstraint', 'renamedFrom'] as const),
  ]);
  const terms = required(fields.columns, node, 'columns').items();
  if (terms.length === 0) fields.columns?.fail('a column is needed');
  const columns = terms.map(plainColumn);
  const isPlain = columns.every((column) => column !== undefined);
  const name = fields.name?.text() || defaultName(table.name, columns, node);
  const unique = fields.isUnique?.boolean() ?? false;
  const method = (fields.type?.text() || 'btree').toLowerCase();
  const include = fields.include && namesIn(fields.include);
  const more = [fields.with, fields.where, fields.include, fields.nullsNotDistinct];
  const isMere = unique && isPlain && method === 'btree' && more.every((field) => field === undefined);
  if (fields.isConstraint?.boolean() && !isMere) {
    fields.isConstraint.fail('only a unique index of mere columns is a constraint', 'Write it in `uniques`.');
  }
  const renames = renamesOf([...table.prefix, name], fields.renamedFrom);
  const key = unique && isPlain && !fields.where && { key: columns as readonly string[] };
  if (isMere && fields.isConstraint?.boolean() !== false) {
    return { ...uniqueOf(table, name, columns as readonly string[]), renames };
  }
  const definition = [
    `USING ${quoteName(method)} (${terms.map(termIn).join(', ')})`,
    ...(include ? [`INCLUDE (${include.map(quoteName).join(', ')})`] : []),
    ...(fields.nullsNotDistinct?.boolean() ? ['NULLS NOT DISTINCT'] : []),
    ...(fields.with ? [`WITH (${parametersIn(fields.with)})`] : []),
    ...(fields.where ? [`WHERE ${completeText(fields.where, 'the condition')}`] : []),
  ].join(' ');
  const object: SchemaObject<IndexSpec> = schemaObject({
    kind: 'index',
    address: address('index', ...table.prefix, name),
    name,
    parent: table.address,
    spec: { unique, definition },
  });
  return { object, ...key, renames };
}

/** The column of a term that says no more. */
function plainColumn(term: DocumentNode): string | undefined {
  if (typeof term.value !== 'object') return nonEmpty(term, 'the column');
  const { column } = term.fields(termFields);
  return column && Object.keys(Object(term.value)).length === 1 ? nonEmpty(column, 'the column') : undefined;
}

const termFields = ['column', 'expression', 'collation', 'opclass', 'desc', 'nulls'] as const;

/** One term of an index: a name, or a mapping with `column` or `expression`, and how it is compared. */
function termIn(term: DocumentNode): string {
  if (typeof term.value !== 'object') return quoteName(term.text());
  const { column, expression, collation, opclass, desc, nulls } = term.fields(termFields);
  if (column && expression) expression.fail('a column and an expression stand in one place', 'Write two entries.');
  const what = expression
    ? `(${completeText(expression, 'the expression')})`
    : quoteName(nonEmpty(required(column, term, 'column'), 'the column'));
  const order = nulls?.oneOf(['FIRST', 'LAST']);
  return [
    what,
    ...(collation ? [`COLLATE ${pathIn(collation, 'the collation')}`] : []),
    ...(opclass ? [completeText(opclass, 'the operator class')] : []),
    ...(desc?.boolean() ? ['DESC'] : []),
    ...(order ? [`NULLS ${order}`] : []),
  ].join(' ');
}

/** `with`, a mapping of storage parameters. */
function parametersIn(node: DocumentNode): string {
  const names = Object.keys(Object(node.value));
  const fields = node.fields(names);
  return names.map((name) => `${parameterName(name)} = ${quoteText(fields[name]?.text() ?? '')}`).join(', ');
}

function parameterName(name: string): string {
  return meaningful(name).length === 1 ? quoteName(name) : name.split('.').map(quoteName).join('.');
}

/** `idx_<table>_<columns>` */
function defaultName(table: string, columns: readonly (string | undefined)[], node: DocumentNode): string {
  if (columns.includes(undefined)) node.fail('this index needs a name', 'Write `name:`.');
  return `idx_${table}_${columns.join('_')}`;
}

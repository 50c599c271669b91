import type { DocumentNode } from '@sync/core';
import type { Flavour } from '../flavour.js';
import {
  type CheckSpec,
  type ForeignKeySpec,
  type IndexPart,
  type IndexSpec,
  primary,
  usualIsTree,
} from '../kinds/table/spec.js';
import { lexisWith } from '../lexis.js';
import { completeText, namesIn, nonEmpty, required } from './text.js';

const actions = ['NO ACTION', 'RESTRICT', 'CASCADE', 'SET NULL', 'SET DEFAULT'] as const;
const types = ['BTREE', 'HASH', 'FULLTEXT', 'SPATIAL', 'VECTOR'] as const;

/** Reads `primaryKey`: a list of columns, or a mapping with `columns`. */
export function readPrimaryKey(node: DocumentNode, flavour: Flavour): IndexSpec {
  const columns = Array.isArray(node.value) ? node : required(node.fields(['columns']).columns, node, 'columns');
  return { name: primary, unique: true, parts: readParts(columns, flavour) };
}

/** Reads an entry of `indexes`; one without a name gets `idx_<table>_<columns>`. */
export function readIndex(
  node: DocumentNode,
  { table, engine }: { readonly table: string; readonly engine: string },
  flavour: Flavour,
): IndexSpec {
  const fields = node.fields([...(['columns', 'name', 'isUnique', 'type', 'parser', 'unused', 'comment'] as const)]);
  const parts = readParts(required(fields.columns, node, 'columns'), flavour);
  const type = fields.type?.text() ? fields.type.oneOf([...types, ...types.map((each) => each.toLowerCase())]) : '';
  const kind = type.toUpperCase();
  const parser = fields.parser && nonEmpty(fields.parser, 'the parser');
  if (parser && !/^\w+$/.test(parser)) fields.parser?.fail(`${parser} is more than one word`);
  return {
    name: fields.name?.text() || defaultIndexName(table, parts, node),
    ...(fields.isUnique?.boolean() && { unique: true }),
    ...(kind !== '' && !(kind === 'BTREE' && usualIsTree(engine)) && { type: kind }),
    parts,
    ...(parser && { options: [`WITH PARSER \`${parser}\``] }),
    ...(fields.unused?.boolean() && { unused: true }),
    ...(fields.comment && { comment: fields.comment.text() }),
  };
}

/** `idx_<table>_<columns>` */
export function defaultIndexName(table: string, parts: readonly IndexPart[], node?: DocumentNode): string {
  if (parts.some(({ column }) => column === undefined))
    node?.fail('an index of expressions needs a name', 'Write `name:`.');
  return `idx_${table}_${parts.map(({ column }) => column).join('_')}`;
}

/** Reads the columns of a key or an index: each a name, or a mapping with `column` or `expression`, `length`, `desc`. */
function readParts(node: DocumentNode, { executedComments }: Flavour): readonly IndexPart[] {
  const items = node.items();
  if (items.length === 0) node.fail('a column is needed');
  return items.map((item): IndexPart => {
    if (typeof item.value !== 'object') return { column: nonEmpty(item, 'the column') };
    const { column, expression, length, desc } = item.fields(['column', 'expression', 'length', 'desc']);
    if (column && expression) expression.fail('a column and an expression stand in one place', 'Write two entries.');
    return {
      ...(expression
        ? { expression: completeText(expression, 'the expression', lexisWith(executedComments)) }
        : { column: nonEmpty(required(column, item, 'column'), 'the column') }),
      ...(length && { length: length.integer() }),
      ...(desc?.boolean() && { descending: true }),
    };
  });
}

/** Reads an entry of `foreignKeys`; one without a name gets `<table>_<columns>_fkey`. */
export function readForeignKey(node: DocumentNode, table: string, { usualAction }: Flavour): ForeignKeySpec {
  const fields = node.fields(['columns', 'references', 'onDelete', 'onUpdate', 'name']);
  const columns = namesIn(required(fields.columns, node, 'columns'));
  const target = required(fields.references, node, 'references');
  const there = target.fields(['table', 'columns']);
  const references = namesIn(required(there.columns, target, 'columns'));
  if (references.length !== columns.length)
    there.columns?.fail(
      `a key refers to as many columns as it has: ${columns.length} here, ${references.length} there`,
    );
  return {
    name: fields.name?.text() || defaultForeignKeyName(table, columns),
    columns,
    table: nonEmpty(required(there.table, target, 'table'), 'the table'),
    references,
    onDelete: action(fields.onDelete) ?? usualAction,
    onUpdate: action(fields.onUpdate) ?? usualAction,
  };
}

/** `<table>_<columns>_fkey` */
export function defaultForeignKeyName(table: string, columns: readonly string[]): string {
  return `${table}_${columns.join('_')}_fkey`;
}

function action(node: DocumentNode | undefined): string | undefined {
  const text = node?.text().trim().replace(/\s+/g, ' ').toUpperCase();
  if (!node || !text) return undefined;
  return actions.find((known) => known === text) ?? node.oneOf(actions);
}

/** Reads an entry of `checks`. */
export function readCheck(node: DocumentNode, { executedComments }: Flavour): CheckSpec {
  const { name, expression, notEnforced } = node.fields(['name', 'expression', 'notEnforced']);
  return {
    name: nonEmpty(required(name, node, 'name'), 'the name'),
    expression: completeText(required(expression, node, 'expression'), 'the check', lexisWith(executedComments)),
    ...(notEnforced?.boolean() && { notEnforced: true }),
  };
}

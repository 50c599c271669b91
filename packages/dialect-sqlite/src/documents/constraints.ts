import type { DocumentNode } from '@sync/core';
import type { ReferentialAction } from '../kinds/table/spec.js';
import type { RawConstraint } from '../read/raw-table.js';
import { readConflict } from './column.js';
import { nonEmpty, required } from './engine.js';
import { expressionIn } from './expression.js';
import { readKeyParts, readNames } from './key-part.js';

const actions = ['NO ACTION', 'SET NULL', 'SET DEFAULT', 'CASCADE', 'RESTRICT'] as const;

/** Reads `primaryKey`: a list of columns, or a mapping with `name`, `columns`, `onConflict`. */
export function readPrimaryKey(
  node: DocumentNode,
  autoincrement: boolean,
): Extract<RawConstraint, { readonly type: 'primary-key' }> {
  if (Array.isArray(node.value)) return { type: 'primary-key', parts: readKeyParts(node), autoincrement };
  const { name, columns, onConflict } = node.fields(['name', 'columns', 'onConflict']);
  const parts = readKeyParts(required(columns, node, 'columns'));
  return { type: 'primary-key', parts, autoincrement, ...named(name), ...readConflict(onConflict) };
}

/** Reads an entry of `uniques`. */
export function readUnique(node: DocumentNode): RawConstraint {
  const { name, columns, onConflict } = node.fields(['name', 'columns', 'onConflict']);
  return {
    type: 'unique',
    parts: readKeyParts(required(columns, node, 'columns')),
    ...named(name),
    ...readConflict(onConflict),
  };
}

/** Reads an entry of `checks`. */
export function readCheck(node: DocumentNode): RawConstraint {
  const { name, expression } = node.fields(['name', 'expression']);
  return { type: 'check', tokens: expressionIn(required(expression, node, 'expression')), ...named(name) };
}

/** Reads an entry of `foreignKeys`; one without a name gets `<table>_<columns>_fkey`, unless it says that it is `unnamed`. */
export function readForeignKey(node: DocumentNode, table: string): RawConstraint {
  const fields = node.fields(['columns', 'references', 'onDelete', 'onUpdate', 'name', 'unnamed', 'deferrable']);
  const columns = readNames(required(fields.columns, node, 'columns'));
  const referencesNode = required(fields.references, node, 'references');
  const references = referencesNode.fields(['table', 'columns']);
  const target = references.columns && readNames(references.columns);
  if (target && target.length !== columns.length)
    references.columns?.fail(
      `a key refers to as many columns as it has: ${columns.length} here, ${target.length} there`,
    );
  const unnamed = fields.unnamed?.boolean() ?? false;
  if (unnamed && fields.name) fields.unnamed?.fail('a foreign key with a name is not unnamed');
  const name = fields.name?.text() || defaultForeignKeyName(table, columns);
  return {
    type: 'foreign-key',
    columns,
    table: nonEmpty(required(references.table, referencesNode, 'table'), 'the table'),
    ...(target && { references: target }),
    ...action('onDelete', fields.onDelete),
    ...action('onUpdate', fields.onUpdate),
    deferred: fields.deferrable?.oneOf(['deferred', 'immediate']) === 'deferred',
    ...(!unnamed && { name }),
  };
}

/** `<table>_<columns>_fkey` */
export function defaultForeignKeyName(table: string, columns: readonly string[]): string {
  return `${table}_${columns.join('_')}_fkey`;
}

function action<K extends 'onDelete' | 'onUpdate'>(
  event: K,
  node: DocumentNode | undefined,
): { readonly [E in K]?: ReferentialAction } {
  const text = node?.text().trim().replace(/\s+/g, ' ');
  if (!node || !text) return {};
  const found = actions.find((candidate) => candidate === text.toUpperCase());
  const value = found ?? node.oneOf(actions);
  return value === 'NO ACTION' ? {} : ({ [event]: value } as { readonly [E in K]?: ReferentialAction });
}

function named(name: DocumentNode | undefined): { readonly name?: string } {
  return name ? { name: nonEmpty(name, 'the name') } : {};
}

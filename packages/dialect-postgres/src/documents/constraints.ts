import { type Address, address, type DocumentNode, type RenameHint, type SchemaObject, schemaObject } from '@sync/core';
import type { ConstraintSpec } from '../kinds/constraint/spec.js';
import { quoteName, quotePath } from '../text/names.js';
import { flag, renamesOf, required } from './frame.js';
import { completeText, namesIn, nonEmpty, quoteList, withoutParentheses } from './text.js';

/** The table that constraints are read for. */
export interface OwnTable {
  readonly name: string;
  readonly prefix: readonly string[];
  readonly address: Address;
}

/** A constraint of a document. */
export interface ReadConstraint {
  readonly object: SchemaObject<ConstraintSpec>;
  /** The columns that a row can be told by. */
  readonly key?: readonly string[];
  readonly renames?: readonly RenameHint[];
}

/** The same with what the document says of its old name. */
function withOldName(read: ReadConstraint, { prefix, name }: OwnTable, from: DocumentNode | undefined): ReadConstraint {
  return from ? { ...read, renames: renamesOf([...prefix, name, read.object.name], from) } : read;
}

const actions = ['NO ACTION', 'RESTRICT', 'CASCADE', 'SET NULL', 'SET DEFAULT'] as const;

/** Makes the object of a constraint; its text is what ALTER TABLE … ADD CONSTRAINT takes. */
export function constraintOf(
  table: OwnTable,
  name: string,
  spec: ConstraintSpec,
  needs: readonly Address[] = [],
): SchemaObject<ConstraintSpec> {
  return schemaObject({
    kind: 'postgres/constraint',
    address: address('postgres/constraint', ...table.prefix, table.name, name),
    name,
    parent: table.address,
    spec,
    ...(needs.length > 0 && { needs }),
  });
}

/** Reads `primaryKey`: a list of columns, or a mapping with `name`, `columns`, `include`, `deferrable`. */
export function readPrimaryKey(node: DocumentNode, table: OwnTable): ReadConstraint {
  if (Array.isArray(node.value)) return keyOf('primary key', table, `${table.name}_pkey`, namesIn(node));
  const fields = node.fields(['name', 'columns', 'include', 'deferrable', 'renamedFrom']);
  const name = fields.name?.text() || `${table.name}_pkey`;
  const columns = namesIn(required(fields.columns, node, 'columns'));
  const rest = includeIn(fields.include) + deferrableIn(fields.deferrable);
  return withOldName(keyOf('primary key', table, name, columns, rest), table, fields.renamedFrom);
}

/** Reads an entry of `uniques`. */
export function readUnique(node: DocumentNode, table: OwnTable): ReadConstraint {
  const fields = node.fields(['name', 'columns', 'include', 'nullsNotDistinct', 'deferrable', 'renamedFrom']);
  const columns = namesIn(required(fields.columns, node, 'columns'));
  const name = fields.name?.text() || `${table.name}_${columns.join('_')}_key`;
  const rest = includeIn(fields.include) + deferrableIn(fields.deferrable);
  const distinct = fields.nullsNotDistinct?.boolean() ? 'NULLS NOT DISTINCT ' : '';
  return withOldName(uniqueOf(table, name, columns, rest, distinct), table, fields.renamedFrom);
}

/** A UNIQUE constraint. */
export function uniqueOf(
  table: OwnTable,
  name: string,
  columns: readonly string[],
  rest = '',
  distinct = '',
): ReadConstraint {
  return keyOf('unique', table, name, columns, rest, distinct);
}

function keyOf(
  type: 'primary key' | 'unique',
  table: OwnTable,
  name: string,
  columns: readonly string[],
  rest = '',
  distinct = '',
): ReadConstraint {
  const definition = `${type.toUpperCase()} ${distinct}${quoteList(columns)}${rest}`;
  return { object: constraintOf(table, name, { type, definition }), key: columns };
}

/** Reads an entry of `checks`. */
export function readCheck(node: DocumentNode, table: OwnTable, nameless: (base: string) => string): ReadConstraint {
  const fields = node.fields(['name', 'expression', 'noInherit', 'notValid', 'renamedFrom']);
  const expression = completeText(required(fields.expression, node, 'expression'), 'the expression');
  const name = fields.name?.text() || nameless(`${table.name}_check`);
  const definition = `CHECK (${withoutParentheses(expression)})${fields.noInherit?.boolean() ? ' NO INHERIT' : ''}`;
  const spec = { type: 'check', definition, ...flag('unvalidated', fields.notValid) } as const;
  return withOldName({ object: constraintOf(table, name, spec) }, table, fields.renamedFrom);
}

/** Reads an entry of `exclusions`: the definition as SQL has it behind EXCLUDE. */
export function readExclusion(node: DocumentNode, table: OwnTable): ReadConstraint {
  const { name, definition, renamedFrom } = node.fields(['name', 'definition', 'renamedFrom']);
  const named = nonEmpty(required(name, node, 'name'), 'the name');
  const text = completeText(required(definition, node, 'definition'), 'the definition');
  const spec = { type: 'exclusion', definition: `EXCLUDE ${text}` } as const;
  return withOldName({ object: constraintOf(table, named, spec) }, table, renamedFrom);
}

/** Reads an entry of `foreignKeys`; one without a name gets `<table>_<columns>_fkey`. The other table lies in the same schema where nothing else is said. */
export function readForeignKey(node: DocumentNode, table: OwnTable): ReadConstraint {
  const fields = node.fields([
    ...(['columns', 'references', 'onDelete', 'onUpdate', 'name', 'match', 'deferrable', 'notValid'] as const),
    'renamedFrom',
  ]);
  const columns = namesIn(required(fields.columns, node, 'columns'));
  const referencesNode = required(fields.references, node, 'references');
  const references = referencesNode.fields(['table', 'columns', 'schema']);
  const target = references.columns && namesIn(references.columns);
  if (target && target.length !== columns.length)
    references.columns?.fail(
      `a key refers to as many columns as it has: ${columns.length} here, ${target.length} there`,
    );
  const other = nonEmpty(required(references.table, referencesNode, 'table'), 'the table');
  const schema = references.schema?.text() || (table.prefix[0] ?? 'public');
  const at = address('table', ...(schema === 'public' ? [] : [schema]), other);
  const name = fields.name?.text() || defaultForeignKeyName(table.name, columns);
  const definition = [
    `FOREIGN KEY ${quoteList(columns)} REFERENCES ${quotePath(schema, other)}${target ? quoteList(target) : ''}`,
    ...(fields.match?.oneOf(['full', 'simple']) === 'full' ? [' MATCH FULL'] : []),
    actionIn('ON UPDATE', fields.onUpdate),
    actionIn('ON DELETE', fields.onDelete),
    deferrableIn(fields.deferrable),
  ].join('');
  const spec = { type: 'foreign key', definition, references: at, ...flag('unvalidated', fields.notValid) } as const;
  return withOldName({ object: constraintOf(table, name, spec, [at]) }, table, fields.renamedFrom);
}

/** `<table>_<columns>_fkey` */
export function defaultForeignKeyName(table: string, columns: readonly string[]): string {
  return `${table}_${columns.join('_')}_fkey`;
}

/** An action, which may name the columns that it sets: `set null (a, b)`. */
function actionIn(event: string, node: DocumentNode | undefined): string {
  const text = node?.text().trim().replace(/\s+/g, ' ') ?? '';
  if (!node || text === '') return '';
  const [, action = '', columns] = /^([^(]*?)\s*(?:\(([^)]*)\))?$/.exec(text) ?? [];
  const found = actions.find((candidate) => candidate === action.toUpperCase()) ?? node.oneOf(actions);
  const list = columns === undefined ? '' : ` ${quoteList(columns.split(',').map((column) => column.trim()))}`;
  return ` ${event} ${found}${list}`;
}

/** `deferrable`, as the clause that it is in SQL. */
export function deferrableIn(node: DocumentNode | undefined): string {
  if (!node) return '';
  return node.oneOf(['deferred', 'immediate']) === 'deferred' ? ' DEFERRABLE INITIALLY DEFERRED' : ' DEFERRABLE';
}

function includeIn(node: DocumentNode | undefined): string {
  return node ? ` INCLUDE (${namesIn(node).map(quoteName).join(', ')})` : '';
}

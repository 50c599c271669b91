import { type Json, partsOf, type SchemaObject } from '@sync/core';
import type { ConstraintSpec } from '../kinds/constraint/spec.js';
import { quoteName } from '../text/names.js';
import { withOptions } from '../text/with-clause.js';
import { defaultForeignKeyName } from './constraints.js';
import { DefinitionReader } from './reader.js';
import { textOf, withoutParentheses } from './text.js';

/** A constraint, and the field of a table's document that it is an entry of. */
export interface WrittenConstraint {
  readonly field: 'primaryKey' | 'indexes' | 'uniques' | 'checks' | 'exclusions' | 'foreignKeys';
  readonly entry: Json;
}

type Constraint = SchemaObject<ConstraintSpec>;

const known = new Set(['type', 'definition', 'unvalidated', 'references', 'options']);

/** A constraint as an entry of a table's document; undefined where none can say it. */
export function writeConstraint(object: Constraint, table: SchemaObject): WrittenConstraint | undefined {
  if (Object.keys(object.spec).some((key) => !known.has(key))) return undefined;
  const { type, definition, options } = object.spec;
  const reader = new DefinitionReader(withOptions(definition, options));
  switch (type) {
    case 'primary key':
      return reader.accept('PRIMARY', 'KEY') ? writeKey(object, table, reader) : undefined;
    case 'unique':
      return reader.accept('UNIQUE') ? writeKey(object, table, reader) : undefined;
    case 'check':
      return reader.accept('CHECK') ? writeCheck(object, reader) : undefined;
    case 'exclusion':
      return reader.accept('EXCLUDE')
        ? { field: 'exclusions', entry: { name: object.name, definition: reader.rest() } }
        : undefined;
    case 'foreign key':
      return reader.accept('FOREIGN', 'KEY') ? writeForeignKey(object, table, reader) : undefined;
    default:
      return type satisfies never;
  }
}

function writeKey(object: Constraint, table: SchemaObject, reader: DefinitionReader): WrittenConstraint | undefined {
  const isPrimary = object.spec.type === 'primary key';
  const notDistinct = reader.accept('NULLS', 'NOT', 'DISTINCT');
  const columns = reader.names();
  const include = reader.accept('INCLUDE') ? reader.names() : undefined;
  const deferrable = deferrableOf(reader);
  if (!columns || !reader.done) return undefined;
  const name = isPrimary && object.name === `${table.name}_pkey` ? {} : { name: object.name };
  const more = {
    ...(include && { include }),
    ...(notDistinct && { nullsNotDistinct: true }),
    ...deferrable,
  };
  const isPlain = Object.keys(more).length === 0;
  if (isPrimary) {
    const entry = isPlain && !name.name ? columns : { ...name, columns, ...more };
    return { field: 'primaryKey', entry };
  }
  return isPlain
    ? { field: 'indexes', entry: { ...name, columns, isUnique: true } }
    : { field: 'uniques', entry: { ...name, columns, ...more } };
}

function writeCheck({ name, spec }: Constraint, reader: DefinitionReader): WrittenConstraint | undefined {
  const group = reader.group();
  const noInherit = reader.accept('NO', 'INHERIT');
  if (!group || !reader.done) return undefined;
  const expression = withoutParentheses(textOf(group, spec.definition));
  return {
    field: 'checks',
    entry: { name, expression, ...(noInherit && { noInherit }), ...(spec.unvalidated && { notValid: true }) },
  };
}

function writeForeignKey(
  object: Constraint,
  table: SchemaObject,
  reader: DefinitionReader,
): WrittenConstraint | undefined {
  const columns = reader.names();
  const [schema = '', other = ''] = reader.accept('REFERENCES') ? reader.path() : [];
  const target = reader.names();
  const full = reader.accept('MATCH', 'FULL');
  const onUpdate = reader.accept('ON', 'UPDATE') ? actionOf(reader) : undefined;
  const onDelete = reader.accept('ON', 'DELETE') ? actionOf(reader) : undefined;
  const deferrable = deferrableOf(reader);
  if (!columns || !target || !reader.done) return undefined;
  const { parts } = partsOf(table.address);
  const own = parts.length > 1 ? parts[0] : 'public';
  return {
    field: 'foreignKeys',
    entry: {
      columns,
      references: { ...(schema !== own && { schema }), table: other, columns: target },
      ...(onDelete !== undefined && { onDelete }),
      ...(onUpdate !== undefined && { onUpdate }),
      ...(object.name !== defaultForeignKeyName(table.name, columns) && { name: object.name }),
      ...(full && { match: 'full' }),
      ...deferrable,
      ...(object.spec.unvalidated && { notValid: true }),
    },
  };
}

function actionOf(reader: DefinitionReader): string {
  const actions = [['CASCADE'], ['RESTRICT'], ['SET', 'NULL'], ['SET', 'DEFAULT'], ['NO', 'ACTION']] as const;
  const action = actions.find((words) => reader.accept(...words)) ?? [];
  const columns = reader.names();
  const list = columns ? ` (${columns.map(quoteName).join(', ')})` : '';
  return `${action.join(' ').toLowerCase()}${list}`;
}

function deferrableOf(reader: DefinitionReader): { readonly deferrable?: string } {
  if (!reader.accept('DEFERRABLE')) return {};
  return { deferrable: reader.accept('INITIALLY', 'DEFERRED') ? 'deferred' : 'immediate' };
}

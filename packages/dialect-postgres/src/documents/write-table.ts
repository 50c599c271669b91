import { address, append, type Catalogue, equalJson, type Json, partsOf, type SchemaObject } from '@sync/core';
import type { ConstraintSpec } from '../kinds/constraint/spec.js';
import type { SequenceSpec } from '../kinds/sequence/spec.js';
import { unusualOptions, usualCounter } from '../kinds/sequence/usual-counter.js';
import { type ColumnSpec, columnsInOrder, type TableSpec } from '../kinds/table/spec.js';
import type { TriggerSpec } from '../kinds/trigger-kind.js';
import { quoteText } from '../text/literal.js';
import { quotePath } from '../text/names.js';
import { commentOn } from './comment.js';
import { writtenDefault } from './default.js';
import type { PostgresEngine } from './frame.js';
import { writeConstraint } from './write-constraint.js';
import { writeIndex } from './write-index.js';
import { writeTrigger } from './write-trigger.js';
import { type Fields, listed, placed, schemaOfDocument, type WrittenObject, writeParameters } from './written.js';

type Table = SchemaObject<TableSpec>;

const knownOfTables = new Set(['columns', 'unlogged', 'options']);
const knownOfColumns = new Set([
  ...['name', 'type', 'notNull', 'default', 'generated', 'identity', 'collation', 'storage', 'compression', 'owns'],
]);

/** Writes the tables of a catalogue with all that is theirs. One with something that no document can say is left out. */
export function writeTables(catalogue: Catalogue, engine: PostgresEngine): readonly WrittenObject[] {
  return [...catalogue]
    .filter((object): object is Table => object.kind === 'table')
    .flatMap((table) => writeTable(table, catalogue, engine) ?? []);
}

function writeTable(table: Table, catalogue: Catalogue, engine: PostgresEngine): WrittenObject | undefined {
  const order = columnsInOrder(table);
  const isSayable =
    Object.keys(table.spec).every((key) => knownOfTables.has(key)) &&
    order.every((column) => Object.keys(column).every((key) => knownOfColumns.has(key)));
  const serials = order.map((column) => serialOf(column, table, catalogue));
  if (!isSayable || serials.some((serial, i) => !serial && order[i]?.owns)) return undefined;
  const comment = commentOn(table, catalogue);
  const own = writeChildren(table, catalogue);
  const section: Fields = {
    ...placed(table),
    ...(comment.text !== undefined && { comment: comment.text }),
    ...own.fields,
    ...(table.spec.unlogged && { unlogged: true }),
    ...writeParameters(table.spec.options),
    columns: order.map((column, i) => writeColumn(column, serials[i]?.type, comment.columns?.[column.name])),
  };
  return {
    name: partsOf(table.address).parts.join('.'),
    spec: { name: table.name, schema: { [engine]: section } },
    covers: [
      table,
      ...schemaOfDocument(table, catalogue),
      ...serials.flatMap((serial) => serial?.sequence ?? []),
      ...own.covers,
      ...comment.covers,
    ],
  };
}

function writeChildren(
  table: Table,
  catalogue: Catalogue,
): { readonly fields: Fields; readonly covers: readonly SchemaObject[] } {
  const entries = new Map<string, Json[]>();
  const covers: SchemaObject[] = [];
  let primaryKey: Json | undefined;
  const add = (field: string, entry: Json | undefined, object: SchemaObject) => {
    if (entry === undefined) return;
    covers.push(object);
    if (field === 'primaryKey') primaryKey = entry;
    else append(entries, field, entry);
  };
  for (const object of catalogue.children(table.address)) {
    if (object.kind === 'index') add('indexes', writeIndex(object), object);
    if (object.kind === 'postgres/trigger') {
      add('triggers', writeTrigger(object as SchemaObject<TriggerSpec>), object);
    }
    if (object.kind === 'postgres/constraint') {
      const written = writeConstraint(object as SchemaObject<ConstraintSpec>, table);
      if (written) add(written.field, written.entry, object);
    }
  }
  const fields = ['foreignKeys', 'indexes', 'uniques', 'checks', 'exclusions', 'triggers'].map((field) =>
    listed(field, entries.get(field) ?? []),
  );
  return { fields: Object.assign({}, primaryKey !== undefined && { primaryKey }, ...fields), covers };
}

interface Serial {
  readonly type: string;
  readonly sequence: SchemaObject;
}

const serialTypes: Readonly<Record<string, string>> = {
  smallint: 'smallserial',
  integer: 'serial',
  bigint: 'bigserial',
};

/** The serial type that makes a column just as it is, with its sequence. */
function serialOf(column: ColumnSpec, table: Table, catalogue: Catalogue): Serial | undefined {
  const type = serialTypes[column.type];
  const prefix = partsOf(table.address).parts.slice(0, -1);
  const name = `${table.name}_${column.name}_seq`;
  const at = address('sequence', ...prefix, name);
  const sequence = catalogue.get(at) as SchemaObject<SequenceSpec> | undefined;
  const value = `nextval(${quoteText(quotePath(prefix[0] ?? 'public', name))}::regclass)`;
  const isUsual =
    type !== undefined &&
    sequence !== undefined &&
    column.notNull &&
    equalJson(column.owns ?? [], [at]) &&
    column.default === value &&
    equalJson({ ...sequence.spec }, { ...usualCounter(column.type) });
  return isUsual ? { type, sequence } : undefined;
}

function writeColumn(column: ColumnSpec, serial: string | undefined, comment: string | undefined): Json {
  const { generated, identity } = column;
  const hasDefault = column.default !== undefined && serial === undefined;
  return {
    name: column.name,
    type: serial ?? column.type,
    ...(hasDefault && { default: writtenDefault(column.default, column.type) }),
    ...(column.notNull && serial === undefined && { constraints: { notNull: true } }),
    ...(identity && { identity: writeIdentity(identity) }),
    ...(column.collation !== undefined && { collation: column.collation }),
    ...(generated && { generated: { expression: generated.as, ...(!generated.stored && { stored: false }) } }),
    ...(column.storage !== undefined && { storage: column.storage }),
    ...(column.compression !== undefined && { compression: column.compression }),
    ...(comment !== undefined && { comment }),
  };
}

function writeIdentity({ always, options }: NonNullable<ColumnSpec['identity']>): Json {
  const generated = always ? 'always' : 'by default';
  const changed = unusualOptions(options);
  if (changed.length === 0 && !options.cycle) return generated;
  return {
    generated,
    ...Object.fromEntries(changed.map((field) => [field, options[field]])),
    ...(options.cycle && { cycle: true }),
  };
}

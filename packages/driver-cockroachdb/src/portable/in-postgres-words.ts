import { type Catalogue, createCatalogue, type SchemaObject, schemaObject, tokenize } from '@sync/core';
import { type ColumnSpec, type ConstraintSpec, type IndexSpec, leftAsFound, type TableSpec } from '../read/specs.js';
import { Cursor } from '../text/cursor.js';
import { cockroachLexis } from '../text/lexis.js';
import { quoteName } from '../text/names.js';
import { typeForPostgres } from './types.js';

/** What a table says that has no equal in PostgreSQL. */
interface Beside {
  readonly table: string;
  readonly what: string;
}

/** A catalogue as PostgreSQL's kinds would have it, as far as both mean the same, and what is left out of it. */
export function inPostgresWords(catalogue: Catalogue): {
  readonly catalogue: Catalogue;
  readonly left: readonly Beside[];
} {
  const left: Beside[] = [];
  const objects = [...catalogue].map((object) => {
    if (object.kind === 'table') return tableInWords(object as SchemaObject<TableSpec>, left);
    if (object.kind === 'index') return indexInWords(object as SchemaObject<IndexSpec>, catalogue);
    if (object.kind !== 'postgres/constraint') return object;
    return constraintInWords(object as SchemaObject<ConstraintSpec>, tableOf(object, catalogue), left);
  });
  return { catalogue: createCatalogue(objects), left };
}

function tableOf({ parent }: SchemaObject, catalogue: Catalogue): string {
  return (parent && catalogue.get(parent)?.name) ?? '';
}

const handles: Readonly<Record<string, string>> = {
  [leftAsFound.locality]: 'locality',
  [leftAsFound.zones]: 'zone configuration',
  [leftAsFound.partitions]: 'partitioning',
  [leftAsFound.security]: 'row security',
};

function tableInWords(table: SchemaObject<TableSpec>, left: Beside[]): SchemaObject {
  const { families, options, columns } = table.spec;
  const said = [
    ...(families ? ['families of columns'] : []),
    ...(options?.some((option) => option.startsWith('ttl')) ? ['row-level TTL'] : []),
    ...Object.keys(table.extras).flatMap((handle) => handles[handle] ?? []),
    ...columns.flatMap(({ name, hidden, onUpdate }) => [
      ...(hidden ? [`hiding of column ${name}`] : []),
      ...(onUpdate === undefined ? [] : [`ON UPDATE of column ${name}`]),
    ]),
  ];
  left.push(...said.map((what) => ({ table: table.name, what })));
  return schemaObject({ ...table, extras: {}, spec: { columns: columns.map(columnInWords) } });
}

function columnInWords({ name, type, notNull, default: value, generated, identity }: ColumnSpec): ColumnSpec {
  // What SERIAL makes: the server numbers rows by itself.
  const isNumbered = identity !== undefined || value === 'unique_rowid()';
  return {
    ...{ name, type: typeForPostgres(type), notNull },
    ...(isNumbered && { identity: { always: false, options: '' } }),
    ...(!isNumbered && value !== undefined && { default: withoutTypes(value) }),
    ...(generated && { generated: { ...generated, as: withoutTypes(generated.as) } }),
  };
}

/** A unique index of the name that the server gives to a constraint is taken for one: nothing else tells them apart here. */
function indexInWords(index: SchemaObject<IndexSpec>, catalogue: Catalogue): SchemaObject {
  const { unique, method, definition, hidden } = index.spec;
  const columns = method === undefined && !hidden ? plainList(definition) : undefined;
  if (!columns) return index;
  const isKey = unique && columns.every(({ descending }) => !descending);
  const usual = [tableOf(index, catalogue), ...columns.map(({ name }) => name), 'key'].join('_');
  if (isKey && index.name === usual) {
    const spec = { type: 'unique', definition: `UNIQUE (${columns.map(({ name }) => quoteName(name)).join(', ')})` };
    return schemaObject({ ...index, kind: 'postgres/constraint', spec });
  }
  const list = columns.map(({ name, descending }) => `${quoteName(name)}${descending ? ' DESC' : ''}`);
  return schemaObject({ ...index, spec: { unique, definition: `USING btree (${list.join(', ')})` } });
}

function constraintInWords(object: SchemaObject<ConstraintSpec>, table: string, left: Beside[]): SchemaObject {
  const { type, definition } = object.spec;
  if (type !== 'primary key')
    return schemaObject({ ...object, spec: { ...object.spec, definition: withoutTypes(definition) } });
  const cursor = new Cursor(definition);
  cursor.requires('PRIMARY', 'KEY');
  const names = cursor.list().map((part) => new Cursor(part).name());
  if (!cursor.isAtEnd) left.push({ table, what: `sharding of primary key ${object.name}` });
  const plain = `PRIMARY KEY (${names.map(quoteName).join(', ')})`;
  return schemaObject({ ...object, spec: { type, definition: plain } });
}

/** The columns of an index that is over columns and nothing else; undefined where it says more. */
function plainList(definition: string): readonly { readonly name: string; readonly descending: boolean }[] | undefined {
  const cursor = new Cursor(definition);
  const parts = cursor.list();
  if (!cursor.isAtEnd) return undefined;
  const columns = parts.map((part) => {
    const inner = new Cursor(part);
    if (inner.sees('(')) return undefined;
    const name = inner.name();
    const descending = inner.takes('DESC');
    if (!descending) inner.takes('ASC');
    return inner.isAtEnd ? { name, descending } : undefined;
  });
  return columns.some((column) => column === undefined) ? undefined : columns.flatMap((column) => column ?? []);
}

/** An expression without the types that the server prints behind constants: `18:::INT8`. */
export function withoutTypes(text: string): string {
  const tokens = [...tokenize(text, cockroachLexis)].map((token) => token.text);
  const kept: string[] = [];
  for (let i = 0; i < tokens.length; i++) {
    if (tokens[i] === ':::') i = endOfType(tokens, i + 1);
    else kept.push(tokens[i] ?? '');
  }
  return kept.join('');
}

/** The last token of a type that begins here: `app.state`, `DECIMAL(3,1)`, `STRING[]`. */
function endOfType(tokens: readonly string[], from: number): number {
  let at = from;
  while (tokens[at + 1] === '.') at += 2;
  if (tokens[at + 1] === '(') at = tokens.indexOf(')', at);
  while (tokens[at + 1] === '[' && tokens[at + 2] === ']') at += 2;
  return at;
}

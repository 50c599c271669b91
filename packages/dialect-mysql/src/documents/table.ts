import {
  address,
  byCodeUnit,
  type DocumentContent,
  type DocumentNode,
  type Json,
  type SchemaObject,
  schemaObject,
} from '@sync/core';
import type { Flavour } from '../flavour.js';
import {
  type CheckSpec,
  type ColumnSpec,
  type ForeignKeySpec,
  type IndexSpec,
  primary,
  type TableLayout,
  type TableSpec,
} from '../kinds/table/spec.js';
import { lexisWith } from '../lexis.js';
import { foldMember } from '../text/names.js';
import { charsetIn, type ReadColumn, readColumn } from './column.js';
import { readFrame } from './frame.js';
import { readCheck, readForeignKey, readIndex, readPrimaryKey } from './keys.js';
import { readSeedData } from './seed.js';
import { required, wordIn } from './text.js';

const fields = [
  ...(['columns', 'primaryKey', 'foreignKeys', 'indexes', 'defaultCharset', 'collation'] as const),
  ...(['checks', 'engine', 'comment', 'options'] as const),
] as const;

type Section = { readonly [field in (typeof fields)[number]]?: DocumentNode };

/** Reads a Table document: the table with all that is its own, its seed rows and the renames that it declares. */
export function readTable(spec: DocumentNode, flavour: Flavour): DocumentContent {
  const frame = readFrame(spec, flavour, fields, ['seedData']);
  const { name, section, sectionNode, seedData } = frame;
  if (frame.isDeleted) return { objects: [], deleted: [[name]] };
  const listed = required(section.columns, sectionNode, 'columns');
  const columns = listed.items().map((node) => readColumn(node, name, flavour));
  refuseTwins(columns, listed);
  const indexes = readIndexes(section, name, flavour);
  refuseUnknown(columns, indexes, section);
  const own = { name, columns: columns.map(({ column }) => withoutNull(column, indexes)), indexes };
  const seeded = seedData && readSeedData(seedData, own, lexisWith(flavour.executedComments));
  return {
    objects: [tableOf(own, section, flavour)],
    renames: [...frame.renames, ...columns.flatMap(({ renames }) => renames)],
    ...(seeded?.seed && { seeds: [seeded.seed] }),
    warnings: seeded?.warnings ?? [],
  };
}

/** A column of the primary key has a value without saying so, and one that counts, too. */
function withoutNull(column: ColumnSpec, indexes: readonly IndexSpec[]): ColumnSpec {
  const key = indexes.find(({ name }) => name === primary);
  const isOfKey = key?.parts.some((part) => foldMember(part.column ?? '') === foldMember(column.name));
  return isOfKey || column.autoIncrement ? { ...column, notNull: true } : column;
}

function readIndexes(section: Section, table: string, flavour: Flavour): readonly IndexSpec[] {
  const key = section.primaryKey;
  const engine = section.engine ? wordIn(section.engine, 'the engine') : '';
  const hasKey = key && !(Array.isArray(key.value) && key.value.length === 0);
  return [
    ...(hasKey ? [readPrimaryKey(key, flavour)] : []),
    ...(section.indexes?.items() ?? []).map((node) => readIndex(node, { table, engine }, flavour)),
  ];
}

interface OwnTable {
  readonly name: string;
  readonly columns: TableSpec['columns'];
  readonly indexes: readonly IndexSpec[];
}

/** What the document leaves to the server and its database is empty here: the server says it when the table is read back. */
function tableOf(own: OwnTable, section: Section, flavour: Flavour): SchemaObject<TableSpec> {
  const foreignKeys = (section.foreignKeys?.items() ?? []).map(
    (node): ForeignKeySpec => readForeignKey(node, own.name, flavour),
  );
  const checks = (section.checks?.items() ?? []).map((node): CheckSpec => readCheck(node, flavour));
  const texts = charsetIn({
    ...(section.defaultCharset && { charset: section.defaultCharset }),
    ...(section.collation && { collation: section.collation }),
  });
  const { counter, options } = section.options ? optionsIn(section.options) : { options: [] };
  const targets = new Set(foreignKeys.map(({ table }) => table).filter((table) => table !== own.name));
  return schemaObject<TableSpec>({
    kind: 'table',
    address: address('table', own.name),
    name: own.name,
    needs: [...targets].map((table) => address('table', table)).sort(byCodeUnit),
    spec: {
      columns: byName(own.columns),
      indexes: byName(own.indexes),
      foreignKeys: byName(foreignKeys),
      checks: byName(checks),
      engine: section.engine ? wordIn(section.engine, 'the engine') : '',
      charset: texts.charset ?? '',
      collation: texts.collation ?? '',
      ...(section.comment && { comment: section.comment.text() }),
      options,
    },
    layout: {
      order: own.columns.map(({ name }) => name),
      ...(counter !== undefined && { counter }),
    } satisfies TableLayout as unknown as Json,
  });
}

/** From where a table counts on stands among its options too, and is no part of what it is compared by: the server moves it on. */
const counting = 'auto_increment';

/** `{ row_format: dynamic }`: the names are the server's to know. */
function optionsIn(node: DocumentNode): { readonly options: readonly string[]; readonly counter?: string } {
  const names = Object.keys(Object(node.value));
  const read = node.fields(names);
  const options = names.map((name) => {
    const value = read[name];
    if (!value || !/^\w+$/.test(name)) return node.fail(`${name} is no option`);
    return { name: name.toLowerCase(), value };
  });
  const start = options.find(({ name }) => name === counting);
  const counter = start && counterIn(start.value);
  return {
    options: options
      .filter(({ name }) => name !== counting)
      .map(({ name, value }) => `${name}=${wordIn(value, 'the value')}`)
      .sort(byCodeUnit),
    // Every table counts from 1 of which nobody says more.
    ...(counter !== undefined && counter > 1n && { counter: String(counter) }),
  };
}

function counterIn(node: DocumentNode): bigint {
  const text = wordIn(node, `the value of ${counting}`);
  return /^\d+$/.test(text) ? BigInt(text) : node.fail(`${text} is no number from which a table may count`);
}

function byName<T extends { readonly name: string }>(all: readonly T[]): readonly T[] {
  return [...all].sort((a, b) => byCodeUnit(foldMember(a.name), foldMember(b.name)));
}

function refuseTwins(columns: readonly ReadColumn[], node: DocumentNode): void {
  const seen = new Set<string>();
  for (const [i, { column }] of columns.entries()) {
    const folded = foldMember(column.name);
    if (seen.has(folded)) (node.items()[i] ?? node).fail(`the column ${column.name} stands above already`);
    seen.add(folded);
  }
}

/** The server says this too, but not in which entry. */
function refuseUnknown(columns: readonly ReadColumn[], indexes: readonly IndexSpec[], section: Section): void {
  const known = new Set(columns.map(({ column }) => foldMember(column.name)));
  for (const { name, parts } of indexes) {
    const absent = parts.find(({ column }) => column !== undefined && !known.has(foldMember(column)));
    const node = name === primary ? section.primaryKey : section.indexes;
    if (absent) node?.fail(`there is no column ${absent.column}`);
  }
}

import {
  type DocumentContent,
  type DocumentNode,
  type RenameHint,
  readDerivedFrom,
  type SchemaObject,
} from '@sync/core';
import { buildTable } from '../kinds/table/build.js';
import type { TableSpec } from '../kinds/table/spec.js';
import { soleName } from '../read/clauses.js';
import type { RawConstraint, RawTable } from '../read/raw-table.js';
import { foldName } from '../text/names.js';
import { type ReadColumn, readColumn } from './column.js';
import { readCheck, readForeignKey, readPrimaryKey, readUnique } from './constraints.js';
import { nonEmpty, readObject, renameOf, required, type SqliteEngine } from './engine.js';
import { expressionText } from './expression.js';
import { readIndex } from './index-entry.js';
import { readSeedData } from './seed.js';

const fields = [
  'columns',
  'primaryKey',
  'foreignKeys',
  'indexes',
  'uniques',
  'checks',
  'strict',
  'withoutRowid',
  'comment',
] as const;

type Section = { readonly [field in (typeof fields)[number]]?: DocumentNode };

/** Reads a Table document: the table, its indexes, its seed rows and the renames that it declares. */
export function readTable(spec: DocumentNode, engine: SqliteEngine): DocumentContent {
  const { name, section, sectionNode, isDeleted, renamedFrom, seedData } = readObject(spec, engine, fields, [
    'seedData',
  ]);
  if (isDeleted) return { objects: [], deleted: [[name]] };
  section.comment?.fail('SQLite keeps no comments', 'Write it as a comment of the document, behind a #.');
  const columns = required(section.columns, sectionNode, 'columns').items().map(readColumn);
  refuseTwins(columns, required(section.columns, sectionNode, 'columns'));
  const raw = rawTable(name, section, columns);
  const table = buildTable(raw, () => undefined, false);
  refuseUnknownColumns(table, section, sectionNode);
  const indexes = (section.indexes?.items() ?? []).map((item) => readIndex(item, raw));
  const seeded =
    seedData &&
    readSeedData(
      seedData,
      table,
      indexes.flatMap(({ key }) => (key ? [key] : [])),
    );
  return {
    objects: [table, ...indexes.map((index) => index.object)],
    renames: [
      ...renameOf(name, renamedFrom),
      ...columnRenames(name, columns),
      ...indexes.flatMap((index) => index.renames),
    ],
    ...(seeded?.seed && { seeds: [seeded.seed] }),
    warnings: [...indexes.flatMap((index) => index.warnings), ...(seeded?.warnings ?? [])],
  };
}

function rawTable(name: string, section: Section, columns: readonly ReadColumn[]): RawTable {
  const each = (list: DocumentNode | undefined, read: (node: DocumentNode) => RawConstraint) =>
    (list?.items() ?? []).map(read);
  return {
    name,
    columns: columns.map(({ column }) => column),
    constraints: [
      ...primaryKey(section, columns),
      ...columns.flatMap(({ checks }) => checks),
      ...each(section.uniques, readUnique),
      ...each(section.checks, readCheck),
      ...each(section.foreignKeys, (node) => readForeignKey(node, name)),
    ],
    strict: section.strict?.boolean() ?? false,
    withoutRowid: section.withoutRowid?.boolean() ?? false,
  };
}

/**
 * AUTOINCREMENT belongs to the key in SQLite, and only an INTEGER that is the whole key can have it. A key of one column is written on the column, where a
 * descending INTEGER is not the rowid: https://sqlite.org/lang_createtable.html#rowid.
 */
function primaryKey(section: Section, columns: readonly ReadColumn[]): readonly RawConstraint[] {
  const counting = columns.find((column) => column.autoIncrement);
  const node = section.primaryKey;
  if (!node || (Array.isArray(node.value) && node.value.length === 0)) {
    return (
      counting?.autoIncrement?.fail(
        'autoIncrement needs a primary key',
        `Write \`primaryKey: [${counting.column.name}]\`.`,
      ) ?? []
    );
  }
  const key = readPrimaryKey(node, counting !== undefined);
  const sole = key.parts.length === 1 ? soleName(key.parts[0]?.tokens ?? []) : undefined;
  if (counting && !isInteger(counting, sole)) {
    counting.autoIncrement?.fail(
      'autoIncrement is only for a column of type integer that is the whole primary key',
      'See https://sqlite.org/autoinc.html.',
    );
  }
  return [{ ...key, ...(sole !== undefined && { column: sole }) }];
}

function isInteger({ column }: ReadColumn, name: string | undefined): boolean {
  const [type, ...more] = column.type;
  return (
    name !== undefined &&
    foldName(name) === foldName(column.name) &&
    type?.text.toUpperCase() === 'INTEGER' &&
    more.length === 0
  );
}

function refuseTwins(columns: readonly ReadColumn[], node: DocumentNode): void {
  const seen = new Set<string>();
  for (const [i, { column }] of columns.entries()) {
    const folded = foldName(column.name);
    if (seen.has(folded)) (node.items()[i] ?? node).fail(`the column ${column.name} stands above already`);
    seen.add(folded);
  }
}

/** The server says this too, but not in which entry. */
function refuseUnknownColumns(table: SchemaObject<TableSpec>, section: Section, node: DocumentNode): void {
  const known = new Set(table.spec.columns.map((column) => foldName(column.name)));
  const check = (columns: readonly string[], at: DocumentNode | undefined) => {
    const absent = columns.find((column) => !known.has(column));
    if (absent !== undefined) (at ?? node).fail(`${table.name} has no column ${absent}`);
  };
  check(
    (table.spec.primaryKey?.columns ?? []).map(({ column }) => column),
    section.primaryKey,
  );
  for (const unique of table.spec.uniques)
    check(
      unique.columns.map(({ column }) => column),
      section.uniques,
    );
  for (const key of table.spec.foreignKeys) check(key.columns, section.foreignKeys);
}

function columnRenames(table: string, columns: readonly ReadColumn[]): readonly RenameHint[] {
  return columns.flatMap(({ column: { name }, renamedFrom, derivedFrom }) => [
    ...(renamedFrom
      ? [{ at: renamedFrom.at, from: [table, nonEmpty(renamedFrom, 'the old name')], to: [table, name] }]
      : []),
    ...readDerivedFrom(derivedFrom, [table, name], { name: nonEmpty, expression: expressionText }),
  ]);
}

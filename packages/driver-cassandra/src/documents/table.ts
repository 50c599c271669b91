import {
  address,
  byCodeUnit,
  type Catalogue,
  type DocumentContent,
  type DocumentKind,
  type DocumentNode,
  type Json,
  type RenameHint,
  type SchemaObject,
  schemaObject,
} from '@sync/core';
import type { IndexSpec } from '../kinds/index-kind.js';
import { quoteName } from '../names.js';
import { inOrder } from '../read/columns.js';
import type { ColumnSpec, TableSpec } from '../table/spec.js';
import { tableAddress, typesIn } from '../types.js';
import { nonEmpty, readFrame, required } from './frame.js';
import { readKey, writtenKey } from './key.js';
import { readProperties, writtenProperties } from './properties.js';
import { readSeedData } from './seed.js';
import { typeIn } from './type-text.js';

/** Documents of tables, with their indexes and seed rows. */
export const tableDocument: DocumentKind = { document: 'Table', read: readTable, write: writeTables };

function readTable(spec: DocumentNode): DocumentContent {
  const fields = ['columns', 'primaryKey', 'clusteringOrder', 'properties', 'indexes'] as const;
  const { name, section, sectionNode, isDeleted, renames, seedData } = readFrame(spec, fields, ['seedData']);
  if (isDeleted) return { objects: [], deleted: [[name]] };
  const items = required(section.columns, sectionNode, 'columns').items();
  const read = items.map(readColumn);
  const known = new Set<string>();
  for (const [i, { column }] of read.entries()) {
    if (known.has(column.name)) items[i]?.fail(`the column ${column.name} stands above already`);
    known.add(column.name);
  }
  const key = readKey(required(section.primaryKey, sectionNode, 'primaryKey'), section.clusteringOrder, {
    name,
    known,
  });
  const { properties, warnings } = readProperties(section.properties);
  const table: SchemaObject<TableSpec> = schemaObject({
    kind: 'table',
    address: tableAddress(name),
    name,
    spec: {
      columns: read.map(({ column }) => column).sort((a, b) => byCodeUnit(a.name, b.name)),
      ...key,
      properties,
    },
    needs: typesIn(read.map(({ column }) => column.type)),
  });
  const seeded = seedData && readSeedData(seedData, table);
  return {
    objects: [table, ...(section.indexes?.items() ?? []).map((item) => readIndex(item, table))],
    renames: [...renames, ...read.flatMap(({ column, renamedFrom }) => columnRename(name, column, renamedFrom))],
    ...(seeded?.seed && { seeds: [seeded.seed] }),
    warnings: [...warnings, ...(seeded?.warnings ?? [])],
  };
}

function readColumn(node: DocumentNode) {
  const { name, type, isStatic, renamedFrom } = node.fields(['name', 'type', 'isStatic', 'renamedFrom']);
  const column: ColumnSpec = {
    name: nonEmpty(required(name, node, 'name'), 'the name'),
    type: typeIn(required(type, node, 'type')),
    ...(isStatic?.boolean() && { isStatic: true }),
  };
  return { column, renamedFrom };
}

function columnRename(table: string, { name }: ColumnSpec, from: DocumentNode | undefined): readonly RenameHint[] {
  return from ? [{ at: from.at, from: [table, nonEmpty(from, 'the old name')], to: [table, name] }] : [];
}

function readIndex(node: DocumentNode, { name: table, spec }: SchemaObject<TableSpec>): SchemaObject<IndexSpec> {
  const { name, column, of, using, options } = node.fields(['name', 'column', 'of', 'using', 'options']);
  const columnNode = required(column, node, 'column');
  const on = nonEmpty(columnNode, 'the column');
  if (!spec.columns.some((each) => each.name === on)) columnNode.fail(`${table} has no column ${on}`);
  const part = of?.oneOf(['keys', 'values', 'entries', 'full']);
  const target = part === undefined ? quoteName(on) : `${part}(${quoteName(on)})`;
  const called = name ? nonEmpty(name, 'the name') : `${table}_${on}_idx`;
  const given = options?.fields(Object.keys((options.value ?? {}) as object)) ?? {};
  if (options && !using) options.fail('only an index that says what keeps it has options', 'Write `using: sai`.');
  return schemaObject({
    kind: 'index',
    address: address('index', called),
    name: called,
    parent: tableAddress(table),
    spec: {
      target,
      ...(using && { using: nonEmpty(using, 'the class') }),
      options: Object.fromEntries(Object.entries(given).map(([key, item]) => [key, (item as DocumentNode).text()])),
    },
  });
}

function writeTables(catalogue: Catalogue): ReturnType<DocumentKind['write']> {
  return [...catalogue].flatMap((object) => {
    if (object.kind !== 'table') return [];
    const { name, spec, address: at } = object as SchemaObject<TableSpec>;
    const indexes = catalogue.children(at).flatMap((child) => writtenIndex(child as SchemaObject<IndexSpec>));
    const properties = writtenProperties(spec.properties);
    const section: { readonly [field: string]: Json } = {
      ...writtenKey(spec),
      columns: inOrder(spec.columns, spec).map((column) => ({ ...column })),
      ...(indexes.length > 0 && { indexes: indexes.map(({ entry }) => entry) }),
      ...(Object.keys(properties).length > 0 && { properties }),
    };
    return [
      {
        name,
        spec: { name, schema: { cassandra: section } },
        covers: [object, ...indexes.map(({ object: index }) => index)],
      },
    ];
  });
}

function writtenIndex(
  index: SchemaObject<IndexSpec>,
): readonly { readonly object: SchemaObject; readonly entry: Json }[] {
  if (index.kind !== 'index') return [];
  const { target, using, options } = index.spec;
  const [, of, inner = target] = /^(keys|values|entries|full)\((.*)\)$/i.exec(target) ?? [];
  const column = inner.startsWith('"') ? inner.slice(1, -1).replaceAll('""', '"') : inner;
  const entry = {
    name: index.name,
    column,
    ...(of !== undefined && { of: of.toLowerCase() }),
    ...(using !== undefined && { using }),
    ...(Object.keys(options).length > 0 && { options }),
  };
  return [{ object: index, entry }];
}

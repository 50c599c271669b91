import {
  address,
  byCodeUnit,
  type DocumentContent,
  type DocumentNode,
  type SchemaObject,
  schemaObject,
} from '@sync/core';
import type { TableSpec } from '../kinds/table/spec.js';
import type { DocumentAdditions } from './additions.js';
import { type ReadColumn, readColumn } from './column.js';
import { commentOf } from './comment.js';
import {
  constraintOf,
  type OwnTable,
  type ReadConstraint,
  readCheck,
  readExclusion,
  readForeignKey,
  readPrimaryKey,
  readUnique,
} from './constraints.js';
import { flag, needsOfPlace, type PostgresEngine, readFrame, required } from './frame.js';
import { readIndex } from './index-entry.js';
import { readSeedData } from './seed.js';
import { parametersIn } from './storage-parameters.js';
import { withoutParentheses } from './text.js';
import { readTrigger } from './trigger-entry.js';

const fields = [
  ...(['columns', 'primaryKey', 'foreignKeys', 'indexes', 'triggers', 'json:triggers'] as const),
  ...(['uniques', 'checks', 'exclusions', 'comment', 'unlogged', 'with'] as const),
] as const;

type Field = (typeof fields)[number];

type Section = { readonly [field in (typeof fields)[number]]?: DocumentNode };

/** Reads a Table document: the table with all that is its own, its seed rows and the renames that it declares. */
export function readTable(
  spec: DocumentNode,
  engine: PostgresEngine,
  { tableFields = [], readTable: readMore }: DocumentAdditions = {},
): DocumentContent {
  const frame = readFrame(spec, engine, [...fields, ...(tableFields as readonly Field[])], ['seedData']);
  const { name, prefix, section, sectionNode, seedData } = frame;
  if (frame.isDeleted) return { objects: [], deleted: [[...prefix, name]] };
  const own: OwnTable = { name, prefix, address: address('table', ...prefix, name) };
  const columns = required(section.columns, sectionNode, 'columns')
    .items()
    .map((node) => readColumn(node, [...prefix, name]));
  refuseTwins(columns, required(section.columns, sectionNode, 'columns'));
  const each = <T>(node: DocumentNode | undefined, read: (item: DocumentNode) => T) => (node?.items() ?? []).map(read);
  const constraints = readConstraints(section, own, columns);
  const indexes = each(section.indexes, (node) => readIndex(node, own));
  const triggers = [section.triggers, section['json:triggers']].flatMap((node) =>
    each(node, (item) => readTrigger(item, own)),
  );
  refuseUnknown(columns, constraints, section);
  const keys = [...constraints, ...indexes].flatMap(({ key }) => (key ? [key] : []));
  const seeded = seedData && readSeedData(seedData, own, columns, keys);
  const more = readMore?.(section as Readonly<Record<string, DocumentNode | undefined>>, own.address);
  const written = new Map(columns.flatMap(({ column, comment }) => (comment ? [[column.name, comment] as const] : [])));
  return {
    objects: [
      tableOf(own, columns, section),
      ...constraints.map(({ object }) => object),
      ...indexes.map(({ object }) => object),
      ...triggers.map(({ object }) => object),
      ...(more?.objects ?? []),
      ...commentOf(own.address, section.comment?.text(), written),
    ],
    implied: frame.implied,
    renames: [
      ...frame.renames,
      ...columns.flatMap(({ renames }) => renames),
      ...[...constraints, ...indexes, ...triggers].flatMap(({ renames = [] }) => renames),
    ],
    ...(seeded?.seed && { seeds: [seeded.seed] }),
    warnings: [...(seeded?.warnings ?? []), ...(more?.warnings ?? [])],
  };
}

function tableOf(own: OwnTable, columns: readonly ReadColumn[], section: Section): SchemaObject<TableSpec> {
  const options = section.with && parametersIn(section.with);
  return schemaObject({
    kind: 'table',
    address: own.address,
    name: own.name,
    spec: {
      columns: columns.map(({ column }) => column).sort((a, b) => byCodeUnit(a.name, b.name)),
      ...flag('unlogged', section.unlogged),
      ...(options && { options: [...options].sort() }),
    },
    needs: needsOfPlace(own.prefix),
    layout: { columns: columns.map(({ column }) => column.name) },
  });
}

/** Everything but foreign keys comes first, so that keys are there to refer to. */
function readConstraints(section: Section, own: OwnTable, columns: readonly ReadColumn[]): readonly ReadConstraint[] {
  const taken = new Set<string>();
  const nameless = (base: string) => {
    let name = base;
    for (let n = 1; taken.has(name); n++) name = `${base}${n}`;
    taken.add(name);
    return name;
  };
  const items = (node: DocumentNode | undefined) => node?.items() ?? [];
  const key = section.primaryKey;
  const hasKey = key && !(Array.isArray(key.value) && key.value.length === 0);
  return [
    ...(hasKey ? [readPrimaryKey(key, own)] : []),
    ...items(section.uniques).map((node) => readUnique(node, own)),
    ...columns.flatMap(({ column, check }): readonly ReadConstraint[] => {
      if (check === undefined) return [];
      const definition = `CHECK (${withoutParentheses(check)})`;
      const name = nameless(`${own.name}_${column.name}_check`);
      return [{ object: constraintOf(own, name, { type: 'check', definition }) }];
    }),
    ...items(section.checks).map((node) => readCheck(node, own, nameless)),
    ...items(section.exclusions).map((node) => readExclusion(node, own)),
    ...items(section.foreignKeys).map((node) => readForeignKey(node, own)),
  ];
}

function refuseTwins(columns: readonly ReadColumn[], node: DocumentNode): void {
  const seen = new Set<string>();
  for (const [i, { column }] of columns.entries()) {
    if (seen.has(column.name)) (node.items()[i] ?? node).fail(`the column ${column.name} stands above already`);
    seen.add(column.name);
  }
}

/** The server says this too, but not in which entry. */
function refuseUnknown(columns: readonly ReadColumn[], constraints: readonly ReadConstraint[], section: Section): void {
  const known = new Set(columns.map(({ column }) => column.name));
  for (const { object, key } of constraints) {
    const absent = key?.find((column) => !known.has(column));
    const node = object.spec.type === 'primary key' ? section.primaryKey : section.uniques;
    if (absent !== undefined) node?.fail(`there is no column ${absent}`);
  }
}

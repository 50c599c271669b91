import { type Address, equalJson, type Hazard, type RenderContext, type SchemaObject } from '@sync/core';
import { leavesDanglingReaders, leavesDanglingReferences } from '../../hazards.js';
import { foldName } from '../../text/names.js';
import { speaksOf } from '../names-in.js';
import { isRelation } from '../relations.js';
import type { TableDifference } from './difference.js';
import { tablesThatReference } from './incoming.js';

/** What is left without a table that goes: the foreign keys to it, and the views and triggers that read it. */
export function withoutTable({ name, address }: SchemaObject, { base, goal }: RenderContext): readonly Hazard[] {
  const folded = foldName(name);
  if (isRelation(name, goal)) return [];
  const tables = tablesThatReference(folded, goal).map((table) => table.name);
  const readers = base.dependents(address).filter((reader) => {
    const after = goal.get(reader.address);
    return after !== undefined && equalJson(after.spec, reader.spec);
  });
  return [
    ...(tables.length > 0 ? [leavesDanglingReferences(name, tables)] : []),
    ...(readers.length > 0 ? [leavesDanglingReaders(name, readers.map(titled))] : []),
  ];
}

/** What is left without columns that go: the foreign keys to them, and what is left alone and may mean them. */
export function withoutColumns(difference: TableDifference, context: RenderContext): readonly Hazard[] {
  const { from, to, dropped } = difference;
  const self = to.object.address;
  return dropped.flatMap((column) => {
    const name = `${to.name}.${from.nameOf(column)}`;
    const tables = tablesThatReference(foldName(to.name), context.goal).filter(({ spec }) =>
      spec.foreignKeys.some((key) => key.table === foldName(to.name) && key.references?.includes(column)),
    );
    const readers = keptAround(self, context).filter((reader) => speaksOf(reader, [column]));
    return [
      ...(tables.length > 0
        ? [
            leavesDanglingReferences(
              name,
              tables.map((table) => table.name),
            ),
          ]
        : []),
      ...(readers.length > 0 ? [leavesDanglingReaders(name, readers.map(titled))] : []),
    ];
  });
}

/** SQLite does not tell virtual tables that what they index has another name. */
export function withoutName(from: SchemaObject, { base, isKept }: RenderContext): readonly Hazard[] {
  const readers = base
    .dependents(from.address)
    .filter(({ kind, address }) => kind === 'sqlite/virtual-table' && isKept(address));
  return readers.length > 0 ? [leavesDanglingReaders(from.name, readers.map(titled))] : [];
}

function keptAround(table: Address, { goal, isKept }: RenderContext): readonly SchemaObject[] {
  const around = new Set([...goal.children(table), ...goal.dependents(table)]);
  return [...around].filter(({ kind, address }) => kind !== 'index' && isKept(address));
}

function titled({ kind, name }: SchemaObject): string {
  return `${kind.replace('sqlite/virtual-table', 'virtual table')} ${name}`;
}

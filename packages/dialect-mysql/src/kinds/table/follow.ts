import { partsOf, type Rename, type SchemaObject, schemaObject } from '@sync/core';
import type { Flavour } from '../../flavour.js';
import { foldMember } from '../../text/names.js';
import type { ForeignKeySpec, TableSpec } from './spec.js';

type Table = SchemaObject<TableSpec>;

/** The server leads foreign keys on to what they refer to under its new name, and calls what it named after a table after its new name. */
export function followInTable(table: Table, rename: Rename, flavour: Flavour): Table {
  if (rename.of === 'member') return followColumn(table, rename);
  const [from, to] = [tableName(rename.from), tableName(rename.to)];
  if (from === undefined || to === undefined) return table;
  const isItself = table.address === rename.to;
  const { spec } = table;
  const called = (name: string, infix: string) =>
    isItself && name.startsWith(`${from}_${infix}_`) ? `${to}${name.slice(from.length)}` : name;
  return schemaObject<TableSpec>({
    ...table,
    spec: {
      ...spec,
      foreignKeys: spec.foreignKeys.map((key) => ({
        ...key,
        name: called(key.name, 'ibfk'),
        ...(key.table === from && key.database === undefined && { table: to }),
      })),
      ...(flavour.namesChecksByTable && {
        checks: spec.checks.map((check) => ({ ...check, name: called(check.name, 'chk') })),
      }),
    },
  });
}

/** A table's own columns are compared with their renames in hand. */
function followColumn(table: Table, rename: Extract<Rename, { of: 'member' }>): Table {
  const target = tableName(rename.object);
  if (target === undefined || rename.object === table.address) return table;
  const own = (key: ForeignKeySpec): ForeignKeySpec =>
    key.table === target && key.database === undefined
      ? {
          ...key,
          references: key.references.map((name) => (foldMember(name) === foldMember(rename.from) ? rename.to : name)),
        }
      : key;
  return schemaObject<TableSpec>({ ...table, spec: { ...table.spec, foreignKeys: table.spec.foreignKeys.map(own) } });
}

function tableName(address: Parameters<typeof partsOf>[0]): string | undefined {
  const { kind, parts } = partsOf(address);
  return kind === 'table' ? parts[0] : undefined;
}

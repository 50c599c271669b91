import type { Catalogue, Json, SchemaObject } from '@sync/core';
import { type IndexSpec, isIndexSpec } from '../kinds/index/spec.js';
import { tableAddress } from '../kinds/table/build.js';
import type {
  CheckSpec,
  ColumnSpec,
  ForeignKeySpec,
  KeyPart,
  PrimaryKeySpec,
  TableSpec,
  UniqueSpec,
} from '../kinds/table/spec.js';
import { TableView } from '../kinds/table/view-of-table.js';
import { writeType } from '../text/expression.js';
import { foldName } from '../text/names.js';
import { defaultForeignKeyName } from './constraints.js';
import { writtenDefault } from './default.js';
import type { SqliteEngine } from './engine.js';

type Fields = { readonly [field: string]: Json | undefined };
type NameOf = (folded: string) => string;

/** The spec of a table's document, and what it covers: the table with its indexes. */
export function writeTable(
  object: SchemaObject<TableSpec>,
  catalogue: Catalogue,
  engine: SqliteEngine,
): { readonly name: string; readonly spec: Json; readonly covers: readonly SchemaObject[] } {
  const table = new TableView(object);
  const indexes = catalogue.children(object.address).filter(isIndex);
  const { uniques, checks, foreignKeys } = table.spec;
  const primaryKey = table.spec.primaryKey && table.spelled(table.spec.primaryKey);
  const section: Fields = {
    ...(primaryKey && { primaryKey: writePrimaryKey(primaryKey, table.nameOf) }),
    ...listed(
      'foreignKeys',
      foreignKeys.map((key) => writeForeignKey(table.spelled(key), table, catalogue)),
    ),
    ...listed(
      'indexes',
      indexes.map((index) => writeIndex(index, table)),
    ),
    ...listed(
      'uniques',
      uniques.map((unique) => writeUnique(table.spelled(unique), table.nameOf)),
    ),
    ...listed(
      'checks',
      checks.map((check) => writeCheck(table.spelled(check))),
    ),
    ...(table.strict && { strict: true }),
    ...(table.withoutRowid && { withoutRowid: true }),
    columns: table.order.flatMap((folded) => {
      const column = table.columns.get(folded);
      const counts = primaryKey?.autoincrement === true && primaryKey.columns[0]?.column === folded;
      return column ? [writeColumn(column, counts, table)] : [];
    }),
  };
  return {
    name: object.name,
    spec: { name: object.name, schema: { [engine]: section } },
    covers: [object, ...indexes],
  };
}

function isIndex(object: SchemaObject): object is SchemaObject<IndexSpec> {
  return object.kind === 'index' && isIndexSpec(object.spec);
}

function listed(field: string, items: readonly Json[]): Fields {
  return items.length > 0 ? { [field]: items } : {};
}

function writeColumn(column: ColumnSpec, autoIncrement: boolean, table: TableView): Json {
  const { name, conflict } = table.spelled(column.notNull ?? {});
  const notNull =
    name !== undefined || conflict !== undefined
      ? { ...(name !== undefined && { name }), ...(conflict && { onConflict: conflict }) }
      : true;
  return {
    name: column.name,
    ...(column.type !== '' && { type: writeType(column.type) }),
    ...(column.default !== undefined && { default: writtenDefault(column.default, column.type) }),
    ...(column.notNull && { constraints: { notNull } }),
    ...(autoIncrement && { attributes: { autoIncrement: true } }),
    ...(column.collation !== undefined && { collation: column.collation }),
    ...(column.generated && {
      generated: {
        expression: table.expression(column.generated.as),
        ...(column.generated.stored && { stored: true }),
      },
    }),
  };
}

/** A plain name where nothing more is to be said. */
function writeKeyPart(part: KeyPart, nameOf: NameOf): Json {
  const column = nameOf(part.column);
  return part.collation === undefined && !part.descending ? column : { column, ...writeOptions(part) };
}

function writeOptions(part: Pick<KeyPart, 'collation' | 'descending'>): Fields {
  return { ...(part.descending && { desc: true }), ...(part.collation !== undefined && { collation: part.collation }) };
}

function writeNamed(spec: { readonly name?: string; readonly conflict?: string }): Fields {
  return {
    ...(spec.name !== undefined && { name: spec.name }),
    ...(spec.conflict !== undefined && { onConflict: spec.conflict }),
  };
}

function writePrimaryKey(spec: PrimaryKeySpec, nameOf: NameOf): Json {
  const columns = spec.columns.map((part) => writeKeyPart(part, nameOf));
  const named = writeNamed(spec);
  return Object.keys(named).length === 0 ? columns : { ...named, columns };
}

function writeUnique(spec: UniqueSpec, nameOf: NameOf): Json {
  return { ...writeNamed(spec), columns: spec.columns.map((part) => writeKeyPart(part, nameOf)) };
}

function writeCheck(spec: CheckSpec): Json {
  return { ...writeNamed(spec), expression: spec.expression };
}

function writeForeignKey(spec: ForeignKeySpec, table: TableView, catalogue: Catalogue): Json {
  const target = catalogue.get(tableAddress(spec.table)) as SchemaObject<TableSpec> | undefined;
  const names = new Map(target?.spec.columns.map((column) => [foldName(column.name), column.name]));
  const columns = spec.columns.map(table.nameOf);
  const isDefault = spec.name === defaultForeignKeyName(table.name, columns);
  return {
    columns,
    references: {
      table: target?.name ?? spec.table,
      ...(spec.references && { columns: spec.references.map((column) => names.get(column) ?? column) }),
    },
    ...(spec.onDelete && { onDelete: spec.onDelete }),
    ...(spec.onUpdate && { onUpdate: spec.onUpdate }),
    ...(spec.deferred && { deferrable: 'deferred' }),
    ...(spec.name === undefined ? { unnamed: true } : !isDefault && { name: spec.name }),
  };
}

function writeIndex({ name, spec }: SchemaObject<IndexSpec>, { nameOf, expression }: TableView): Json {
  return {
    name,
    columns: spec.terms.map((term) => {
      if (term.column !== undefined) return writeKeyPart({ ...term, column: term.column }, nameOf);
      return { expression: expression(term.expression ?? ''), ...writeOptions(term) };
    }),
    ...(spec.unique && { isUnique: true }),
    ...(spec.where !== undefined && { where: expression(spec.where) }),
  };
}

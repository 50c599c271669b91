import {
  type NativeType,
  type NotCarried,
  type PortableColumn,
  type PortableEdge,
  type PortableStyle,
  type PortableTable,
  type PortableType,
  writeSchema,
} from '@sync/core';
import { postgresFamily, postgresPortable, postgresStyle } from '@sync/dialect-postgres';
import type { TableSpec } from '../read/specs.js';
import { quoteName } from '../text/names.js';
import { inPostgresWords } from './in-postgres-words.js';
import { hasTypeOfPostgres, typeFromPostgres } from './types.js';

/** How CockroachDB writes a schema: as PostgreSQL does, with the names of its own types. Each table has its own names of indexes. */
const style: PortableStyle = {
  ...postgresStyle,
  product: 'CockroachDB',
  quote: quoteName,
  namedOnce: new Set(),
  tablesAmongIndexes: false,
  type: (column, use) => ownType(column, postgresStyle.type(column, use)),
  expressions: { ...postgresStyle.expressions, name: quoteName },
  virtual: true,
};

function ownType({ type }: PortableColumn, native: NativeType): NativeType {
  const own = { ...native, type: typeFromPostgres(native.type) };
  switch (type.base) {
    case 'native':
      return nativeType(type, own);
    case 'float':
      // https://www.cockroachlabs.com/docs/stable/float: all are kept in 64 bits.
      return type.bits === 32 ? { ...own, carriage: 'widened', reason: 'all numbers of its kind have 64 bits' } : own;
    default:
      return own;
  }
}

/** What PostgreSQL has of its own accord, CockroachDB has in part. https://www.cockroachlabs.com/docs/stable/array: arrays have one dimension. */
function nativeType({ name, family }: Extract<PortableType, { readonly base: 'native' }>, own: NativeType): NativeType {
  if (family !== postgresFamily || !hasTypeOfPostgres(name)) {
    const type = typeFromPostgres('text');
    return { type, carriage: 'lossy', reason: `CockroachDB has no ${name}: it becomes a text` };
  }
  if (!name.endsWith('[]')) return own;
  return { ...own, carriage: 'values', reason: 'an array has one dimension' };
}

/** Between CockroachDB and the terms of no engine. */
export const cockroachPortable: PortableEdge = {
  kinds: postgresPortable.kinds,
  read(catalogue) {
    const { catalogue: theirs, left } = inPostgresWords(catalogue);
    const { tables, notCarried } = postgresPortable.read(theirs);
    const printed = new Map(
      [...catalogue]
        .filter(({ kind }) => kind === 'table')
        .flatMap(({ name, spec }) =>
          (spec as TableSpec).columns.map((column) => [`${name}\0${column.name}`, column.type]),
        ),
    );
    const isHere = new Set(tables.map(({ name }) => name));
    const beside = left
      .filter(({ table }) => isHere.has(table))
      .map(({ table, what }): NotCarried => ({ what: `${what} of ${table}`, reason: 'no other engine has it' }));
    return {
      tables: tables.map((table) => inOwnTypes(table, printed)),
      notCarried: [...notCarried, ...beside],
    };
  },
  write: (schema) => writeSchema(schema, style),
};

/** The same with types as CockroachDB prints them. */
function inOwnTypes(table: PortableTable, printed: ReadonlyMap<string, string | undefined>): PortableTable {
  const columns = table.columns.map((column) => ({
    ...column,
    native: printed.get(`${table.name}\0${column.name}`) ?? column.native,
  }));
  return { ...table, columns };
}

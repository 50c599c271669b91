import { type Address, address, byCodeUnit, type Found, type Reading, schemaObject } from '@sync/core';
import { type ColumnRow, columns } from '../../read/parts/columns.js';
import { relationsOf } from '../../read/parts/relations.js';
import { sequences } from '../../read/parts/sequences.js';
import { readCatalogue } from '../../read/read-catalogue.js';
import { schemaNeed } from '../../read/schema-need.js';
import type { ServerCatalogue } from '../../read/server-catalogue.js';
import { sequenceSpec } from '../sequence/spec.js';
import type { ColumnSpec, TableSpec } from './spec.js';

/** Reads every table with its columns. */
export async function* inspectTables(reading: Reading): AsyncGenerator<Found<TableSpec>> {
  const catalogue = await readCatalogue(reading);
  for (const { oid, namespace, name, unlogged, options } of relationsOf(catalogue, 'r')) {
    const place = catalogue.placeOf(namespace);
    const rows = catalogue.where(columns, 'relation', oid);
    const object = schemaObject<TableSpec>({
      kind: 'table',
      address: address('table', ...place.prefix, name),
      name,
      spec: {
        columns: rows.map((row) => columnSpec(row, catalogue)).sort((a, b) => byCodeUnit(a.name, b.name)),
        ...(unlogged && { unlogged: true as const }),
        ...(options && { options: [...options].sort() }),
      },
      needs: [...schemaNeed(place), ...catalogue.needsOf('pg_class', oid)],
      layout: { columns: rows.map((row) => row.name), ...callsIn(rows, catalogue) },
    });
    yield { scope: place.scope, object };
  }
}

/** What the expressions of columns need, where they need something. */
function callsIn(
  rows: readonly ColumnRow[],
  catalogue: ServerCatalogue,
): { readonly calls?: Readonly<Record<string, readonly Address[]>> } {
  const calls = rows.flatMap(({ name, relation, number, defaultOid }) => {
    if (defaultOid === 0) return [];
    const own = catalogue.needsOf('pg_class', relation, number);
    const needs = [...new Set([...catalogue.needsOf('pg_attrdef', defaultOid), ...own])].sort();
    return needs.length === 0 ? [] : [[name, needs] as const];
  });
  return calls.length > 0 ? { calls: Object.fromEntries(calls) } : {};
}

const compressions: Readonly<Record<string, string>> = { p: 'pglz', l: 'lz4' };

function columnSpec(row: ColumnRow, catalogue: ServerCatalogue): ColumnSpec {
  const own = catalogue.where(sequences, 'owner', row.relation).filter(({ column }) => column === row.number);
  const inside = own.find(({ internal }) => internal);
  const owns = own
    .flatMap(({ oid, internal }) => (internal ? [] : (catalogue.addressOf('pg_class', oid) ?? [])))
    .sort();
  const compression = compressions[row.compression];
  return {
    name: row.name,
    type: row.type,
    notNull: row.notNull,
    ...(row.expression !== null && row.generated === '' && { default: row.expression }),
    ...(row.expression !== null &&
      row.generated !== '' && { generated: { as: row.expression, stored: row.generated === 's' } }),
    ...(inside && { identity: { always: row.identity === 'a', options: sequenceSpec(inside) } }),
    ...(row.collation !== null && { collation: row.collation }),
    ...(row.storage !== null && { storage: row.storage }),
    ...(compression !== undefined && { compression }),
    ...(owns.length > 0 && { owns }),
  };
}

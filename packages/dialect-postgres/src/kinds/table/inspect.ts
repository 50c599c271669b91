import { address, byCodeUnit, type Found, type Reading, schemaObject } from '@sync/core';
import { readCatalogue } from '../../read/read-catalogue.js';
import type { ColumnRow } from '../../read/rows.js';
import { schemaNeed } from '../../read/schema-need.js';
import type { SortedCatalogue } from '../../read/sort-out.js';
import { sequenceSpec } from '../sequence-kind.js';
import type { ColumnSpec, TableSpec } from './spec.js';

/** Reads every table with its columns. */
export async function* inspectTables(reading: Reading): AsyncGenerator<Found<TableSpec>> {
  const catalogue = await readCatalogue(reading);
  for (const { oid, namespace, name, unlogged, options } of catalogue.tables) {
    const place = catalogue.placeOf(namespace);
    const rows = catalogue.columnsOf(oid);
    const object = schemaObject<TableSpec>({
      kind: 'table',
      address: address('table', ...place.prefix, name),
      name,
      spec: {
        columns: rows.map((row) => columnSpec(row, catalogue)).sort((a, b) => byCodeUnit(a.name, b.name)),
        ...(unlogged && { unlogged: true as const }),
        ...(options && { options: [...options].sort() }),
      },
      needs: [...schemaNeed(place), ...catalogue.needsOf('relation', oid)],
      layout: { columns: rows.map((row) => row.name) },
    });
    yield { scope: place.scope, object };
  }
}

const compressions: Readonly<Record<string, string>> = { p: 'pglz', l: 'lz4' };

function columnSpec(row: ColumnRow, catalogue: SortedCatalogue): ColumnSpec {
  const sequences = catalogue.sequencesOf(row.relation).filter(({ sequence }) => sequence.column === row.number);
  const inside = sequences.find(({ sequence }) => sequence.internal);
  const owned = sequences.filter(({ sequence }) => !sequence.internal);
  const owns = owned.flatMap(({ oid }) => catalogue.addressOf(oid) ?? []).sort();
  const compression = compressions[row.compression];
  return {
    name: row.name,
    type: row.type,
    notNull: row.notNull,
    ...(row.expression !== null && row.generated === '' && { default: row.expression }),
    ...(row.expression !== null &&
      row.generated !== '' && { generated: { as: row.expression, stored: row.generated === 's' } }),
    ...(inside && { identity: { always: row.identity === 'a', options: sequenceSpec(inside.sequence) } }),
    ...(row.collation !== null && { collation: row.collation }),
    ...(row.storage !== null && { storage: row.storage }),
    ...(compression !== undefined && { compression }),
    ...(owns.length > 0 && { owns }),
  };
}

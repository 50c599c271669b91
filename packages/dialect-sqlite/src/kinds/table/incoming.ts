import type { Catalogue, SchemaObject } from '@sync/core';
import { tableAddress } from './build.js';
import { isTable, type TableSpec } from './spec.js';

const incoming = new WeakMap<Catalogue, ReadonlyMap<string, readonly SchemaObject<TableSpec>[]>>();

/** The tables, other than itself, with a foreign key to the table of this folded name. Indexed once a catalogue. */
export function tablesThatReference(table: string, catalogue: Catalogue): readonly SchemaObject<TableSpec>[] {
  let index = incoming.get(catalogue);
  if (!index) {
    index = indexReferences(catalogue);
    incoming.set(catalogue, index);
  }
  return index.get(table) ?? [];
}

function indexReferences(catalogue: Catalogue): ReadonlyMap<string, readonly SchemaObject<TableSpec>[]> {
  const index = new Map<string, SchemaObject<TableSpec>[]>();
  for (const object of catalogue) {
    if (!isTable(object)) continue;
    for (const table of new Set(object.spec.foreignKeys.map((key) => key.table))) {
      if (tableAddress(table) === object.address) continue;
      const known = index.get(table);
      if (known) known.push(object);
      else index.set(table, [object]);
    }
  }
  return index;
}

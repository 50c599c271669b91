import { type DocumentNode, type ReadSeed, readSeed, type SchemaObject } from '@sync/core';
import { keyColumns } from '../read/columns.js';
import type { TableSpec } from '../table/spec.js';
import { isPlainType } from '../types.js';

/** Reads `seedData` for a table, whose rows are told apart by its whole primary key. */
export function readSeedData(node: DocumentNode, { name, spec }: SchemaObject<TableSpec>): ReadSeed {
  if (spec.columns.some(({ type }) => type.toLowerCase() === 'counter'))
    node.fail(
      `${name} counts, and Cassandra inserts no rows into a table of counters`,
      'Take seedData out: a counter is there as soon as it is counted up, with UPDATE.',
    );
  const columns = spec.columns.map((column) => column.name);
  const read = readSeed(node, { name, columns, keys: [keyColumns(spec)], fold: (each) => each });
  const rows = read.seed?.rows ?? [];
  const odd = spec.columns.find(
    (column) => !isPlainType(column.type) && rows.some((row) => (row[column.name] ?? null) !== null),
  );
  if (odd)
    node.fail(
      `${odd.name} is of the type ${odd.type}, of which seedData has no values`,
      'Leave the column out, or give it null, and write its values with cqlsh.',
    );
  return read;
}

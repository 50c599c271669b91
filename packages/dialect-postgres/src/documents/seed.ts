import { type DocumentNode, type ReadSeed, readSeed } from '@sync/core';
import type { ReadColumn } from './column.js';
import type { OwnTable } from './constraints.js';

/** Reads `seedData` for a table, whose rows are told apart by one of these keys. */
export function readSeedData(
  node: DocumentNode,
  table: OwnTable,
  columns: readonly ReadColumn[],
  keys: readonly (readonly string[])[],
): ReadSeed {
  const { seed, warnings } = readSeed(node, {
    name: table.name,
    columns: columns.map(({ column }) => column.name),
    keys,
    fold: (name) => name,
  });
  if (!seed) return { warnings };
  const [schema] = table.prefix;
  const counters = columns.flatMap(({ column: { name, type, identity } }) =>
    identity !== undefined || /serial\d?$/i.test(type) ? [name] : [],
  );
  return {
    seed: { ...seed, ...(schema !== undefined && { schema }), ...(counters.length > 0 && { counters }) },
    warnings,
  };
}

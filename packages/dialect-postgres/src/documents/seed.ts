import { type DocumentNode, type Json, type ReadSeed, readSeed } from '@sync/core';
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
  const documents = new Set(columns.flatMap(({ column: { name, type } }) => (/^jsonb?$/i.test(type) ? [name] : [])));
  const rows = seed.rows.map((row) =>
    Object.fromEntries(
      Object.entries(row).map(([name, value]) => [name, documents.has(name) ? asDocument(value) : value]),
    ),
  );
  return {
    seed: { ...seed, rows, ...(schema !== undefined && { schema }), ...(counters.length > 0 && { counters }) },
    warnings,
  };
}

/** A text is JSON as it is written; the server makes JSON of no number and no truth value that is not in quotes. */
function asDocument(value: Json): Json {
  return value === null || typeof value === 'string' ? value : JSON.stringify(value);
}

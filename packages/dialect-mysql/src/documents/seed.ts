import { type DocumentNode, isSyncError, type Json, type ReadSeed, readSeed } from '@sync/core';
import { type ColumnSpec, type IndexSpec, primary } from '../kinds/table/spec.js';
import { foldMember } from '../text/names.js';

/** Reads `seedData` for a table, whose rows are told apart by its primary key or a unique index. */
export function readSeedData(
  node: DocumentNode,
  table: { readonly name: string; readonly columns: readonly ColumnSpec[]; readonly indexes: readonly IndexSpec[] },
): ReadSeed {
  const { name, columns, indexes } = table;
  const keys = [...indexes]
    .sort((a, b) => Number(b.name === primary) - Number(a.name === primary))
    .flatMap(({ unique, parts }) => {
      const named = parts.flatMap(({ column, length }) =>
        column !== undefined && length === undefined ? [column] : [],
      );
      return unique && named.length === parts.length ? [named] : [];
    });
  const { seed, warnings } = readSeed(node, {
    name,
    columns: columns.map((column) => column.name),
    keys,
    fold: foldMember,
    truth: (value) => (value ? 1 : 0),
  });
  if (!seed) return { warnings };
  const documents = new Set(columns.flatMap((column) => (/^json$/i.test(column.type) ? [column.name] : [])));
  const rows = seed.rows.map((row) =>
    Object.fromEntries(
      Object.entries(row).map(([column, value]) => [column, documents.has(column) ? documentIn(value, node) : value]),
    ),
  );
  const uniques = keys.filter((unique) => unique.map(foldMember).join() !== seed.key.map(foldMember).join());
  const counters = columns.flatMap(({ name: column, autoIncrement }) => (autoIncrement ? [column] : []));
  return {
    seed: { ...seed, rows, ...(uniques.length > 0 && { uniques }), ...(counters.length > 0 && { counters }) },
    warnings,
  };
}

/** JSON is compared for what it says, however it is spaced: a text is read, so that it is known for JSON. */
function documentIn(value: Json, node: DocumentNode): Json {
  if (typeof value !== 'string') return value;
  try {
    const read = JSON.parse(value) as Json;
    if (typeof read === 'object' && read !== null) return read;
    return node.fail(`a column of JSON takes objects and lists from a seed, not ${value}`);
  } catch (error) {
    if (isSyncError(error)) throw error;
    return node.fail(`${value} is no JSON`);
  }
}

import {
  type DocumentNode,
  isSyncError,
  type Json,
  type Lexis,
  type ReadSeed,
  readSeed,
  tokenize,
  type UniqueTerms,
  unquote,
} from '@sync/core';
import { type ColumnSpec, type IndexSpec, primary } from '../kinds/table/spec.js';
import { foldMember, quoteName } from '../text/names.js';
import { settled } from './settled.js';

/** Reads `seedData` for a table, whose rows are told apart by its primary key or a unique index. */
export function readSeedData(
  node: DocumentNode,
  table: { readonly name: string; readonly columns: readonly ColumnSpec[]; readonly indexes: readonly IndexSpec[] },
  lexis: Lexis,
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
  });
  if (!seed) return { warnings };
  const documents = new Set(columns.flatMap((column) => (/^json$/i.test(column.type) ? [column.name] : [])));
  const types = new Map(columns.map((column) => [column.name, column.type]));
  const held = (column: string, value: Json): Json => {
    if (documents.has(column)) return documentIn(value, node);
    return settled(typeof value === 'boolean' ? Number(value) : value, types.get(column) ?? '', lexis);
  };
  const rows = seed.rows.map((row) =>
    Object.fromEntries(Object.entries(row).map(([column, value]) => [column, held(column, value)])),
  );
  const uniques = keys.filter((unique) => unique.map(foldMember).join() !== seed.key.map(foldMember).join());
  const terms = indexes.flatMap((index) => termsOf(index, columns, lexis));
  const counters = columns.flatMap(({ name: column, autoIncrement }) => (autoIncrement ? [column] : []));
  return {
    seed: {
      ...seed,
      rows,
      ...(uniques.length > 0 && { uniques }),
      ...(terms.length > 0 && { uniqueTerms: terms }),
      ...(counters.length > 0 && { counters }),
    },
    warnings,
  };
}

/** What a unique index is over that is more than columns: expressions, and what values begin with. */
function termsOf(
  { name, unique, parts }: IndexSpec,
  columns: readonly ColumnSpec[],
  lexis: Lexis,
): readonly UniqueTerms[] {
  if (!unique || parts.every(({ column, length }) => column !== undefined && length === undefined)) return [];
  const terms = parts.map(({ column, expression, length }) => {
    if (column === undefined) return expression ?? '';
    return length === undefined ? quoteName(column) : `LEFT(${quoteName(column)}, ${length})`;
  });
  const words = new Set(
    terms.flatMap((term) =>
      tokenize(term, lexis).map((token) => foldMember(token.type === 'quoted' ? unquote(token, lexis) : token.text)),
    ),
  );
  const named = columns.flatMap((column) => (words.has(foldMember(column.name)) ? [column.name] : []));
  return [{ name, columns: named, terms }];
}

/** JSON is compared for what it says, however it is spaced: a text is read, so that it is known for JSON. */
function documentIn(value: Json, node: DocumentNode): Json {
  // A truth is a number to the server, and no truth in JSON any more.
  if (typeof value === 'boolean')
    return node.fail(`a column of JSON takes objects and lists from a seed, not ${value}`);
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

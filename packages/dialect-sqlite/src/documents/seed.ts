import type { Dialect, DocumentNode, Json, SchemaObject, Seed, Statement } from '@sync/core';
import type { TableSpec } from '../kinds/table/spec.js';
import { foldName } from '../text/names.js';
import { nonEmpty, required } from './engine.js';

/** What `seedData` comes to. */
export interface ReadSeed {
  readonly seed?: Seed;
  readonly warnings: readonly { readonly at: string; readonly message: string }[];
}

/**
 * Reads `seedData` for a table. Rows need a key, or each run would add them again: the first of the primary key, the unique constraints and the unique indexes for
 * which every row has all values.
 */
export function readSeed(
  node: DocumentNode,
  table: SchemaObject<TableSpec>,
  indexes: readonly (readonly string[])[],
): ReadSeed {
  const { rows, envs } = node.fields(['rows', 'envs']);
  const warnings = envs ? [{ at: envs.at, message: 'envs is not used: the rows are for every environment' }] : [];
  const items = rows?.items() ?? [];
  if (items.length === 0) return { warnings };
  const names = new Map(table.spec.columns.map((column) => [foldName(column.name), column.name]));
  const read = items.map((item) => readRow(item, table.name, names));
  const keys = [...keysOf(table), ...indexes];
  const key = keys.find((columns) => read.every((row) => absentFrom(row, columns) === undefined));
  if (!key) return refuseKeyless(node, items, read, table, keys);
  const seen = new Set<string>();
  for (const [i, row] of read.entries()) {
    const identity = JSON.stringify(key.map((column) => row[column]));
    if (seen.has(identity)) items[i]?.fail(`a row with this key (${key.join(', ')}) stands above already`);
    seen.add(identity);
  }
  return { seed: { table: table.name, key, rows: read }, warnings };
}

/** The columns, as they are spelt, that tell rows apart: the primary key's first. */
function keysOf({ spec }: SchemaObject<TableSpec>): readonly (readonly string[])[] {
  const names = new Map(spec.columns.map((column) => [foldName(column.name), column.name]));
  return [...(spec.primaryKey ? [spec.primaryKey] : []), ...spec.uniques].map((key) =>
    key.columns.map(({ column }) => names.get(column) ?? column),
  );
}

function absentFrom(row: Seed['rows'][number], columns: readonly string[]): string | undefined {
  return columns.find((column) => row[column] === undefined || row[column] === null);
}

function refuseKeyless(
  node: DocumentNode,
  items: readonly DocumentNode[],
  rows: readonly Seed['rows'][number][],
  table: SchemaObject<TableSpec>,
  keys: readonly (readonly string[])[],
): never {
  const [key, ...more] = keys;
  if (!key) {
    return node.fail(
      `the rows of ${table.name} cannot be told apart`,
      'Seed rows need a primary key, a unique constraint or a unique index.',
    );
  }
  const at = rows.findIndex((row) => absentFrom(row, key) !== undefined);
  const absent = absentFrom(rows[at] ?? {}, key);
  const others = more.map((columns) => `(${columns.join(', ')})`).join(', ');
  return (items[at] ?? node).fail(
    `the row has no value for ${absent}, which is part of its key`,
    more.length > 0
      ? `All rows need values for one and the same key: (${key.join(', ')}), ${others}.`
      : `All rows need values for (${key.join(', ')}).`,
  );
}

function readRow(
  node: DocumentNode,
  table: string,
  names: ReadonlyMap<string, string>,
): Readonly<Record<string, Json>> {
  const row: Record<string, Json> = {};
  for (const item of required(node.fields(['columns']).columns, node, 'columns').items()) {
    const { column, value } = item.fields(['column', 'value']);
    const written = nonEmpty(required(column, item, 'column'), 'the column');
    const name = names.get(foldName(written)) ?? item.fail(`${table} has no column ${written}`);
    if (Object.hasOwn(row, name)) item.fail(`${written} has a value already`);
    row[name] = value ? readValue(value) : null;
  }
  return row;
}

function readValue(node: DocumentNode): Json {
  const { int, str, float, bool } = node.fields(['int', 'str', 'float', 'bool']);
  const given = [int, str, float, bool].filter((value) => value !== undefined);
  if (given.length > 1) node.fail('a value is one of int, str, float and bool');
  if (int) return readInteger(int);
  if (float) return readFloat(float);
  if (bool) return bool.boolean() ? 1 : 0;
  return str?.text() ?? null;
}

/** SQLite turns the digits of an integer that is too long for a number into the integer itself, in a column of integers. */
function readInteger(node: DocumentNode): Json {
  const { value } = node;
  if (typeof value === 'number' && Number.isInteger(value)) return value;
  return typeof value === 'string' && /^[-+]?\d+$/.test(value) && !Number.isSafeInteger(Number(value))
    ? value
    : node.integer();
}

/** A number too large to be a whole one exactly comes as it is written. */
function readFloat(node: DocumentNode): Json {
  const { value } = node;
  if (typeof value === 'number') return value;
  const number =
    typeof value === 'string' && /^[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?$/i.test(value) ? Number(value) : NaN;
  return Number.isFinite(number) ? number : node.fail('a number is expected here');
}

/** Statements that bring seed rows about: inserted, or updated where the key exists. Nothing is deleted, so no child rows go. */
export function seedStatements(seed: Seed, dialect: Pick<Dialect, 'quote' | 'literal' | 'fold'>): readonly Statement[] {
  const key = new Set(seed.key.map(dialect.fold));
  const target = seed.key.map(dialect.quote).join(', ');
  return seed.rows.map((row) => {
    const columns = Object.keys(row);
    const values = columns.map((column) => dialect.literal(row[column] ?? null)).join(', ');
    const updates = columns
      .filter((column) => !key.has(dialect.fold(column)))
      .map((column) => `${dialect.quote(column)} = excluded.${dialect.quote(column)}`);
    const otherwise = updates.length > 0 ? `DO UPDATE SET ${updates.join(', ')}` : 'DO NOTHING';
    const text = `INSERT INTO ${dialect.quote(seed.table)} (${columns.map(dialect.quote).join(', ')})
VALUES (${values})
ON CONFLICT (${target}) ${otherwise}`;
    return { text };
  });
}

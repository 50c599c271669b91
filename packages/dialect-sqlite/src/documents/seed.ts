import type { Dialect, DocumentNode, Json, SchemaObject, Seed, Statement } from '@sync/core';
import type { TableSpec } from '../kinds/table/spec.js';
import { foldName } from '../text/names.js';
import { nonEmpty, required } from './engine.js';

/** What `seedData` comes to. */
export interface ReadSeed {
  readonly seed?: Seed;
  readonly warnings: readonly { readonly at: string; readonly message: string }[];
}

/** Reads `seedData` for a table. Rows need a key, or each run would add them again. */
export function readSeed(node: DocumentNode, table: SchemaObject<TableSpec>, otherKey?: readonly string[]): ReadSeed {
  const { rows, envs } = node.fields(['rows', 'envs']);
  const warnings = envs ? [{ at: envs.at, message: 'envs is not used: the rows are for every environment' }] : [];
  const items = rows?.items() ?? [];
  if (items.length === 0) return { warnings };
  const key = keyOf(table) ?? otherKey;
  if (!key)
    return node.fail(
      `the rows of ${table.name} cannot be told apart`,
      'Seed rows need a primary key or a unique constraint.',
    );
  const names = new Map(table.spec.columns.map((column) => [foldName(column.name), column.name]));
  const seen = new Set<string>();
  const read = items.map((item) => {
    const row = readRow(item, table.name, names);
    const absent = key.find((column) => row[column] === undefined || row[column] === null);
    if (absent !== undefined) item.fail(`the row has no value for ${absent}, which is part of its key`);
    const identity = JSON.stringify(key.map((column) => row[column]));
    if (seen.has(identity)) item.fail('a row with this key stands above already');
    seen.add(identity);
    return row;
  });
  return { seed: { table: table.name, key, rows: read }, warnings };
}

/** The columns, as they are spelt, that tell rows apart. */
function keyOf({ spec }: SchemaObject<TableSpec>): readonly string[] | undefined {
  const names = new Map(spec.columns.map((column) => [foldName(column.name), column.name]));
  const key = spec.primaryKey ?? spec.uniques[0];
  return key?.columns.map(({ column }) => names.get(column) ?? column);
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
  const text = node.text();
  return /^[-+]?\d+$/.test(text) && !Number.isSafeInteger(Number(text)) ? text : node.integer();
}

function readFloat(node: DocumentNode): Json {
  const value = Number(node.text());
  return Number.isFinite(value) ? value : node.fail('a number is expected here');
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

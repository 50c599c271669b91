import type { Seed } from '../../contract/document.js';
import type { DocumentNode } from '../../contract/node.js';
import type { Json } from '../../model/json.js';

/** The table that `seedData` is for. */
export interface SeededTable {
  readonly name: string;
  /** The columns, as they are spelt. */
  readonly columns: readonly string[];
  /** What tells rows apart, the best first: the primary key, unique constraints, unique indexes. */
  readonly keys: readonly (readonly string[])[];
  /** The form in which two spellings of one name are equal. */
  fold(name: string): string;
  /** What the engine stores for a truth value. Default: the value itself. */
  readonly truth?: (value: boolean) => Json;
}

/** What `seedData` comes to. */
export interface ReadSeed {
  readonly seed?: Seed;
  readonly warnings: readonly { readonly at: string; readonly message: string }[];
}

type Row = Seed['rows'][number];

/** Reads `seedData` for a table. Rows need a key, or each run would add them again: the first for which every row has all values. */
export function readSeed(node: DocumentNode, table: SeededTable): ReadSeed {
  const { rows, envs } = node.fields(['rows', 'envs']);
  const warnings = envs ? [{ at: envs.at, message: 'envs is not used: the rows are for every environment' }] : [];
  const items = rows?.items() ?? [];
  if (items.length === 0) return { warnings };
  const names = new Map(table.columns.map((column) => [table.fold(column), column]));
  const read = items.map((item) => readRow(item, table, names));
  const key = table.keys.find((columns) => read.every((row) => absentFrom(row, columns) === undefined));
  if (!key) return refuseKeyless(node, items, read, table);
  const seen = new Set<string>();
  for (const [i, row] of read.entries()) {
    const identity = JSON.stringify(key.map((column) => row[column]));
    if (seen.has(identity)) items[i]?.fail(`a row with this key (${key.join(', ')}) stands above already`);
    seen.add(identity);
  }
  return { seed: { table: table.name, key, rows: read }, warnings };
}

function absentFrom(row: Row, columns: readonly string[]): string | undefined {
  return columns.find((column) => row[column] === undefined || row[column] === null);
}

function refuseKeyless(
  node: DocumentNode,
  items: readonly DocumentNode[],
  rows: readonly Row[],
  { name, keys }: SeededTable,
): never {
  const [key, ...more] = keys;
  if (!key) {
    return node.fail(
      `the rows of ${name} cannot be told apart`,
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

function readRow(node: DocumentNode, table: SeededTable, names: ReadonlyMap<string, string>): Row {
  const row: Record<string, Json> = {};
  const { columns } = node.fields(['columns']);
  if (!columns) return node.fail('columns is missing');
  for (const item of columns.items()) {
    const { column, value } = item.fields(['column', 'value']);
    if (!column) return item.fail('column is missing');
    const written = column.text() || column.fail('the column is empty');
    const name = names.get(table.fold(written)) ?? item.fail(`${table.name} has no column ${written}`);
    if (Object.hasOwn(row, name)) item.fail(`${written} has a value already`);
    row[name] = value ? readValue(value, table) : null;
  }
  return row;
}

function readValue(node: DocumentNode, { truth = (value) => value }: SeededTable): Json {
  const { int, str, float, bool } = node.fields(['int', 'str', 'float', 'bool']);
  const given = [int, str, float, bool].filter((value) => value !== undefined);
  if (given.length > 1) node.fail('a value is one of int, str, float and bool');
  if (int) return readInteger(int);
  if (float) return readFloat(float);
  if (bool) return truth(bool.boolean());
  return str?.text() ?? null;
}

/** An engine turns the digits of an integer that is too long for a number into the integer itself, in a column of integers. */
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

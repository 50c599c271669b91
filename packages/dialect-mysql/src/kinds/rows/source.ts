import type { Address, ConflictContext, RowConflict, SchemaObject } from '@sync/core';
import type { Flavour } from '../../flavour.js';
import { quoteText } from '../../text/literal.js';
import { foldMember, quoteName } from '../../text/names.js';
import { type TableDifference, tableDifference } from '../table/difference.js';
import { type ColumnSpec, orderOf, primary, type TableSpec } from '../table/spec.js';
import { convertedValue } from './converted.js';
import { valueOfNew } from './value-of-new.js';

type Table = SchemaObject<TableSpec>;

/** Rows that a database holds, under the names that people will know them by. */
export interface RowSource {
  /** The table as it is called now. */
  readonly table: string;
  /** What stands after FROM, under a name of its own where an alias is given. */
  readonly from: (alias?: string) => string;
  /** What stands after SELECT for all that is known of a row: `*` would leave out what is invisible. */
  readonly all: string;
  /** What tells a row from others. */
  readonly key: readonly RowKey[];
  /** Columns of which nobody knows yet what rows will have in them, folded. */
  readonly unknown: ReadonlySet<string>;
}

/** One column by which people know a row. */
interface RowKey {
  readonly name: string;
  /** As SQL. */
  readonly column: string;
  /** Shown by its digits. */
  readonly bytes?: true;
}

const shownAtMost = 5;
/** By how many columns a row is known that has no key. */
const namedByAtMost = 3;

/** What is left to be done to a table as it is in the database now; undefined where it is not there. */
export function remaining(
  to: Table,
  renamed: ReadonlyMap<string, string>,
  context: ConflictContext,
  flavour: Flavour,
): TableDifference | undefined {
  const now = tableAt(context.origin(to.address), context.base);
  return now && tableDifference(now, to, renamed, flavour);
}

/** The rows of a table as it is. */
export function rowsOf(now: Table): RowSource {
  const key = keyOf(now);
  const from = (alias?: string) => [quoteName(now.name), ...(alias === undefined ? [] : [`AS ${alias}`])].join(' ');
  return { table: now.name, from, all: columnList(orderOf(now)), key, unknown: new Set() };
}

/**
 * The rows of a table as it is now with the columns that it is to have: those that are renamed, converted or new are there under the names and with the values that they
 * are to have, so that what the goal says of them can be asked.
 */
export function rowsToBe(now: Table, { to, renames, columns }: TableDifference): RowSource {
  const before = new Map(renames.map((rename) => [foldMember(rename.to), rename.from]));
  const converted = new Map(columns.changed.map((pair) => [foldMember(pair.to.name), pair]));
  const added = new Set(columns.added.map(({ name }) => foldMember(name)));
  const specs = new Map(to.spec.columns.map((column) => [foldMember(column.name), column]));
  const values = orderOf(to).flatMap((name): readonly RowValue[] => {
    const folded = foldMember(name);
    const column = specs.get(folded);
    if (!column) return [];
    if (added.has(folded)) return [{ name, value: valueOfNew(column) }];
    const own = quoteName(before.get(folded) ?? name);
    const pair = converted.get(folded);
    return [{ name, value: pair ? convertedValue(own, pair.from, pair.to) : own }];
  });
  const unknown = new Set(values.flatMap(({ name, value }) => (value === undefined ? [foldMember(name)] : [])));
  const known = values.filter((each) => each.value !== undefined);
  const plain = rowsOf(now);
  if (known.every(({ name, value }) => value === quoteName(name))) return { ...plain, unknown };
  const keys = plain.key.map((each, i) => ({ ...each, as: quoteName(`key ${i}`) }));
  const list = [
    ...known.map(({ name, value }) => (value === quoteName(name) ? value : `${value} AS ${quoteName(name)}`)),
    ...keys.map(({ column, as }) => `${column} AS ${as}`),
  ];
  return {
    ...plain,
    from: (alias = quoteName(now.name)) => `(SELECT ${list.join(', ')} FROM ${plain.from()}) AS ${alias}`,
    all: '*',
    key: keys.map(({ as, ...each }) => ({ ...each, column: as })),
    unknown,
  };
}

interface RowValue {
  readonly name: string;
  readonly value: string | undefined;
}

/** Where rows are asked for, if not where they lie: the name that they go by there. */
export interface Asking {
  readonly from: string;
  readonly alias?: string;
}

/** Rows for which a condition holds. */
export function rowsWhere(
  { table, key, all, from: ownFrom }: RowSource,
  where: string,
  tell: RowConflict['tell'],
  { from, alias }: Asking = { from: ownFrom() },
): RowConflict {
  const names = key.map(({ name, column, bytes }) => {
    const text = alias === undefined ? column : `${alias}.${column}`;
    return { text, row: `CONCAT(${quoteText(`${name} `)}, COALESCE(${bytes ? `HEX(${text})` : text}, 'NULL'))` };
  });
  const row = names.map((each) => each.row).join(', ');
  const order = names.map(({ text }) => text).join(', ');
  return {
    table,
    tell,
    count: { text: `SELECT COUNT(*) AS \`count\` FROM ${from} WHERE ${where}` },
    first: {
      text: `SELECT CONCAT_WS(', ', ${row}) AS \`row\` FROM ${from} WHERE ${where} ORDER BY ${order} LIMIT ${shownAtMost}`,
    },
    show: `SELECT ${alias === undefined ? all : `${alias}.*`} FROM ${from} WHERE ${where};`,
  };
}

/** `table "orders", column "customer"`. */
export function placeOf({ table }: Pick<RowSource, 'table'>, columns: readonly string[]): string {
  const names = columns.map((name) => `"${name}"`).join(', ');
  return `table "${table}"${columns.length === 0 ? '' : `, ${columns.length === 1 ? 'column' : 'columns'} ${names}`}`;
}

/** `1 row has`, `3 rows have`. */
export function these(count: number, one: string, many: string): string {
  return count === 1 ? `1 row ${one}` : `${count} rows ${many}`;
}

/** The table at an address, where there is one. */
export function tableAt(at: Address, catalogue: ConflictContext['base']): Table | undefined {
  const found = catalogue.get(at);
  return found?.kind === 'table' ? (found as Table) : undefined;
}

function columnList(names: readonly string[]): string {
  return names.map(quoteName).join(', ');
}

/** The columns of the primary key; the first few of a table without one. */
function keyOf(table: Table): readonly RowKey[] {
  const columns = new Map(table.spec.columns.map((column) => [column.name, column]));
  const key = table.spec.indexes.find(({ name }) => name === primary);
  const names = key?.parts.flatMap(({ column }) => (column === undefined ? [] : [column])) ?? [];
  return (names.length > 0 ? names : orderOf(table).slice(0, namedByAtMost)).map((name) => {
    const column = columns.get(name);
    return { name, column: quoteName(name), ...(column && isBytes(column) && { bytes: true as const }) };
  });
}

function isBytes({ type, charset }: ColumnSpec): boolean {
  return charset === undefined && /^(tiny|medium|long)?(blob|binary|varbinary|bit|geometry|point|vector)/.test(type);
}

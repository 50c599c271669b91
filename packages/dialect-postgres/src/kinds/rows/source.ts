import type { Address, Catalogue, ConflictContext, RowConflict, SchemaObject } from '@sync/core';
import { DefinitionReader } from '../../documents/reader.js';
import { mayBeVolatile } from '../../online/volatile.js';
import { quoteText } from '../../text/literal.js';
import { quoteName } from '../../text/names.js';
import { qualifiedAt, shown } from '../../text/qualified.js';
import type { ConstraintSpec } from '../constraint/spec.js';
import { type ColumnSpec, columnsInOrder, type TableSpec } from '../table/spec.js';
import { columnChanges } from '../table/table-delta.js';
import { valueOfNew } from '../table/value-of-new.js';
import { guardedValue } from './misfit.js';

/** Rows that a database holds, under the names that people will know them by. */
export interface RowSource {
  /** The table as it is called now. */
  readonly table: string;
  /** What stands after FROM, under a name of its own where an alias is given. */
  readonly from: (alias?: string) => string;
  /** What stands after SELECT for all that is known of a row: its columns, and where it lies, as `ctid` and `tableoid`. */
  readonly all: string;
  /** What tells a row from others. */
  readonly key: readonly { readonly name: string; readonly text: string }[];
  /** Columns of which nobody knows yet what rows will have in them. */
  readonly unknown: ReadonlySet<string>;
}

const shownAtMost = 5;

/** The rows of a table as it is; undefined where there is no such table. */
export function rowsOf(at: Address, base: Catalogue): RowSource | undefined {
  const table = tableAt(at, base);
  if (!table) return undefined;
  const key = keyOf(table, base).map((name) => ({ name, text: quoteName(name) }));
  const from = (alias?: string) => (alias === undefined ? qualifiedAt(at) : `${qualifiedAt(at)} AS ${alias}`);
  return { table: shown({ address: at }), from, all: '*, ctid, tableoid', key, unknown: new Set() };
}

/**
 * The rows of a table of the goal as the database has them now: columns that the plan renames, converts or adds are there under the names and with the values that they
 * are to have, as far as somebody asks for them, so that what the goal says of them can be asked.
 */
export function rowsToBe(
  at: Address,
  asks: (column: string) => boolean,
  context: ConflictContext,
): RowSource | undefined {
  const { base, origin, change } = context;
  const planned = change(at);
  if (planned?.verb === 'create' || planned?.verb === 'replace') return undefined;
  const rows = rowsOf(origin(at), base);
  const table = tableAt(origin(at), base);
  if (!rows || !table || planned?.verb !== 'alter') return rows;
  const changes = columnChanges(planned);
  const gone = new Set(changes.flatMap(({ column, delta }) => (delta.type === 'drop-column' ? [column] : [])));
  const now = new Map<string, { readonly name: string; readonly value: string }>();
  for (const { name } of columnsInOrder(table)) now.set(name, { name, value: quoteName(name) });
  for (const { column, delta } of changes) {
    if (delta.type === 'rename-column') now.set(column, { name: String(delta.to), value: quoteName(column) });
  }
  for (const { column, delta } of changes) {
    const { before, after } = delta;
    if (delta.type !== 'change-type' || !before || !after || !asks(after.name)) continue;
    now.set(column, { name: after.name, value: guardedValue(quoteName(column), before, after, context) });
  }
  const added = changes.flatMap(({ delta }) =>
    delta.type === 'add-column' && delta.after && asks(delta.after.name) ? [delta.after] : [],
  );
  const filled = added.filter((column) => isForeseeable(column, context.goal));
  const kept = [...now].flatMap(([old, each]) => (gone.has(old) ? [] : [each]));
  if (filled.length === 0 && kept.every(({ name, value }) => value === quoteName(name))) {
    return { ...rows, unknown: new Set(added.map(({ name }) => name)) };
  }
  const columns = [
    ...kept.map(({ name, value }) => (value === quoteName(name) ? value : `${value} AS ${quoteName(name)}`)),
    ...filled.map(
      (column) => `(${valueOfNew(column, context.goal) ?? 'NULL'})::${column.type} AS ${quoteName(column.name)}`,
    ),
    ...rows.key.map(({ text }, i) => `${text} AS ${quoteName(`key ${i}`)}`),
  ];
  return {
    ...rows,
    all: '*',
    from: (alias = quoteName(table.name)) =>
      `(SELECT ${columns.join(', ')}, ctid, tableoid FROM ${rows.from()}) AS ${alias}`,
    key: rows.key.map(({ name }, i) => ({ name, text: quoteName(`key ${i}`) })),
    unknown: new Set(added.flatMap((column) => (filled.includes(column) ? [] : [column.name]))),
  };
}

/** A sequence must not count on because somebody asks. */
function isForeseeable(column: ColumnSpec, goal: Catalogue): boolean {
  return !column.generated && !column.identity && !mayBeVolatile(valueOfNew(column, goal) ?? '');
}

/** Rows for which a condition holds. */
export function rowsWhere(
  source: RowSource,
  where: string,
  tell: RowConflict['tell'],
  from: string = source.from(),
): RowConflict {
  const key = source.key.map(({ name, text }) => `${quoteText(`${name} `)} || ${text}::text`);
  const row = key.length > 0 ? key.join(" || ', ' || ") : "'row at ' || ctid::text";
  const order = source.key.length > 0 ? source.key.map(({ text }) => text).join(', ') : 'ctid';
  return {
    table: source.table,
    tell,
    count: { text: `SELECT count(*) AS "count" FROM ${from} WHERE ${where}` },
    first: { text: `SELECT ${row} AS "row" FROM ${from} WHERE ${where} ORDER BY ${order} LIMIT ${shownAtMost}` },
    show: `SELECT * FROM ${from} WHERE ${where};`,
  };
}

/** The rows of a table that is there when its types change; a partition's are those of the table above, too. */
export function rowsStanding(table: SchemaObject<TableSpec>, { base, change }: ConflictContext): RowSource | undefined {
  const verb = change(table.address)?.verb;
  return isPart(table) || verb === 'drop' || verb === 'replace' ? undefined : rowsOf(table.address, base);
}

/** Where an object of the base is in the goal, as far as it is there. */
export function movedIn({ goal, origin }: ConflictContext): (address: Address) => Address {
  const moved = new Map([...goal].map(({ address }) => [origin(address), address] as const));
  return (address) => moved.get(address) ?? address;
}

/** Whether a table is a partition: its rows are those of the table above, too. */
function isPart({ spec }: SchemaObject<TableSpec>): boolean {
  return spec.parents?.some(({ bound }) => bound !== undefined) === true;
}

function tableAt(at: Address, base: Catalogue): SchemaObject<TableSpec> | undefined {
  const found = base.get(at);
  return found?.kind === 'table' ? (found as SchemaObject<TableSpec>) : undefined;
}

function keyOf({ address }: SchemaObject, base: Catalogue): readonly string[] {
  const constraints = base.children(address).filter(({ kind }) => kind === 'postgres/constraint');
  const key = (constraints as readonly SchemaObject<ConstraintSpec>[]).find(({ spec }) => spec.type === 'primary key');
  const reader = new DefinitionReader(key?.spec.definition ?? '');
  return (reader.accept('PRIMARY', 'KEY') && reader.names()) || [];
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

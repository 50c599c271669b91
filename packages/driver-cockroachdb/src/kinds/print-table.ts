import { byCodeUnit, type SchemaObject } from '@sync/core';
import { type ColumnSpec, leftAsFound, type TableLayout, type TableSpec } from '../read/specs.js';
import { qualified, quoteName } from '../text/names.js';

type Table = SchemaObject<TableSpec>;

/** CREATE TABLE, with the constraints that are made along with it. The server takes WITH before LOCALITY alone. */
export function printTable(table: Table, constraints: readonly string[]): string {
  const { families = [], options = [] } = table.spec;
  const lines = [
    ...columnsInOrder(table).map(printColumn),
    ...constraints,
    ...families.map(({ name, columns }) => `FAMILY ${quoteName(name)} (${columns.map(quoteName).join(', ')})`),
  ];
  const clause = (handle: string, before = '') => {
    const value = table.extras[handle];
    return typeof value === 'string' ? ` ${before}${value}` : '';
  };
  const locked = table.extras[leftAsFound.locked];
  const all = [...options, ...(typeof locked === 'string' ? [locked] : [])].sort(byCodeUnit);
  return [
    `CREATE TABLE ${qualified(table)} (\n${lines.map((line) => `  ${line}`).join(',\n')}\n)`,
    clause(leftAsFound.partitions),
    ...(all.length > 0 ? [` WITH (${all.map(printOption).join(', ')})`] : []),
    clause(leftAsFound.locality, 'LOCALITY '),
  ].join('');
}

/** `ttl_expire_after = '00:10:00':::INTERVAL`. */
export function printOption(option: string): string {
  const at = option.indexOf('=');
  return `${option.slice(0, at)} = ${option.slice(at + 1)}`;
}

/** The columns in the order in which the server has them. */
export function columnsInOrder(table: Table): readonly ColumnSpec[] {
  const { columns = [] } = (table.layout ?? {}) as unknown as Partial<TableLayout>;
  const byName = new Map(table.spec.columns.map((column) => [column.name, column]));
  return [
    ...columns.flatMap((name) => byName.get(name) ?? []),
    ...table.spec.columns.filter(({ name }) => !columns.includes(name)),
  ];
}

/** A column as CREATE TABLE and ADD COLUMN take it, in the server's order. */
export function printColumn(column: ColumnSpec): string {
  const { name, type, collation } = column;
  const collate = collation === undefined ? [] : [`COLLATE ${collation}`];
  return [quoteName(name), type, ...collate, ...columnFacts(column)].join(' ');
}

/** What is said of a column behind its type. That it may be NULL is left out: of a column of a key it would be refused. */
export function columnFacts({ notNull, hidden, default: value, onUpdate, generated, identity }: ColumnSpec) {
  return [
    ...(hidden ? ['NOT VISIBLE'] : []),
    ...(notNull ? ['NOT NULL'] : []),
    ...(value === undefined ? [] : [`DEFAULT ${value}`]),
    ...(onUpdate === undefined ? [] : [`ON UPDATE ${onUpdate}`]),
    ...(generated ? [`AS (${generated.as}) ${generated.stored ? 'STORED' : 'VIRTUAL'}`] : []),
    ...(identity ? [printIdentity(identity)] : []),
  ];
}

function printIdentity({ always, options }: NonNullable<ColumnSpec['identity']>): string {
  const clause = typeof options === 'string' ? options : countingOptions(options as Readonly<Record<string, unknown>>);
  return `GENERATED ${always ? 'ALWAYS' : 'BY DEFAULT'} AS IDENTITY${clause === '' ? '' : ` (${clause})`}`;
}

/** As a document has them, which says all of them. */
function countingOptions({ start, increment, minimum, maximum, cache }: Readonly<Record<string, unknown>>): string {
  return `START ${start} INCREMENT ${increment} MINVALUE ${minimum} MAXVALUE ${maximum} CACHE ${cache}`;
}

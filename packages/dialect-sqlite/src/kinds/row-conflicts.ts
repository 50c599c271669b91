import type { RowConflict } from '@sync/core';
import { quoteName, quoteText } from '../text/names.js';
import { type DistinctTerm, equalRows, groupsOf } from './equal-rows.js';
import type { TableView } from './table/view-of-table.js';

/** Where rows are looked for. */
export interface RowSource {
  /** The table as it is called now. */
  readonly table: string;
  /** A table, or a query in brackets. */
  readonly from: string;
  /** What tells a row from others, by the names that people know. */
  readonly key: readonly {
    readonly name: string;
    readonly text: string;
    /** `*` leaves it out. */
    readonly hidden?: boolean;
  }[];
}

const shownAtMost = 5;

/** The rows of a table, which may have another name now. */
export function rowsOf(table: TableView, name = table.name): RowSource {
  return { table: name, from: quoteName(name), key: keyOf(table) };
}

/** What tells the rows of a table apart: the rowid, or the primary key of a table without. */
export function keyOf(table: TableView): RowSource['key'] {
  const { rowidName } = table;
  const names =
    rowidName === undefined ? (table.spec.primaryKey?.columns ?? []).map((part) => part.column) : [rowidName];
  return names.map((folded) => {
    const name = table.nameOf(folded);
    return { name, text: quoteName(name), hidden: !table.columns.has(folded) };
  });
}

/** Rows for which a condition holds. */
export function rowsWhere({ table, from, key }: RowSource, where: string, tell: RowConflict['tell']): RowConflict {
  const names = key.map(({ name, text }) => `${quoteText(`${name} `)} || ${text}`);
  return {
    table,
    tell,
    count: { text: `SELECT count(*) AS "count" FROM ${from} WHERE ${where}` },
    first: {
      text: `SELECT ${names.length > 0 ? names.join(" || ', ' || ") : "'a row'"} AS "row" FROM ${from} WHERE ${where} LIMIT ${shownAtMost}`,
    },
    show: `SELECT ${[...key.flatMap(({ text, hidden }) => (hidden ? [text] : [])), '*'].join(', ')} FROM ${from} WHERE ${where};`,
  };
}

/** Values that more than one row has. Two rows of each are named. */
export function rowsAlike(
  { table, from, key: [key] }: RowSource,
  terms: readonly DistinctTerm[],
  where: string | undefined,
  tell: RowConflict['tell'],
): RowConflict {
  const groups = groupsOf(from, terms, where);
  const row = key ? `${quoteText(`${key.name} `)} || min(${key.text}) || ' and ' || max(${key.text})` : "'a value'";
  return {
    table,
    tell,
    count: { text: `SELECT count(*) AS "count" FROM (SELECT 1 ${groups})` },
    first: { text: `SELECT ${row} AS "row" ${groups} LIMIT ${shownAtMost}` },
    show: `${equalRows(from, terms, where)};`,
  };
}

/** `table "orders", column "customer"`. */
export function placeOf(table: string, columns: readonly string[]): string {
  const names = columns.map((name) => `"${name}"`).join(', ');
  return `table "${table}"${columns.length === 0 ? '' : `, ${columns.length === 1 ? 'column' : 'columns'} ${names}`}`;
}

/** `1 row has`, `3 rows have`. */
export function these(count: number, one: string, many: string): string {
  return count === 1 ? `1 row ${one}` : `${count} rows ${many}`;
}

/** `1 value occurs more than once`. */
export function repeated(count: number): string {
  return count === 1 ? '1 value occurs more than once' : `${count} values occur more than once`;
}

import type { Statement } from '@sync/core';
import { readsClock } from '../../text/clock.js';
import { quoteName } from '../../text/names.js';
import type { TableDifference } from './difference.js';
import type { TableView } from './view-of-table.js';

/** One target of the copy and where it comes from. */
interface Copied {
  readonly target: string;
  readonly source: string;
}

/**
 * The same copy for a connection that has each of several machines run it, as what is handed over in place of the statement: the expressions are asked for once, and what
 * they come to are the parameters of the text.
 */
export interface SteadyCopy {
  readonly text: string;
  readonly values: readonly string[];
}

/** The statement that copies all rows; undefined where the two tables share nothing that could be copied. */
export function copyStatement(difference: TableDifference, target: string): Statement | undefined {
  const { from, to } = difference;
  const rowid = copiedRowid(from, to);
  const copied = [...rowid, ...to.order.flatMap((column) => copiedColumn(from, to, column))];
  if (copied.length === 0) return undefined;
  const values: string[] = [];
  const steady = [...rowid, ...to.order.flatMap((column) => steadyColumn(from, to, column, values))];
  const handOver = { text: insertion(difference, target, steady), values };
  return { text: insertion(difference, target, copied), ...(values.length > 0 && { handOver }) };
}

function insertion({ from, to }: TableDifference, target: string, copied: readonly Copied[]): string {
  const targets = copied.map((each) => each.target).join(', ');
  const sources = copied.map((each) => each.source).join(', ');
  // A conflict clause of the new table must not let rows vanish in the copy.
  const insert = hasConflictClause(to) ? 'INSERT OR ABORT INTO' : 'INSERT INTO';
  return `${insert} ${quoteName(target)} (${targets})\nSELECT ${sources}\nFROM ${quoteName(from.name)}`;
}

/** Rows keep their rowid, by which full-text indexes and applications may know them. */
function copiedRowid(from: TableView, to: TableView): readonly Copied[] {
  const source = from.rowidName;
  const target = to.rowidName;
  if (source === undefined || target === undefined) return [];
  const isCopiedAnyway = to.rowidAlias !== undefined && from.columns.has(to.rowidAlias);
  return isCopiedAnyway ? [] : [{ target: quoteName(to.nameOf(target)), source: quoteName(from.nameOf(source)) }];
}

function copiedColumn(
  from: TableView,
  to: TableView,
  folded: string,
  written = (expression: string) => expression,
): readonly Copied[] {
  const before = from.columns.get(folded);
  const after = to.columns.get(folded);
  if (!before || !after || after.generated) return [];
  const source = quoteName(before.name);
  const fills = after.notNull && !before.notNull && after.default !== undefined;
  return [{ target: quoteName(after.name), source: fills ? `coalesce(${source}, ${written(after.default)})` : source }];
}

/** With what reads the clock as parameters, also where a new column would have come to it by itself. */
function steadyColumn(from: TableView, to: TableView, folded: string, values: string[]): readonly Copied[] {
  const asParameter = (expression: string) => (readsClock(expression) ? `?${values.push(expression)}` : expression);
  const after = to.columns.get(folded);
  if (from.columns.has(folded) || after?.default === undefined) return copiedColumn(from, to, folded, asParameter);
  return readsClock(after.default) ? [{ target: quoteName(after.name), source: asParameter(after.default) }] : [];
}

function hasConflictClause({ spec }: TableView): boolean {
  const constraints = [spec.primaryKey, ...spec.uniques, ...spec.columns.map((column) => column.notNull)];
  return constraints.some((constraint) => constraint?.conflict !== undefined);
}

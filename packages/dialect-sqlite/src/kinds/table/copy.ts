import { quoteName } from '../../text/names.js';
import type { TableDifference } from './difference.js';
import type { TableView } from './view-of-table.js';

/** One target of the copy and where it comes from. */
interface Copied {
  readonly target: string;
  readonly source: string;
}

/** The statement that copies all rows; undefined where the two tables share nothing that could be copied. */
export function copyStatement(difference: TableDifference, target: string): string | undefined {
  const { from, to } = difference;
  const copied = [...copiedRowid(from, to), ...to.order.flatMap((column) => copiedColumn(from, to, column))];
  if (copied.length === 0) return undefined;
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

function copiedColumn(from: TableView, to: TableView, folded: string): readonly Copied[] {
  const before = from.columns.get(folded);
  const after = to.columns.get(folded);
  if (!before || !after || after.generated) return [];
  const source = quoteName(before.name);
  const fills = after.notNull && !before.notNull && after.default !== undefined;
  return [{ target: quoteName(after.name), source: fills ? `coalesce(${source}, ${after.default})` : source }];
}

function hasConflictClause({ spec }: TableView): boolean {
  const constraints = [spec.primaryKey, ...spec.uniques, ...spec.columns.map((column) => column.notNull)];
  return constraints.some((constraint) => constraint?.conflict !== undefined);
}

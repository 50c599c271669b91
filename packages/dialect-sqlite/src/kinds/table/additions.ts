import { isConstant } from './default.js';
import type { TableDifference } from './difference.js';
import { ownerOf } from './inline.js';
import { isNeverNull } from './never-null.js';
import { mentioned } from './removals.js';
import type { CheckSpec, ColumnSpec, ForeignKeySpec } from './spec.js';
import { fitOf } from './type-fit.js';
import type { TableView } from './view-of-table.js';

/** A column that is added, with the constraints that are written on it. */
export interface ColumnAddition {
  readonly column: ColumnSpec;
  readonly checks: readonly CheckSpec[];
  readonly foreignKeys: readonly ForeignKeySpec[];
}

/** What is added, in an order that SQLite accepts. */
export interface Additions {
  readonly columns: readonly ColumnAddition[];
  readonly checks: readonly CheckSpec[];
}

/** Finds out whether ALTER TABLE can add all that is added; see https://sqlite.org/lang_altertable.html#altertabaddcol for what it refuses. */
export function additionsInPlace(
  difference: TableDifference,
  features: ReadonlySet<string>,
): Additions | { readonly obstacle: string } {
  const { to, added, checks, foreignKeys } = difference;
  const columns = added.map((folded) => [folded, to.columns.get(folded) as ColumnSpec] as const);
  for (const [folded, column] of columns) {
    const obstacle = columnObstacle(
      column,
      to,
      foreignKeys.added.some((key) => key.columns.includes(folded)),
    );
    if (obstacle !== undefined) return { obstacle: `${column.name} is added ${obstacle}` };
  }
  const order = additionOrder(difference);
  if (!order) return { obstacle: 'generated columns are added that use each other' };
  const loose = foreignKeys.added.find((key) => key.columns.length > 1 || !added.includes(key.columns[0] ?? ''));
  if (loose) return { obstacle: 'a foreign key is added' };
  const places = new Map(checks.added.map((check) => [check, placeOf(check, order, difference)]));
  const free = checks.added.filter((check) => places.get(check) === undefined);
  if (free.length > 0 && !features.has('alter-constraints')) return { obstacle: 'a check is added' };
  if (!free.every((check) => isNeverNull(check.expression, to)))
    return { obstacle: 'a check is added that can be NULL' };
  return {
    columns: order.map((folded) => ({
      column: to.columns.get(folded) as ColumnSpec,
      checks: checks.added.filter((check) => places.get(check) === folded),
      foreignKeys: foreignKeys.added.filter((key) => key.columns[0] === folded),
    })),
    checks: free,
  };
}

function columnObstacle(column: ColumnSpec, to: TableView, isForeignKey: boolean): string | undefined {
  if (column.generated?.stored) return 'as a stored generated column';
  if (column.generated && isForeignKey) return 'as a generated foreign key';
  if (column.default === undefined) return undefined;
  if (!isConstant(column.default)) return 'with a default that is computed';
  // Older SQLite (3.40) adds it, and has rows then that break the types of their own table.
  if (to.strict && fitOf(column.default, column.type, to) !== 'always') return 'with a default that its type refuses';
  return isForeignKey ? 'as a foreign key with a default' : undefined;
}

/** A generated column comes after those that it uses. */
function additionOrder({ to, added }: TableDifference): readonly string[] | undefined {
  const ordered: string[] = [];
  const left = new Set(added);
  while (left.size > 0) {
    const next = [...left].find((folded) => {
      const generated = to.columns.get(folded)?.generated;
      return !generated || [...mentioned(generated.as, to.scope)].every((used) => used === folded || !left.has(used));
    });
    if (next === undefined) return undefined;
    left.delete(next);
    ordered.push(next);
  }
  return ordered;
}

/** A check is written on the column that the goal has it on, where that is new, and else on the last new column that it speaks of. */
function placeOf(check: CheckSpec, order: readonly string[], { to }: TableDifference): string | undefined {
  const columns = mentioned(check.expression, to.scope);
  const last = order.findLastIndex((folded) => columns.has(folded));
  const owner = order.indexOf(ownerOf({ check }, to) ?? '');
  return order[Math.max(last, owner)];
}

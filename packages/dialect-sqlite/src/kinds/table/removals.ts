import { meaningful } from '../../text/cursor.js';
import { columnsIn, type ExpressionScope } from '../../text/expression.js';
import { foldName } from '../../text/names.js';
import type { TableDifference } from './difference.js';
import { isSame, ownerOf } from './inline.js';
import type { InlineConstraint } from './spec.js';
import type { TableView } from './view-of-table.js';

/** What is dropped, in an order that SQLite accepts. */
export interface Removals {
  readonly constraints: readonly string[];
  readonly columns: readonly string[];
}

/** Finds out whether ALTER TABLE can drop all that is dropped; see https://sqlite.org/lang_altertable.html#altertabdropcol for what it refuses. */
export function removalsInPlace(
  difference: TableDifference,
  features: ReadonlySet<string>,
): Removals | { readonly obstacle: string } {
  const { from, dropped } = difference;
  if (from.layout?.repeats && dropped.length + difference.checks.dropped.length > 0)
    return { obstacle: 'one of its constraints is written twice' };
  const gone = new Set(dropped);
  const going = from.inline.filter((constraint) => gone.has(constraint.column));
  if (dropped.length > 0 && !features.has('drop-column'))
    return { obstacle: `${from.nameOf(dropped[0] ?? '')} is dropped` };
  const stays = going.find((constraint) => !isDropped(constraint, difference));
  if (stays)
    return { obstacle: `a constraint that stays is written on ${from.nameOf(stays.column)}, which is dropped` };

  const named: string[] = [];
  for (const check of difference.checks.dropped) {
    if (going.some((constraint) => isSame(constraint, { check }))) continue;
    if (!features.has('alter-constraints') || !isOnlyOne(check.name, from)) return { obstacle: 'a check is dropped' };
    named.push(check.name ?? '');
  }
  for (const foreignKey of difference.foreignKeys.dropped) {
    if (!going.some((constraint) => isSame(constraint, { foreignKey })))
      return { obstacle: 'a foreign key is dropped' };
  }
  return orderOfDrops(difference, new Set(named));
}

/** Drops one after the other whatever nothing else speaks of any more. */
function orderOfDrops(
  difference: TableDifference,
  named: ReadonlySet<string>,
): Removals | { readonly obstacle: string } {
  const { from } = difference;
  const ordered: string[] = [];
  const left = new Set(difference.dropped);
  const mentions = mentionsIn(from, named);
  while (left.size > 0) {
    const next = [...left].find((column) => mentions.every((mention) => isFree(mention, column, ordered)));
    if (next === undefined)
      return { obstacle: `${from.nameOf([...left][0] ?? '')} is dropped and something else of the table uses it` };
    left.delete(next);
    ordered.push(next);
  }
  return { constraints: [...named], columns: ordered };
}

/** Something that speaks of columns; it goes with its owner, where it has one. */
interface Mention {
  readonly owner?: string;
  readonly columns: ReadonlySet<string>;
}

function isFree({ owner, columns }: Mention, column: string, dropped: readonly string[]): boolean {
  return !columns.has(column) || owner === column || (owner !== undefined && dropped.includes(owner));
}

function mentionsIn(table: TableView, named: ReadonlySet<string>): readonly Mention[] {
  const { spec, scope } = table;
  const self = scope.table;
  const owner = (constraint: Omit<InlineConstraint, 'column'>) => {
    const column = ownerOf(constraint, table);
    return column === undefined ? {} : { owner: column };
  };
  const keys = [...(spec.primaryKey ? [spec.primaryKey] : []), ...spec.uniques];
  return [
    ...keys.map((key) => ({ columns: new Set(key.columns.map((part) => part.column)) })),
    ...spec.checks
      .filter((check) => check.name === undefined || !named.has(check.name))
      .map((check) => ({ ...owner({ check }), columns: mentioned(check.expression, scope) })),
    ...spec.foreignKeys.map((foreignKey) => ({ ...owner({ foreignKey }), columns: new Set(foreignKey.columns) })),
    ...spec.foreignKeys.filter((key) => key.table === self).map((key) => ({ columns: new Set(key.references) })),
    ...Array.from(table.columns).flatMap(([folded, { generated }]) =>
      generated ? [{ owner: folded, columns: mentioned(generated.as, scope) }] : [],
    ),
  ];
}

/** The columns in a normalised expression. */
export function mentioned(expression: string, scope: ExpressionScope): ReadonlySet<string> {
  return columnsIn(meaningful(expression), scope);
}

function isDropped(constraint: InlineConstraint, { checks, foreignKeys }: TableDifference): boolean {
  const { check, foreignKey } = constraint;
  if (check) return checks.dropped.some((each) => isSame(constraint, { check: each }));
  return foreignKey === undefined || foreignKeys.dropped.some((each) => isSame(constraint, { foreignKey: each }));
}

/** DROP CONSTRAINT goes by name, and takes the first of that name. */
function isOnlyOne(name: string | undefined, { spec, layout }: TableView): boolean {
  if (name === undefined) return false;
  if (layout?.names) return layout.names.filter((each) => foldName(each) === name).length === 1;
  const named = [
    spec.primaryKey,
    ...spec.uniques,
    ...spec.checks,
    ...spec.foreignKeys,
    ...spec.columns.map((column) => column.notNull),
  ];
  return named.filter((each) => each?.name === name).length === 1;
}

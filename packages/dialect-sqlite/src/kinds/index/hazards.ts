import {
  type Address,
  type Change,
  type ConflictContext,
  equalJson,
  type Hazard,
  type RenderContext,
  type RowConflict,
  type SchemaObject,
} from '@sync/core';
import { addsUnique, buildsIndex } from '../../hazards.js';
import { meaningful } from '../../text/cursor.js';
import { columnsIn } from '../../text/expression.js';
import { quoteName } from '../../text/names.js';
import { type DistinctTerm, distinctColumn, equalRows } from '../equal-rows.js';
import { repeated, rowsAlike, rowsOf } from '../row-conflicts.js';
import type { TableDifference } from '../table/difference.js';
import { comparesOtherwise } from '../table/narrowed.js';
import { differenceIn } from '../table/rebuild-order.js';
import { rowsAsNamed } from '../table/row-conflicts.js';
import { isTable, type TableSpec } from '../table/spec.js';
import { TableView } from '../table/view-of-table.js';
import { printTerms } from './print.js';
import { type IndexSpec, isIndexSpec } from './spec.js';

type Index = SchemaObject<IndexSpec>;
type AlteredTable = Extract<Change<TableSpec>, { verb: 'alter' }>;

/** What building an index means for rows that are there: a unique one is refused by rows that are equal. */
export function indexHazards(index: Index, table: string, context: RenderContext): readonly Hazard[] {
  if (!context.base.has(index.parent as Address)) return [];
  const { unique, terms } = index.spec;
  if (!unique || isAsBefore(index, context)) return [buildsIndex(table)];
  return [
    addsUnique(
      table,
      printTerms(terms, viewOf(context.goal.get(index.parent as Address))),
      rowsInTheWay(index, context),
    ),
    buildsIndex(table),
  ];
}

/** Whether the same index is only built again, over rows that are compared as before. */
function isAsBefore(index: Index, context: RenderContext): boolean {
  const before = context.base.get(index.address);
  if (!before || before.parent !== index.parent || !equalJson(before.spec, index.spec)) return false;
  const difference = differenceOf(index, context);
  return difference ? !isBroken(index, difference) : context.change(index.parent as Address) === undefined;
}

function differenceOf(index: Index, context: RenderContext): TableDifference | undefined {
  const change = context.change(index.parent as Address);
  if (change?.verb !== 'alter' || !isTable(change.from) || !isTable(change.to)) return undefined;
  return differenceIn({ ...change, from: change.from, to: change.to });
}

/** The unique indexes that stay through a change of their table, and are over values which do not. */
export function keptIndexHazards(difference: TableDifference, { goal, change }: RenderContext): readonly Hazard[] {
  const { to } = difference;
  return goal.children(to.object.address).flatMap((child) => {
    if (child.kind !== 'index' || !isIndexSpec(child.spec) || !child.spec.unique) return [];
    const index = child as Index;
    const verb = change(index.address)?.verb;
    if ((verb !== undefined && verb !== 'rename') || !isBroken(index, difference)) return [];
    return [addsUnique(to.name, printTerms(index.spec.terms, to))];
  });
}

/** Whether rows can be equal in it that were not. */
function isBroken(index: Index, difference: TableDifference): boolean {
  const own = index.spec.terms.flatMap((term) => (term.collation === undefined ? columnsOf(term, difference.to) : []));
  return comparesOtherwise(difference, own, mentionedIn(index.spec, difference.to));
}

function columnsOf({ column, expression }: IndexSpec['terms'][number], table: TableView): readonly string[] {
  if (column !== undefined) return [column];
  return [...columnsIn(meaningful(expression ?? ''), table.scope)];
}

function mentionedIn({ terms, where }: IndexSpec, table: TableView): readonly string[] {
  const inWhere = where === undefined ? [] : [...columnsIn(meaningful(where), table.scope)];
  return [...terms.flatMap((term) => columnsOf(term, table)), ...inWhere];
}

/** The query that finds the rows, where the table as it is now has all that the index speaks of. */
function rowsInTheWay(index: Index, context: RenderContext): string | undefined {
  const { base, goal } = context;
  const difference = differenceOf(index, context);
  if (difference && comparesOtherwise(difference, [], mentionedIn(index.spec, difference.to))) return undefined;
  const [now, then] = [base, goal].map((side) => viewOf(side.get(index.parent as Address)));
  const terms = now && then && termsOf(index, now, then);
  return terms && equalRows(quoteName(now.name), terms, index.spec.where);
}

/** Rows that a unique index does not take, in the table as it is. */
export function indexConflicts(index: Index, context: ConflictContext): readonly RowConflict[] {
  const { base, origin, change } = context;
  const at = index.parent as Address;
  const table = viewOf(base.get(origin(at)));
  const planned = change(at);
  if (!index.spec.unique || !table || planned?.verb === 'create' || planned?.verb === 'replace') return [];
  const difference = planned?.verb === 'alter' ? differenceIn(planned as AlteredTable) : undefined;
  const terms = termsOf(index, difference?.from ?? table, difference?.to ?? table);
  if (!terms) return [];
  const rows = difference ? rowsAsNamed(difference, context) : rowsOf(table);
  const tell = (count: number) =>
    `table "${rows.table}", ${printTerms(index.spec.terms, difference?.to ?? table)}: ${repeated(count)}`;
  return [rowsAlike(rows, terms, index.spec.where, tell)];
}

/** What rows must differ in, where the table as it is now has it all. */
function termsOf(index: Index, now: TableView, then: TableView): readonly DistinctTerm[] | undefined {
  if (!mentionedIn(index.spec, then).every((column) => now.columns.has(column))) return undefined;
  return index.spec.terms.map(({ column, expression, collation }): DistinctTerm => {
    if (column === undefined) return { text: expression ?? '', ...(collation !== undefined && { collation }) };
    const own = then.columns.get(column)?.collation;
    return distinctColumn(now.nameOf(column), now.columns.get(column)?.collation, collation ?? own);
  });
}

function viewOf(object: SchemaObject | undefined): TableView | undefined {
  return isTable(object) ? new TableView(object as SchemaObject<TableSpec>) : undefined;
}

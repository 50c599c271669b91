import { type Address, equalJson, type Hazard, type RenderContext, type SchemaObject } from '@sync/core';
import { endsGuarantee } from '../../hazards.js';
import { printTerms } from '../index/print.js';
import { type IndexSpec, isIndexSpec } from '../index/spec.js';
import { tableAddress } from './build.js';
import type { TableDifference } from './difference.js';
import { isNullable } from './nullable.js';
import { mentioned } from './removals.js';
import { isTable, type KeyPart, type TableSpec } from './spec.js';
import { TableView } from './view-of-table.js';

/** What the rows of a table need not keep to any more, though the columns that it was about stay. */
export function endedGuarantees(difference: TableDifference, context: RenderContext): readonly Hazard[] {
  const { from, to } = difference;
  const named = (columns: Iterable<string>) => Array.from(columns, to.nameOf).join(', ');
  const stay = (columns: Iterable<string>) => [...columns].every((column) => to.columns.has(column));
  const keys = [
    ...(difference.primaryKey && from.spec.primaryKey ? [from.spec.primaryKey] : []),
    ...difference.uniques.dropped,
  ].map((key) => key.columns);
  const lost = keys.filter(
    (key) => stay(key.map(({ column }) => column)) && !isStillUnique(key, to.object, context.goal.children),
  );
  const checks = difference.checks.dropped.filter(
    ({ name, expression }) =>
      stay(mentioned(expression, from.scope)) &&
      !to.spec.checks.some((check) => check.expression === expression || (name !== undefined && check.name === name)),
  );
  const foreignKeys = difference.foreignKeys.dropped.filter(
    (key) =>
      stay(key.columns) &&
      context.goal.has(tableAddress(key.table)) &&
      !to.spec.foreignKeys.some((other) => other.table === key.table && equalJson(other.columns, key.columns)),
  );
  const nullable = difference.changed.filter(
    ({ column, facets }) => facets.includes('not-null') && !isNullable(from, column) && isNullable(to, column),
  );
  return [
    ...lost.map((key) => endsGuarantee(to.name, `can have the same ${named(key.map(({ column }) => column))}`)),
    ...checks.map(({ expression }) => endsGuarantee(to.name, `need not satisfy ${to.expression(expression)}`)),
    ...foreignKeys.map((key) =>
      endsGuarantee(to.name, `can hold ${named(key.columns)} that no row of ${from.targetOf(key.table)} has`),
    ),
    ...nullable.map(({ to: column }) => endsGuarantee(to.name, `can have no ${column.name}`)),
  ];
}

/** The same where the guarantee is that of an index. */
export function endedByIndex(index: SchemaObject<IndexSpec>, { goal }: RenderContext): readonly Hazard[] {
  const table = index.parent && goal.get(index.parent);
  const { unique, terms, where } = index.spec;
  if (!unique || !isTable(table)) return [];
  const names = new TableView(table);
  const { columns } = names;
  const sole = terms.flatMap(({ column }) => column ?? []);
  if (!sole.every((column) => columns.has(column))) return [];
  const others = goal.children(table.address).flatMap(({ spec }) => (isIndexSpec(spec) && spec.unique ? [spec] : []));
  if (others.some((other) => equalJson(other, index.spec))) return [];
  const isPlain = where === undefined && sole.length === terms.length;
  if (isPlain && isStillUnique(terms.map(keyPart), table, goal.children)) return [];
  const within = where === undefined ? '' : `, where ${where},`;
  return [endsGuarantee(table.name, `can${within} have the same ${printTerms(terms, names)}`)];
}

/** Whether rows that are equal in all of these columns are refused still: by a key over them, or over some of them. */
function isStillUnique(
  key: readonly KeyPart[],
  { spec, address }: SchemaObject<TableSpec>,
  children: (of: Address) => readonly SchemaObject[],
): boolean {
  const parts = new Map(key.map((part) => [part.column, part.collation]));
  const indexes = children(address).flatMap((child) => (isIndexSpec(child.spec) ? [child.spec] : []));
  const keys = [
    ...(spec.primaryKey ? [spec.primaryKey.columns] : []),
    ...spec.uniques.map((unique) => unique.columns),
    ...indexes
      .filter((index) => index.unique && index.where === undefined && index.terms.every(({ column }) => column))
      .map((index) => index.terms.map(keyPart)),
  ];
  return keys.some((other) =>
    other.every(({ column, collation }) => parts.has(column) && parts.get(column) === collation),
  );
}

function keyPart({ column = '', collation }: IndexSpec['terms'][number]): KeyPart {
  return { column, ...(collation !== undefined && { collation }) };
}

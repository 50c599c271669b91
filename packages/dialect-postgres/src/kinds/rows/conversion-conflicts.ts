import type { ConflictContext, RowConflict, SchemaObject } from '@sync/core';
import { DefinitionReader } from '../../documents/reader.js';
import { textOf } from '../../documents/text.js';
import { quoteName } from '../../text/names.js';
import { castBetween } from '../cast/between.js';
import type { DomainConstraintSpec } from '../domain/spec.js';
import { convertedValue, domainOf, storedType, typeChangeOf } from '../table/change-type.js';
import type { ColumnSpec } from '../table/spec.js';
import { baseType } from '../table/type-change.js';
import { bitsMisfit, isBits, misfitOf } from './misfit.js';
import { placeOf, type RowSource, rowsWhere, these } from './source.js';
import { valueIn } from './value-in.js';

/** Rows whose value in a column, or somewhere in it, is none of the type that is wanted there. */
export function conversionConflicts(
  rows: RowSource,
  column: string,
  before: ColumnSpec,
  after: ColumnSpec,
  context: ConflictContext,
  value: string = quoteName(column),
): readonly RowConflict[] {
  const cast = castBetween(storedType(before.type, context, 'base'), storedType(after.type, context, 'goal'), context);
  // What a cast does that is yet to come nobody can try.
  if (cast && !cast.isThere) return [];
  const change = typeChangeOf(before.type, after.type, context);
  const place = placeOf(rows, [column]);
  const tell = (count: number) => `${place}: ${these(count, 'holds', 'hold')} what is no ${after.type}`;
  const rules = ruleConflicts({ rows, column, own: value }, before, after, context);
  if (change === 'free' || change === 'rewrite') return rules;
  const element = (type: string) => (isList(type) ? type.slice(0, -2) : type);
  const from = element(before.type);
  const to = element(after.type);
  const lists = [before, after].filter(({ type }) => isList(type)).length;
  if (lists !== 1 && !cast) {
    const misfit = misfitOf(lists === 2 ? 'element' : value, from, to, context);
    if (misfit === 'none') return rules;
    if (misfit !== undefined) {
      const where = lists === 2 ? `EXISTS (SELECT 1 FROM unnest(${value}) AS element WHERE ${misfit})` : misfit;
      return [rowsWhere(rows, where, tell), ...rules];
    }
  }
  // Whether a value converts is known only by trying it here.
  const converted = convertedValue(value, before, after, context);
  const tried =
    lists === 0 && isBits(to)
      ? bitsMisfit(converted, storedType(to, context, 'goal'))
      : `(${converted}) IS NULL AND ${value} IS NOT NULL`;
  const refused = (why: string) => `${place}: at least 1 row holds what is no ${after.type}: ${why}`;
  return [{ ...rowsWhere(rows, tried, tell), show: `SELECT * FROM ${rows.from()};`, refused }, ...rules];
}

/** What a domain forbids beside what is no value of the type that it is over. */
function ruleConflicts(
  { rows, column, own }: { readonly rows: RowSource; readonly column: string; readonly own: string },
  before: ColumnSpec,
  after: ColumnSpec,
  context: ConflictContext,
): readonly RowConflict[] {
  const list = isList(after.type);
  const domain = domainOf(list ? after.type.slice(0, -2) : after.type, context, 'goal');
  if (!domain) return [];
  const base = { ...after, type: `${domain.spec.base}${list ? '[]' : ''}` };
  const value = convertedValue(own, before, base, context);
  const ends = (end: string) => (count: number) => `${placeOf(rows, [column])}: ${these(count, 'does', 'do')} ${end}`;
  const checks = context.goal.children(domain.address) as readonly SchemaObject<DomainConstraintSpec>[];
  return [
    ...(domain.spec.notNull && !list
      ? [
          rowsWhere(
            rows,
            `${own} IS NULL`,
            (count) => `${placeOf(rows, [column])}: ${these(count, 'has', 'have')} no value`,
          ),
        ]
      : []),
    ...checks.flatMap(({ spec: { definition } }) => {
      const rule = ruleOf(definition);
      if (rule === undefined) return [];
      const where = list
        ? `EXISTS (SELECT 1 FROM unnest(${value}) AS element WHERE NOT (${valueIn(rule, 'element')}))`
        : `NOT (${valueIn(rule, `(${value})`)})`;
      return [rowsWhere(rows, where, ends(`not satisfy ${definition}`))];
    }),
  ];
}

/** What stands between the parentheses of a check. */
export function ruleOf(definition: string): string | undefined {
  const reader = new DefinitionReader(definition);
  const group = reader.accept('CHECK') ? reader.group() : undefined;
  return group && textOf(group, definition);
}

/** Whether a type is a list. */
export function isList(type: string): boolean {
  return baseType(type).list;
}

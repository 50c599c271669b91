import { address, equalJson } from '@sync/core';
import { lexisWith } from '../../lexis.js';
import { foldMember, quoteName } from '../../text/names.js';
import { renamedIn } from '../table/difference.js';
import { namesAny } from '../table/rename-columns.js';
import type { ForeignKeySpec } from '../table/spec.js';
import type { Asked, PartConflict } from './asked.js';
import { placeOf, type RowSource, remaining, rowsOf, rowsToBe, rowsWhere, tableAt, these } from './source.js';

/** Rows that a check does not allow, of the table or of one of its columns. */
export function checkConflicts({ difference, toBe, flavour }: Asked): readonly PartConflict[] {
  const { checks, columns, from, to: goal } = difference;
  const { period } = goal.spec;
  const lexis = lexisWith(flavour.executedComments);
  const ask = (rule: string, about: string): readonly PartConflict[] => {
    if (namesAny(rule, toBe.unknown, lexis)) return [];
    const tell = (count: number) => `${placeOf(toBe, [])}: ${these(count, 'does', 'do')} not satisfy CHECK (${rule})`;
    return [{ about, conflict: rowsWhere(toBe, `NOT (${rule})`, tell) }];
  };
  return [
    ...[...checks.added, ...checks.changed.map((pair) => pair.to)].flatMap(({ name, expression, notEnforced }) =>
      notEnforced ? [] : ask(expression, `check ${name}`),
    ),
    ...columns.changed.flatMap(({ from, to }) =>
      to.check === undefined || (to.check === from.check && to.type === from.type)
        ? []
        : ask(to.check, `column ${to.name}`),
    ),
    ...(period && !equalJson(period, from.spec.period ?? null)
      ? ask(`${quoteName(period.start)} < ${quoteName(period.end)}`, `period ${period.name}`)
      : []),
    ...columns.added.flatMap(({ name, check }) => (check === undefined ? [] : ask(check, `column ${name}`))),
  ];
}

/** Rows that refer to none. */
export function danglingConflicts(asked: Asked): readonly PartConflict[] {
  const { foreignKeys } = asked.difference;
  return [...foreignKeys.added, ...foreignKeys.changed.map((pair) => pair.to)].flatMap((key) =>
    danglingUnder(key, asked),
  );
}

function danglingUnder(key: ForeignKeySpec, asked: Asked): readonly PartConflict[] {
  const { toBe } = asked;
  if (key.columns.some((column) => toBe.unknown.has(foldMember(column)))) return [];
  const other = referredBy(key, asked);
  if (other === 'unknown' || (other && key.references.some((column) => other.unknown.has(foldMember(column)))))
    return [];
  const own = key.columns.map((column) => `own.${quoteName(column)}`);
  const matches = own.map((column, i) => `other.${quoteName(key.references[i] ?? '')} = ${column}`);
  const missing = other ? `NOT EXISTS (SELECT 1 FROM ${other.from('other')} WHERE ${matches.join(' AND ')})` : 'TRUE';
  const where = [...own.map((column) => `${column} IS NOT NULL`), missing].join(' AND ');
  const ends = `to no row of "${key.table}"`;
  const tell = (count: number) => `${placeOf(toBe, key.columns)}: ${these(count, `refers ${ends}`, `refer ${ends}`)}`;
  const asking = { from: toBe.from('own'), alias: 'own' };
  return [{ about: `foreign key ${key.name}`, conflict: rowsWhere(toBe, where, tell, asking) }];
}

/** The rows that a foreign key may lead to; undefined where the plan makes the table, which is empty, and `unknown` where it fills it. */
function referredBy(key: ForeignKeySpec, { context, flavour }: Asked): RowSource | undefined | 'unknown' {
  if (key.database !== undefined) {
    const from = (alias?: string) =>
      `${quoteName(key.database ?? '')}.${quoteName(key.table)}${alias === undefined ? '' : ` AS ${alias}`}`;
    return { table: key.table, from, all: '*', key: [], unknown: new Set() };
  }
  const at = address('table', key.table);
  const now = tableAt(context.origin(at), context.base);
  if (!now) return context.fills(at) ? 'unknown' : undefined;
  const change = context.change(at);
  if (change?.verb !== 'alter') return rowsOf(now);
  const to = change.to as Parameters<typeof remaining>[0];
  const difference = remaining(to, renamedIn(change), context, flavour);
  return difference ? rowsToBe(now, difference) : undefined;
}

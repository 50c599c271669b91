import {
  type BridgeEnd,
  type BridgeSpec,
  bridgeObject,
  bridgeOf,
  byCodeUnit,
  equalJson,
  type Impossible,
  type Json,
  type SchemaObject,
  type ServeContext,
  type Served,
} from '@sync/core';
import { foldName, writeName } from '../../text/names.js';
import { bridgeKindName } from '../bridge/kind-name.js';
import { mentioned } from './removals.js';
import type { ColumnSpec, TableSpec } from './spec.js';
import { TableView } from './view-of-table.js';

/** The table with what both shapes of it read, and nothing that one of them asks for and the other does not know of. */
export function serveBothTables(
  from: SchemaObject<TableSpec> | undefined,
  to: SchemaObject<TableSpec> | undefined,
  { successions }: Pick<ServeContext, 'successions'>,
): Served | Impossible {
  if (!from || !to) return { object: from ?? to };
  if (from.address !== to.address) {
    return {
      impossible: 'a table cannot have two names',
      hint: 'Make a view of the new name first, and drop it when the table is renamed.',
    };
  }
  const [old, next] = [new TableView(from), new TableView(to)];
  const bridges = successions.map((succession) => bridgeOf(succession, endIn(old), endIn(next)));
  const why = unservable(old, next, bridges);
  if (why) return why;
  const bridged = new Set(bridges.flatMap(({ column, into }) => [column, ...into.map((each) => each.column)]));
  const order = [...old.order, ...next.order.filter((column) => !old.columns.has(column))];
  const columns = order.toSorted(byCodeUnit).flatMap((column) => servedColumn(column, old, next, bridged));
  const spec: TableSpec = { ...old.spec, columns, ...servedRules(old, next) };
  const object = equalJson(spec as unknown as Json, old.spec as unknown as Json)
    ? from
    : { ...from, spec, layout: { ...(from.layout as Record<string, Json>), columns: order } };
  return { object, beside: bridges.map((spec) => bridgeObject(bridgeKindName, object, spec)) };
}

function endIn(view: TableView): (column: string) => BridgeEnd {
  return (column) => ({ column, text: writeName(view.nameOf(column)), default: view.columns.get(column)?.default });
}

function unservable(old: TableView, next: TableView, bridges: readonly BridgeSpec[]): Impossible | undefined {
  const key = new Set(old.spec.primaryKey?.columns.map(({ column }) => column));
  for (const { column } of bridges) {
    if (key.has(column)) {
      return {
        impossible: `${old.nameOf(column)} is of the primary key, which cannot be two columns at once`,
        hint: 'Rename it in a plan without --phase, together with its clients.',
      };
    }
  }
  const [changed] = old.order.filter((column) => {
    const [before, after] = [old.columns.get(column), next.columns.get(column)];
    return before && after && before.type !== after.type;
  });
  if (changed === undefined) return unlikeValues(old, next);
  const name = old.nameOf(changed);
  return {
    impossible: `${name} cannot be ${old.columns.get(changed)?.type} and ${next.columns.get(changed)?.type} under one name`,
    hint: `Give the new column another name and say what each is made of: \`-- @derived from=${name} as (…) back (…)\`.`,
  };
}

/** Where SQLite gives a value that clients of the other shape write, one of them is refused what it does. */
function unlikeValues(old: TableView, next: TableView): Impossible | undefined {
  const changed = old.order.find((column) => {
    const after = next.columns.get(column);
    return after && (old.columns.get(column)?.generated === undefined) !== (after.generated === undefined);
  });
  if (changed === undefined) return undefined;
  const name = old.nameOf(changed);
  return {
    impossible: `${name} cannot be computed and written by clients`,
    hint: `Give the new column another name and say what each is made of: \`-- @derived from=${writeName(name)} as (…) back (…)\`.`,
  };
}

function servedColumn(
  column: string,
  old: TableView,
  next: TableView,
  bridged: ReadonlySet<string>,
): readonly ColumnSpec[] {
  const [before, after] = [old.columns.get(column), next.columns.get(column)];
  const isKey = old.spec.primaryKey?.columns.some((part) => part.column === column);
  if (!before) return after ? [leftOut(after, bridged.has(column))] : [];
  if (!after) return [isKey ? before : nullable(before, bridged.has(column))];
  if (bridged.has(column)) return [leftOut(before, true)];
  const fallback = before.default ?? after.default;
  const { notNull, default: _, ...rest } = before;
  const isRequired = notNull && (after.notNull ?? isKey);
  return [{ ...rest, ...(isRequired && { notNull }), ...(fallback !== undefined && { default: fallback }) }];
}

/** A new column as clients need it that leave it out. */
function leftOut(column: ColumnSpec, isBridged: boolean): ColumnSpec {
  const { default: fallback, ...bare } = column;
  return isBridged ? nullable(bare, true) : nullable(column, false);
}

function nullable(column: ColumnSpec, isBridged: boolean): ColumnSpec {
  if (!column.notNull || (column.default !== undefined && !isBridged)) return column;
  const { notNull, ...bare } = column;
  return bare;
}

/** What both ask for, and what the old shape asks of columns that the new one does not have. */
function servedRules(old: TableView, next: TableView): Pick<TableSpec, 'uniques' | 'checks' | 'foreignKeys'> {
  const isGone = (column: string) => !next.columns.has(foldName(column));
  const both = <T>(items: readonly T[], others: readonly T[], about: (item: T) => Iterable<string>) =>
    items.filter(
      (item) =>
        others.some((other) => equalJson(other as Json, item as Json)) ||
        [...about(item)].some((column) => isGone(column)),
    );
  return {
    uniques: both(old.spec.uniques, next.spec.uniques, ({ columns }) => columns.map(({ column }) => column)),
    checks: both(old.spec.checks, next.spec.checks, ({ expression }) => mentioned(expression, old.scope)),
    foreignKeys: both(old.spec.foreignKeys, next.spec.foreignKeys, ({ columns }) => columns),
  };
}

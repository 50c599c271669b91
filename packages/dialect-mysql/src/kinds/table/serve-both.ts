import {
  type BridgeEnd,
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
import type { Flavour } from '../../flavour.js';
import { foldMember, quoteName } from '../../text/names.js';
import { bridgeKindName } from '../bridge/names.js';
import { twinsOf, withTwins } from './keys-in-step.js';
import { servedColumn } from './served-column.js';
import { servedRules } from './served-rules.js';
import { columnOrder, orderOf, primary, type TableLayout, type TableSpec } from './spec.js';
import { type Columns, unservable } from './unservable.js';

type Table = SchemaObject<TableSpec>;

/** The table with what both shapes of it read, and nothing that one of them asks for and the other does not know of. */
export function serveBothTables(
  from: Table | undefined,
  to: Table | undefined,
  { successions }: Pick<ServeContext, 'successions'>,
  flavour: Flavour,
): Served | Impossible {
  if (!from || !to) return { object: from ?? to };
  if (from.address !== to.address) {
    return {
      impossible: 'a table cannot have two names',
      hint: 'Make a view of the new name first, and drop it when the table is renamed.',
    };
  }
  const [old, next] = [columnsOf(from), columnsOf(to)];
  const key = keyOf(from);
  const bridges = successions.map((succession) => bridgeOf(succession, endIn(old), endIn(next)));
  const twins = twinsOf(from.spec.foreignKeys, to.spec.foreignKeys, bridges);
  const foreignKeys = from.spec.foreignKeys.filter((each) => !twins.has(each));
  const why = unservable({ old, next, key, foreignKeys, bridges, successions }, flavour);
  if (why) return why;
  const bridged = new Set(bridges.flatMap(({ column, into }) => [column, ...into.map((each) => each.column)]));
  const names = [...orderOf(from), ...orderOf(to).filter((name) => !old.has(foldMember(name)))];
  const columns = names
    .map(foldMember)
    .toSorted(byCodeUnit)
    .flatMap((name) => {
      const [before, after] = [old.get(name), next.get(name)];
      const isBridged = bridged.has(before?.name ?? after?.name ?? '');
      return servedColumn(before, after, { isBridged, isKey: key.has(name) });
    });
  const rules = servedRules(from.spec, to.spec, flavour);
  const keys = withTwins(rules, [...twins.values()], to.spec, from.name);
  const spec: TableSpec = { ...from.spec, columns, ...rules, ...keys };
  const isSame = equalJson(spec as unknown as Json, from.spec as unknown as Json);
  const object = isSame ? from : withShape(from, to, spec, names);
  return { object, beside: bridges.map((each) => bridgeObject(bridgeKindName, object, each)) };
}

function withShape(from: Table, to: Table, spec: TableSpec, order: readonly string[]): Table {
  const layout = { ...(from.layout as unknown as TableLayout), order };
  const isOrdered = columnOrder.of(from) !== undefined;
  return {
    ...from,
    needs: [...new Set([...from.needs, ...to.needs])].sort(byCodeUnit),
    spec,
    layout: layout as unknown as Json,
    ...(isOrdered && { extras: { ...from.extras, 'mysql/column-order': order } }),
  };
}

function columnsOf({ spec }: Table): Columns {
  return new Map(spec.columns.map((column) => [foldMember(column.name), column]));
}

function keyOf({ spec }: Table): ReadonlySet<string> {
  const key = spec.indexes.filter(({ name }) => name === primary).flatMap(({ parts }) => parts);
  return new Set(key.flatMap(({ column }) => (column === undefined ? [] : [foldMember(column)])));
}

function endIn(columns: Columns): (column: string) => BridgeEnd {
  return (column) => {
    const found = columns.get(foldMember(column));
    const name = found?.name ?? column;
    return { column: name, text: quoteName(name), default: found?.default };
  };
}
